from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.arithmetic import output_size, span
from generator.errors import GeneratorError
from generator.networks import NETWORKS
from generator.receptive import network_fields
from generator.writing import equations
from generator.writing.portable import portable


def value(tex: str) -> float:
    """What the numbers before the last = come to, computed from the TeX alone."""
    left, _, _ = tex.replace(r"\begin{aligned}", "").replace(r"\end{aligned}", "").rpartition("=")
    left = left.rpartition("=")[2] if "=" in left else left
    left = re.sub(r"\\left\\lfloor \\frac\{([^{}]*)\}\{(\d+)\} \\right\\rfloor", r"((\1)//\2)", left)
    for tex_sign, sign in ((r"\times", "*"), ("{,}", ""), (r"\cr", ""), ("&", ""), ("{}", "")):
        left = left.replace(tex_sign, sign)
    return float(eval(left))


def result(tex: str) -> float:
    return float(re.findall(r"-?[\d.]+", tex.replace("{,}", "").rpartition("=")[2])[0])


def everything() -> list[str]:
    found = [*equations.receptive_field_rule(), equations.output_size_rule(), equations.convolution_sum()]
    for name, network in NETWORKS.items():
        found += [*equations.receptive_fields(name), equations.parameters(name)]
        found += [
            equations.parameters(name, layer.name)
            for layer in network.layers
            if layer.kind in ("conv", "dense")
        ]
        for field in network_fields(network)[1:]:
            found += [equations.layer_size(name, field.name), equations.centres(name, field.name)]
            found += [equations.field_size(name, field.name), equations.jump(name, field.name)]
    return found


def test_every_equation_is_in_the_portable_form() -> None:
    for tex in everything():
        assert portable(tex, display=True) == tex


def test_the_paper_s_receptive_fields_and_jumps_are_written_out() -> None:
    layers = ("C1", "S2", "C3", "S4", "C5")
    sizes = [equations.field_size("paper", layer) for layer in layers]
    jumps = [equations.jump("paper", layer) for layer in layers]
    assert [result(tex) for tex in sizes] == [value(tex) for tex in sizes] == [5, 6, 14, 16, 32]
    assert [result(tex) for tex in jumps] == [value(tex) for tex in jumps] == [1, 2, 2, 4, 4]
    assert equations.receptive_field("paper", "C3") == (
        r"\begin{aligned} R_{\mathrm{C3}} &= R_{\mathrm{S2}} + (k - 1) J_{\mathrm{S2}} \cr &= 6 + (5 - 1) "
        r"\times 2 = 14 \cr J_{\mathrm{C3}} &= J_{\mathrm{S2}} s = 2 \times 1 = 2 \end{aligned}"
    )


def test_the_first_layer_starts_from_the_input() -> None:
    assert equations.field_size("paper", "C1").endswith(r"R_0 + (k - 1) J_0 = 1 + (5 - 1) \times 1 = 5")


def test_every_layer_of_a_network_with_positions_has_its_formula() -> None:
    assert len(equations.receptive_fields("paper")) == 5
    assert len(equations.receptive_fields("post")) == 4


def test_the_centres_of_c3_run_from_7_to_25() -> None:
    assert equations.centres("paper", "C3") == r"7, 9, \ldots, 25"
    assert equations.centres("paper", "C1") == r"2.5, 3.5, \ldots, 29.5"
    assert equations.centres("paper", "C5") == "16"


@given(
    size=st.integers(1, 40),
    kernel=st.integers(1, 7),
    stride=st.integers(1, 4),
    padding=st.tuples(st.integers(0, 4), st.integers(0, 4)),
    dilation=st.integers(1, 3),
)
def test_the_output_size_is_what_its_own_numbers_come_to(
    size: int, kernel: int, stride: int, padding: tuple[int, int], dilation: int
) -> None:
    if span(kernel, dilation) > size + sum(padding):
        with pytest.raises(GeneratorError):
            equations.window_positions(size, kernel, stride, padding, dilation)
        return
    tex = equations.window_positions(size, kernel, stride, padding, dilation)
    assert result(tex) == value(tex) == output_size(size, kernel, stride, padding, dilation)


def test_the_size_of_each_layer_is_that_of_the_network() -> None:
    assert [result(equations.layer_size("paper", name)) for name in ("C1", "S2", "C3", "S4", "C5")] == [
        28,
        14,
        10,
        5,
        1,
    ]
    assert equations.layer_size("post", "C1").startswith(
        r"\begin{aligned} & \left\lfloor \frac{32 + 2 \times 2 - (5 - 1) - 1}{1}"
    )


@given(
    row=st.integers(0, 2),
    column=st.integers(0, 2),
    kernel=st.integers(1, 3),
    bias=st.integers(-3, 3),
    seed=st.integers(0, 99),
)
def test_a_convolution_s_products_add_up(row: int, column: int, kernel: int, bias: int, seed: int) -> None:
    tex = equations.convolution_sum(row=row, column=column, kernel=kernel, bias=bias, seed=seed)
    assert result(tex) == value(tex)
    assert tex.count(r"\times") == kernel**2


def test_negative_factors_stand_in_brackets() -> None:
    tex = equations.convolution_sum(drawing="1 2 / 3 4", weights="1 -1 / 0.5 0", bias=-2)
    assert r"2 \times (-1)" in tex and r"3 \times 0.5" in tex and "+ (-2)" in tex
    assert result(tex) == value(tex) == -1.5


def test_a_position_outside_the_output_is_refused() -> None:
    with pytest.raises(GeneratorError, match="rows are 0 to 2"):
        equations.convolution_sum(row=3)


def test_parameters_of_a_layer_and_of_a_network_add_up() -> None:
    assert equations.parameters("paper", "C3") == r"(5 \times 5 \times 6 + 1) \times 16 = 2{,}416"
    assert equations.parameters("paper", "F6") == r"(120 + 1) \times 84 = 10{,}164"
    totals = {"paper": 61_706, "post": 82_826, "fashion": 333_526}
    for name, total in totals.items():
        assert result(equations.parameters(name)) == value(equations.parameters(name)) == total


@pytest.mark.parametrize(
    ("network", "layer", "message"),
    [
        ("papper", "C1", "did you mean paper"),
        ("paper", "C9", "did you mean C"),
        ("paper", "F6", "receptive field"),
    ],
)
def test_an_unknown_network_or_layer_is_refused_with_what_there_is(
    network: str, layer: str, message: str
) -> None:
    with pytest.raises(GeneratorError, match=message):
        equations.receptive_field(network, layer)


def test_a_layer_that_learns_nothing_has_no_count() -> None:
    with pytest.raises(GeneratorError, match=r"'S2' \(pool\) has no parameters"):
        equations.parameters("paper", "S2")
