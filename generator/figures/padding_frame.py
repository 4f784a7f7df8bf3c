"""Why a digit gets a frame of zeros: the middle of a window reaches further out."""

from __future__ import annotations

import numpy as np

from generator.catalog import figure
from generator.data_names import class_name, data_title
from generator.errors import GeneratorError
from generator.layout import GAP, Block, above, beside, text, titled
from generator.learning.trained import Samples
from generator.parts.arrangement import Layout, on_page
from generator.parts.fitting import room
from generator.parts.panels import picture
from generator.parts.pixels.intensities import Levels
from generator.scene import Box, Drawing, Frame
from generator.words import Say, by, counted

_LARGEST_CELL = 10


@figure
def padding_frame(
    say: Say,
    data: Samples,
    *,
    padding: int = 2,
    focus: int = 20,
    digit: int = 5,
    sample: int = 0,
    layout: Layout = "row",
) -> Drawing:
    """A digit with the square that the middle of a window reaches, before padding and after.

    focus: side of that square after padding; LeNet's C3 reaches 20×20 of 32×32 pixels
    digit: the class, 0 to 9; sample: which of its pictures, from 0
    layout: "stacked" sets the two pictures under one another, for phones
    """
    levels = data.picture(digit, sample)
    side = levels.shape[0]
    _check(padding, focus, side, layout)
    outside = [_lit_outside(levels, reach) for reach in (focus - 2 * padding, focus)]
    cell = min(_LARGEST_CELL, int(_room(layout) / _pixels(side, padding, layout)))
    before = _panel(say, say("패딩 전", "Before padding"), levels, 0, focus - 2 * padding, outside[0], cell)
    after = _panel(say, say("패딩 후", "After padding"), levels, padding, focus, outside[1], cell)
    both = beside(before, after) if layout == "row" else above(before, after, gap=18)
    block = on_page(layout, both, "padding")
    words = _words(say, data.data, class_name(data.data, digit, say), side, padding, focus, outside, layout)
    return Drawing(block.width, block.height, (Frame(block.marks),), *words)


def _room(layout: Layout) -> float:
    """What the pictures share, in logical pixels."""
    return room(layout) - GAP if layout == "row" else room(layout)


def _pixels(side: int, padding: int, layout: Layout) -> int:
    """How many pixels of the pictures lie beside each other."""
    return side + 2 * padding + (side if layout == "row" else 0)


def _check(padding: int, focus: int, side: int, layout: Layout) -> None:
    # Four logical pixels are the least at which a pixel of a digit can be seen.
    most = int(_room(layout) // 4 - _pixels(side, 0, layout)) // 2
    if not 1 <= padding <= most:
        place = "a page beside the picture without padding" if layout == "row" else "a phone"
        raise GeneratorError(f"padding is {padding}; from 1 to {most} fit {place}")
    if not 2 * padding < focus <= side + 2 * padding or (side - focus) % 2:
        low, high = 2 * padding + 2 - side % 2, side + 2 * padding
        raise GeneratorError(
            f"focus is {focus}; with padding {padding} around {by(side, side)} it must be "
            f"{'even' if side % 2 == 0 else 'odd'}, to lie in the middle, and from {low} to {high}"
        )


def _lit_outside(levels: Levels, reach: int) -> int:
    """How many pixels of the drawing lie outside a square in the middle."""
    inside = np.zeros(levels.shape, bool)
    start = max((levels.shape[0] - reach) // 2, 0)
    inside[start : levels.shape[0] - start, start : levels.shape[1] - start] = True
    return int((levels[~inside] > 0).sum())


def _panel(
    say: Say, title: str, levels: Levels, padding: int, reach: int, outside: int, cell: float
) -> Block:
    side = levels.shape[0] + 2 * padding
    digit = picture(levels.astype(np.float64), cell).at(padding * cell, padding * cell)
    start = (side - reach) / 2 * cell
    square = Box(start, start, reach * cell, reach * cell, None, "frame-red", 3)
    width = side * cell
    edge = ("padding-tint", "padding-strong", 1.5, (4.0, 3.0)) if padding else (None, "grid", 1.0, None)
    ground = Box(0, 0, width, width, *edge)
    panel = Block(width, width, (ground, *digit, square) if padding else (*digit, ground, square))
    note = say(f"중심이 닿는 곳 {by(reach, reach)}", f"centres reach {by(reach, reach)}")
    left = say(f"밖에 남은 그림 {outside}픽셀", f"{counted(outside, 'drawn pixel')} outside")
    notes = above(text(note, 13), text(left, 13, "muted"), gap=2)
    return above(titled(f"{title} {by(side, side)}", panel), notes, gap=10)


def _words(
    say: Say,
    data: str,
    name: str,
    side: int,
    padding: int,
    focus: int,
    outside: list[int],
    layout: Layout,
) -> tuple[str, str]:
    """Alt text and caption."""
    title, small, padded = data_title(data, say), focus - 2 * padding, side + 2 * padding
    first = ("왼쪽", "left") if layout == "row" else ("위쪽", "upper")
    second = ("오른쪽", "right") if layout == "row" else ("아래쪽", "lower")
    alt = say(
        f"{title}의 ‘{name}’ 그림 두 장. {first[0]}은 {by(side, side)}이고 창의 중심이 닿는 "
        f"붉은 사각형은 가운데 {by(small, small)}이며 "
        f"검지 않은 픽셀 {outside[0]}개가 그 밖에 있다. {second[0]}은 둘레에 0을 {padding}줄 둘러 "
        f"{by(padded, padded)}이고 "
        f"붉은 사각형은 가운데 {by(focus, focus)}이며 밖에 있는 픽셀은 {outside[1]}개다.",
        f"Two pictures of ‘{name}’ from {title}. The {first[1]} one has {by(side, side)} pixels; the red "
        "square that a window's centre reaches "
        f"is {by(small, small)} in the middle, and {counted(outside[0], 'drawn pixel')} "
        f"{'lies' if outside[0] == 1 else 'lie'} outside it. "
        f"The {second[1]} one is framed by "
        f"{counted(padding, 'ring')} of zeros to {by(padded, padded)}; its red square is "
        f"{by(focus, focus)}, and "
        f"{counted(outside[1], 'drawn pixel')} {'lies' if outside[1] == 1 else 'lie'} outside.",
    )
    caption = say(
        f"둘레에 0을 {padding}줄 두르면 창의 중심이 {by(small, small)} 대신 {by(focus, focus)} 픽셀에 "
        "닿는다.",
        f"With {counted(padding, 'ring')} of zeros a window's centre reaches {by(focus, focus)} pixels "
        "instead of "
        f"{by(small, small)}.",
    )
    return alt, caption
