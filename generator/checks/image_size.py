"""Every picture says its width and height, so that the text does not jump when it comes.

Under Chirpy this holds for pictures in Markdown, too, and an SVG without a width is not shown at all; for
other themes Markdown has no place for a size, and only ``<img>`` is looked at. Outside of the known themes a
width is enough: GitHub and many pages narrow a picture to a phone's column, but would keep its height.

Bad:

    <img src="a.png" alt="A 3×3 kernel over a 5×5 input">

Good:

    <img src="a.png" alt="A 3×3 kernel over a 5×5 input" width="300" height="200">
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checking.document import Document
from generator.checking.fault import Edit, Fault
from generator.checking.hosts import is_badge
from generator.checking.picture_files import look_up, picture_path, plain_address
from generator.checking.picture_size import picture_size
from generator.viewers.viewer import JEKYLL
from generator.writing.markdown import Image

_SHORT = {"width": ("width", "w"), "height": ("height", "h")}
_STYLED = re.compile(r"(?<![\w-])(?:height|aspect-ratio)\s*:")


def find(document: Document) -> Iterator[Fault]:
    """A fault for every picture that lacks its width or height, with the file's own where it is at hand."""
    if JEKYLL not in document.viewers:
        return
    for image in document.images:
        if is_badge(image.address) or not (image.html or document.theme == "chirpy"):
            continue
        sides = ("width", "height") if document.theme else ("width",)
        missing = [side for side in sides if not any(image.values.get(name) for name in _SHORT[side])]
        if not missing or _STYLED.search(image.values.get("style", "")):
            continue
        known = _sides(document, image)
        given = " ".join(f'{side}="{known[side] if known else "…"}"' for side in missing)
        what = " and ".join(missing)
        yield Fault(
            image.start,
            image.end,
            f"the picture has no {what}; type {_typed(document, image, given)}",
            _edits(document, image, given) if known else (),
        )


def _typed(document: Document, image: Image, given: str) -> str:
    return f"{given} into <img>" if image.html else f"{{: {given} }} right behind it"


def _edits(document: Document, image: Image, given: str) -> tuple[Edit, ...]:
    if image.html:
        end = image.end - 1
        end -= document.text[end - 1] == "/"
        end -= document.text[end - 1] == " "
        return (Edit(end, end, f" {given}"),)
    if image.list_end > image.end:
        return (Edit(image.end + 2, image.end + 2, f" {given}"),)
    # What looks like a list but is read as none stays for the author.
    if document.text[image.end : image.end + 3].lstrip().startswith("{"):
        return ()
    return (Edit(image.end, image.end, f"{{: {given} }}"),)


def _sides(document: Document, image: Image) -> dict[str, int]:
    """The sides to write: the file's own, or in proportion to the one that is given."""
    size = _file_size(document, image)
    if size is None or not all(size):
        return {}
    width, height = size
    for names in (_SHORT["width"], _SHORT["height"]):
        for name in names:
            given = re.match(r"(\d+)(?:px)?$", image.values.get(name, ""))
            if given and name in _SHORT["width"]:
                return {"width": int(given[1]), "height": round(int(given[1]) * height / width)}
            if given:
                return {"width": round(int(given[1]) * width / height), "height": int(given[1])}
            if image.values.get(name):
                return {}
    return {"width": width, "height": height}


def _file_size(document: Document, image: Image) -> tuple[int, int] | None:
    if image.place is None:
        return None
    address = plain_address(document, document.text[slice(*image.place)])
    target = picture_path(document, address) if address else None
    place = look_up(*target) if target else None
    return picture_size(place.path) if place and place.path and place.path.is_file() else None
