from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.building.manifest import NAME, Entry, Manifest, read, write
from generator.errors import GeneratorError

ENTRY = Entry(
    "convolution",
    {"stride": 2, "size": [4, 6]},
    "ko",
    700,
    366,
    "커널이 움직인다",
    "합성곱",
    {"drawing": "a"},
    {"x.svg": "1"},
)


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    write(tmp_path, Manifest("digits", {"x": ENTRY}))
    assert read(tmp_path) == Manifest("digits", {"x": ENTRY})


def test_a_folder_without_a_manifest_has_an_empty_one(tmp_path: Path) -> None:
    assert read(tmp_path) == Manifest(None, {})
    assert read(tmp_path / "nowhere") == Manifest(None, {})


def test_the_order_of_entries_changes_no_byte(tmp_path: Path) -> None:
    write(tmp_path, Manifest("digits", {"a": ENTRY, "b": ENTRY}))
    first = (tmp_path / NAME).read_bytes()
    write(tmp_path, Manifest("digits", {"b": ENTRY, "a": ENTRY}))
    assert (tmp_path / NAME).read_bytes() == first


def test_an_unchanged_manifest_is_not_written_again(tmp_path: Path) -> None:
    write(tmp_path, Manifest("digits", {"a": ENTRY}))
    before = (tmp_path / NAME).stat()
    write(tmp_path, Manifest("digits", {"a": ENTRY}))
    assert (tmp_path / NAME).stat().st_ino == before.st_ino


def test_hangul_stays_readable_in_it(tmp_path: Path) -> None:
    write(tmp_path, Manifest("digits", {"a": ENTRY}))
    text = (tmp_path / NAME).read_text(encoding="utf-8")
    assert "커널이 움직인다" in text
    assert text.endswith("}\n")


ENTRIES = '{"data": "digits", "pictures": %s}'


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\xfe\x00",
        b"null",
        b"{}",
        ENTRIES.replace("%s", "[]").encode(),
        ENTRIES.replace("%s", '{"x": 3}').encode(),
        ENTRIES.replace("%s", '{"x": {"figure": "convolution"}}').encode(),
        (ENTRIES % json.dumps({"x": {**ENTRY.__dict__, "more": 1}})).encode(),
        (ENTRIES % json.dumps({"x": {**ENTRY.__dict__, "stamp": None}})).encode(),
        (ENTRIES % json.dumps({"x": {**ENTRY.__dict__, "files": ["x.svg"]}})).encode(),
        (ENTRIES % json.dumps({"x": {**ENTRY.__dict__, "files": {"x.svg": 7}}})).encode(),
    ],
)
def test_a_damaged_manifest_is_refused_with_its_name_and_what_to_do(tmp_path: Path, content: bytes) -> None:
    (tmp_path / NAME).write_bytes(content)
    with pytest.raises(GeneratorError, match=r"manifest\.json: is damaged .*generator build") as refused:
        read(tmp_path)
    assert "\n" not in str(refused.value)


def test_a_manifest_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / NAME).mkdir()
    with pytest.raises(GeneratorError, match=r"manifest\.json: cannot be read: Is a directory"):
        read(tmp_path)
