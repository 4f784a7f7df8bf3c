"""Every image says in words what it shows.

Readers who see no pictures, search engines, and everybody for whom the file does not load have these words
alone.

Bad:

    ![image](a.png)

Good:

    ![A 3×3 kernel over a 5×5 input](a.png){: width="300" height="200" }
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from generator.checking.document import Document
from generator.checking.fault import Fault
from generator.checking.hosts import is_badge
from generator.writing.markdown import LIQUID

SHORTEST = 15
# A syllable says as much as two or three letters.
_HANGUL = re.compile(r"[가-힣]")

_EMPTY_WORDS = frozenset({
    "image", "img", "picture", "photo", "figure", "fig", "graph", "chart", "diagram", "plot", "screenshot",
    "gif", "그림", "사진", "이미지", "도표", "그래프", "차트", "도식", "화면", "스크린샷", "결과", "예시",
})  # fmt: skip
# The picture of Minimal Mistakes.
_FIGURE = re.compile(r"include\s+figure\b.*?\bimage_path\s*=\s*[\"']?([^\s\"']*)", re.DOTALL)
_ALT = re.compile(r"\balt\s*=\s*(?:[\"']([^\"']*)[\"']|([\w.]+))")
_FILE_NAME = re.compile(r"[\w./-]+\.(?:png|jpe?g|gif|svg|webp|avif|bmp|tiff?)", re.IGNORECASE)


def find(document: Document) -> Iterator[Fault]:
    """A fault for every image in Markdown, HTML or an include whose alt text says nothing."""
    for image in document.images:
        if image.alt is not None and LIQUID in image.alt:
            continue
        # A badge's words are those that it shows.
        if is_badge(image.address) and (image.alt or "").strip():
            continue
        if message := _message(image.alt, image.address):
            yield Fault(image.start, image.end, message)
    for token in document.liquid:
        if figure := _FIGURE.match(token.inside):
            alt = _ALT.search(token.inside)
            # A name without quotes is a variable of Liquid.
            if not (alt and alt[2]) and (message := _message(alt and alt[1], figure[1])):
                yield Fault(token.start, token.end, message)


def _message(alt: str | None, address: str) -> str:
    words = " ".join((alt or "").split())
    if not words:
        return f"the image {_shown(address)} has no alt text; say what it shows"
    if _FILE_NAME.fullmatch(words) or words == PurePosixPath(address).stem:
        return f"the alt text {words!r} is a file's name; say what the image shows"
    if re.sub(r"[\W\d_]+", "", words).lower() in _EMPTY_WORDS or not re.search(r"\w", words):
        return f"the alt text {words!r} says nothing; say what the image shows"
    if len(words) + len(_HANGUL.findall(words)) < SHORTEST:
        what = f"the alt text {words!r} has under {SHORTEST} characters"
        twice = ", Korean ones counted twice" if _HANGUL.search(words) else ""
        return f"{what}{twice}; say more of what the image shows"
    return ""


def _shown(address: str) -> str:
    return "with an address from Liquid" if LIQUID in address or not address else address
