"""Marks from the SVG that Graphviz writes for Keras' tables.

Positions and boxes are Graphviz' own. Black becomes ink and white the page, so that the picture suits dark
pages, and words are set anew in the middle of their cells, because Graphviz measured them in another font.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass

from generator.errors import GeneratorError
from generator.layout import Block
from generator.metrics import text_width
from generator.scene import Area, Box, Label, Line, Mark, Points, Weight

_SVG = "{http://www.w3.org/2000/svg}"
_ROLES = {"black": "ink", "white": "page"}
_NUMBERS = re.compile(r"-?\d+(?:\.\d+)?")
_INSET = 4


@dataclass(frozen=True)
class Plot:
    """The picture, and what is written in each table from first to last."""

    block: Block
    tables: tuple[tuple[str, ...], ...]


def plot_from(svg: str, scale: float = 1.0) -> Plot:
    """The picture at ``scale`` times Graphviz' points.

    Raises:
        GeneratorError: the text is no SVG of Graphviz' kind.
    """
    try:
        graph = ET.fromstring(svg.partition("\n")[2] if svg.startswith("<!--") else svg).find(f"{_SVG}g")
    except ET.ParseError as error:
        raise GeneratorError(f"Graphviz' picture cannot be read: {error}") from error
    if graph is None or (ground := graph.find(f"{_SVG}polygon")) is None:
        raise GeneratorError("Graphviz' picture cannot be read: it has no graph")
    corners = _points(ground.get("points", ""), 0, 0, scale)
    left, top = min(x for x, _ in corners), min(y for _, y in corners)
    width, height = max(x for x, _ in corners) - left, max(y for _, y in corners) - top
    marks: list[Mark] = []
    tables: list[tuple[str, ...]] = []
    for group in graph.findall(f"{_SVG}g"):
        if group.get("class") == "edge":
            marks += _edge(group, left, top, scale)
        else:
            cells, words = _table(group, left, top, scale)
            marks += cells
            tables.append(words)
    return Plot(Block(round(width), round(height), tuple(marks)), tuple(tables))


def _points(text: str, left: float, top: float, scale: float) -> Points:
    numbers = [float(number) for number in _NUMBERS.findall(text)]
    return tuple(
        (x * scale - left, y * scale - top) for x, y in zip(numbers[::2], numbers[1::2], strict=True)
    )


def _edge(group: ET.Element, left: float, top: float, scale: float) -> list[Mark]:
    marks: list[Mark] = []
    for path in group.findall(f"{_SVG}path"):
        points = _points(path.get("d", ""), left, top, scale)
        marks.append(Line(tuple(dict.fromkeys(points)), "ink", 2))
    for head in group.findall(f"{_SVG}polygon"):
        marks.append(Area(_points(head.get("points", ""), left, top, scale), "ink"))
    return marks


def _table(group: ET.Element, left: float, top: float, scale: float) -> tuple[list[Mark], tuple[str, ...]]:
    """A table's boxes, and the words in each; words follow the box that holds them."""
    marks: list[Mark] = []
    words: list[str] = []
    cell, runs = Box(0, 0, 0, 0), list[ET.Element]()

    def write() -> None:
        if runs:
            marks.extend(_centred(runs, cell, scale))
            words.append("".join(run.text or "" for run in runs).strip())
            runs.clear()

    for element in group:
        if element.tag == f"{_SVG}polygon":
            write()
            cell = _box(element, left, top, scale)
            marks.append(cell)
        elif element.tag == f"{_SVG}text":
            runs.append(element)
    write()
    return marks, tuple(words)


def _box(polygon: ET.Element, left: float, top: float, scale: float) -> Box:
    """A rectangle on whole pixels, where its lines are sharp."""
    points = _points(polygon.get("points", ""), left, top, scale)
    x, y = round(min(x for x, _ in points)), round(min(y for _, y in points))
    right, bottom = round(max(x for x, _ in points)), round(max(y for _, y in points))
    fill, stroke = (_ROLES.get(polygon.get(name, "none")) for name in ("fill", "stroke"))
    return Box(x, y, right - x, bottom - y, fill, stroke)


def _centred(runs: list[ET.Element], cell: Box, scale: float) -> list[Label]:
    """One line of words, bold and regular ones, in the middle of a cell; smaller where it would not fit."""
    size = float(runs[0].get("font-size", "14")) * scale
    texts = [run.text or "" for run in runs]
    width = sum(text_width(text, size) for text in texts)
    if width > cell.width - 2 * _INSET:
        size *= (cell.width - 2 * _INSET) / width
        width = cell.width - 2 * _INSET
    x, y = cell.x + (cell.width - width) / 2, cell.y + cell.height / 2
    labels: list[Label] = []
    for run, text in zip(runs, texts, strict=True):
        weight: Weight = "bold" if run.get("font-weight") == "bold" else "regular"
        labels.append(Label(x, y, text, size, _ROLES[run.get("fill", "black")], "start", weight))
        x += text_width(text, size)
    return labels
