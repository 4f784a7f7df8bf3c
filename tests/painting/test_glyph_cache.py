from __future__ import annotations

from pathlib import Path

import pytest

from generator.painting import fonts
from generator.painting.glyph_cache import cache_file, keep, kept


@pytest.fixture
def sources(tmp_path: Path) -> tuple[Path, Path]:
    font, code = tmp_path / "font.ttf", tmp_path / "pens.py"
    font.write_bytes(b"font")
    code.write_bytes(b"code")
    return font, code


def test_outlines_come_back_as_they_were_kept(tmp_path: Path) -> None:
    file = tmp_path / "folder" / "outlines.json"
    keep(file, {"5": "m1 2z", "가": "m3 4z"})
    assert kept(file) == {"5": "m1 2z", "가": "m3 4z"}


def test_what_another_run_kept_meanwhile_stays(tmp_path: Path) -> None:
    file = tmp_path / "outlines.json"
    keep(file, {"5": "m1 2z"})
    keep(file, {"6": "m3 4z"})
    assert kept(file) == {"5": "m1 2z", "6": "m3 4z"}


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"5": 5}', "\N{NO-BREAK SPACE}"])
def test_a_damaged_cache_is_an_empty_one(tmp_path: Path, damage: str) -> None:
    file = tmp_path / "outlines.json"
    file.write_text(damage, encoding="utf-8")
    assert kept(file) == {}


def test_a_folder_that_cannot_be_written_does_no_harm() -> None:
    keep(Path("/dev/null/outlines.json"), {"5": "m1 2z"})
    assert kept(Path("/dev/null/outlines.json")) == {}


@pytest.mark.parametrize("index", [0, 1])
def test_another_font_or_other_code_starts_anew(sources: tuple[Path, Path], index: int) -> None:
    before = cache_file(*sources)
    sources[index].write_bytes(b"changed")
    assert cache_file(*sources) != before


def test_a_kept_outline_is_the_one_that_the_font_gives() -> None:
    for character in "0×가":
        assert fonts.outline(character) == fonts._from_font(character)
