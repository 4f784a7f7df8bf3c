"""Which cells the centre of a window visits, counted and in words."""

from __future__ import annotations

import numpy as np

from generator.arithmetic import Array, Pair, output_size, pair
from generator.words import Say, an, by, counted, each_way, rows_in_words

Region = tuple[int, int, int, int]
Sides = tuple[int, int]


def centres(shape: tuple[int, ...], kernel: Pair, padding: Pair) -> Region:
    """What a window's centre visits with stride 1: (top, left, rows, columns) on the padded input."""
    sides, rings = pair(kernel), pair(padding)
    rows, columns = (output_size(side, sides[axis], 1, rings[axis]) for axis, side in enumerate(shape))
    return sides[0] // 2, sides[1] // 2, rows, columns


def visited(image: Array, region: Region, padding: Pair) -> tuple[int, int]:
    """How many of the image's own cells, and of its drawn ones, a region of the padded input holds."""
    (top, left, rows, columns), (up, before) = region, pair(padding)
    inside = np.zeros((image.shape[0] + 2 * up, image.shape[1] + 2 * before), bool)
    inside[top : top + rows, left : left + columns] = True
    own = inside[up : up + image.shape[0], before : before + image.shape[1]]
    return int(own.sum()), int((own & (image != 0)).sum())


def coverage_words(
    say: Say, image: Array, kernel: Sides, padding: Sides, regions: tuple[Region, Region]
) -> tuple[str, str]:
    """Alt text and caption."""
    rows = rows_in_words(image)
    drawn = np.count_nonzero(image)
    (few, few_drawn), (many, many_drawn) = (
        visited(image, regions[0], (0, 0)),
        visited(image, regions[1], padding),
    )
    alt = say(
        f"{by(*image.shape)} 그림 [{rows}] 위를 {by(*kernel)} 창이 움직인다. 패딩이 없으면 창의 "
        "중심은 "
        f"{by(*regions[0][2:])} 자리에 가서 그림의 {image.size}칸 가운데 {few}칸, 획 {drawn}칸 가운데 "
        f"{few_drawn}칸에 온다. "
        f"{_rings(say, padding)} {by(*regions[1][2:])} 자리로 늘어나 {many}칸, 획 {many_drawn}칸에 온다.",
        f"{an(by(*kernel), True)} window moves over the {by(*image.shape)} drawing [{rows}]. Without padding "
        "its centre has "
        f"{_places(regions[0])} and visits {few} of the {image.size} cells, {few_drawn} of the "
        f"{drawn} drawn ones. "
        f"{_rings(say, padding)} it has {_places(regions[1])}: "
        f"{counted(many, 'cell')}, {many_drawn} of them drawn.",
    )
    if few_drawn == many_drawn:
        return alt, say(
            f"창의 중심은 패딩이 없어도, 패딩이 {each_way(padding)}이어도 획 {drawn}칸 가운데 "
            f"{few_drawn}칸에 온다.",
            f"Without padding and with padding {each_way(padding)}, the window's centre visits {few_drawn} "
            "of "
            f"the {drawn} drawn cells.",
        )
    caption = say(
        f"패딩이 없으면 창의 중심은 획 {drawn}칸 가운데 {few_drawn}칸에만 오지만, "
        f"패딩이 {each_way(padding)}이면 {_of(many_drawn, int(drawn))}에 온다.",
        f"Without padding the window's centre visits {few_drawn} of the {drawn} drawn cells; with padding "
        f"{each_way(padding)}, {many_drawn}.",
    )
    return alt, caption


def _places(region: Region) -> str:
    rows, columns = region[2:]
    return f"{by(rows, columns)} place{'s' * (rows * columns > 1)}"


def _rings(say: Say, padding: Sides) -> str:
    """What the padding adds, at the beginning of a sentence."""
    up, left = padding
    if up == left:
        return say(f"0을 {up}줄 두르면", f"With {up} ring{'s' if up > 1 else ''} of zeros")
    ko = [f"위아래에 {up}줄"] * bool(up) + [f"양옆에 {left}줄"] * bool(left)
    en = [f"{counted(up, 'row')} above and below"] * bool(up)
    en += [f"{counted(left, 'column')} left and right"] * bool(left)
    return say(f"0을 {', '.join(ko)} 두르면", f"With zeros in {' and '.join(en)}")


def _of(visited: int, drawn: int) -> str:
    return f"{visited}칸 모두" if visited == drawn else f"{visited}칸"
