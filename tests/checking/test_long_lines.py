"""Lines that a program wrote, megabytes long, take no longer than others of their size."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from generator.checking.document import Document
from generator.checking.runner import chosen, faults

PICTURE = '<img alt="A plot of the loss over epochs" width="9" height="9" src="data:image/png;base64,{}">'


@pytest.mark.parametrize(
    "line",
    [
        " " * 100_000 + "x",
        PICTURE.format("AB" * 200_000),
        "<" * 20_000,
        "$" * 5_000,
        "&" * 20_000,
        "a " * 50_000,
        "http://a.kr/" * 2_000,
    ],
    ids=["spaces", "picture", "brackets", "dollars", "ampersands", "words", "addresses"],
)
def test_a_long_line_is_checked_at_once(line: str) -> None:
    began = time.process_time()
    faults(Document(Path("post.md"), f"# Title\n\n{line}\n\n$x$\n"), chosen())
    assert time.process_time() - began < 5
