"""The numbers of the post on backpropagation, read from the finished post."""

from __future__ import annotations

import re
from collections.abc import Callable
from math import exp
from pathlib import Path

import numpy as np
import pytest

from generator.arithmetic import Array
from generator.scene import Label
from tests.drawn import drawn
from tests.posts.rendering import ROOT, rendered

TEMPLATE = ROOT / "posts" / "2025-07-30-backpropagation.md.j2"
_STEP = 1e-6
_NAME = re.compile(r"\\frac\{\\partial E\}\{\\partial (\w_(?:\w|\{\w+\}))\} &")
_RESULT = re.compile(r"(?:=|\\approx) (-?[\d.]+)$")

# The example of the post, once more by hand: what it reads and what it answers.
INPUTS, WEIGHTS, BIAS, TARGET = np.array([1.0, 0.5, 0.2]), np.array([0.6, -0.4, 0.5]), 0.1, 1.0
FED = np.array([1.0, 0.5])
HIDDEN, HIDDEN_BIASES = np.array([[0.5, -0.4], [0.3, 0.8]]), np.array([0.1, -0.2])
OUTER, OUTER_BIASES = np.array([[0.7, -0.6], [-0.5, 0.9]]), np.array([0.2, 0.1])
TARGETS = np.array([1.0, 0.0])


@pytest.fixture(scope="module")
def post() -> str:
    return rendered(TEMPLATE)


def squashed(x: Array) -> Array:
    result: Array = 1 / (1 + np.exp(-x))
    return result


def one_error(weights: Array, bias: float) -> float:
    return float((TARGET - squashed(INPUTS @ weights + bias)) ** 2 / 2)


def two_layers_error(hidden: Array, hidden_biases: Array, outer: Array, outer_biases: Array) -> float:
    seen = squashed(hidden @ FED + hidden_biases)
    return float(((TARGETS - squashed(outer @ seen + outer_biases)) ** 2).sum() / 2)


def slope(error: Callable[[Array], float], at: Array, index: int | tuple[int, int]) -> float:
    """The central difference quotient in one number of an array."""
    move = np.zeros_like(at)
    move[index] = _STEP
    return (error(at + move) - error(at - move)) / (2 * _STEP)


def gradients(post: str) -> dict[str, float]:
    """Every gradient in the post's formulas by the name of its weight, such as "w_{j1}"."""
    return {name: float(value) for name, value in written_gradients(post).items()}


def written_gradients(post: str) -> dict[str, str]:
    """The same as they are written: what the last line after a name ends in."""
    found: dict[str, str] = {}
    for formula in re.findall(r"^\$\$\\begin\{aligned\} (.*) \\end\{aligned\}\$\$$", post, re.MULTILINE):
        name = None
        for line in formula.split(r" \cr "):
            if start := _NAME.match(line):
                name = start[1]
            if name and (end := _RESULT.search(line)):
                found[name] = end[1]
    return found


def rounded(value: float) -> object:
    """A number as the post writes it: to three digits, or three decimals."""
    return pytest.approx(value, rel=6e-3)


def test_the_gradients_of_one_unit_are_difference_quotients(post: str) -> None:
    found = gradients(post)
    for index in range(3):
        expected = slope(lambda w: one_error(w, BIAS), WEIGHTS, index)
        assert found[f"w_{{j{index + 1}}}"] == rounded(expected)
    assert found["b_j"] == rounded(slope(lambda b: one_error(WEIGHTS, b[0]), np.array([BIAS]), 0))


def test_the_gradients_of_a_hidden_unit_are_difference_quotients(post: str) -> None:
    found = gradients(post)
    for index in range(2):
        expected = slope(
            lambda hidden: two_layers_error(hidden, HIDDEN_BIASES, OUTER, OUTER_BIASES), HIDDEN, (0, index)
        )
        assert found[f"w_{{3{index + 1}}}"] == rounded(expected)
    expected = slope(lambda b: two_layers_error(HIDDEN, b, OUTER, OUTER_BIASES), HIDDEN_BIASES, 0)
    assert found["b_3"] == rounded(expected)


def test_the_sums_of_both_outputs_are_difference_quotients(post: str) -> None:
    """∂E/∂x is ∂E/∂b."""
    found = gradients(post)
    for index in range(2):
        expected = slope(lambda b: two_layers_error(HIDDEN, HIDDEN_BIASES, OUTER, b), OUTER_BIASES, index)
        assert found[f"x_{index + 5}"] == rounded(expected)


def test_the_picture_has_the_gradients_of_the_formulas(post: str) -> None:
    labels = [mark.text for mark in drawn("neuron", "ko").frames[0].marks if isinstance(mark, Label)]
    written = " ".join(labels).replace("\N{MINUS SIGN}", "-")
    told = {name: value for name, value in written_gradients(post).items() if "j" in name}
    assert set(told) == {"x_j", "y_j", "w_{j1}", "w_{j2}", "w_{j3}", "b_j"}
    for name, value in told.items():
        symbol, index = name.replace("{", "").replace("}", "").split("_")
        assert re.search(rf"∂E/∂{symbol} {index}  ≈ {re.escape(value)}(?![\d.])", written), name


