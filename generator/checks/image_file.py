"""Every picture's file is where the post says, letter for letter.

A server tells ``Kernel.PNG`` from ``kernel.png``, which a Mac and Windows do not, so such a slip shows only
once the post is published.

Bad:

    ![A 3×3 kernel over a 5×5 input](no-such-file.png)

Good:

    ![A 3×3 kernel over a 5×5 input](a.png)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from generator.checking.blog_addresses import joined, page_address
from generator.checking.document import Document
from generator.checking.fault import Edit, Fault
from generator.checking.picture_files import (
    Place,
    look_up,
    media_folder,
    picture_path,
    plain_address,
)
from generator.checking.site_settings import baseurl, plugins

_FIGURE = re.compile(r"\{%-?\s*include\s+figure\b[^%]*?\bimage_path\s*=\s*\"([^\"{]+)\"", re.DOTALL)
_KEYS = ("image", "image.path", "header.image", "header.teaser", "header.overlay_image", "header.og_image")
# With these a picture beside its post is found by the page, too.
_BESIDE = frozenset({"jekyll-postfiles", "jekyll-post-files", "jekyll-relative-links"})


def find(document: Document) -> Iterator[Fault]:
    """A fault for every picture of the site that is not there, or is spelled in other letters."""
    for start, end in sorted(_places(document)):
        written = document.text[start:end]
        address = plain_address(document, written)
        if not address or (fault := _doubled(document, address, start, end)):
            if address and fault:
                yield fault
            continue
        target = picture_path(document, address)
        if target and not _is_of_a_page(document, address):
            root, path = target
            place = look_up(root, path)
            if message := _message(place, address):
                yield Fault(start, end, message, _edits(place, address, written, start, end))
            elif beside := _beside(document, address, place):
                yield Fault(start, end, *beside[:1], (Edit(start, end, beside[1]),))


def _is_of_a_page(document: Document, address: str) -> bool:
    """Whether a relative address leads to a file from the page of a post, as browsers look for it."""
    if "_posts" not in document.path.parts or address.startswith("/") or media_folder(document):
        return False
    if document.blog is None:
        return address.startswith("../")
    page = page_address(document.blog, document.path)
    # Chirpy writes a slash before every address that has no scheme.
    path = joined("/" if document.theme == "chirpy" else page, address)
    return bool(page) and look_up(document.blog.root, unquote(path).lstrip("/")).kind == "there"


def _places(document: Document) -> Iterator[tuple[int, int]]:
    yield from (image.place for image in document.images if image.place)
    for match in _FIGURE.finditer(document.text, document.front.body):
        if any(token.start == match.start() for token in document.liquid):
            yield match.span(1)
    for key in _KEYS:
        entry = document.front.get(key)
        if entry and len(entry.texts) == 1 and entry.text.strip():
            quoted = document.text[entry.value_start] in "\"'"
            yield entry.value_start + quoted, entry.value_end - quoted


def _message(place: Place, address: str) -> str:
    if place.kind == "there":
        return ""
    near = _spelled(place.near, address)
    if place.kind == "case":
        return f"the file is called {near}, and servers tell large letters from small ones; type {near}"
    if place.kind == "composed":
        return f"the name {near} is stored in another form of Unicode; rename the file, typing its name anew"
    return f"there is no file {address}" + (f"; did you mean {near}?" if near else "")


def _edits(place: Place, address: str, written: str, start: int, end: int) -> tuple[Edit, ...]:
    """Letters may be mended; which of two files is meant only the author knows."""
    if place.kind != "case" or written != address:
        return ()
    return (Edit(start, end, _spelled(place.near, address)),)


def _spelled(near: str, address: str) -> str:
    """The path that is there, as this address begins: at the site's root, or at a folder left out."""
    if not near:
        return ""
    parts, wanted = near.split("/"), address.strip("/").split("/")
    kept = "/".join(parts[-len(wanted) :]) if len(parts) > len(wanted) else near
    return ("/" if address.startswith("/") else "") + (near if address.startswith("/") else kept)


def _doubled(document: Document, address: str, start: int, end: int) -> Fault | None:
    """Chirpy writes the site's folder before every picture's address, also where it stands already."""
    base = baseurl(document.blog) if document.blog else ""
    if document.theme != "chirpy" or not base or not address.startswith(f"{base}/"):
        return None
    rest = address[len(base) :]
    message = f"Chirpy writes {base} before the address itself; type {rest}"
    return Fault(start, end, message, (Edit(start, end, rest),))


def _beside(document: Document, address: str, place: Place) -> tuple[str, str] | None:
    """For a picture found from the post, which the page in another folder does not find."""
    blog = document.blog
    if blog is None or address.startswith("/") or "_posts" not in document.path.parts or place.path is None:
        return None
    if plugins(blog) & _BESIDE or media_folder(document):
        return None
    try:
        inside = place.path.resolve().relative_to(blog.root.resolve()).as_posix()
    except ValueError:
        return None
    if inside.startswith("_"):
        return None
    base = "" if document.theme == "chirpy" else baseurl(blog)
    own = f"{base}/{inside}"
    return f"the page lies in another folder than the post, and does not find {address}; type {own}", own
