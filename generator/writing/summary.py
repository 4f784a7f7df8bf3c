"""The table that Keras prints of a model, as a coloured block that posts show.

The colours are inline, because GitHub drops everything else: there the table stays, without colour. Browsers
choose between light and dark by the page's ``color-scheme``, text and ground together.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from generator.networks import Layer, Network, output_shapes, parameter_counts
from generator.painting.themes import THEMES
from generator.writing.named import model_name, network_named

# What Keras leaves for each column on a terminal of 80 characters.
_WIDTHS = (33, 24, 15)
_HEADS = ("Layer (type)", "Output Shape", "Param #")
_BYTES = 4


@dataclass(frozen=True)
class Row:
    """One layer as the table shows it; ``shape`` without the batch axis."""

    name: str
    class_name: str
    shape: tuple[int, ...]
    parameters: int


@dataclass(frozen=True)
class _Text:
    """Characters in one ink: a key of ``_INKS`` or nothing."""

    text: str
    ink: str = ""


_Line = list[_Text]

# Names of CSS variables, and the role of themes.py that each shows.
_INKS = {"c": "input-strong", "n": "output-strong", "m": "muted"}


def model_summary(network: str) -> str:
    """The ``<pre>`` block that Keras would print of a network of networks.py, coloured.

    Raises:
        GeneratorError: there is no such network.
    """
    return block(model_name(network_named(network)), rows_of(network_named(network)))


def rows_of(network: Network) -> tuple[Row, ...]:
    """The rows that Keras would print."""
    layers = zip(network.layers, output_shapes(network), parameter_counts(network), strict=True)
    return tuple(Row(layer.name, _class_name(layer), shape, count) for layer, shape, count in layers)


def block(name: str, rows: tuple[Row, ...]) -> str:
    """The table as HTML."""
    lines = "\n".join("".join(_html(part) for part in line) for line in _table(name, rows))
    return f'<pre style="{_style()}">{lines}</pre>'


def plain(name: str, rows: tuple[Row, ...]) -> str:
    """The table as Keras prints it where there are no colours."""
    return "\n".join("".join(part.text for part in line) for line in _table(name, rows))


def _table(name: str, rows: tuple[Row, ...]) -> list[_Line]:
    cells = [_cells(row) for row in rows]
    widths = [
        max(least, *(sum(len(part.text) for part in row[column]) + 2 for row in cells))
        for column, least in enumerate(_WIDTHS)
    ]
    heads = [[_Text(head)] for head in _HEADS]
    lines = [
        [_Text(f'Model: "{name}"')],
        _rule("┏┳┓", "━", widths),
        _row("┃", heads, widths),
        _rule("┡╇┩", "━", widths),
    ]
    for index, row in enumerate(cells):
        lines += [_rule("├┼┤", "─", widths)] if index else []
        lines.append(_row("│", row, widths))
    return [*lines, _rule("└┴┘", "─", widths), *_totals(sum(row.parameters for row in rows))]


def _cells(row: Row) -> list[_Line]:
    shape: _Line = [_Text("("), _Text("None", "m")]
    for size in row.shape:
        shape += [_Text(", "), _Text(str(size), "n")]
    kind = [_Text(f"{row.name} ("), _Text(row.class_name, "c"), _Text(")")]
    return [kind, [*shape, _Text(")")], [_Text(f"{row.parameters:,}", "n")]]


def _rule(corners: str, dash: str, widths: list[int]) -> _Line:
    return [_Text(corners[0] + corners[1].join(dash * width for width in widths) + corners[2], "m")]


def _row(side: str, cells: list[_Line], widths: list[int]) -> _Line:
    line: _Line = []
    for column, (cell, width) in enumerate(zip(cells, widths, strict=True)):
        room = _Text(" " * (width - 2 - sum(len(part.text) for part in cell)))
        line += [_Text(side, "m"), _Text(" "), *([room, *cell] if column == 2 else [*cell, room]), _Text(" ")]
    return [*line, _Text(side, "m")]


def _totals(count: int) -> list[_Line]:
    # Everything that our networks hold is trainable.
    counts = (("Total", count), ("Trainable", count), ("Non-trainable", 0))
    return [
        [_Text(f" {what} params: "), _Text(f"{n:,}", "n"), _Text(f" ({_memory(n)})")] for what, n in counts
    ]


def _memory(count: int) -> str:
    size, unit = float(_BYTES * count), "B"
    for larger in ("KB", "MB", "GB"):
        if size < 1024:
            break
        size, unit = size / 1024, larger
    return f"{size:.2f} {unit}"


def _html(part: _Text) -> str:
    text = escape(part.text, quote=False)
    return f'<span style="color:var(--{part.ink})">{text}</span>' if part.ink else text


def _style() -> str:
    light, dark = THEMES["light"], THEMES["dark"]
    inks = "".join(f"--{name}:light-dark({light[role]},{dark[role]});" for name, role in _INKS.items())
    # A browser that does not know light-dark() keeps the first colour and shows the inks in it.
    ground = f"background:{light['page']};background:light-dark({light['page']},{dark['page']});"
    ink = f"color:{light['ink']};color:light-dark({light['ink']},{dark['ink']});"
    # 76 characters of 13 px fit a column of 700 px; box characters join at their font's own line height.
    font = "overflow-x:auto;font:13px Menlo,Consolas,'DejaVu Sans Mono',monospace"
    return f"{inks}{ground}{ink}{font}"


def _class_name(layer: Layer) -> str:
    if layer.kind == "pool":
        return "AveragePooling2D" if layer.pooling == "average" else "MaxPooling2D"
    return {"conv": "Conv2D", "flatten": "Flatten", "dense": "Dense", "dropout": "Dropout"}[layer.kind]
