"""Where a post's front matter begins and ends, as Jekyll reads it: three hyphens, then hyphens or dots.

Everybody who leaves it out, blanks it or reads it asks here, so that no two of them disagree.
"""

from __future__ import annotations

import re

# The group ``yaml`` is what stands between the lines; ``\r`` is left by those who keep a file's line ends.
FRONT = re.compile(
    r"\A\ufeff?---[ \t\r]*\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t\r]*(?:\n|\Z)", re.DOTALL | re.MULTILINE
)
