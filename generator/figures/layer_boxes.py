"""A network's layers as boxes with their shapes."""

from __future__ import annotations

from typing import Literal

from generator.catalog import figure
from generator.errors import GeneratorError
from generator.graph import Graph, Node
from generator.layout import Block, framed
from generator.parts.networks.branch_boxes import HIGHEST, BranchBox, branch_boxes
from generator.parts.networks.graph_part import part_of
from generator.parts.networks.layer_rows import in_column, in_rows, keras_shape, layer_table, role_of
from generator.scene import Drawing, Frame
from generator.sources import Graphs
from generator.words import Say

_MARGIN = 12

Direction = Literal["right", "down"]


@figure
def layer_boxes(
    say: Say,
    graphs: Graphs,
    *,
    model: str = "paper",
    show_shapes: bool = True,
    direction: Direction = "right",
    start: str | None = None,
    end: str | None = None,
) -> Drawing:
    """The layers as boxes with name, class and shapes, as Keras' plot_model draws them but without Graphviz.

    model: a built-in network or a model of yours; one with branches is drawn from top to bottom
    show_shapes: whether the shapes that enter and leave each layer are written; None stands for any count
    direction: "right" in rows from left to right, "down" from top to bottom
    start, end: the first and the last layer of the part that is shown
    """
    graph = graphs[model]
    part = part_of(graph, start, end)
    whole = len(part.nodes) == len(graph.nodes)
    if part.sequential:
        block = _chain(part, show_shapes, direction, say)
    else:
        block = branch_boxes(_branches(part, whole, show_shapes, say))
    block = framed(block, margin=_MARGIN)
    alt, caption = _alt(graph, part, show_shapes, say), _caption(graph, part, say)
    return Drawing(block.width, block.height, (Frame(block.marks),), alt, caption)


def _chain(part: Graph, show_shapes: bool, direction: Direction, say: Say) -> Block:
    rows = layer_table(part)
    block = (in_rows if direction == "right" else in_column)(rows, show_shapes, say)
    if block.height > HIGHEST:
        raise GeneratorError(
            f"the {len(rows)} layers of {part.name!r} would be {block.height:.0f} px high, and a figure is "
            f"at most {HIGHEST:.0f}; show a part of them with start and end"
        )
    return block


def _branches(part: Graph, whole: bool, show_shapes: bool, say: Say) -> list[BranchBox]:
    shown = {node.name for node in part.nodes} | ({"input"} if whole else set())
    boxes = []
    if whole:
        lines = (keras_shape(part.input_shape),) if show_shapes else ()
        boxes.append(BranchBox("input", (say("입력", "pictures"), *lines), "input", ()))
    for node in part.nodes:
        lines = (node.class_name, *((keras_shape(node.output_shape),) if show_shapes else ()))
        read = tuple(name for name in node.inputs if name in shown)
        role = role_of(node.class_name, len(node.inputs))
        boxes.append(BranchBox(node.name, lines, role, read, len(read) < len(node.inputs)))
    return boxes


def _caption(graph: Graph, part: Graph, say: Say) -> str:
    if len(part.nodes) < len(graph.nodes):
        names = f"{part.nodes[0].name} … {part.nodes[-1].name}"
        return say(
            f"{graph.title}의 층 {len(graph.nodes)}개 가운데 {len(part.nodes)}개: {names}.",
            f"{len(part.nodes)} of the {len(graph.nodes)} layers of {graph.title}: {names}.",
        )
    first, last = keras_shape(graph.input_shape), keras_shape(graph.nodes[-1].output_shape)
    count, total = len(graph.nodes), graph.parameters
    classes = graph.nodes[-1].activation == "softmax"
    made = say("확률이", "probabilities") if classes else say("출력이", "outputs")
    return say(
        f"{graph.title}의 층 {count}개: {first} 모양의 그림이 {last} 모양의 {made} 되기까지. "
        f"매개변수는 모두 {total:,}개다.",
        f"The {count} layers that turn pictures of shape {first} into {made} of shape {last}: "
        f"{graph.title} has {total:,} parameters.",
    )


def _alt(graph: Graph, part: Graph, show_shapes: bool, say: Say) -> str:
    if not part.sequential:
        return _alt_of_branches(graph, part, show_shapes, say)
    chain = " → ".join(_in_words(node, show_shapes) for node in part.nodes)
    start = keras_shape(part.input_shape)
    return say(
        f"{graph.title}의 층을 상자로 그려 화살표로 이었다. 입력 {start} → {chain}.",
        f"The layers of {graph.title} as boxes joined by arrows. Input {start} → {chain}.",
    )


def _in_words(node: Node, show_shapes: bool) -> str:
    words = f"{node.name} ({node.class_name})"
    return f"{words} {keras_shape(node.output_shape)}" if show_shapes else words


def _alt_of_branches(graph: Graph, part: Graph, show_shapes: bool, say: Say) -> str:
    read = "; ".join(f"{', '.join(node.inputs)} → {_in_words(node, show_shapes)}" for node in part.nodes)
    count = len(part.nodes)
    return say(
        f"{graph.title}의 층 {count}개를 위에서 아래로 상자로 그려 화살표로 이었다. 갈래가 있다. "
        f"입력의 모양은 {keras_shape(graph.input_shape)}. {read}.",
        f"{count} layers of {graph.title} as boxes from top to bottom, joined by arrows, with branches. "
        f"The input's shape is {keras_shape(graph.input_shape)}. {read}.",
    )
