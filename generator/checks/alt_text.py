"""Every image says in words what it shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from generator.writing.markdown import LIQUID, images, prose

SHORTEST = 15

_EMPTY_WORDS = frozenset({
    "image", "img", "picture", "photo", "figure", "fig", "graph", "chart", "diagram", "plot", "screenshot",
    "gif", "그림", "사진", "이미지", "도표", "그래프", "차트", "도식", "화면", "스크린샷", "결과", "예시",
})  # fmt: skip
_FILE_NAME = re.compile(r"[\w./-]+\.(?:png|jpe?g|gif|svg|webp|avif|bmp|tiff?)", re.IGNORECASE)


def find(text: str, path: Path) -> Iterator[tuple[int, str]]:
    """(line, message) for every image in Markdown whose alt text says nothing; ``path`` is not read."""
    for image in images(prose(text)):
        if image.alt is not None and LIQUID in image.alt:
            continue
        if message := _fault(image.alt, image.address):
            yield image.line, message


def _fault(alt: str | None, address: str) -> str:
    words = " ".join((alt or "").split())
    if not words:
        return f"the image {_shown(address)} has no alt text; say what it shows"
    if _FILE_NAME.fullmatch(words) or words == PurePosixPath(address).stem:
        return f"the alt text {words!r} is a file's name; say what the image shows"
    if re.sub(r"[\W\d_]+", "", words).lower() in _EMPTY_WORDS or not re.search(r"\w", words):
        return f"the alt text {words!r} says nothing; say what the image shows"
    if len(words) < SHORTEST:
        return f"the alt text {words!r} has under {SHORTEST} characters; say more of what the image shows"
    return ""


def _shown(address: str) -> str:
    return "with an address from Liquid" if LIQUID in address or not address else address
