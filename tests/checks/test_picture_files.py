"""Which file a picture's address means, and how large its picture is."""

from __future__ import annotations

import io
import unicodedata
from pathlib import Path

import pytest

from generator.checking.blog import Blog, read
from generator.checking.document import Document
from generator.checking.hosts import is_own
from generator.checking.picture_files import look_up
from generator.checking.picture_size import picture_size
from generator.checks import hot_link, image_file, image_size

SIZE = (37, 23)


@pytest.mark.parametrize(
    ("suffix", "options"),
    [
        ("PNG", {}),
        ("GIF", {}),
        ("JPEG", {}),
        ("JPEG", {"progressive": True, "exif": b"Exif\x00\x00" + b"\x00" * 300}),
        ("WEBP", {}),
        ("WEBP", {"lossless": True}),
        ("WEBP", {"exif": b"Exif\x00\x00"}),
    ],
)
def test_the_size_in_a_files_beginning_is_the_one_that_pillow_wrote(
    tmp_path: Path, suffix: str, options: dict[str, object]
) -> None:
    image = pytest.importorskip("PIL.Image")
    written = io.BytesIO()
    image.new("RGB", SIZE, "white").save(written, suffix, **options)
    path = tmp_path / "a"
    path.write_bytes(written.getvalue())
    assert picture_size(path) == SIZE


@pytest.mark.parametrize(
    ("root", "size"),
    [
        ('<?xml version="1.0"?>\n<svg width="37" height="23px" viewBox="0 0 1 1">', SIZE),
        ("<svg viewBox='0 0 37 23'>", SIZE),
        ('<svg width="100%" viewBox="0,0,37.2,23">', SIZE),
        ('<svg stroke-width="2" xmlns="x">', None),
        ("no picture", None),
    ],
)
def test_an_svg_has_the_size_that_it_says_or_that_of_its_box(
    tmp_path: Path, root: str, size: tuple[int, int] | None
) -> None:
    (tmp_path / "a.svg").write_text(root, encoding="utf-8")
    assert picture_size(tmp_path / "a.svg") == size


@pytest.mark.parametrize("data", [b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"RIFF1234WEBPVP8X", b"GIF89a"])
def test_half_a_file_has_no_size(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a").write_bytes(data)
    assert picture_size(tmp_path / "a") is None
    assert picture_size(tmp_path / "none") is None


def test_a_hangul_name_as_macs_store_it_is_told(tmp_path: Path) -> None:
    name = "합성곱.png"
    (tmp_path / unicodedata.normalize("NFD", name)).write_bytes(b"")
    assert look_up(tmp_path, unicodedata.normalize("NFC", name)).kind == "composed"
    (fault,) = image_file.find(Document(tmp_path / "post.md", f"![합성곱의 입력과 출력]({name})"))
    assert "another form of Unicode" in fault.message


@pytest.fixture
def chirpy(tmp_path: Path) -> Blog:
    (tmp_path / "_config.yml").write_text(
        "theme: jekyll-theme-chirpy\nurl: https://me.example.com\nbaseurl: /blog\ngithub:\n  username: Me\n",
        encoding="utf-8",
    )
    (tmp_path / "_posts").mkdir()
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "a.svg").write_text('<svg viewBox="0 0 300 200">', encoding="utf-8")
    return read(tmp_path)


def chirpy_post(blog: Blog, front: str, body: str) -> Document:
    return Document(blog.root / "_posts" / "2025-01-01-a.md", f"---\n{front}\n---\n{body}", "chirpy", blog)


def test_chirpys_folder_for_media_stands_before_every_address(chirpy: Blog) -> None:
    for key in ("media_subpath", "img_path"):
        for address in ("a.svg", "/a.svg"):
            assert not list(image_file.find(chirpy_post(chirpy, f"{key}: /assets/", f"![x]({address})")))
        (fault,) = image_file.find(chirpy_post(chirpy, f"{key}: /assets/", "![x](/assets/a.svg)"))
        assert fault.message == "there is no file /assets/a.svg; did you mean /a.svg?"


def test_a_size_is_written_from_the_file(chirpy: Blog) -> None:
    document = chirpy_post(chirpy, "title: x", "![x](/assets/a.svg)")
    (fault,) = image_size.find(document)
    (edit,) = fault.edits
    assert document.text[: edit.start] + edit.text == document.text + '{: width="300" height="200" }'


def test_the_front_matters_picture_is_looked_for(chirpy: Blog) -> None:
    for front in ("image: /assets/none.svg", 'image:\n  path: "/assets/none.svg"'):
        document = chirpy_post(chirpy, front, "")
        (fault,) = image_file.find(document)
        assert document.text[fault.start : fault.end] == "/assets/none.svg"
    assert not list(image_file.find(chirpy_post(chirpy, "image: /assets/a.svg", "")))


@pytest.mark.parametrize(
    ("address", "own"),
    [
        ("https://me.example.com/a.png", True),
        ("https://img.me.example.com/a.png", True),
        ("https://cdn.jsdelivr.net/gh/me/pictures/a.png", True),
        ("https://raw.githubusercontent.com/me/pictures/main/a.png", True),
        ("https://raw.githubusercontent.com/you/pictures/main/a.png", False),
        ("https://cdn.jsdelivr.net/npm/me/a.png", False),
        ("https://notme.example.com/a.png", False),
        ("https://example.com/a.png", False),
    ],
)
def test_the_blogs_own_hosts_are_known_from_its_settings(chirpy: Blog, address: str, own: bool) -> None:
    assert is_own(address, chirpy) == own
    found = list(hot_link.find(chirpy_post(chirpy, "title: x", f"![A kernel on a grid]({address})")))
    assert bool(found) != own
