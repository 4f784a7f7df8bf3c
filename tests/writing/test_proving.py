"""prove() writes what holds and nothing else; derive() writes numbers that nobody types."""

from __future__ import annotations

import itertools
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.arithmetic import output_size
from generator.errors import GeneratorError
from generator.networks import NETWORKS
from generator.receptive import network_fields
from generator.writing.deriving import derived
from generator.writing.portable import portable
from generator.writing.posts import fill
from generator.writing.proving import proved

RULE = r"a_2 = a_1 + (k_2-1) \cdot b_1"
FRONT = "---\ntitle: t\nlang: en\nmath: true\n---\n"


def post(tmp_path: Path, body: str) -> str:
    template = tmp_path / "post.md.j2"
    template.write_text(FRONT + body, encoding="utf-8")

    def place(*_: object) -> object:
        raise AssertionError("no figure is asked for")

    return fill(template, place=place, values={}, target="portable").text.removeprefix(FRONT)  # type: ignore[arg-type]


# -- in templates ---------------------------------------------------------------------------------------


def test_an_equation_that_holds_is_written_displayed_or_in_the_line(tmp_path: Path) -> None:
    body = '<@ prove("2 < 3") @>\n\nSo <@ prove("1+1=2", inline=True) @>.\n'
    assert post(tmp_path, body) == "$$2 \\lt 3$$\n\nSo $1+1=2$.\n"


def test_a_number_carried_over_wrongly_fails_the_build_with_its_file_line_and_symbol(tmp_path: Path) -> None:
    body = f'Words.\n\n<@ prove("{RULE} = 8 + (2-1) \\cdot 5 = 13", given={{"b_1": 6, "a_1": 8}}) @>\n'
    with pytest.raises(GeneratorError) as problem:
        post(tmp_path, body)
    assert str(problem.value).endswith(
        "post.md.j2:8: the equation does not hold: 8 + (2-1)·5 = 13 holds, but b_1 = 6 (given)"
    )


def test_a_derivation_prints_itself_and_its_parts(tmp_path: Path) -> None:
    body = (
        f'<!--% set step = derive("{RULE}", with_values=dict(a_1=8, k_2=2, b_1=6)) %-->\n'
        "Wait for <@ step.value + 1 @>, <@ math(step.result) @>.\n\n<@ step @>\n\n"
        '<@ derive("a_3 = a_2 / n", with_values=dict(a_2=step, n=3), digits=2, inline=True) @>\n'
    )
    whole = f"{RULE} = 8 + (2-1) \\cdot 6 = 14"
    assert post(tmp_path, body) == (
        f"Wait for 15, $14$.\n\n$${whole}$$\n\n$a_3 = a_2 / n = 14 / 3 \\approx 4.7$\n"
    )


@pytest.mark.parametrize(
    ("call", "message"),
    [
        ('derive("a = b", with_values=3)', "takes numbers by their symbols, as with_values=dict"),
        ('derive("a = b", with_values=dict(b=c))', "nothing is called 'c'"),
        ("derive(3)", "derive.. takes TeX in quotes"),
        ("prove(3)", "prove.. takes TeX in quotes"),
        ('derive("a = b", with_values=dict(b=1)).valeu', "did you mean value"),
        ('display(derive("a = b", with_values=dict(b=1)))', "takes TeX in quotes .* found derive"),
    ],
)
def test_a_mistake_in_a_template_is_told_with_its_line(tmp_path: Path, call: str, message: str) -> None:
    with pytest.raises(GeneratorError, match=rf"post\.md\.j2:6: .*{message}"):
        post(tmp_path, f"<@ {call} @>\n")


# -- proving --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tex", "values"),
    [
        (RULE + r" = 8 + (2-1) \cdot 6 = 14", {"a_1": 8, "b_1": 6}),
        ("(a+b)^2 = a^2 + 2ab + b^2", {}),
        (r"\begin{aligned} (a+b)^2 &= a^2 + 2ab + b^2 \\ &= a^2 + b(2a + b) \end{aligned}", {}),
        (r"\frac{d}{dx} x^2 = 2x", {}),
        (r"\hat{y} = \sigma(z) = \frac{1}{1+e^{-z}} = \frac{1}{1+e^{-2}} \approx 0.8808", {}),
        ("a + b = 14", {"a": 6, "b": 8}),
        (r"(k-1) b = 4 \cdot 6 = 24", {"k": 5, "b": 6}),
        ("x < y", {"x": 1, "y": 2}),
        (r"m = \frac{1}{2} \sum_{i=1}^2 x_i = 2", {"x_1": 1, "x_2": 3, "m": 2}),
    ],
)
def test_what_holds_is_written_in_the_portable_form(tex: str, values: dict[str, object]) -> None:
    assert proved(tex, values) == portable(tex, display=True)


