from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.errors import GeneratorError
from generator.gallery import sizes
from generator.gallery.sizes import KnownSizes, sizes_file
from generator.painting.pictures import paint
from generator.scene import Box, Drawing, Frame, Label

STILL = Drawing(60, 40, (Frame((Box(5, 5, 20, 20, "input-tint"),)),), "A box of 20 pixels.", "A box.")
MOVING = replace(STILL, frames=(*STILL.frames, Frame((Box(5, 5, 30, 20, "kernel-tint"),), 900)))
FORMATS = ("svg", "gif", "webp", "png")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "sizes.json"


def no_painting(monkeypatch: pytest.MonkeyPatch) -> None:
    def paint_again(*arguments: object) -> None:
        pytest.fail("painted again")

    monkeypatch.setattr(sizes, "paint", paint_again)


@pytest.mark.parametrize(
    ("drawing", "names"),
    [
        (STILL, [".png", "-dark.png"]),
        (MOVING, [".gif", "-dark.gif", ".webp", "-dark.webp", ".png", "-dark.png"]),
    ],
)
def test_sizes_are_those_of_the_files_that_a_build_writes(
    drawing: Drawing, names: list[str], file: Path
) -> None:
    found = KnownSizes(file, FORMATS).of(drawing)
    files = paint("box", drawing, "en", [f"box{name}" for name in names])
    assert found == {name.removeprefix("box"): len(content) for name, content in files}


def test_what_was_measured_is_not_painted_again(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = KnownSizes(file, FORMATS)
    found = first.of(STILL)
    first.keep()
    no_painting(monkeypatch)
    assert first.of(STILL) == found
    assert KnownSizes(file, FORMATS).of(STILL) == found
    # Words are beside the picture, not in its pixels.
    assert KnownSizes(file, FORMATS).of(replace(STILL, caption="Another.")) == found


def test_another_picture_or_format_is_measured(file: Path) -> None:
    known = KnownSizes(file, FORMATS)
    still = known.of(STILL)
    assert known.of(MOVING)[".png"] != still[".png"]
    assert KnownSizes(file, ("svg",)).of(STILL) == {}


def test_what_is_unknown_is_measured_at_once(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = KnownSizes(file, FORMATS)
    one_by_one = [alone.of(drawing) for drawing in (STILL, MOVING)]
    known = KnownSizes(file, FORMATS)
    unknown = known.unknown([STILL, MOVING, STILL])
    assert len(list(known.measure(unknown))) == 2
    no_painting(monkeypatch)
    assert [known.of(drawing) for drawing in (STILL, MOVING)] == one_by_one
    assert known.unknown([STILL, MOVING]) == {}
    assert list(known.measure({})) == []
    assert KnownSizes(file, ("svg",)).unknown([STILL]) == {}


def test_what_cannot_be_painted_is_told_where_it_is_asked_for(file: Path) -> None:
    no_ink = replace(STILL, frames=(Frame((Label(20, 20, "\u2217", 15),)),))
    known = KnownSizes(file, FORMATS)
    assert len(list(known.measure(known.unknown([no_ink, STILL])))) == 2
    assert ".png" in known.of(STILL)
    with pytest.raises(GeneratorError, match=r"U\+2217"):
        known.of(no_ink)


def test_what_other_runs_remember_stays(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = KnownSizes(file, FORMATS), KnownSizes(file, FORMATS)
    one.of(STILL)
    other.of(MOVING)
    one.keep()
    other.keep()
    no_painting(monkeypatch)
    for drawing in (STILL, MOVING):
        KnownSizes(file, FORMATS).of(drawing)


@pytest.mark.parametrize("content", ["", "{", "[]", '{"a": 1}', "\x00"])
def test_a_damaged_memory_is_forgotten(file: Path, content: str) -> None:
    file.parent.mkdir()
    file.write_text(content, encoding="utf-8")
    known = KnownSizes(file, FORMATS)
    assert set(known.of(STILL)) == {".png", "-dark.png"}
    known.keep()
    assert KnownSizes(file, FORMATS).of(STILL) == known.of(STILL)


def test_where_nothing_can_be_written_nothing_is_remembered(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file, not a folder", encoding="utf-8")
    known = KnownSizes(tmp_path / "cache" / "sizes.json", FORMATS)
    known.of(STILL)
    known.keep()


def test_the_memory_of_other_code_is_another_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    before = sizes_file()
    assert before == sizes_file()
    (tmp_path / "painter.py").write_text("different", encoding="utf-8")
    monkeypatch.setattr("generator.painting.__path__", [str(tmp_path)])
    assert sizes_file() != before
