"""Networks as blocks in perspective, as chains of layers, and in the order of their years."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from math import sqrt

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generator import catalog
from generator.errors import GeneratorError
from generator.graph import Graph, graph_of
from generator.history import HUMAN_ERROR, MILESTONES
from generator.networks import DESCRIBED, Layer, Network
from generator.parts.convolutions.convolution_shapes import convolution_shapes
from generator.parts.networks.affine_arrays import arrays_of
from generator.parts.networks.links import sees_all
from generator.parts.networks.solid_row import Placed, in_row
from generator.parts.networks.solids import TALLEST, solids
from generator.scene import Area, Box, Dot, Drawing, Label, Line
from generator.unrolled import im2col
from generator.words import Language, Say
from generator.writing.facts import FACTS
from tests.drawn import drawn, words
from tests.legible import assert_apart, assert_within


def with_network(network: Network | Graph, language: Language = "en", **parameters: object) -> Drawing:
    """The blocks of a network that is not built in."""
    graph = network if isinstance(network, Graph) else graph_of(network)
    sources = {"say": lambda: Say(language), "graphs": lambda: {graph.name: graph}}
    return catalog.draw("architecture_blocks", {"model": graph.name, **parameters}, sources)


def convolutions(*names: str, filters: int = 8) -> tuple[Layer, ...]:
    return tuple(Layer(name, "conv", filters=filters, kernel=3, padding="same") for name in names)


# The sizes that the paper's own numbers give: 55 after the first layer, 27, 13, 6 after the poolings.
ALEXNET = (
    ["227×227", "55×55", "27×27", "27×27", "13×13", "13×13", "13×13", "13×13", "6×6"],
    ["×3", "×96", "×96", "×256", "×256", "×384", "×384", "×256", "×256"],
)


def test_alexnet_has_the_sizes_of_its_paper_and_its_three_dense_layers() -> None:
    texts = [
        mark.text for mark in drawn("architecture_blocks", model="alexnet").frames[0].marks if is_label(mark)
    ]
    assert [text for text in texts if text in ALEXNET[0] and "×" in text[1:]] == ALEXNET[0]
    assert [text for text in texts if text.startswith("×")] == ALEXNET[1]
    assert [text for text in texts if text.endswith("00") or text == "4,096"] == ["4,096", "4,096", "1,000"]
    assert "11×11/4" in texts


def is_label(mark: object) -> bool:
    return isinstance(mark, Label)


@pytest.mark.parametrize("model", DESCRIBED)
@pytest.mark.parametrize("scale", ["auto", "linear", "root"])
@pytest.mark.parametrize("language", ["ko", "en"])
def test_blocks_of_every_network_fit_a_page_and_no_words_lie_on_others(
    model: str, scale: str, language: Language
) -> None:
    drawing = drawn("architecture_blocks", language, model=model, scale=scale)
    assert drawing.width == 700
    assert drawing.height < 400
    assert_apart(drawing)
    assert_within(drawing)


@pytest.mark.parametrize("model", DESCRIBED)
@pytest.mark.parametrize("language", ["ko", "en"])
def test_stacked_blocks_fit_a_phone_with_every_layer(model: str, language: Language) -> None:
    stacked = drawn("architecture_blocks", language, model=model, layout="stacked")
    assert stacked.width == 360
    assert_apart(stacked)
    assert_within(stacked)
    row = drawn("architecture_blocks", language, model=model)
    assert stacked.alt == row.alt
    names = {node.name for node in graph_of(DESCRIBED[model]).nodes if node.places == "window"}
    assert names <= set(words(stacked))


def test_sides_are_to_scale_or_by_the_square_root_as_the_note_says() -> None:
    linear = {one.name: one.height for one in solids(graph_of(DESCRIBED["paper"]), "linear")}
    assert linear["C1"] / linear["C3"] == pytest.approx(28 / 10)
    assert linear["S4"] / linear["input"] == pytest.approx(5 / 32)
    root = {one.name: one for one in solids(graph_of(DESCRIBED["alexnet"]), "root")}
    assert root["conv1"].height / root["pool5"].height == pytest.approx(sqrt(55 / 6))
    assert root["conv3"].thickness / root["conv1"].thickness == pytest.approx(2)
    assert root["fc6"].height / root["output"].height == pytest.approx(sqrt(4.096))
    assert max(one.height for one in root.values()) == TALLEST
    assert any("to scale" in text for text in words(drawn("architecture_blocks", "en")))
    assert any(
        "all by the square root" in text
        for text in words(drawn("architecture_blocks", "en", model="alexnet"))
    )


def test_a_window_on_a_block_is_as_large_as_the_kernel_beside_the_side() -> None:
    drawing = drawn("architecture_blocks", model="paper")
    windows = [mark for mark in drawing.frames[0].marks if isinstance(mark, Area) and mark.stroke == "ink"]
    sizes = {one.name: one.height for one in solids(graph_of(DESCRIBED["paper"]), "linear")}
    before = [("input", 5, 32), ("C1", 2, 28), ("S2", 5, 14), ("C3", 2, 10)]
    assert len(windows) == len(before)
    for window, (name, kernel, side) in zip(windows, before, strict=True):
        upper, lower = window.points[0], window.points[3]
        assert lower[1] - upper[1] == pytest.approx(sizes[name] * kernel / side)


def test_each_window_leads_to_a_unit_and_layers_that_see_all_have_none() -> None:
    for model, dots in (("paper", 4), ("post", 4), ("fashion", 4), ("alexnet", 8)):
        marks = drawn("architecture_blocks", model=model).frames[0].marks
        assert sum(isinstance(mark, Dot) for mark in marks) == dots
    row = solids(graph_of(DESCRIBED["paper"]), "linear")
    assert [sees_all(a, b) for a, b in pairwise(row)] == [False] * 4 + [True] * 3


def test_alt_text_of_blocks_names_every_layer_with_its_shape() -> None:
    drawing = drawn("architecture_blocks", "en", model="fashion")
    for part in ("input 28×28×1", "window 3×3, stride 1) 28×28×32", "7×7×64", "dense (dense) 100"):
        assert part in drawing.alt
    assert "Not drawn: flatten, dropout." in drawing.alt


def test_a_network_with_branches_is_refused_with_its_first_such_layer() -> None:
    graph = graph_of(Network("own", "Own", (8, 8, 3), convolutions("a", "b", "c")))
    beside = replace(graph.nodes[1], inputs=("input",))
    joined = replace(graph.nodes[2], class_name="Add", inputs=("a", "b"))
    with pytest.raises(GeneratorError, match="'own' is no chain: its layer 'c' reads a and b"):
        with_network(replace(graph, nodes=(graph.nodes[0], beside, joined)))


def test_a_layer_of_an_unknown_kind_gets_an_arrow_and_no_window() -> None:
    graph = graph_of(Network("own", "Own", (8, 8, 3), convolutions("a", "b")))
    wider = replace(graph.nodes[1], class_name="UpSampling2D", places="unknown", output_shape=(16, 16, 8))
    marks = with_network(replace(graph, nodes=(graph.nodes[0], wider))).frames[0].marks
    assert sum(isinstance(mark, Dot) for mark in marks) == 1
    assert sum(isinstance(mark, Line) and mark.arrow for mark in marks) == 1


def test_a_long_network_takes_more_rows_and_a_very_long_one_is_refused() -> None:
    def of(count: int) -> Network:
        return Network("own", "Own", (64, 64, 3), convolutions(*(f"conv2d_{i}" for i in range(count))))

    short, long = (with_network(of(count)) for count in (6, 24))
    assert long.height > 2 * short.height
    assert sum(isinstance(mark, Dot) for mark in short.frames[0].marks) == 6
    assert_apart(long)
    assert_within(long)
    with pytest.raises(GeneratorError, match="200 layers to draw, too many"):
        with_network(of(200))


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.sampled_from(["conv", "pool", "dense"]), min_size=1, max_size=12),
    st.integers(1, 300),
    st.sampled_from([1, 3, 16]),
)
def test_any_chain_of_layers_is_drawn_apart_or_refused(kinds: list[str], side: int, channels: int) -> None:
    layers: list[Layer] = []
    for index, kind in enumerate(sorted(kinds, key=["conv", "pool", "dense"].index)):
        if kind == "dense" and not any(layer.kind == "flatten" for layer in layers):
            layers.append(Layer("flatten", "flatten"))
        if kind == "pool":
            assume(side >= 2 ** (index + 1))
        layers.append(
            Layer(
                f"{kind}_{index}",
                kind,
                filters=4 ** (index % 6),
                kernel=3 if kind == "conv" else 2,
                stride=2 if kind == "pool" else 1,
                padding="same" if kind == "conv" else "valid",
            )  # type: ignore[arg-type]
        )
    drawing = with_network(Network("own", "Own", (side, side, channels), tuple(layers)))
    assert_apart(drawing)
    assert_within(drawing)


def test_solids_in_a_row_do_not_cover_the_fronts_of_others() -> None:
    from generator.figures.architecture_blocks import _fitting

    for model in DESCRIBED:
        graph = graph_of(DESCRIBED[model])
        (row,) = _fitting(graph, "root", 676, 1, Say("en"))
        for before, after in pairwise(row):
            assert before.front + before.solid.thickness < after.front
    assert in_row([one.worded for one in row], 100, 0) is None
    assert isinstance(row[0], Placed)


@given(
    st.integers(1, 4),
    st.integers(1, 4),
    st.integers(3, 9),
    st.integers(1, 3),
    st.integers(1, 2),
    st.integers(0, 2),
)
def test_a_convolution_layer_has_the_shapes_of_its_im2col(
    batch: int, channels: int, size: int, kernel: int, stride: int, padding: int
) -> None:
    arrays = arrays_of(convolution_shapes(channels, size, 5, kernel, stride, padding, batch, True))
    x = np.arange(np.prod(arrays.x.shape), dtype=float).reshape(arrays.x.shape)
    weights = np.ones(arrays.weights.shape)
    col = im2col(x, kernel, stride, padding)
    column = weights.reshape(5, -1).T
    out = col @ column + np.zeros(arrays.bias.shape)
    _, _, rows, columns = arrays.y.shape
    y = out.reshape(batch, rows, columns, 5).transpose(0, 3, 1, 2)
    assert (col.shape, column.shape, out.shape, y.shape) == (
        arrays.col.shape,
        arrays.column.shape,
        arrays.out.shape,
        arrays.y.shape,
    )


def test_the_layer_forward_writes_the_papers_numbers() -> None:
    # One picture of 3 channels, 7 × 7, with a kernel of 5 × 5: nine windows of 75 numbers.
    forward = drawn("layer_chain", "en", kind="convolution_forward")
    assert {"(1, 3, 7, 7)", "(9, 75)", "(75, 10)", "(9, 10)", "(1, 10, 3, 3)"} <= set(words(forward))
    ten = drawn("layer_chain", "en", kind="convolution_forward", batch=10)
    assert {"(10, 3, 7, 7)", "(90, 75)", "(90, 10)"} <= set(words(ten))


def test_backward_every_gradient_has_the_shape_of_its_array() -> None:
    texts = words(drawn("layer_chain", "en", kind="convolution_backward"))
    assert {"∂L/∂x", "∂L/∂out", "∂L/∂W", "∂L/∂b", "col2im"} <= set(texts)
    forward = words(drawn("layer_chain", "en", kind="convolution_forward"))
    assert not any("∂" in text for text in forward)
    assert "col2im" not in forward


def test_the_gradients_formulas_equal_finite_differences() -> None:
    source = np.random.default_rng(0)
    col, weights, factor = source.normal(size=(4, 3)), source.normal(size=(3, 2)), source.normal(size=(4, 2))

    def loss() -> float:
        return float(((col @ weights + bias) * factor).sum())

    bias = source.normal(size=2)
    for array, gradient in ((col, factor @ weights.T), (weights, col.T @ factor), (bias, factor.sum(axis=0))):
        for place in np.ndindex(*array.shape):
            kept, step = array[place], 1e-6
            array[place] = kept + step
            above = loss()
            array[place] = kept - step
            assert (above - loss()) / (2 * step) == pytest.approx(gradient[place], rel=1e-5)
            array[place] = kept


@pytest.mark.parametrize("kind", ["convolution_forward", "convolution_backward"])
@pytest.mark.parametrize(
    "given",
    [
        {"batch": 100, "size": (28, 28), "kernel": (3, 5)},
        {"batch": 100, "size": 224, "channels": 128, "filters": 256},
    ],
)
@pytest.mark.parametrize("language", ["ko", "en"])
def test_long_shapes_stay_apart(kind: str, given: dict[str, object], language: Language) -> None:
    drawing = drawn("layer_chain", language, kind=kind, **given)
    assert_apart(drawing)
    assert_within(drawing)


@pytest.mark.parametrize("kind", ["convolution_forward", "convolution_backward", "comparison"])
@pytest.mark.parametrize("given", [{}, {"batch": 10, "size": (28, 20), "filters": 256, "channels": 128}])
@pytest.mark.parametrize("language", ["ko", "en"])
def test_stacked_chains_fit_a_phone_with_the_same_words(
    kind: str, given: dict[str, object], language: Language
) -> None:
    stacked = drawn("layer_chain", language, kind=kind, layout="stacked", **given)
    assert stacked.width == 360
    assert_apart(stacked)
    assert_within(stacked)
    row = drawn("layer_chain", language, kind=kind, **given)
    shapes = {
        text for text in words(row) if text.startswith("(") and text.endswith(")") and text[1].isdigit()
    }
    assert shapes <= set(words(stacked))
    assert (stacked.alt, stacked.caption) == (row.alt, row.caption)


def layers(drawing: Drawing) -> list[str]:
    names = {"Conv", "ReLU", "Pool", "Affine", "Softmax"}
    return [mark.text for mark in drawing.frames[0].marks if isinstance(mark, Label) and mark.text in names]


def test_chains_have_the_layers_that_are_asked_for() -> None:
    cnn = [*["Conv", "ReLU", "Pool"] * 2, "Conv", "ReLU", "Affine", "ReLU", "Affine", "Softmax"]
    mlp = ["Affine", "ReLU"] * 4 + ["Affine", "Softmax"]
    assert layers(drawn("layer_chain")) == cnn
    assert layers(drawn("layer_chain", kind="mlp")) == mlp
    assert layers(drawn("layer_chain", kind="mlp", convolutions=1, dense=4)) == mlp
    assert layers(drawn("layer_chain", kind="comparison")) == mlp + cnn
    small = drawn("layer_chain", convolutions=1, poolings=0, dense=1)
    assert layers(small) == ["Conv", "ReLU", "Affine", "Softmax"]


def test_a_chain_stands_in_one_row_by_default_and_in_more_when_long() -> None:
    def rows(drawing: Drawing) -> int:
        return len({mark.y for mark in drawing.frames[0].marks if isinstance(mark, Box)})

    assert rows(drawn("layer_chain")) == 1
    assert rows(drawn("layer_chain", kind="comparison")) == 2
    assert rows(drawn("layer_chain", convolutions=13, poolings=5, dense=3)) > 2


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"poolings": 4}, "poolings is 4; it must be from 0 to 3"),
        ({"dense": 0}, "dense is 0"),
        ({"convolutions": 10**9}, "convolutions is 1000000000"),
        ({"kind": "convolution_forward", "kernel": 9}, "kernel of 9"),
        ({"kind": "convolution_forward", "batch": 0}, "batch is 0"),
        ({"kind": "convolution_backward", "size": 10**9}, "size is 1000000000"),
        ({"kind": "convolution_backward", "batch": 100_000, "size": 9999, "channels": 9999}, "lower batch"),
    ],
)
def test_what_cannot_be_is_refused(given: dict[str, object], told: str) -> None:
    with pytest.raises(GeneratorError) as refused:
        drawn("layer_chain", **given)
    assert told in str(refused.value)


def bars(drawing: Drawing, role: str) -> list[Box]:
    return [mark for mark in drawing.frames[0].marks if isinstance(mark, Box) and mark.stroke == role]


def test_bars_are_as_long_as_errors_and_depths() -> None:
    drawing = drawn("cnn_timeline")
    learned = [one for one in MILESTONES.values() if one.error and one.depth]
    errors = [bar.height / bars(drawing, "kernel-strong")[0].height for bar in bars(drawing, "kernel-strong")]
    assert errors == pytest.approx([(one.error or 0) / 0.164 for one in learned])
    depths = [bar.height for bar in bars(drawing, "input-strong")]
    assert [depth / depths[0] for depth in depths] == pytest.approx(
        [n / 7 for n in (7, 8, 8, 19, 22, 152, 154)]
    )
    stacked = drawn("cnn_timeline", layout="stacked")
    assert stacked.width == 360
    widths = [bar.width for bar in bars(stacked, "kernel-strong")]
    assert [width / widths[0] for width in widths] == pytest.approx(errors)


def test_the_human_line_lies_at_five_point_one_percent() -> None:
    drawing = drawn("cnn_timeline")
    (line,) = [mark for mark in drawing.frames[0].marks if getattr(mark, "stroke", None) == "accent-strong"]
    first = bars(drawing, "kernel-strong")[0]
    foot = first.y + first.height
    assert (foot - line.points[0][1]) / first.height == pytest.approx(HUMAN_ERROR / 0.164)
    without = drawn("cnn_timeline", human=False)
    assert not [mark for mark in without.frames[0].marks if getattr(mark, "stroke", None) == "accent-strong"]
    assert "5.1 %" not in without.alt


def test_the_timeline_writes_year_error_and_depth_of_each_network_and_names_sources() -> None:
    for layout in ("row", "stacked"):
        drawing = drawn("cnn_timeline", "en", layout=layout)
        texts = " ".join(words(drawing))
        for part in ("AlexNet", "2012", "16.4 %", "152", "3.57 %", "2.25 %", "Russakovsky et al. 2015"):
            assert part in texts
    assert "ResNet-152 (2015) 3.57 %, 152 layers" in drawing.alt


def test_networks_stand_in_the_order_of_their_years_and_facts_have_the_same_numbers() -> None:
    years = [one.year for one in MILESTONES.values()]
    assert years == sorted(years)
    assert FACTS["resnet"]["top5_error"] == MILESTONES["resnet"].error == 0.0357
    assert FACTS["lenet5"]["year"] == 1998
    assert "test_accuracy" in FACTS["lenet5"]
