"""TeX is read as the field writes it."""

from __future__ import annotations

from fractions import Fraction

import pytest

from generator.equations.budget import Budget
from generator.equations.cursor import UnreadableError
from generator.equations.evaluating import Evaluator, Numbers
from generator.equations.reading import read
from generator.equations.signs import signs
from generator.equations.statements import statements
from generator.equations.tree import Node
from generator.mathematics.meant import meant

WORTH = {"a": 3, "b": 5, "d": 7, "k": 4, "x": 2, "\\alpha": 11, "hat y": 13, "Input": 17, "크기": 19}


def side(tex: str) -> Node:
    text = f"$${tex}$$"
    return read(statements(signs(text, meant(text)[0]))[0].sides[0].signs)


@pytest.mark.parametrize(
    ("tex", "value"),
    [
        ("61{,}706", 61706),
        ("61,706", 61706),
        ("61\\,706", 61706),
        ("0.25", Fraction(1, 4)),
        (".5", Fraction(1, 2)),
        ("98.87\\%", Fraction(9887, 10000)),
        ("2ab", 30),
        ("d(k-1)", 21),
        ("(a)(b)", 15),
        ("a/b", Fraction(3, 5)),
        ("2a/3b", 10),
        ("\\frac12", Fraction(1, 2)),
        ("\\tfrac{a}{b}", Fraction(3, 5)),
        ("-x^2", -4),
        ("(-x)^2", 4),
        ("x^{-1}", Fraction(1, 2)),
        ("\\sqrt4", 2),
        ("\\sqrt[3]{8}", 2),
        ("\\left|-3\\right|", 3),
        ("5!", 120),
        ("\\lfloor 7/2 \\rfloor", 3),
        ("\\left\\lceil\\frac72\\right\\rceil", 4),
        ("\\max(a, b)", 5),
        ("\\min\\{a,b\\}", 3),
        ("\\log_2 8", 3),
        ("\\sum_{i=1}^{3} i^2", 14),
        ("\\prod_{i=1}^{4} i", 24),
        ("\\sum_{i=1}^{3} 2\\cdot i + 1", 13),
        ("\\binom{5}{2}", 10),
        ("a \\times -b", -15),
        ("{}+ a", 3),
        ("3\\,\\text{px}", 3),
        ("\\hat{y}", 13),
        ("\\hat y", 13),
        ("\\mathrm{Input}", 17),
        ("크기", 19),
        ("2\\alpha", 22),
        ("\\displaystyle a+b", 8),
        ("\\boxed{a}", 3),
        ("a\\!b", 15),
        ("1{,}024\\cdot 2", 2048),
        ("[a+b]x", 16),
        ("10^{-3}", Fraction(1, 1000)),
        ("a \\div b", Fraction(3, 5)),
    ],
)
def test_an_expression_has_its_value(tex: str, value: Fraction) -> None:
    worth = Numbers({(name, ()): Fraction(number) for name, number in WORTH.items()})
    assert float(Evaluator(worth, Budget(1)).value(side(tex))) == pytest.approx(float(value))


@pytest.mark.parametrize(
    ("tex", "kind", "name"),
    [
        ("f(x)", "call", "f"),
        ("\\sigma(z)", "call", "\\sigma"),
        ("\\mathrm{Var}(X)", "call", "Var"),
        ("p(x, y)", "call", "p"),
        ("k(n+1)", "product", ""),
        ("\\frac{d}{dx}x^2", "derivative", ""),
        ("\\frac{\\partial L}{\\partial w_{ij}}", "derivative", ""),
        ("\\frac{\\mathrm{d}y}{\\mathrm{d}x}", "derivative", ""),
        ("\\frac{d_k}{d_v}", "quotient", ""),
        ("\\frac{d}{2}", "quotient", ""),
        ("W^{(l)}", "symbol", "W^"),
        ("x^\\top", "symbol", "x^"),
        ("x'", "symbol", "x'"),
        ("x^{\\prime}", "symbol", "x'"),
        ("C_{\\text{in}}", "symbol", "C"),
        ("x^2", "power", ""),
    ],
)
def test_names_functions_and_products_are_told_apart(tex: str, kind: str, name: str) -> None:
    node = side(tex)
    assert (node.kind, node.name) == (kind, name)


@pytest.mark.parametrize(
    "tex",
    [
        "x^10",
        "\\int x",
        "a \\pm b",
        "\\|x\\|",
        "(1",
        "\\frac{1}",
        "2 3",
        "\\sum_{i \\in S} i",
        "",
        "a_",
        "\\max_i x_i",
    ],
)
def test_what_is_not_understood_is_not_guessed(tex: str) -> None:
    with pytest.raises((UnreadableError, IndexError)):
        side(tex)


def test_every_part_knows_its_place() -> None:
    text = "앞 $a_1+(k_2-1)\\cdot b_1$ 뒤"
    node = read(statements(signs(text, meant(text)[0]))[0].sides[0].signs)
    written = [text[part.start : part.end] for part in node.walk() if part.kind == "symbol"]
    assert written == ["a_1", "k_2", "b_1"]
    assert text[node.start : node.end] == "a_1+(k_2-1)\\cdot b_1"


@pytest.mark.parametrize(
    ("tex", "sides"),
    [
        ("a=b=c", [["a", "b", "c"]]),
        ("n=5,\\quad k=3", [["n", "5"], ["k", "3"]]),
        ("\\begin{aligned} a &= b \\\\ &= c \\\\ d &= e \\end{aligned}", [["a", "b", "c"], ["d", "e"]]),
        ("\\begin{aligned} a &= b \\cr &\\quad {} + c \\cr &= d \\end{aligned}", [["a", "b{}+c", "d"]]),
        ("\\begin{aligned} a &= b & c &= d \\end{aligned}", [["a", "b"], ["c", "d"]]),
        ("a = b \\Rightarrow c = d", [["a", "b"], ["c", "d"]]),
        ("a \\le b < c", [["a", "b", "c"]]),
    ],
)
def test_a_formula_falls_apart_into_its_statements(tex: str, sides: list[list[str]]) -> None:
    text = f"$${tex}$$"
    found = statements(signs(text, meant(text)[0]))
    assert [["".join(sign.text for sign in side.signs) for side in one.sides] for one in found] == sides
