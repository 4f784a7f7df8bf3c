"""Sentences in several lines."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.parts.paragraph import paragraph
from generator.scene import Label

words = st.lists(st.text("abcdeghnopqu", min_size=1, max_size=12), min_size=1, max_size=30)


@given(words=words, room=st.floats(20, 700))
def test_no_word_is_lost_and_no_line_of_several_words_is_wider_than_the_room(
    words: list[str], room: float
) -> None:
    block = paragraph(" ".join(words), room)
    lines = [mark.text for mark in block.marks if isinstance(mark, Label)]
    assert " ".join(lines).split() == words
    assert block.width <= room or any(" " not in line for line in lines)


def test_what_fits_is_one_line() -> None:
    (line,) = paragraph("all in one", 300).marks
    assert isinstance(line, Label)
    assert line.text == "all in one"