@pytest.mark.parametrize(
    ("tex", "values", "message"),
    [
        (RULE + r" = 8 + (2-1) \cdot 6 = 15", {}, "8 + (2-1)·6 is 14, not 15"),
        ("(a+b)^2 = a^2 - 2ab + b^2", {}, "is not (a+b)^2"),
        (r"\frac{d}{dx} x^2 = 3x", {}, "3x is not"),
        ("a + b = 14", {"a": 6, "b": 9}, "a + b is 15, not 14: a = 6 (given), b = 9 (given)"),
        ("x < y", {"x": 3, "y": 2}, "x is 3 by the values given"),
        ("k = 5", {"k": 4}, "k is 4 by the values given, not 5"),
        ("2 > 3", {}, "2 > 3 does not hold"),
    ],
)
def test_what_does_not_hold_is_refused_with_what_is_wrong(
    tex: str, values: dict[str, object], message: str
) -> None:
    with pytest.raises(GeneratorError) as problem:
        proved(tex, values)
    assert message in problem.value.message


@pytest.mark.parametrize(
    ("tex", "values", "message"),
    [
        (
            "a + b = 14",
            {},
            "cannot be decided; give the values of a, b as given={…}, or write it with display()",
        ),
        (r"\int_0^1 x = 1", {}, r"\int_0^1 x cannot be read (at \int); write it with display()"),
        (r"9^{9^{9^9}} = 1", {}, "cannot be decided (a huge number); write it with display()"),
        (r"(k-1) b = 4 \cdot 6 = 24", {}, "give the values of b, k"),
        (r"a + b = 2 \cdot 7 = 14", {}, "give the values of a, b"),
        (r"x \in y", {}, "is no equation that can be decided"),
        (r"2 \neq 3", {}, "is no equation that can be decided"),
        ("x = 5", {}, "nothing can be proved"),
        ("x", {}, "nothing can be proved"),
        ("", {}, "nothing can be proved"),
        (
            "a + b = 14",
            {"a": 6, "b": 8, "c_1": 1},
            "given has c_1, which is not in the equation; there are a, b",
        ),
    ],
)
def test_what_cannot_be_proved_is_refused_with_a_way_out(
    tex: str, values: dict[str, object], message: str
) -> None:
    with pytest.raises(GeneratorError) as problem:
        proved(tex, values)
    assert message in problem.value.message


