"""Receptive fields, against the numbers of the LeNet paper and against what pixels really move a unit."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import GeneratorError
from generator.networks import NETWORKS, output_shapes
from generator.receptive import Step, fields, layer_field, network_fields

PAPER = network_fields(NETWORKS["paper"])[1:]


def test_the_papers_receptive_fields_are_5_6_14_16_32() -> None:
    assert [(field.name, field.size) for field in PAPER] == [
        ("C1", 5),
        ("S2", 6),
        ("C3", 14),
        ("S4", 16),
        ("C5", 32),
    ]


def test_the_papers_jumps_are_1_2_2_4_4() -> None:
    assert [field.jump for field in PAPER] == [1, 2, 2, 4, 4]


def test_the_centres_of_c3_are_7_9_to_25() -> None:
    assert layer_field(NETWORKS["paper"], "C3").centres == tuple(float(c) for c in range(7, 26, 2))


def test_the_fields_of_every_layer_of_the_paper_cover_0_to_32() -> None:
    for field in PAPER:
        assert (field.interval(0)[0], field.interval(field.units - 1)[1]) == (0, 32)


def test_the_posts_fields_reach_over_the_edge_by_the_padding_of_c1() -> None:
    for field in network_fields(NETWORKS["post"])[1:]:
        assert (field.interval(0)[0], field.interval(field.units - 1)[1]) == (-2, 34)


@pytest.mark.parametrize("name", NETWORKS)
def test_units_are_those_of_the_layers_shapes(name: str) -> None:
    network = NETWORKS[name]
    found = network_fields(network)[1:]
    shapes = output_shapes(network)[: len(found)]
    assert [field.units for field in found] == [shape[0] for shape in shapes]


def test_a_layer_without_positions_is_refused_with_those_that_have_some() -> None:
    with pytest.raises(GeneratorError, match=r"layer is 'F6'; .* are C1, S2, C3, S4, C5"):
        layer_field(NETWORKS["paper"], "F6")


STEPS = st.lists(
    st.builds(
        Step, st.just("step"), st.integers(1, 4), st.integers(1, 3), st.integers(0, 3), st.integers(1, 3)
    ),
    max_size=5,
)


@given(STEPS)
def test_a_field_is_the_hull_of_the_fields_below_it(steps: list[Step]) -> None:
    try:
        found = fields(steps, 60)
    except GeneratorError:
        return
    for below, field in pairwise(found):
        for unit in (0, field.units - 1):
            assert isinstance(field.step.padding, int)
            first = unit * field.step.stride - field.step.padding
            last = first + (field.step.kernel - 1) * field.step.dilation
            assert field.interval(unit) == (below.interval(first)[0], below.interval(last)[1])


@given(STEPS)
def test_the_jump_parts_the_centres_of_neighbours(steps: list[Step]) -> None:
    try:
        top = fields(steps, 60)[-1]
    except GeneratorError:
        return
    assert all(after - before == top.jump for before, after in pairwise(top.centres))


def test_the_input_sees_itself() -> None:
    (pixels,) = fields([], 5)
    assert (pixels.size, pixels.jump, pixels.centres) == (1, 1, (0.5, 1.5, 2.5, 3.5, 4.5))
