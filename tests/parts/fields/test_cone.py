"""What a unit really depends on, against where Keras' gradients are not zero."""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.arithmetic import same_padding, span
from generator.errors import GeneratorError
from generator.networks import NETWORKS
from generator.parts.fields.cone import Reach, cone
from generator.receptive import Field, Step, fields, network_fields

SIZE = 23


def chain(layers: list[tuple[int, int, str, int]], size: int) -> tuple[Field, ...] | None:
    """The fields after layers of (kernel, stride, padding, dilation), or None where a kernel does not fit."""
    steps: list[Step] = []
    found = fields(steps, size)
    for index, (kernel, stride, padding, dilation) in enumerate(layers):
        zeros = same_padding(found[-1].units, kernel, stride, dilation) if padding == "same" else (0, 0)
        if span(kernel, dilation) > found[-1].units + sum(zeros):
            return None
        steps.append(Step(f"layer{index}", kernel, stride, zeros, dilation))
        found = fields(steps, size)
    return found


def taps(found: tuple[Field, ...], unit: int) -> set[int]:
    """Every input pixel that a unit depends on, followed back one tap of one kernel at a time."""
    units = {unit}
    for field, below in zip(reversed(found), reversed(found[:-1]), strict=False):
        step = field.step
        assert isinstance(step.padding, tuple)
        begin = step.padding[0]
        used = {u * step.stride - begin + k * step.dilation for u in units for k in range(step.kernel)}
        units = {u for u in used if 0 <= u < below.units}
    return units


def random_chains(count: int, seed: int) -> list[tuple[Field, ...]]:
    source = random.Random(seed)
    chains: list[tuple[Field, ...]] = []
    while len(chains) < count:
        layers = []
        for _ in range(source.randint(1, 4)):
            stride = source.choice((1, 1, 2, 3))
            # Keras refuses strides and dilations at once.
            dilation = source.choice((1, 2, 3)) if stride == 1 else 1
            layers.append((source.randint(1, 5), stride, source.choice(("valid", "same")), dilation))
        found = chain(layers, SIZE)
        if found:
            chains.append(found)
    return chains


LAYERS = st.tuples(
    st.integers(1, 5), st.integers(1, 3), st.sampled_from(("valid", "same")), st.integers(1, 3)
)


@given(st.lists(LAYERS, min_size=1, max_size=4), st.data())
def test_cone_spans_the_taps_unless_a_dilated_kernel_skips_pixels(
    layers: list[tuple[int, int, str, int]], data: st.DataObject
) -> None:
    found = chain(layers, SIZE)
    if found is None:
        return
    unit = data.draw(st.integers(0, found[-1].units - 1))
    used = taps(found, unit)
    try:
        reach = cone(found, unit)[0].real
    except GeneratorError:
        assert not used
        return
    assert used <= set(reach)
    begin, end = found[-1].interval(unit)
    assert set(reach) <= set(range(int(begin), int(end))) | {0}
    if all(dilation == 1 and stride <= kernel for kernel, stride, _, dilation in layers):
        assert used == set(reach)


@pytest.mark.parametrize("name", NETWORKS)
def test_cone_is_the_field_without_what_lies_outside_the_input(name: str) -> None:
    found = network_fields(NETWORKS[name])
    for last in range(1, len(found)):
        for unit in range(found[last].units):
            begin, end = found[last].interval(unit)
            real = cone(found[: last + 1], unit)[0].real
            assert (real[0], real[-1] + 1) == (max(begin, 0), min(end, found[0].units))


def test_reach_counts_padding_on_both_sides() -> None:
    reach = Reach(-2, 6, 5)
    assert (list(reach.real), reach.before, reach.after) == ([0, 1, 2, 3, 4], 2, 2)


def test_a_unit_that_the_layer_does_not_have_is_refused_with_those_it_has() -> None:
    with pytest.raises(GeneratorError, match="unit is 10; the units of C3 along one axis are 0 to 9"):
        cone(network_fields(NETWORKS["paper"])[:4], 10)


def _keras_layers(found: tuple[Field, ...], kind: str) -> list[object]:
    import keras

    layers: list[object] = [keras.Input((found[0].units, 1, 1))]
    for field in found[1:]:
        step = field.step
        padding = (
            "same" if sum(step.padding if isinstance(step.padding, tuple) else (step.padding,)) else "valid"
        )
        if kind == "pool" and step.dilation == 1 and padding == "valid":
            layers.append(keras.layers.AveragePooling2D((step.kernel, 1), (step.stride, 1), padding))
        else:
            layers.append(
                keras.layers.Conv2D(
                    1,
                    (step.kernel, 1),
                    (step.stride, 1),
                    padding,
                    dilation_rate=(step.dilation, 1),
                    kernel_initializer="ones",
                )
            )
    return layers


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["conv", "pool"])
def test_keras_gradients_are_not_zero_exactly_inside_the_cone(kind: str) -> None:
    import keras
    import tensorflow as tf

    for found in random_chains(8, seed=len(kind)):
        model = keras.Sequential(_keras_layers(found, kind))
        ones = tf.ones((1, SIZE, 1, 1))
        with tf.GradientTape(persistent=True) as tape:
            tape.watch(ones)
            out = tf.reshape(model(ones), (-1,))
        assert out.shape[0] == found[-1].units
        rows = tape.jacobian(out, ones, experimental_use_pfor=False).numpy().reshape(found[-1].units, SIZE)
        for unit, row in enumerate(rows):
            used = set(np.flatnonzero(row).tolist())
            assert used == taps(found, unit)
            reach = cone(found, unit)[0].real
            assert used <= set(reach)
            steps = [field.step for field in found[1:]]
            if all(step.dilation == 1 and step.stride <= step.kernel for step in steps):
                assert used == set(reach)
