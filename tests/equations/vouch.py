"""Names the slips that change nothing which the plain second way can see, and that no author vouches for:
python -m tests.equations.vouch
"""

from __future__ import annotations

import sys

from tests.equations.corpus_reader import SETS, right, wrong
from tests.equations.slips import proved


def unproved(name: str) -> int:
    """Print the slips of one set that nobody vouches for; how many they are."""
    before = {document.origin: document.text for document in right(name)}
    found = 0
    for document in wrong(name):
        mark = document.mark
        if mark and not mark.by_hand and not proved(before[document.origin], document.text, mark.line):
            print(f"not proved: {document.path.stem}: {mark.kind}\n  {mark.was}\n  {mark.now}")
            found += 1
    return found


if __name__ == "__main__":
    sys.exit(bool(sum(unproved(name) for name in sys.argv[1:] or SETS)))
