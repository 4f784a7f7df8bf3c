from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checking.fault import Edit
from generator.checking.source import Source, read_source
from generator.errors import GeneratorError

END = re.compile(r"\r\n|\r|\n")
SIGNS = st.sampled_from(["a", "한", " ", "\r\n", "\n", "\r", "\u2028", "\x0c", "𝒙"])
RAW = st.tuples(st.sampled_from(["", "\ufeff"]), st.lists(SIGNS, max_size=30).map("".join)).map("".join)


@given(RAW)
def test_a_file_without_edits_keeps_every_byte(raw: str) -> None:
    assert Source(raw).edited([]).raw == raw
    assert "\r" not in Source(raw).text


@given(RAW, st.data())
def test_an_edit_changes_its_own_place_and_nothing_else(raw: str, data: st.DataObject) -> None:
    source = Source(raw)
    size = len(source.text)
    start = data.draw(st.integers(0, size))
    edit = Edit(
        start, data.draw(st.integers(start, size)), data.draw(st.sampled_from(["", "x", "x\ny\nz", "\n"]))
    )
    new = source.edited([edit])
    assert new.text == source.text[: edit.start] + edit.text + source.text[edit.end :]
    assert new.mark == source.mark
    above, below = source.text[: edit.start].count("\n"), source.text[edit.end :].count("\n")
    ends, new_ends = END.findall(source.raw), END.findall(new.raw)
    # The last end above is another where it would melt with the next: the test below has that.
    kept = max(above - 1, 0)
    assert new_ends[:kept] == ends[:kept]
    assert new_ends[len(new_ends) - below :] == ends[len(ends) - below :]


def test_new_lines_end_as_those_that_they_replace_and_then_as_the_next() -> None:
    source = Source("\ufeffone\r\ntwo\nthree\r\n")
    assert source.text == "one\ntwo\nthree\n"
    assert source.edited([Edit(0, 7, "1\n2\n2½")]).raw == "\ufeff1\r\n2\n2½\nthree\r\n"
    assert source.edited([Edit(4, 4, "new\n")]).raw == "\ufeffone\r\nnew\ntwo\nthree\r\n"
    assert source.edited([Edit(0, 0, "new\n"), Edit(8, 14, "3\n")]).raw == "\ufeffnew\r\none\r\ntwo\n3\r\n"


def test_two_line_ends_never_melt_into_one() -> None:
    assert Source("a\rxy\nb").edited([Edit(2, 4, "")]).text == "a\n\nb"


def test_a_line_that_an_edit_writes_again_keeps_its_end() -> None:
    assert Source("a\r\nb\nc").edited([Edit(0, 5, "a\nb\nd")]).raw == "a\r\nb\nd"


def test_what_is_no_utf_8_is_refused_with_byte_and_line(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes("첫째\n".encode() + "둘째".encode("cp949"))
    with pytest.raises(GeneratorError, match="is not UTF-8: byte 0xb5 in line 2; save it as UTF-8"):
        read_source(tmp_path / "a.md")


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GeneratorError, match="cannot be read: No such file"):
        read_source(tmp_path / "a.md")
