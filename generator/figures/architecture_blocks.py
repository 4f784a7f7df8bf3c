"""A network as blocks in perspective, from its input to its classes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from generator.catalog import figure
from generator.errors import GeneratorError
from generator.graph import Graph
from generator.layout import COLUMN, NOTE, Block, above, framed
from generator.parts.arrangement import PHONE, Layout
from generator.parts.cuboid import cuboid
from generator.parts.limits import low_enough
from generator.parts.networks.layer_words import (
    has_window,
    kind_in_words,
    legend,
    window_in_short,
    window_in_words,
)
from generator.parts.networks.links import lift, link, sees_all
from generator.parts.networks.solid_row import Placed, Worded, extent, in_row, words_of
from generator.parts.networks.solids import Rule, Scale, Solid, rule_of, shown, solids
from generator.parts.paragraph import paragraph
from generator.scene import Drawing, Frame, Line, Mark
from generator.sources import Graphs
from generator.words import Say

_MARGIN = 12
# Rows of a long network are joined by arrows at their ends.
_ARROW = 24.0
# Heights of the tallest block to try, the most beautiful first.
_HEIGHTS = (150.0, 130.0, 110.0, 90.0)
# How wide the page is, and the most rows for it.
_PAGES: dict[Layout, tuple[float, int]] = {"row": (COLUMN, 4), "stacked": (PHONE, 8)}


@figure
def architecture_blocks(
    say: Say, graphs: Graphs, *, model: str = "paper", scale: Scale = "auto", layout: Layout = "row"
) -> Drawing:
    """A network as blocks in perspective with shapes, windows and units, from its input to its classes.

    model: "paper", "post", "fashion", "alexnet", or a model of your own without branches
    scale: sides "linear" or by their square "root"; "auto" is linear where the smallest side can be seen
    layout: "stacked" is for phones: the blocks in several short rows
    """
    graph = graphs[model]
    rule = rule_of(graph, scale)
    page, most = _PAGES[layout]
    room = page - 2.0 * _MARGIN
    rows = _fitting(graph, rule, room, most, say)
    row = [one.solid for part in rows for one in part]
    drawn = [_drawn(part, room, index > 0, index < len(rows) - 1) for index, part in enumerate(rows)]
    foot = above(legend(row, room, say), paragraph(_rule(row, rule, say), room, NOTE, "muted"), gap=6)
    block = low_enough(framed(above(*drawn, foot, gap=22), page, _MARGIN), "model")
    alt, caption = _alt(graph, row, rule, say), _caption(graph, row, say)
    return Drawing(block.width, block.height, (Frame(block.marks),), alt, caption)


def _fitting(graph: Graph, rule: Rule, room: float, most: int, say: Say) -> list[list[Placed]]:
    """The solids in as few rows as hold them, and in these as large as they can be."""
    for count in range(1, most + 1):
        inside = room if count == 1 else room - 2 * _ARROW
        for tallest in _HEIGHTS:
            row = solids(graph, rule, tallest)
            for lines in (1, 2):
                rows = [in_row(part, inside, 0) for part in _parts(_worded(row, lines, say), count)]
                if all(rows):
                    return [placed for placed in rows if placed]
    raise GeneratorError(
        f"the network {graph.name!r} has {len(shown(graph))} layers to draw, too many for one picture at a "
        "legible size; choose another model"
    )


def _parts(row: list[Worded], count: int) -> list[list[Worded]]:
    """Rows of nearly the same length."""
    cuts = [round(len(row) * index / count) for index in range(count + 1)]
    return [row[start:end] for start, end in pairwise(cuts) if start < end]


def _name(name: str, say: Say) -> str:
    """A layer's name, in the reader's language where it is only a word."""
    return {"input": say("입력", "input"), "output": say("출력", "output")}.get(name, name)


def _worded(row: Sequence[Solid], lines: int, say: Say) -> list[Worded]:
    """The solids with their names, windows and shapes, these in one line or two."""
    found = []
    for solid, after in zip(row, [*row[1:], None], strict=True):
        window = [window_in_short(solid.node)] if solid.node and has_window(solid.node) else []
        taller = after is not None and sees_all(solid, after) and after.height > solid.height
        shape = solid.words
        cut = shape.rfind("×")
        under = (shape,) if lines == 1 or cut < 0 else (shape[:cut], shape[cut:])
        found.append(Worded(solid, (_name(solid.name, say), *window), under, taller))
    return found


def _drawn(row: Sequence[Placed], room: float, goes_on: bool, leads_on: bool) -> Block:
    top, bottom = extent(row)
    marks: list[Mark] = []
    for index, one in enumerate(row):
        behind, front = link(row[index - 1], one) if index else ([], [])
        solid = cuboid(one.solid.thickness, one.solid.height, one.solid.depth, one.solid.role, 1.2)
        marks += [*behind, *solid.at(one.front, one.top), *front]
    lifts = [0.0, *(lift(before, after) for before, after in pairwise(row))]
    marks += [label for one, higher in zip(row, lifts, strict=True) for label in words_of(one, higher)]
    shift = _ARROW if goes_on or leads_on else 0.0
    inner = Block(0, 0, tuple(marks)).at(shift, top)
    arrows = [Line(((0, top), (_ARROW - 6, top)), arrow=True)] * goes_on
    arrows += [Line(((room - _ARROW + 6, top), (room, top)), arrow=True)] * leads_on
    return Block(room, top + bottom, (*inner, *arrows))


def _rule(row: Sequence[Solid], rule: Rule, say: Say) -> str:
    if all(solid.is_bar for solid in row):
        return say(
            "막대의 높이는 유닛 수의 제곱근에 비례", "the height of bars by the square root of their units"
        )
    if rule == "linear":
        return say(
            "변은 실제 비율, 두께와 막대는 채널과 유닛 수의 제곱근에 비례",
            "sides to scale; thickness (channels) and bars (units) by the square root",
        )
    return say(
        "변, 두께, 막대는 모두 크기, 채널, 유닛 수의 제곱근에 비례",
        "sides, thickness (channels) and bars (units) all by the square root",
    )


def _caption(graph: Graph, row: Sequence[Solid], say: Say) -> str:
    blocks = [solid for solid in row if not solid.is_bar]
    first, last, end = blocks[:1], blocks[-1:], row[-1].words
    if len(blocks) > 1 and last[0].places < first[0].places and last[0].shape[-1] > first[0].shape[-1]:
        a, b = first[0].words, last[0].words
        return say(
            f"{graph.title}의 구조. 층을 지날수록 변은 짧아지고 채널은 늘어({a} → {b}) 출력 {end}에 이른다.",
            f"{graph.title}: from layer to layer sides shrink and channels grow in number, {a} to {b}, up "
            "to an "
            f"output of {end}.",
        )
    return say(
        f"{graph.title}의 구조. 입력 {row[0].words}에서 출력 {end}까지 층마다 모양을 적었다.",
        f"{graph.title} from an input of {row[0].words} to an output of {end}, with the shape after every "
        "layer.",
    )


def _alt(graph: Graph, row: Sequence[Solid], rule: Rule, say: Say) -> str:
    chain = ", ".join(_in_words(solid, say) for solid in row)
    drawn = {solid.name for solid in row}
    idle = ", ".join(node.name for node in graph.nodes if node.name not in drawn)
    rest = say(f" 그리지 않은 층: {idle}.", f" Not drawn: {idle}.") if idle else ""
    return say(
        f"{graph.title}의 층을 왼쪽에서 오른쪽으로 비스듬히 본 입체로 그렸다. {chain}.{rest} "
        f"{_rule(row, rule, say)}.",
        f"The layers of {graph.title} as solids in oblique view, from left to right: {chain}.{rest} "
        f"{_rule(row, rule, say).capitalize()}.",
    )


def _in_words(solid: Solid, say: Say) -> str:
    if solid.node is None:
        return f"{say('입력', 'input')} {solid.words}"
    window = f", {window_in_words(solid.node, say)}" if has_window(solid.node) else ""
    return f"{_name(solid.name, say)} ({kind_in_words(solid.node, say)}{window}) {solid.words}"