def test_the_table_of_steps_is_gradient_descent(post: str) -> None:
    weights, bias = WEIGHTS.copy(), BIAS
    errors = {}
    for step in range(1001):
        errors[step] = one_error(weights, bias)
        y = float(squashed(INPUTS @ weights + bias))
        by_total = (y - TARGET) * y * (1 - y)
        weights, bias = weights - by_total * INPUTS, bias - by_total
    rows = re.findall(r"^\| ([\d,]+) \| [\d.]+ \| ([\d.]+) \|$", post, re.MULTILINE)
    assert [int(step.replace(",", "")) for step, _ in rows] == [0, 1, 10, 100, 1000]
    for step, error in rows:
        assert float(error) == rounded(errors[int(step.replace(",", ""))])


def value(tex: str, x: float) -> float:
    """What an expression of the derivation comes to at x."""
    inner = r"\frac{d}{dx} (1 + e^{-x})"
    python = tex.replace(inner, "(-exp(-x))").replace("&", "")
    python = re.sub(r"\(1 \+ e\^\{-x\}\)\^(?:\{(-\d)\}|(\d))", r"((1 + exp(-x))**(\1\2))", python)
    python = python.replace("e^{-x}", "exp(-x)")
    while r"\frac" in python:
        python = re.sub(r"\\frac\{([^{}]*)\}\{([^{}]*)\}", r"((\1)/(\2))", python)
    python = python.replace(r"\cdot", "*").replace(r"\quad {}", "").replace("y (1 - y)", "y*(1 - y)")
    return float(eval(python, {"exp": exp, "x": x, "y": 1 / (1 + exp(-x))}))


def test_each_step_to_the_derivative_of_the_sigmoid_holds(post: str) -> None:
    part = post.partition("## 시그모이드의 기울기")[2].partition("\n## ")[0]
    formulas = re.findall(r"^\$\$(.*)\$\$$", part, re.MULTILINE)
    assert len(formulas) == 7
    tex = [re.sub(r"\\(?:begin|end)\{aligned\}|\\cr", "", formula) for formula in formulas]
    for x in (-3.0, -0.5, 0.0, 0.6, 2.0):
        slope_there = (1 / (1 + exp(-x - _STEP)) - 1 / (1 + exp(-x + _STEP))) / (2 * _STEP)
        for formula in tex:
            first, *sides = (side.strip(" &") for side in formula.split("="))
            if first == r"\frac{dy}{dx}":
                expected = slope_there
            elif first == r"\frac{d}{dx} (1 + e^{-x})":
                expected = (exp(-x - _STEP) - exp(-x + _STEP)) / (2 * _STEP)
            else:
                expected = value(first, x)
            assert [value(side, x) for side in sides] == pytest.approx([expected] * len(sides), abs=1e-8)


def test_another_example_changes_every_number(tmp_path: Path) -> None:
    source = TEMPLATE.read_text(encoding="utf-8")
    other = source.replace('weights="0.6 -0.4 0.5", bias=0.1', 'weights="0.2 0.3 -0.1", bias=-0.3')
    assert other != source
    template = tmp_path / "posts" / TEMPLATE.name
    template.parent.mkdir()
    template.write_text(other, encoding="utf-8")
    text = rendered(template)
    y = float(squashed(INPUTS @ np.array([0.2, 0.3, -0.1]) - 0.3))
    assert gradients(text)["b_j"] == rounded((y - 1) * y * (1 - y))
    assert "0.0811" not in text and "0.646" not in text


@pytest.mark.slow
def test_the_gradients_are_those_of_tensorflow(post: str) -> None:
    from generator.learning.model import keras

    keras()
    import tensorflow as tf

    arrays = (HIDDEN, HIDDEN_BIASES, OUTER, OUTER_BIASES)
    hidden, hidden_biases, outer, outer_biases = variables = [tf.Variable(array) for array in arrays]
    w, b = tf.Variable(WEIGHTS), tf.Variable(BIAS, dtype="float64")
    with tf.GradientTape(persistent=True) as tape:
        one = 0.5 * (TARGET - tf.sigmoid(tf.reduce_sum(INPUTS * w) + b)) ** 2
        seen = tf.sigmoid(tf.linalg.matvec(hidden, FED) + hidden_biases)
        answers = tf.sigmoid(tf.linalg.matvec(outer, seen) + outer_biases)
        two = 0.5 * tf.reduce_sum((TARGETS - answers) ** 2)
    by_w, by_b = tape.gradient(one, [w, b])
    by_hidden, by_hidden_biases, _, by_outer_biases = tape.gradient(two, variables)
    expected = {f"w_{{j{index + 1}}}": by_w[index] for index in range(3)} | {"b_j": by_b}
    expected |= {f"w_{{3{index + 1}}}": by_hidden[0, index] for index in range(2)}
    expected |= {"b_3": by_hidden_biases[0], "x_5": by_outer_biases[0], "x_6": by_outer_biases[1]}
    found = gradients(post)
    for name, gradient in expected.items():
        assert found[name] == rounded(float(gradient)), name