# -- deriving -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tex", "values", "numbers"),
    [
        (RULE, {"a_1": 8, "k_2": 2, "b_1": 6}, r"8 + (2-1) \cdot 6 = 14"),
        ("b_{1} = b_{0} s_{1}", {"b_0": 2, "s_{1}": 3}, r"2 \cdot 3 = 6"),
        # Brackets where a minus, a power or a fraction needs them.
        ("y = x^2 - x", {"x": -3}, "(-3)^2 - (-3) = 12"),
        ("y = x^2 - x", {"x": Fraction(1, 2)}, r"\left(\frac{1}{2}\right)^2 - \frac{1}{2} = -0.25"),
        ("y = (x) + x", {"x": -3}, "(-3) + (-3) = -6"),
        ("h = x/y", {"x": -3, "y": -4}, "-3/(-4) = 0.75"),
        (
            r"y = w x + b",
            {"w": Fraction(-1, 3), "x": 2, "b": -1},
            r"-\frac{1}{3} \cdot 2 + (-1) = -\frac{5}{3}",
        ),
        (r"y = \frac1{1+e^{-x}}", {"x": -3}, r"\frac1{1+e^{-(-3)}} \approx 0.04743"),
        # Numbers that would touch.
        ("P = k^2 C D + D", {"k": 5, "C": 6, "D": 16}, r"5^2 \cdot 6 \cdot 16 + 16 = 2{,}416"),
        (r"P = (k^2 C + 1) \times D", {"k": 5, "C": 6, "D": 16}, r"(5^2 \times 6 + 1) \times 16 = 2{,}416"),
        (r"h = x\frac{a}{b}", {"x": 3, "a": 1, "b": 2}, r"3 \cdot \frac{1}{2} = 1.5"),
        (r"h = 2\pi r", {"r": 3}, r"2\pi \cdot 3 \approx 18.85"),
        (r"h = 6(k-1)J", {"k": 3, "J": 2}, r"6(3-1) \cdot 2 = 24"),
        (r"m = \frac1n x^n", {"n": 12, "x": 1}, r"\frac1{12} \cdot 1^{12} = \frac{1}{12}"),
        # Functions.
        (r"h = \ln x y", {"x": 2, "y": 3}, r"\ln (2 \cdot 3) \approx 1.792"),
        (r"h = \tanh^2 x", {"x": -2}, r"\tanh^2 (-2) \approx 0.9293"),
        (r"h = \log_b x", {"x": 1000, "b": 10}, r"\log_{10} 1{,}000 = 3"),
        (r"h = \sqrt x\sqrt y", {"x": 2, "y": 2}, r"\sqrt 2\sqrt 2 = 2"),
        (r"h = \max(x, y)", {"x": -3, "y": Fraction(7, 2)}, r"\max(-3, \frac{7}{2}) = 3.5"),
        (r"h = |x - y| + |x|", {"x": -3, "y": 5}, r"|-3 - 5| + |-3| = 11"),
        (r"h = \exp(-x) + \lceil x \rceil", {"x": 0.5}, r"\exp(-0.5) + \lceil 0.5 \rceil \approx 1.607"),
        # Sums.
        (r"S = \sum_{k=1}^n k^2", {"n": 12}, r"\sum_{k=1}^{12} k^2 = 650"),
        (
            r"y = \sum_{i=1}^{3} w_i x_i + b",
            {"w_1": 1, "x_1": 2, "w_2": -3, "x_2": 4, "w_3": 5, "x_3": -6, "b": -2},
            r"1 \cdot 2 + (-3) \cdot 4 + 5 \cdot (-6) + (-2) = -42",
        ),
        (r"y = b - 2\sum_{i=1}^{n} x_i", {"n": 2, "x_1": -1, "x_2": 2, "b": 3}, "3 - 2(-1 + 2) = 1"),
        # Values of every kind, and names as TeX or spelled out.
        (r"L = -\ln \hat{y}_i.", {r"\hat{y}_i": 0.25}, r"-\ln 0.25 \approx 1.386."),
        (r"z = \eta x", {"eta": np.float32(0.1), "x": np.int64(3)}, r"0.1 \cdot 3 = 0.3"),
        (r"z = x + \epsilon", {"x": 2.0, r"\epsilon": 1e-8}, r"2 + 1 \times 10^{-8} \approx 2.000"),
        # Results.
        ("p = 1/n", {"n": 7}, r"1/7 \approx 0.1429"),
        ("p = a/b", {"a": 2, "b": 14}, r"2/14 = \frac{1}{7}"),
        ("p = x/n", {"x": 0.5, "n": 7}, r"0.5/7 \approx 0.07143"),
        ("p = a/b", {"a": 123457, "b": 7}, r"123{,}457/7 \approx 17{,}637"),
        ("h = 2^n", {"n": 100}, r"2^{100} \approx 1.268 \times 10^{30}"),
        ("h = x", {"x": 3}, "3"),
    ],
)
def test_numbers_are_filled_in_in_the_shape_of_the_symbols(
    tex: str, values: dict[str, object], numbers: str
) -> None:
    symbolic = tex.rstrip(".")
    assert derived(tex, values).tex == portable(f"{symbolic} = {numbers}", display=True)


@pytest.mark.parametrize(
    ("tex", "values", "message"),
    [
        ("a = b + c", {"b": 1}, "no value for c in b + c; with_values has b"),
        ("a = b + c", {"b": 1, "c": 2, "d": 3}, "with_values has d, which is not in b + c; there are b, c"),
        (r"s = \sum_{i=1}^{n} x_i", {"n": 2, "x_1": 1}, "no value for x_2"),
        (
            r"a = 1 + \frac{b}{s-1}",
            {"b": 1, "s": 1},
            r"\frac{b}{s-1} has no value: a division by zero; b = 1, s = 1",
        ),
        (r"a = \ln x", {"x": -1}, "ln x has no value: a logarithm of what is not positive; x = -1"),
        ("a = b = c", {"b": 1}, "no equation with one ="),
        ("a + b", {"b": 1}, "no equation with one ="),
        (r"\begin{aligned}a&=b\end{aligned}", {"b": 1}, "no equation with one ="),
        ("a = f(x)", {"x": 1}, "f(x) is a function that only the text knows"),
        (r"a = \int b", {"b": 1}, "cannot be read"),
        ("a = b", {"b": "3"}, "the value of b is '3', and what is filled in is a number"),
        ("a = b", {"b": True}, "the value of b is True"),
        ("a = b", {"b": float("nan")}, "the value of b is nan"),
        ("a = b_1", {"b_1": 1, "b_{1}": 2}, "b_1 and b_{1} are the same symbol"),
        ("a = b", {"3": 1}, "'3' is no symbol"),
        ("a = 9^{9^{9^n}}", {"n": 9}, "a huge number"),
        (
            r"s = \sum_{i=1}^{n} x_i",
            {"n": 50, **{f"x_{{{i}}}": i for i in range(1, 51)}},
            "50 terms to write out",
        ),
    ],
)
def test_what_cannot_be_derived_is_refused_with_what_there_is(
    tex: str, values: dict[str, object], message: str
) -> None:
    with pytest.raises(GeneratorError) as problem:
        derived(tex, values)
    assert message in problem.value.message


