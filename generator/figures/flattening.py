"""A picture as one row of numbers: what lay above each other is torn apart."""

from __future__ import annotations

import numpy as np

from generator.arithmetic import Array
from generator.catalog import figure
from generator.errors import GeneratorError
from generator.layout import NOTE, TITLE, Block, above, text, titled
from generator.parts.arrangement import Layout, on_page
from generator.parts.drawings import rows_of_numbers
from generator.parts.fitting import room
from generator.parts.limits import within
from generator.parts.pixels.flat_row import ROLES, Flat, flat_row
from generator.parts.pixels.flat_words import alt, caption, count, rule
from generator.parts.pixels.sheets import Sheets, sheets
from generator.scene import Drawing, Frame, Line, Mark
from generator.words import Say, by, counted, plain

_MOST_SIDE, _MOST_CHANNELS = 1024, 1024
_DROP = 44.0  # from the picture to the row, which the lines cross
_DEFAULT = "3"


@figure
def flattening(
    say: Say,
    *,
    drawing: str | None = None,
    rows: int | None = None,
    columns: int | None = None,
    channels: int = 1,
    row: int | None = None,
    column: int | None = None,
    layout: Layout = "row",
) -> Drawing:
    """A picture and the same numbers in one row: neighbours torn apart, and the count of inputs.

    drawing: a named picture ("3", "5", "8", "arrow") or rows of numbers ("3 0 9 / 5 1 2 / …"), of one channel
    rows, columns: the size of a picture without numbers, instead of a drawing; 5 where only one is given
    row, column: the upper one of the two neighbours, from 0; by default near the middle
    layout: "stacked" is as narrow as a phone
    """
    image = _image(drawing, rows, columns, channels)
    shape = image.shape if image is not None else (_side("rows", rows), _side("columns", columns))
    flat = _flat(image, shape, channels, row, column)
    block = on_page(layout, _figure(say, flat, image, room(layout)), "columns or channels")
    words = alt(say, flat, image), caption(say, flat)
    return Drawing(block.width, block.height, (Frame(block.marks),), *words)


def _side(name: str, value: int | None) -> int:
    return within(name, 5 if value is None else value, 2 if name == "rows" else 1, _MOST_SIDE)


def _image(drawing: str | None, rows: int | None, columns: int | None, channels: int) -> Array | None:
    """The drawing's numbers; none where only a size is asked for."""
    within("channels", channels, 1, _MOST_CHANNELS)
    sized = rows is not None or columns is not None or channels > 1
    if drawing is None:
        return None if sized else rows_of_numbers(_DEFAULT)
    if sized:
        raise GeneratorError(
            f"drawing is {drawing!r}, which has rows, columns and one channel of its own; leave out rows, "
            "columns and channels, or the drawing"
        )
    image = rows_of_numbers(drawing)
    if len(image) < 2 or max(image.shape) > _MOST_SIDE:
        raise GeneratorError(
            f"the drawing has {by(*image.shape)} numbers; it needs 2 rows at least, and {_MOST_SIDE} rows or "
            "columns are the most"
        )
    return image


def _flat(
    image: Array | None, shape: tuple[int, ...], channels: int, row: int | None, column: int | None
) -> Flat:
    middle = _drawn_pair(image) if image is not None else ((shape[0] - 1) // 2, shape[1] // 2)
    upper = within("row", middle[0] if row is None else row, 0, shape[0] - 2)
    along = within("column", middle[1] if column is None else column, 0, shape[1] - 1)
    return Flat(shape[0], shape[1], channels, upper, along)


def _drawn_pair(image: Array) -> tuple[int, int]:
    """Of the drawn pixels above a drawn one that which is nearest to the middle, else the middle."""
    middle = np.array([(image.shape[0] - 2) / 2, (image.shape[1] - 1) / 2])
    pairs = np.argwhere((image[:-1] != 0) & (image[1:] != 0))
    if not len(pairs):
        return int(middle[0]), int(middle[1])
    row, column = pairs[((pairs - middle) ** 2).sum(axis=1).argmin()].tolist()
    return row, column


def _figure(say: Say, flat: Flat, image: Array | None, width: float) -> Block:
    size = by(flat.rows, flat.columns) + (f"×{flat.channels}" if flat.channels > 1 else "")
    picture = sheets(flat.rows, flat.columns, flat.channels, (flat.row, flat.column), image, width)
    texts = [plain(value) for value in image.ravel()] if image is not None else _letters(flat.channels)
    row = flat_row(flat, texts, say(f"{flat.distance:,}칸", counted(flat.distance, "place")), width)
    upper = titled(say(f"그림 {size}", f"Picture {size}"), picture.block)
    top = above(upper, row.block, gap=_DROP)
    shift = round((top.width - picture.block.width) / 2), upper.height - picture.block.height
    left = round((top.width - row.block.width) / 2)
    lines = _lines(picture, shift, [left + middle for middle in row.middles], upper.height + _DROP)
    inputs, rules = text(count(say, flat), TITLE, "ink", "bold"), text(rule(say, flat), NOTE, "muted")
    return above(top.with_marks(lines), above(inputs, rules, gap=4), gap=12)


def _letters(channels: int) -> list[str]:
    return list("RGB") if channels == 3 else []


def _lines(picture: Sheets, shift: tuple[float, float], ends: list[float], floor: float) -> list[Mark]:
    """From both pixels along the picture's grid to its foot, and on to their places in the row."""
    found: list[Mark] = []
    for (x, y), end, role in zip(picture.corners, ends, ROLES, strict=True):
        begin, foot = (x + shift[0], y + shift[1]), shift[1] + picture.block.height
        points = begin, (begin[0], foot + 6), (end, floor - 4)
        found.append(Line(points, f"{role}-strong", 1.5, None, True))
    return found
