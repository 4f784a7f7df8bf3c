"""Reading Markdown as far as checks need it: prose without code, comments and Liquid; images; links.

What is left out becomes spaces of the same length, so that every place keeps its line and column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from typing import Literal

from generator.front import FRONT

# Stands for what only Liquid knows, such as the address in ![…]({{ page.image }}).
LIQUID = "\x00"

_FENCE = re.compile(
    r"^[ >\t]*+(?:[-*+] |\d+\. )?[ \t]*(`{3,}|~{3,})[^\n`]*\n.*?(?:^[ >\t]*\1[`~]*[ \t]*$|\Z)",
    re.DOTALL | re.MULTILINE,
)
_HIDDEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(?P<tag>pre|code|script|style)\b.*?</(?P=tag)>"
    r"|\{%-?\s*(?P<block>highlight|comment)\b.*?\{%-?\s*end(?P=block)\s*-?%\}",
    re.DOTALL | re.IGNORECASE,
)
_CODE_SPAN = re.compile(r"(?<!`)(?P<ticks>`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)(?P=ticks)(?!`)", re.DOTALL)
_COMMENT_OR_CODE = re.compile(f"{_HIDDEN.pattern}|{_CODE_SPAN.pattern}", re.DOTALL | re.IGNORECASE)
_LIQUID = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
_LIST_ITEM = re.compile(r"[ \t>]*(?:[-*+]|\d+[.)])[ \t]")

_BRACKETS = r"((?:[^\[\]\\]|\\.|!?\[(?:[^\[\]\\]|\\.)*\](?:\([^()\n]*\))?)*)"
_ADDRESS = r"\(\s*(<[^>\n]*>|(?:[^\s()\\]|\\.|\([^\s()]*\))*)(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)"
_IMAGE = re.compile(rf"!\[{_BRACKETS}\](?:{_ADDRESS}|\[[^\]\n]*\])")
_LINK = re.compile(rf"(?<![!\\])\[{_BRACKETS}\]{_ADDRESS}")
_DEFINITION = re.compile(r"^ {0,3}\[(?!\^)[^\]\n]+\]:[ \t]*<?([^\s>]+)", re.MULTILINE)
_TAG = re.compile(r"<(img|a|source|video)\b((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>", re.IGNORECASE)
_LIST = re.compile(r"\{:((?:[^}\n\\]|\\.)*)\}")
_ATTRIBUTE = re.compile(r"([a-zA-Z-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")


@dataclass(frozen=True)
class Image:
    """An image from ``start`` to ``end``; ``alt`` is ``None`` where there is none at all.

    ``place`` is where the address stands, ``None`` where it stands elsewhere or nowhere. ``values`` are the
    attributes of an HTML element, or of the attribute list that follows up to ``list_end``.
    """

    start: int
    end: int
    alt: str | None
    address: str
    place: tuple[int, int] | None = None
    html: bool = False
    values: Mapping[str, str] = field(default_factory=dict)
    list_end: int = 0


@dataclass(frozen=True)
class Code:
    """Code from ``start`` to ``end``: a fence, Liquid's highlight, a line, a span, an element."""

    start: int
    end: int
    kind: Literal["fence", "highlight", "indented", "span", "element"]


@dataclass(frozen=True)
class Link:
    """Any address that a page leads to or shows, as it is written from ``start`` to ``end``."""

    start: int
    end: int
    address: str


@dataclass(frozen=True)
class Fence:
    """A fenced block of code from ``start`` to ``end``; ``inner`` is its content, ``info`` its first word."""

    start: int
    end: int
    inner: tuple[int, int]
    info: str


def fences(text: str) -> Iterator[Fence]:
    """The fenced blocks of a text, in order."""
    for match in _FENCE.finditer(FRONT.sub(lambda found: _blank(found.group()), text)):
        head, _, rest = match.group().partition("\n")
        begin = match.start() + len(head) + 1
        closed = rest.rstrip(" \t").endswith(match[1])
        end = begin + (max(rest.rfind("\n"), 0) if closed else len(rest))
        words = head.partition(match[1])[2].strip("`~ \t{").split()
        yield Fence(match.start(), match.end(), (begin, end), words[0] if words else "")


def prose(text: str) -> str:
    """The text with spaces for front matter, code and comments, and ``LIQUID`` for what Liquid reads."""
    plain = uncoded(text)
    # Behind the last end there is nothing to find, however many braces open there.
    end = max(plain.rfind("}}"), plain.rfind("%}")) + 2
    return _LIQUID.sub(lambda found: re.sub(r"[^\n]", LIQUID, found.group()), plain[:end]) + plain[end:]


def uncoded(text: str) -> str:
    """The text with spaces for front matter, code and comments."""
    for pattern in (FRONT, _FENCE, _HIDDEN):
        text = pattern.sub(lambda found: _blank(found.group()), text)
    return _CODE_SPAN.sub(lambda found: _blank(found.group()), _without_indented_code(text))