@pytest.mark.parametrize("digits", [0, 16, 2.5, True, "3"])
def test_digits_are_a_small_whole_number(digits: object) -> None:
    with pytest.raises(GeneratorError, match="a result has 1 to 15 of them"):
        derived("a = b", {"b": 1}, digits)  # type: ignore[arg-type]


# -- with any numbers -----------------------------------------------------------------------------------

NAMES = ("a", "b_1", r"\hat{y}_i", "k", r"\eta")


@st.composite
def expressions(draw: st.DrawFn, depth: int = 3) -> tuple[str, str]:
    """An expression as TeX and the same for Python, its symbols as v[0] to v[4]."""
    if depth == 0 or draw(st.integers(0, 4)) == 0:
        which = draw(st.integers(0, len(NAMES)))
        if which == len(NAMES):
            number = draw(st.integers(1, 12))
            return str(number), f"F({number})"
        return NAMES[which], f"v[{which}]"
    (one, first), (other, second) = draw(expressions(depth - 1)), draw(expressions(depth - 1))
    shape = draw(st.integers(0, 6))
    return [
        (f"{one} + {other}", f"({first} + {second})"),
        (f"{one} - ({other})", f"({first} - {second})"),
        (rf"({one}) \cdot ({other})", f"({first} * {second})"),
        (rf"\frac{{{one}}}{{{other}}}", f"({first} / {second})"),
        (rf"\left({one}\right)\left({other}\right)", f"({first} * {second})"),
        (f"({one})^2", f"({first} ** 2)"),
        (rf"(-({one}) \times {NAMES[0]})", f"(-{first} * v[0])"),
    ][shape]


VALUES = st.one_of(
    st.integers(-20, 20),
    st.fractions(-3, 3, max_denominator=9),
    st.integers(-999, 999).map(lambda whole: whole / 100),
)


@settings(max_examples=150, deadline=None)
@given(expressions(), st.lists(VALUES, min_size=5, max_size=5))
def test_what_is_derived_equals_pythons_fractions_and_is_proved_by_the_check(
    written: tuple[str, str], numbers: list[int | float | Fraction]
) -> None:
    tex, code = written
    exact = [Fraction(str(number)) for number in numbers]
    used = {name: numbers[at] for at, name in enumerate(NAMES) if f"v[{at}]" in code}
    try:
        expected = eval(code, {"F": Fraction, "v": exact})
    except ZeroDivisionError:
        with pytest.raises(GeneratorError, match="has no value: a division by zero"):
            derived(f"z = {tex}", used)
        return
    found = derived(f"z = {tex}", used)
    assert Fraction(str(found.value)) == expected
    assert abs(found.numeral.value - expected) <= abs(expected) / 1000
    assert portable(found.tex, display=True) == found.tex
    # The numbers alone are read and added up by the check, which knows nothing of how they came there.
    sides = found.tex.removeprefix(f"{portable(f'z = {tex}', True)}").lstrip("= ")
    if "=" in sides or r"\approx" in sides:
        proved(sides)


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 300), st.integers(1, 11), st.integers(1, 4), st.integers(0, 5), st.integers(1, 3))
def test_output_sizes_are_those_of_the_figures(n: int, k: int, s: int, p: int, d: int) -> None:
    tex = r"m = \left\lfloor \frac{n + 2p - d(k - 1) - 1}{s} \right\rfloor + 1"
    try:
        expected = output_size(n, k, s, p, d)
    except GeneratorError:
        return
    assert derived(tex, {"n": n, "k": k, "s": s, "p": p, "d": d}).value == expected


@pytest.mark.parametrize("name", ["paper", "post", "fashion"])
def test_receptive_fields_are_those_of_the_figures(name: str) -> None:
    fields = network_fields(NETWORKS[name])
    for before, field in itertools.pairwise(fields):
        values = {"R_{l-1}": before.size, "k_l": field.step.kernel, "J_{l-1}": before.jump}
        found = derived("R_l = R_{l-1} + (k_l - 1) J_{l-1}", values)
        assert found.value == field.size
        proved(found.tex, values)
