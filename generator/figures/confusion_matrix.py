"""Which classes a trained network takes for which."""

from __future__ import annotations

from typing import Literal

import numpy as np

from generator.catalog import figure
from generator.data_names import class_name, data_title
from generator.layout import NOTE, TITLE, Block, above, beside, framed, text
from generator.learning.trained import CLASSES
from generator.metrics import text_width
from generator.networks import NETWORKS
from generator.parts.models.chosen import Model
from generator.parts.models.confusion_words import alt_text, caption_of
from generator.parts.models.confusions import Confusions
from generator.parts.panels import fitting_size
from generator.scene import Area, Box, Drawing, Frame, Grid, Label, Mark
from generator.sources import Models
from generator.words import Say, percent

Show = Literal["counts", "shares"]

_CELL, _AIR, _SUM = 40, 10, 58
# Full shade: ink on it keeps a contrast of more than 7 in both themes.
_DARKEST, _LIGHTEST = 0.3, 0.08
# The share in percent is as wide as a count of four digits.
_WIDEST = "99.9"


@figure
def confusion_matrix(say: Say, trained: Models, *, model: Model = "paper", show: Show = "counts") -> Drawing:
    """How many test pictures of each class the network takes for which class.

    show: "counts" of pictures, or "shares" of the row's class in percent
    """
    network = trained[model]
    found = Confusions(network.confusion)
    names = [class_name(network.data, label, say) for label in range(CLASSES)]
    title = text(_title(say, model, show), TITLE, weight="bold")
    block = framed(above(title, _table(say, found, names, show), _legend(say, found), gap=14))
    data = data_title(network.data, say)
    alt = alt_text(say, found, names, data)
    if show == "shares":
        alt += say(
            " 칸에는 행의 합에 대한 백분율이 적혀 있다.", " The cells hold these counts in % of their row."
        )
    caption = caption_of(say, found, names, NETWORKS[model].title, data)
    return Drawing(block.width, block.height, (Frame(block.marks),), alt, caption)


def _title(say: Say, model: Model, show: Show) -> str:
    name = NETWORKS[model].title
    if show == "shares":
        return say(f"{name}의 혼동 행렬(행의 %)", f"Confusion matrix of {name}, in % of the row")
    return say(f"{name}의 혼동 행렬(그림 수)", f"Confusion matrix of {name}, in pictures")


def _table(say: Say, found: Confusions, names: list[str], show: Show) -> Block:
    """The cells with the names of the true classes before them, and the sums of the rows after them."""
    side = CLASSES * _CELL
    left = max(text_width(name, TITLE) for name in names) + 2 * _AIR + 20
    turned = max(text_width(name, TITLE) for name in names) > _CELL - 6
    top = (max(text_width(name, TITLE) for name in names) if turned else TITLE) + _AIR + 26
    cells = Block(side, side, (*_shades(found), *_grid(found), *_numbers(found, show)))
    marks: list[Mark] = [
        *cells.at(left, top),
        Label(left + side / 2, 8, say("예측한 클래스", "predicted class"), NOTE, "muted"),
        Label(8, top + side / 2, say("실제 클래스", "true class"), NOTE, "muted", turned=True),
        *_sums(say, found, left + side, top),
    ]
    for label, name in enumerate(names):
        middle = (label + 0.5) * _CELL
        marks.append(Label(left - _AIR, top + middle, name, TITLE, "ink", "end"))
        if turned:
            marks.append(Label(left + middle, top - _AIR, name, TITLE, "ink", "start", turned=True))
        else:
            marks.append(Label(left + middle, top - _AIR - 6, name, TITLE, "ink"))
    # As much room after the sums as before the names keeps the cells near the middle of the page.
    return Block(left + side + 2 * _SUM, top + side, tuple(marks))