def code(text: str) -> Iterator[Code]:
    """The code of a text, in order; what is in one of the others is not told again."""
    text = FRONT.sub(lambda found: _blank(found.group()), text)
    found = [Code(*match.span(), "fence") for match in _FENCE.finditer(text)]
    text = _FENCE.sub(lambda match: _blank(match.group()), text)
    without = _without_indented_code(text)
    lines = [match.span() for match in re.finditer(r"[^\n]+", text)]
    found += [Code(*span, "indented") for span in lines if without[slice(*span)] != text[slice(*span)]]
    for match in _COMMENT_OR_CODE.finditer(without):
        if match["ticks"] or match["tag"] in ("pre", "code"):
            found.append(Code(*match.span(), "span" if match["ticks"] else "element"))
        elif match["block"] == "highlight":
            found.append(Code(*match.span(), "highlight"))
    yield from sorted(found, key=lambda one: one.start)


def comments(text: str) -> list[tuple[int, int]]:
    """Where HTML comments start and end that are no code; a comment may itself hold code."""
    for pattern in (FRONT, _FENCE):
        text = pattern.sub(lambda found: _blank(found.group()), text)
    text = _without_indented_code(text)
    return [match.span() for match in _COMMENT_OR_CODE.finditer(text) if match.group().startswith("<!--")]


def images(text: str) -> Iterator[Image]:
    """The images of prose: Markdown's and HTML's, in order."""
    found = [_markdown_image(match) for match in _IMAGE.finditer(text)]
    found += [_html_image(match) for match in _TAG.finditer(text) if match[1].lower() == "img"]
    yield from sorted(found, key=lambda image: image.start)


def _markdown_image(match: re.Match[str]) -> Image:
    listed = _LIST.match(match.string, match.end())
    return Image(
        *match.span(),
        unescape(_unescaped(match[1])),
        _address(match[2] or LIQUID),
        None if match[2] is None else _inside(match[2], match.start(2)),
        values=attributes(listed[1]) if listed else {},
        list_end=listed.end() if listed else match.end(),
    )


def _html_image(match: re.Match[str]) -> Image:
    values = attributes(match[2])
    source = re.search(r"(?<![\w-])src\s*=\s*[\"']?", match[2], re.IGNORECASE)
    start = match.start(2) + source.end() if source else 0
    written = re.match(r"[^\"'>\s]*", match.string[start:])
    place = (start, start + written.end()) if source and written else None
    return Image(*match.span(), values.get("alt"), values.get("src", ""), place, True, values, match.end())


def _inside(written: str, start: int) -> tuple[int, int]:
    """Where an address stands without the pointed brackets round it."""
    bare = written.strip("<>")
    at = start + written.index(bare)
    return at, at + len(bare)


def links(text: str) -> Iterator[Link]:
    """Every address in prose, in order: links, images, definitions, HTML's href and src."""
    outer = list(_LINK.finditer(text))
    found = {_link(match, 2) for match in [*outer, *_IMAGE.finditer(text)] if match[2] is not None}
    # An image may stand in a link's brackets, but a pattern finds only the outer one.
    for link in outer:
        found |= {_link(match, 2) for match in _IMAGE.finditer(text, *link.span(1)) if match[2] is not None}
    found |= {Link(*match.span(1), match[1]) for match in _DEFINITION.finditer(text)}
    for match in _TAG.finditer(text):
        for attribute in _ATTRIBUTE.finditer(text, *match.span(2)):
            name, value = _named_value(attribute)
            if name in ("href", "src", "poster"):
                found.add(Link(*attribute.span(), value))
    yield from sorted(found, key=lambda link: (link.start, link.end))


def attributes(text: str) -> dict[str, str]:
    """The attributes of an HTML tag or of kramdown's ``{: …}``."""
    return dict(_named_value(match) for match in _ATTRIBUTE.finditer(text))


def _named_value(match: re.Match[str]) -> tuple[str, str]:
    return match[1].lower(), unescape(match[2] or match[3] or match[4] or "")


def _link(match: re.Match[str], group: int) -> Link:
    return Link(*match.span(group), _address(match[group]))


def _address(written: str) -> str:
    return unescape(_unescaped(written.strip("<>")))


def _unescaped(text: str) -> str:
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def _without_indented_code(text: str) -> str:
    """Lines of four spaces after an empty line are code, unless they belong to a list."""
    lines = text.split("\n")
    in_list, code, empty_before = False, False, True
    for number, line in enumerate(lines):
        if not line.strip():
            empty_before = True
            continue
        indented = line.startswith(("    ", "\t"))
        if not indented:
            in_list = bool(_LIST_ITEM.match(line)) or (in_list and (line[0] in " \t" or not empty_before))
        code = indented and not in_list and (code or empty_before)
        if code:
            lines[number] = _blank(line)
        empty_before = False
    return "\n".join(lines)
