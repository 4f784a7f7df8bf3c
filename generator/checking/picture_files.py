"""Which file an address in a post means, and what there is where it means none."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import Literal
from urllib.parse import unquote

from generator.checking.document import Document
from generator.checking.hosts import host
from generator.checking.site_settings import baseurl, text
from generator.writing.markdown import LIQUID

_SITE = re.compile(r"\{\{-?\s*site\.(?:baseurl|url)\s*-?\}\}")
_FILTERED = re.compile(r"\{\{-?\s*[\"']([^\"']+)[\"']\s*\|\s*(?:relative_url|absolute_url)\s*-?\}\}")
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_PICTURES = frozenset({".svg", ".png", ".gif", ".webp", ".jpg", ".jpeg", ".avif"})

Kind = Literal["there", "missing", "case", "composed"]


@dataclass(frozen=True)
class Place:
    """What a path leads to: a file, none, or one of another spelling, which is ``near``.

    "case" is one in other letters, large and small; "composed" one whose letters Unicode can store in two
    ways, as Macs do with Hangul.
    """

    kind: Kind
    path: Path | None = None
    near: str = ""


def plain_address(document: Document, written: str) -> str | None:
    """A local address without the site's own Liquid, query and fragment; ``None`` where it is none."""
    if written.startswith("{{"):
        filtered = _FILTERED.fullmatch(written)
        written = _SITE.sub("", written)
        if filtered:
            written = filtered[1] if _SCHEME.match(filtered[1]) else f"/{filtered[1].lstrip('/')}"
    if not written or "{{" in written or "{%" in written or LIQUID in written:
        return None
    if host(written) or _SCHEME.match(written):
        return None
    return unquote(re.split(r"[?#]", written)[0])


def media_folder(document: Document) -> str:
    """What Chirpy writes before every local address of this post; empty under other themes."""
    entry = document.front.get("media_subpath") or document.front.get("img_path")
    return entry.text if entry and document.theme == "chirpy" else ""


def picture_path(document: Document, address: str) -> tuple[Path, str] | None:
    """The folder and the path below it that a picture's plain address means; ``None`` where nobody knows.

    Chirpy writes ``media_subpath`` (``img_path`` in older versions) before every local address.
    """
    blog = document.blog
    subpath = media_folder(document)
    if document.theme == "chirpy" and blog and (text(blog, "cdn") or text(blog, "img_cdn")):
        return None
    if subpath:
        return (blog.root / subpath.strip("/"), address.lstrip("/")) if blog and not host(subpath) else None
    if not address.startswith("/"):
        return document.path.parent, address
    if blog is None:
        return None
    base = baseurl(blog)
    if base and address.startswith(f"{base}/") and document.theme != "chirpy":
        address = address[len(base) :]
    return blog.root, address.lstrip("/")


def look_up(root: Path, path: str) -> Place:
    """What lies at a path below ``root``, letter for letter, as a server looks for it."""
    here, found = root, list[str]()
    kind: Kind = "there"
    for part in path.split("/"):
        if part in ("", ".", ".."):
            here = here / part
            found += [part] if part else []
            continue
        names = _names(here)
        if part not in names:
            other, other_kind = _other(part, names)
            if other_kind == "missing":
                near = "/".join([*found, other]) if other and part == path.split("/")[-1] else ""
                return Place("missing", None, near or _elsewhere(root, path))
            kind, part = other_kind, other
        found.append(part)
        here = here / part
    return Place(kind, here, "/".join(found) if kind != "there" else "")


def same_kind(one: str, other: str) -> bool:
    """Whether one file may be meant where the other is named: two pictures, or two files of one suffix."""
    suffixes = {Path(name).suffix.lower() for name in (one, other)}
    return len(suffixes) == 1 or suffixes <= _PICTURES


def _names(folder: Path) -> tuple[str, ...]:
    try:
        return _listed(folder, folder.stat().st_mtime_ns)
    except (FileNotFoundError, NotADirectoryError):
        return ()


@lru_cache(maxsize=64)
def _listed(folder: Path, _changed: int) -> tuple[str, ...]:
    return tuple(sorted(entry.name for entry in folder.iterdir()))


@lru_cache(maxsize=256)
def _other(part: str, names: tuple[str, ...]) -> tuple[str, Kind]:
    def form(name: str) -> str:
        return unicodedata.normalize("NFC", name)

    for name in names:
        if form(name) == form(part):
            return name, "composed"
    for name in names:
        if form(name).casefold() == form(part).casefold():
            return name, "case"
    # Suffixes are alike far too often to count.
    stems = {Path(name).stem: name for name in names if same_kind(name, part)}
    near = get_close_matches(Path(part).stem, stems, n=1, cutoff=0.7)
    return (stems[near[0]] if near else ""), "missing"


def _elsewhere(root: Path, path: str) -> str:
    """A file of the same name in the folders beside the one that is not there."""
    name, folder = path.rsplit("/", 1)[-1], root
    if name and (root / name).is_file():
        return name
    for part in path.split("/")[:-1]:
        if not (folder / part).is_dir():
            break
        folder = folder / part
    if folder == root and (root / "assets").is_dir():
        folder = root / "assets"
    if folder == root:
        return ""
    found = next((each for each in sorted(folder.rglob(name)) if each.is_file()), None) if name else None
    return found.relative_to(root).as_posix() if found else ""