def _shades(found: Confusions) -> list[Mark]:
    """The diagonal by its share of the row, mistakes by their share of the largest mistake's share."""
    marks: list[Mark] = []
    worst = found.largest_share or 1.0
    for row, column in np.ndindex(CLASSES, CLASSES):
        share = float(found.shares[row, column])
        if not found.counts[row, column]:
            continue
        role, part = ("output", share) if row == column else ("accent", share / worst)
        x, y = column * _CELL, row * _CELL
        corners = ((x, y), (x + _CELL, y), (x + _CELL, y + _CELL), (x, y + _CELL))
        marks.append(Area(corners, f"{role}-strong", opacity=_opacity(part)))
    return marks


def _opacity(part: float) -> float:
    return round(_LIGHTEST + (_DARKEST - _LIGHTEST) * part, 3)


def _grid(found: Confusions) -> list[Mark]:
    """Thin lines; the diagonal and the largest mistakes are outlined."""
    marks: list[Mark] = [Grid(0, 0, CLASSES, CLASSES, _CELL, None, "grid", "muted")]
    for label in range(CLASSES):
        marks.append(Box(label * _CELL, label * _CELL, _CELL, _CELL, None, "output-strong", 1.5))
    for row, column in found.most_frequent:
        marks.append(
            Box(column * _CELL + 1, row * _CELL + 1, _CELL - 2, _CELL - 2, None, "accent-strong", 2.5)
        )
    return marks


def _numbers(found: Confusions, show: Show) -> list[Mark]:
    size = fitting_size([_WIDEST, *(str(count) for count in found.counts.ravel().tolist())], _CELL)
    return [
        Label(
            (column + 0.5) * _CELL,
            (row + 0.5) * _CELL,
            _written(found, row, column, show),
            size,
            "ink",
            "middle",
            "bold",
        )
        for row, column in np.ndindex(CLASSES, CLASSES)
        if found.counts[row, column]
    ]


def _written(found: Confusions, row: int, column: int, show: Show) -> str:
    if show == "counts":
        return str(int(found.counts[row, column]))
    return percent(float(found.shares[row, column])).removesuffix(" %").replace("< ", "<").replace("> ", ">")


def _sums(say: Say, found: Confusions, left: float, top: float) -> list[Mark]:
    """Beside each row its sum, and the share of it that lies on the diagonal."""
    heads = (say("합계", "sum"), say("정답률", "right"))
    edges = [left + _SUM - 4, left + 2 * _SUM + 6]
    marks: list[Mark] = [
        Label(edge, top - _AIR - 6, head, NOTE, "muted", "end")
        for edge, head in zip(edges, heads, strict=True)
    ]
    for label, (count, share) in enumerate(zip(found.sums.tolist(), found.recalls.tolist(), strict=True)):
        y = top + (label + 0.5) * _CELL
        marks += [
            Label(edges[0], y, str(count), NOTE, "muted", "end"),
            Label(edges[1], y, percent(share) if count else "…", NOTE, "ink", "end"),
        ]
    return marks


def _legend(say: Say, found: Confusions) -> Block:
    """What the shades and outlines mean; mistakes only where there are some."""
    entries = [("output", 1.5, say("맞힌 그림", "right"))]
    if found.mistakes:
        entries.append(
            ("accent", 0, say("틀린 그림(색이 진할수록 잦음)", "wrong, the stronger the more often"))
        )
        entries.append(("accent", 2.5, say("가장 잦은 혼동", "most frequent mistake")))
    blocks = [_entry(role, line, words) for role, line, words in entries]
    empty = text(say("빈칸은 0", "empty cells: 0"), NOTE, "muted")
    return beside(*blocks, empty, gap=22)


def _entry(role: str, line: float, words: str) -> Block:
    side = 16
    corners = ((0, 0), (side, 0), (side, side), (0, side))
    marks: list[Mark] = [Area(corners, f"{role}-strong", opacity=_opacity(1.0))]
    if line:
        marks.append(Box(0, 0, side, side, None, f"{role}-strong", line))
    label = text(words, NOTE, "muted")
    return beside(Block(side, side, tuple(marks)), label, gap=7)
