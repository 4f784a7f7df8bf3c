"""Which files of a Jekyll site are posts, drafts, pages and documents of collections."""

from __future__ import annotations

import os
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

from generator.checking.blog import Blog
from generator.checking.files import PASSED_OVER, SUFFIXES

_POSTS = frozenset({"_posts", "_drafts"})


def posts_of(blog: Blog) -> list[Path]:
    """The Markdown that Jekyll makes pages of, by folder and name."""
    return list(_below(blog, blog.root, _collections(blog), inside=False))


def _below(blog: Blog, folder: Path, collections: set[Path], inside: bool) -> Iterator[Path]:
    """The posts below a folder: all files ``inside`` a folder of posts, elsewhere those with front matter."""
    folders: list[Path] = []
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        path = folder / entry.name
        if _passed_over(blog, path):
            continue
        if entry.is_dir():
            folders.append(path)
        elif path.suffix.lower() in SUFFIXES and (inside or _has_front_matter(path)):
            yield path
    for path in folders:
        within = inside or path.name in _POSTS or path in collections
        if within or not path.name.startswith("_") or any(path in each.parents for each in collections):
            yield from _below(blog, path, collections, within)


def _passed_over(blog: Blog, path: Path) -> bool:
    exclude = blog.config.get("exclude")
    patterns = [str(pattern).strip("/") for pattern in exclude] if isinstance(exclude, list) else []
    made = str(blog.config.get("destination") or "_site").strip("./")
    name = path.relative_to(blog.root).as_posix()
    return (
        path.name.startswith(".")
        or path.name in PASSED_OVER
        or name == made
        or any(fnmatch(name, pattern) for pattern in patterns)
    )


def _collections(blog: Blog) -> set[Path]:
    named = blog.config.get("collections")
    names = list(named) if isinstance(named, (dict, list)) else []
    folder = blog.root / str(blog.config.get("collections_dir") or "")
    return {folder / f"_{name}" for name in names}


def _has_front_matter(path: Path) -> bool:
    with path.open("rb") as file:
        return file.readline().removeprefix(b"\xef\xbb\xbf").rstrip() == b"---"
