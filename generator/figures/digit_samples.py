"""What a data set looks like: a row of pictures for each class."""

from __future__ import annotations

import numpy as np

from generator.catalog import figure
from generator.data_names import class_name, data_title
from generator.errors import GeneratorError
from generator.layout import COLUMN, MARGIN, Block, framed
from generator.learning.trained import CLASSES, Samples
from generator.metrics import text_width
from generator.parts.pixels.intensities import Levels
from generator.scene import Drawing, Frame, Label, Line, Picture
from generator.words import Say, counted

_PIXELS = 28
_GAP = 2  # pixels between two pictures
_WIDEST = 48  # logical pixels from one picture to the next
_LABEL_GAP = 12


@figure
def digit_samples(say: Say, data: Samples, *, columns: int = 16) -> Drawing:
    """Rows of the data set's pictures, one class a row.

    columns: pictures of each class
    """
    if not 1 <= columns <= data.per_class:
        raise GeneratorError(f"columns is {columns}; there are 1 to {data.per_class} pictures of each class")
    names = [class_name(data.data, label, say) for label in range(CLASSES)]
    size = 15 if max(map(len, names)) == 1 else 13
    left = max(text_width(name, size) for name in names) + _LABEL_GAP
    pitch = min(_WIDEST, int((COLUMN - 2 * MARGIN - left) / columns))
    tiles = _tiles(_mosaic(data, columns), columns, pitch)
    labels = [
        Label(left - _LABEL_GAP, (row + 0.5) * pitch - _gap(pitch) / 2, name, size, "ink", "end", "bold")
        for row, name in enumerate(names)
    ]
    block = framed(Block(left + tiles.width, tiles.height, (*tiles.at(left, 0), *labels)))
    title = data_title(data.data, say)
    alt = say(
        f"{title}의 시험용 그림. 위에서 아래로 {', '.join(names)}의 열 줄이고 한 줄에 같은 클래스의 그림이 "
        f"{columns}장 있다. "
        f"그림마다 {_PIXELS}×{_PIXELS} 픽셀이고 검은 바탕에 흰색이다.",
        f"Test pictures of {title}: ten rows, from top to bottom {', '.join(names)}, with "
        f"{counted(columns, 'picture')} of one class in each. "
        f"Every picture has {_PIXELS}×{_PIXELS} pixels, white on black.",
    )
    if columns == 1:
        return Drawing(block.width, block.height, (Frame(block.marks),), alt, _one_of_each(say, title))
    caption = say(
        f"{title}에서는 같은 클래스의 그림도 모양이 서로 다르다.",
        f"In {title}, pictures of one class still differ from each other.",
    )
    return Drawing(block.width, block.height, (Frame(block.marks),), alt, caption)


def _one_of_each(say: Say, title: str) -> str:
    return say(
        f"{title}의 열 클래스에서 고른 그림 한 장씩.", f"One picture of each of the ten classes in {title}."
    )


def _mosaic(data: Samples, columns: int) -> Levels:
    """All pictures on one black ground, ``_GAP`` pixels apart."""
    step = _PIXELS + _GAP
    mosaic = np.zeros((CLASSES * step - _GAP, columns * step - _GAP), np.uint8)
    for row in range(CLASSES):
        for column in range(columns):
            top, left = row * step, column * step
            mosaic[top : top + _PIXELS, left : left + _PIXELS] = data.picture(row, column)
    return mosaic


def _tiles(mosaic: Levels, columns: int, pitch: float) -> Block:
    """The mosaic as one picture, small in a file, parted into tiles by lines in the page's colour."""
    cell, gap = pitch / (_PIXELS + _GAP), _gap(pitch)
    height, width = mosaic.shape[0] * cell, mosaic.shape[1] * cell
    down = [x * pitch - gap / 2 for x in range(1, columns)]
    across = [y * pitch - gap / 2 for y in range(1, CLASSES)]
    lines = [Line(((x, 0), (x, height)), "page", gap) for x in down] + [
        Line(((0, y), (width, y)), "page", gap) for y in across
    ]
    return Block(width, height, (Picture(0, 0, cell, tuple(row.tobytes() for row in mosaic)), *lines))


def _gap(pitch: float) -> float:
    """Logical pixels between two tiles."""
    return pitch * _GAP / (_PIXELS + _GAP)
