"""Receptive fields of networks with branches: by hand, and against where Keras' gradients are not zero."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pytest

from generator.errors import GeneratorError
from generator.graph import Graph, Node, Window, graph_of
from generator.graph_fields import AXES, Blind, graph_fields, last_placed, layer_fields
from generator.networks import DESCRIBED, NETWORKS
from generator.parts.fields.cone import cone
from generator.parts.fields.graph_cone import graph_cone, widest_path
from generator.receptive import Field, network_fields

Model = Any


def node(name: str, *inputs: str, units: int, places: str = "kept", **window: object) -> Node:
    kind: Any = "window" if window else places
    return Node(name, "Layer", inputs, (units, units, 1), 0, kind, Window(**window))  # type: ignore[arg-type]


def graph(*nodes: Node, size: int = 20) -> Graph:
    return Graph("made", "Made", (size, size, 1), nodes)


TWO_PATHS = graph(
    node("wide", "input", units=20, kernel=(5, 5), padding=((2, 2), (2, 2))),
    node("narrow", "input", units=20, kernel=(3, 3), padding=((1, 1), (1, 1))),
    node("sum", "wide", "narrow", "input", units=20),
)


@pytest.mark.parametrize("name", NETWORKS)
def test_a_chain_has_the_fields_and_the_cones_of_the_formulas(name: str) -> None:
    found = graph_fields(graph_of(NETWORKS[name]))
    chain = network_fields(NETWORKS[name])
    for index, field in enumerate(chain):
        seen = found[field.name]
        assert not isinstance(seen, Blind)
        assert all(_numbers(along) == _numbers(field) for along in seen)
        for unit in (0, field.units - 1):
            reaches = graph_cone(graph_of(NETWORKS[name]), field.name, unit, 0) if index else {}
            expected = cone(chain[: index + 1], unit)
            assert all(reaches[f.name] == r for f, r in zip(chain, expected, strict=False) if index)
    path = widest_path(graph_of(NETWORKS[name]), chain[-1].name, 1)
    assert list(map(_numbers, path)) == list(map(_numbers, chain))


def _numbers(field: Field) -> tuple[object, ...]:
    return field.name, field.size, field.jump, field.start, field.units


def test_the_papers_alexnet_sees_195_pixels_in_its_last_pooling() -> None:
    alexnet = graph_of(DESCRIBED["alexnet"])
    assert [field.size for field in layer_fields(alexnet, "pool5")] == [195, 195]
    assert [field.jump for field in layer_fields(alexnet, "pool5")] == [32, 32]
    assert last_placed(alexnet) == "pool5"


def test_where_paths_join_a_unit_sees_the_hull_of_what_they_see() -> None:
    down, across = layer_fields(TWO_PATHS, "sum")
    assert (down.size, down.jump, down.start, down.units) == (5, 1, 0.5, 20)
    assert across == down


def test_paths_that_look_to_different_sides_see_from_the_first_to_the_last_pixel() -> None:
    left = node("left", "input", units=20, kernel=(3, 3), padding=((2, 0), (2, 0)))
    right = node("right", "input", units=20, kernel=(4, 4), padding=((0, 3), (0, 3)))
    field = layer_fields(graph(left, right, node("sum", "left", "right", units=20)), "sum")[0]
    assert field.interval(4) == (2, 8)


def test_axes_are_counted_by_themselves() -> None:
    only = node("conv", "input", units=20, kernel=(1, 5), stride=(1, 1), padding=((0, 0), (2, 2)))
    down, across = layer_fields(graph(only), "conv")
    assert (down.size, across.size) == (1, 5)


def test_paths_whose_jumps_differ_are_refused_with_the_layers_name() -> None:
    slow = node("slow", "input", units=10, kernel=(2, 2), stride=(2, 2))
    cut = node("cut", "input", units=10, padding=((-5, -5), (-5, -5)))
    both = node("both", "slow", "cut", units=10)
    after = node("after", "both", units=10)
    with pytest.raises(GeneratorError, match="layer 'both' joins paths whose units are 1 and 2 input pixels"):
        layer_fields(graph(slow, cut, both, after), "after")


def test_what_comes_after_an_unknown_layer_is_refused_with_its_name_and_class() -> None:
    resized = Node("resized", "Resizing", ("input",), (9, 9, 1), 0, "unknown")
    with pytest.raises(GeneratorError, match="layer 'resized' of class Resizing look is not known"):
        layer_fields(graph(resized, node("next", "resized", units=9)), "next")


def test_a_path_that_sees_everything_makes_the_whole_see_everything() -> None:
    pooled = Node("pooled", "GlobalAveragePooling2D", ("input",), (1,), 0, "all")
    shaped = Node("shaped", "Reshape", ("pooled",), (1, 1, 1), 0, "unknown")
    scaled = node("scaled", "input", "shaped", units=20)
    assert graph_fields(graph(pooled, shaped, scaled))["scaled"] == Blind()
    with pytest.raises(GeneratorError, match="layer is 'scaled'; the layers of 'made' with a"):
        layer_fields(graph(pooled, shaped, scaled), "scaled")


def test_the_layers_of_a_large_network_are_not_all_listed() -> None:
    many = [node(f"layer{i}", f"layer{i - 1}" if i else "input", units=20) for i in range(300)]
    with pytest.raises(
        GeneratorError, match=r"did you mean layer29.* 300: layer0, .* … .* layer299"
    ) as found:
        layer_fields(graph(*many), "layer29x")
    assert len(str(found.value)) < 300


def test_a_unit_that_the_layer_does_not_have_is_refused() -> None:
    with pytest.raises(GeneratorError, match="unit is 20; the units of sum along one axis are 0 to 19"):
        graph_cone(TWO_PATHS, "sum", 20, 0)


def test_zeros_of_padding_are_counted_below_layers_that_only_pass_on() -> None:
    """Two 3-wide same convolutions, the second dilated by 2, with a layer between that is left out."""
    near = Window((3, 3), (1, 1), ((1, 1), (1, 1)))
    far = Window((3, 3), (1, 1), ((2, 2), (2, 2)), (2, 2))
    nodes = (
        Node("near", "Conv2D", ("input",), (9, 9, 1), 0, "window", near),
        Node("norm", "BatchNormalization", ("near",), (9, 9, 1), 0, "kept"),
        Node("far", "Conv2D", ("norm",), (9, 9, 1), 0, "window", far),
    )
    reaches = graph_cone(Graph("mine", "mine", (9, 9, 1), nodes), "far", 0, 0)
    assert (reaches["near"].first, reaches["near"].last) == (-2, 2)
    assert (reaches["input"].first, reaches["input"].last) == (-1, 3)


def test_the_widest_path_leaves_out_what_changes_nothing() -> None:
    assert [field.name for field in widest_path(TWO_PATHS, "sum", 0)] == ["input", "wide", "sum"]


# --- against Keras ----------------------------------------------------------------------------------------


def _branches(k: Any, la: Any) -> Model:
    x = pictures = k.Input((17, 22, 1))
    x = la.ZeroPadding2D(((1, 0), (2, 1)))(x)
    x = la.Conv2D(2, (3, 5), strides=(1, 2), name="stem")(x)
    dilated = la.Conv2D(2, 3, padding="same", dilation_rate=2)(x)
    deep = la.DepthwiseConv2D((5, 2), padding="same")(la.BatchNormalization()(x))
    x = la.Add()([dilated, deep, x])
    x = la.Concatenate()([la.AveragePooling2D((2, 3), (2, 1), "same")(x), la.Conv2D(2, 2, (2, 1), "same")(x)])
    return k.Model(pictures, la.SeparableConv2D(2, 3, name="top")(la.ReLU()(x)))


def _strided(k: Any, la: Any) -> Model:
    x = pictures = k.Input((23, 19, 2))
    x = la.Conv2D(2, 4, strides=2, padding="same")(x)
    left = la.Conv2D(2, (1, 7), padding="same")(x)
    right = la.Conv2D(2, (7, 1), padding="same")(x)
    x = la.Add()([left, right])
    x = la.Cropping2D(((1, 0), (0, 2)))(x)
    return k.Model(pictures, la.AveragePooling2D(3, 2)(x))


def _nested(k: Any, la: Any) -> Model:
    inner = k.Sequential(
        [k.Input((16, 16, 1)), la.Conv2D(1, 3, padding="same"), la.Conv2D(1, 3, padding="same")]
    )
    pictures = k.Input((16, 16, 1))
    return k.Model(pictures, inner(inner(pictures)) * 2 + pictures)


OWN: Mapping[str, Callable[[Any, Any], Model]] = {
    "branches": _branches,
    "strided": _strided,
    "nested": _nested,
}
APPLICATIONS = {
    "MobileNetV2": ((64, 64, 3), ("Conv1", "block_2_add", "block_3_depthwise", "block_5_add")),
    "ResNet50": ((48, 48, 3), ("conv1_conv", "conv2_block1_out", "conv2_block3_out", "conv3_block1_out")),
    "DenseNet121": ((48, 48, 3), ("conv1_conv", "conv2_block2_concat", "pool2_pool")),
}


def _moving(k: Any, tf: Any, model: Model, layer: Any, unit: tuple[int, int]) -> np.ndarray:
    """Where the gradient of a unit by the picture is not zero."""
    part = k.Model(model.inputs, layer)
    ones = tf.ones((1, *model.inputs[0].shape[1:]))
    with tf.GradientTape() as tape:
        tape.watch(ones)
        chosen = tf.reduce_sum(part(ones, training=False)[0, unit[0], unit[1]])
    return np.asarray(tape.gradient(chosen, ones))[0].any(axis=2)


def _positive(model: Model) -> None:
    """Weights so that nothing cancels and no ReLU is shut: all positive and of moderate sums."""
    numbers = np.random.default_rng(0)
    for weight in model.weights:
        if "moving_mean" in weight.path or "beta" in weight.path or "bias" in weight.path:
            weight.assign(np.zeros(weight.shape))
        elif "kernel" in weight.path:
            weight.assign(numbers.uniform(0.5, 1.5, weight.shape) / np.prod(weight.shape[:-1]))
        else:
            weight.assign(np.ones(weight.shape))


def _assert_seen(graph: Graph, name: str, unit: tuple[int, int], moved: np.ndarray, *, exact: bool) -> None:
    for axis in AXES:
        used = np.flatnonzero(moved.any(axis=1 - axis))
        reach = graph_cone(graph, name, unit[axis], axis)["input"].real
        begin, end = layer_fields(graph, name)[axis].interval(unit[axis])
        assert begin <= used[0]
        assert used[-1] < end
        assert reach[0] <= used[0]
        assert used[-1] <= reach[-1]
        if exact:
            assert (used[0], used[-1]) == (reach[0], reach[-1]), (name, unit, axis)


def _places(field: tuple[Any, Any]) -> list[tuple[int, int]]:
    down, across = (one.units for one in field)
    return [(0, 0), (down // 2, across // 2), (down - 1, across - 1)]


@pytest.mark.slow
@pytest.mark.parametrize("name", OWN)
def test_gradients_are_not_zero_exactly_within_the_fields_of_own_models(name: str) -> None:
    from generator.learning.graph_tracing import graph_of_model
    from generator.learning.model import keras

    k = keras()
    import tensorflow as tf

    model = OWN[name](k, k.layers)
    _positive(model)
    graph = graph_of_model(model, name, name)
    top = graph.nodes[-1].name
    fields = layer_fields(graph, top)
    assert tuple(field.units for field in fields) == graph.nodes[-1].output_shape[:2]
    for unit in _places(fields):
        _assert_seen(graph, top, unit, _moving(k, tf, model, model.outputs[0], unit), exact=True)


@pytest.mark.slow
@pytest.mark.parametrize("name", APPLICATIONS)
def test_gradients_are_not_zero_exactly_within_the_fields_of_known_models(name: str) -> None:
    from generator.learning.graph_tracing import graph_of_model
    from generator.learning.model import keras

    k = keras()
    import tensorflow as tf

    shape, layers = APPLICATIONS[name]
    model = getattr(k.applications, name)(weights=None, include_top=False, input_shape=shape)
    _positive(model)
    graph = graph_of_model(model, name, name)
    for layer in layers:
        fields = layer_fields(graph, layer)
        unit = _places(fields)[1]
        moved = _moving(k, tf, model, model.get_layer(layer).output, unit)
        # Of a maximum only the winner has a gradient.
        _assert_seen(graph, layer, unit, moved, exact=name == "MobileNetV2" or layer == layers[0])
