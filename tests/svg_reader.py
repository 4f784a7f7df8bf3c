"""What a browser makes of the documents' CSS: just enough to tell which elements show at a moment."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.etree import ElementTree

SVG = "{http://www.w3.org/2000/svg}"


@dataclass
class Sheet:
    """Declarations by selector, keyframes by name (share of the time, opacity), and the rules in media."""

    rules: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    keyframes: dict[str, list[tuple[float, float]]] = field(default_factory=dict)
    media: dict[str, Sheet] = field(default_factory=dict)


def read_sheet(css: str) -> Sheet:
    """A style sheet without comments and strings."""
    sheet = Sheet()
    for head, body in _blocks(css):
        if head.startswith("@keyframes"):
            sheet.keyframes[head.split()[1]] = _keyframes(body)
        elif head.startswith("@media"):
            sheet.media[head.removeprefix("@media").strip()] = read_sheet(body)
        else:
            for selector in head.split(","):
                sheet.rules.append((selector.strip(), _declarations(body)))
    return sheet


def _blocks(css: str) -> list[tuple[str, str]]:
    blocks: list[tuple[str, str]] = []
    depth = begin = opening = 0
    for place, sign in enumerate(css):
        if sign == "{":
            opening = opening if depth else place
            depth += 1
        elif sign == "}":
            depth -= 1
            if not depth:
                blocks.append((css[begin:opening].strip(), css[opening + 1 : place]))
                begin = place + 1
    assert depth == 0, "braces do not match"
    assert not css[begin:].strip(), "something stands outside of all rules"
    return blocks


def _keyframes(body: str) -> list[tuple[float, float]]:
    steps = []
    for heads, inside in _blocks(body):
        for head in heads.split(","):
            share = {"from": 0.0, "to": 1.0}.get(head.strip())
            steps.append(
                (
                    float(head.strip().rstrip("%")) / 100 if share is None else share,
                    _opacity(_declarations(inside)),
                )
            )
    return sorted(steps)


def _declarations(body: str) -> dict[str, str]:
    pairs = (part.split(":", 1) for part in body.split(";") if part.strip())
    return {name.strip(): value.strip() for name, value in pairs}


def _opacity(declarations: dict[str, str]) -> float:
    if declarations.get("visibility") == "hidden" or declarations.get("display") == "none":
        return 0.0
    return float(declarations.get("opacity", 1))


def matches(selector: str, element: ElementTree.Element) -> bool:
    """Whether a selector of one class, element or attribute prefix is the element's."""
    classes = element.get("class", "")
    if found := re.fullmatch(r"\[class\^=['\"]?([\w-]+)['\"]?\]", selector):
        return classes.startswith(found[1])
    name, *wanted = selector.split(".")
    return (not name or element.tag == SVG + name) and set(wanted) <= set(classes.split())


def style_of(sheet: Sheet, element: ElementTree.Element) -> dict[str, str]:
    """The declarations that hold for an element, later ones over earlier ones."""
    found: dict[str, str] = {}
    for selector, declarations in sheet.rules:
        if matches(selector, element):
            found.update(declarations)
    return found


def shows(sheet: Sheet, motion: Sheet | None, element: ElementTree.Element, seconds: float) -> bool:
    """Whether the element itself shows, at rest (without ``motion``) or so long after the start."""
    at_rest = _opacity(style_of(sheet, element))
    if motion is None:
        return at_rest > 0
    animated = style_of(motion, element)
    words = animated.get("animation", "").split()
    name = animated.get("animation-name") or next((word for word in words if word in sheet.keyframes), None)
    if not name or not words:
        return at_rest > 0
    assert "infinite" in words
    assert {"step-end", "steps(1)"} & set(words)
    period = next(float(word[:-1]) for word in words if re.fullmatch(r"[\d.]+s", word))
    share = seconds % period / period
    current = at_rest
    for begin, opacity in {**sheet.keyframes, **motion.keyframes}[name]:
        if begin <= share:
            current = opacity
    return current > 0


def visible(svg: str, tag: str, seconds: float | None) -> list[ElementTree.Element]:
    """The elements of a tag that show, back to front: at rest (None), or at a time with motion."""
    root = ElementTree.fromstring(svg)
    sheet = read_sheet("".join(style.text or "" for style in root.iter(SVG + "style")))
    motions = [inside for query, inside in sheet.media.items() if "prefers-reduced-motion" in query]
    motion = motions[0] if motions and seconds is not None else None
    found: list[ElementTree.Element] = []

    def walk(element: ElementTree.Element) -> None:
        if element.tag == SVG + "defs" or not shows(sheet, motion, element, seconds or 0):
            return
        if element.tag == SVG + tag:
            found.append(element)
        for child in element:
            walk(child)

    walk(root)
    return found
