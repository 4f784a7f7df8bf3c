"""Keras' own picture of a network."""

from __future__ import annotations

from generator.catalog import figure
from generator.errors import GeneratorError
from generator.figures.layer_boxes import layer_boxes
from generator.layout import COLUMN, MARGIN, framed
from generator.learning.graphviz_marks import Plot, plot_from
from generator.learning.keras_plot import PlotOptions, Plots
from generator.networks import NETWORKS
from generator.parts.models.chosen import Model
from generator.scene import Drawing, Frame
from generator.sources import Graphs
from generator.words import Say

# Keras writes 14 points; a note in a figure is 13 pixels, and nothing legible is under 11.
_SCALE, _SMALLEST = 13 / 14, 11 / 14


@figure
def keras_plot_model(
    say: Say,
    graphs: Graphs,
    plots: Plots,
    *,
    model: Model = "paper",
    show_shapes: bool = True,
    show_layer_names: bool = True,
    show_dtype: bool = False,
    show_layer_activations: bool = False,
) -> Drawing:
    """What keras.utils.plot_model draws, exactly; without Graphviz, layer_boxes stands in.

    The options are Keras' own. The layers stand above each other: side by side they would not fit a page, and
    layer_boxes reads from left to right.
    """
    options = PlotOptions(show_shapes, show_layer_names, show_dtype, show_layer_activations)
    svg = plots.svg(NETWORKS[model], options)
    if svg is None:
        return layer_boxes(say, graphs, model=model, show_shapes=show_shapes)
    plot = _fitting(svg)
    block = framed(plot.block)
    return Drawing(
        block.width, block.height, (Frame(block.marks),), _alt(model, plot, say), _caption(model, say)
    )


def _fitting(svg: str) -> Plot:
    """The picture at its best size that fits a page's column.

    Raises:
        GeneratorError: it does not fit at the smallest size that can be read.
    """
    plot = plot_from(svg, _SCALE)
    room = COLUMN - 2 * MARGIN
    if plot.block.width <= room:
        return plot
    scale = _SCALE * room / plot.block.width
    if scale < _SMALLEST:
        raise GeneratorError(
            f"Keras' picture would be {plot.block.width:.0f} px wide, and a page has room for {room}; "
            "leave out show_dtype or show_shapes, or use layer_boxes"
        )
    return plot_from(svg, scale)


def _caption(model: Model, say: Say) -> str:
    title = NETWORKS[model].title
    return say(
        f"keras.utils.plot_model 함수가 그린 {title}: 층은 위에서 아래로 이어지고 None은 그림의 개수다.",
        f"{title} as keras.utils.plot_model draws it: layers follow each other downwards; None is the "
        "count of pictures.",
    )


def _alt(model: Model, plot: Plot, say: Say) -> str:
    title = NETWORKS[model].title
    chain = " → ".join(", ".join(words) for words in plot.tables)
    return say(
        f"Keras가 그린 {title}의 층: 위에서 아래로 표 {len(plot.tables)}개를 화살표로 이었다. {chain}.",
        f"The layers of {title} as Keras draws them: {len(plot.tables)} tables from top to bottom, joined "
        f"by arrows. {chain}.",
    )
