"""What ``generator check`` takes and finds: time for a post of a hundred expressions, agreement with the
viewers on a hundred recorded documents, and slips in posts that were written before the checks.
"""

from __future__ import annotations

import sys
from pathlib import Path

from measuring import GENERATOR, PROJECT, Row, best, time_of

_PARAGRAPH = "단계 {0}에서 $x_{{{0}}} = \\frac{{a + {0}}}{{b}}$이고, 그 값은 $y_ {{{0}}}$의 절반이다."


def checking(folder: Path) -> list[Row]:
    """The rows of the check."""
    post = folder / "post.md"
    paragraphs = (_PARAGRAPH.format(number) for number in range(50))
    post.write_text("---\ntitle: 식\n---\n\n" + "\n\n".join(paragraphs) + "\n", encoding="utf-8")
    done = best(*GENERATOR, "check", str(post), folder=folder)
    return [time_of("check of a post with 100 expressions", done, 0.3), *_agreement(), *_hurried()]


def _agreement() -> list[Row]:
    """Verdicts of three viewers, and what mending leaves."""
    sys.path.insert(0, str(PROJECT))
    from generator.mathematics.edits import apply
    from generator.mathematics.judging import judged
    from generator.mathematics.mending import mending
    from tests.viewers.snippets import snippets

    texts = [(one, one["markdown"]) for one in snippets().values()]
    agree = sum(_shown(text, viewer) == one[viewer] for one, text in texts for viewer in _VIEWERS)
    spoiled = [text for _, text in texts if judged(text).faults]
    left = sum(judged(apply(text, mending(text).all())).faults > 0 for text in spoiled)
    total = len(texts) * len(_VIEWERS)
    mended = f"{len(spoiled) - left} of {len(spoiled)}"
    return [
        Row("verdicts that agree with the viewers'", f"{agree} of {total}", f"{total}", agree == total),
        Row("spoiled documents that --fix makes right", mended, "", None),
    ]


_VIEWERS = ("jekyll", "vscode", "github")


def _shown(text: str, viewer: str) -> bool:
    from generator.mathematics.judging import judged

    return judged(text, (viewer,)).faults == 0


def _hurried() -> list[Row]:
    """Planted slips that are found on their line by the check that they were meant for."""
    from generator.checking.runner import chosen, faults
    from tests.checks.test_hurried_posts import OTHERS, POSTS, SPOILING, document, planted

    total = found = 0
    for path in POSTS:
        read = document(path)
        told = {
            (code, line)
            for code, fault in faults(read, chosen())
            for line in range(read.place(fault.start)[0], read.place(fault.end)[0] + 1)
        }
        for code, line in planted(read.text):
            codes = SPOILING if code == OTHERS else {code}
            total += 1
            found += any((one, line) in told for one in codes)
    return [Row("slips planted in ten hurried posts, found", f"{found} of {total}", "", None)]
