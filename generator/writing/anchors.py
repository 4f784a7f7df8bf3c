"""The places inside a page that a ``#fragment`` can lead to, as kramdown's GFM parser names them."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape

from generator.writing.markdown import attributes, prose

_ATX = re.compile(r"^(#{1,6})[ \t]+(.+?)(?:[ \t]+#+)?[ \t]*$")
_SETEXT = re.compile(r"^ {0,3}(?:=+|-+)[ \t]*$")
_OWN_ID = re.compile(r"[ \t]\{#([^\s{}]+)\}$")
_ATTRIBUTE_LIST = re.compile(r"\{:\s*([^}\n]*)\}")
_NAMED = re.compile(r"\s#([^\s}]+)")
_ELEMENT = re.compile(r"<[a-zA-Z][\w-]*\s([^<>]*)>")
_FOOTNOTE = re.compile(r"^\[\^([^\]\n]+)\]:", re.MULTILINE)


def anchors(text: str) -> frozenset[str]:
    """The ids of headings, of ``{: #id }`` and of HTML elements, and those of footnotes."""
    visible = prose(text)
    found = set(_headings(text.split("\n"), visible.split("\n")))
    for match in _ATTRIBUTE_LIST.finditer(visible):
        found |= set(_NAMED.findall(" " + match[1]))
    for match in _ELEMENT.finditer(visible):
        values = attributes(match[1])
        found |= {values[name] for name in ("id", "name") if name in values}
    for match in _FOOTNOTE.finditer(visible):
        found |= {f"fn:{match[1]}", f"fnref:{match[1]}"}
    return frozenset(found)


def heading_id(heading: str) -> str:
    """The id of a heading: lower case, words and Hangul kept, spaces to hyphens, other signs dropped.

    Source: kramdown-parser-gfm, ``generate_gfm_header_id``.
    """
    text = "".join(_words(part) for part in re.split(r"(`+[^`]*`+)", heading))
    kept = re.sub(r"[^\w\- \t]", "", text.lower())
    return kept.replace(" ", "-").replace("\t", "-")


def _words(part: str) -> str:
    """A heading's text without its markup; code is taken as it is."""
    if part.startswith("`"):
        return part.strip("`").strip()
    part = re.sub(r"!\[[^\]]*\]\([^)]*\)", "", part)
    part = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", part)
    part = re.sub(r"</?[a-zA-Z][^<>]*>", "", part)
    part = re.sub(r"(?<!\w)(_{1,3})(?=\S)(.+?)(?<=\S)\1(?!\w)", r"\2", part)
    # Two or three hyphens become a dash, and a dash is no letter.
    return re.sub(r"--+", "", unescape(part))


def _headings(written: list[str], visible: list[str]) -> list[str]:
    """Ids of the headings; the text is the written one, because code in a heading counts."""
    seen: Counter[str] = Counter()
    found: list[str] = []
    for number, line in enumerate(visible):
        heading = _heading(number, written, visible) if line.strip() else None
        if heading is None:
            continue
        own = _OWN_ID.search(heading) or _own_list(visible, number)
        if own:
            found.append(own[1])
            continue
        name = heading_id(heading)
        found.append(f"{name}-{seen[name]}" if seen[name] else name)
        seen[name] += 1
    return found


def _heading(number: int, written: list[str], visible: list[str]) -> str | None:
    if atx := _ATX.match(written[number]):
        return atx[2]
    below = visible[number + 1] if number + 1 < len(visible) else ""
    above = visible[number - 1].strip() if number else ""
    if _SETEXT.match(below) and not above and not visible[number].startswith(("    ", "\t", ">", "- ", "|")):
        return written[number].strip()
    return None


def _own_list(visible: list[str], number: int) -> re.Match[str] | None:
    """The id in an attribute list on the line below a heading."""
    below = visible[number + 1] if number + 1 < len(visible) else ""
    return _NAMED.search(below) if _ATTRIBUTE_LIST.fullmatch(below.strip()) else None
