"""Why the derivative of the sigmoid is y(1 − y), one step a formula."""

from __future__ import annotations

from typing import NamedTuple

from generator.writing.tex_numbers import aligned

_Y, _REST = r"\frac{1}{1 + e^{-x}}", r"\frac{e^{-x}}{1 + e^{-x}}"


class SigmoidDerivative(NamedTuple):
    """The function as a power, the chain rule, its inner derivative, the two fractions, what they are."""

    power: str
    chain: str
    inner: str
    fraction: str
    split: str
    rest: str
    result: str


def sigmoid_derivative() -> SigmoidDerivative:
    """The steps in order."""
    # Two of them in two lines, as phones are narrow.
    slope = r"\frac{dy}{dx} ="
    return SigmoidDerivative(
        power=rf"y = {_Y} = (1 + e^{{-x}})^{{-1}}",
        chain=aligned(r"\frac{dy}{dx} &= -(1 + e^{-x})^{-2}", r"&\quad {} \cdot \frac{d}{dx} (1 + e^{-x})"),
        inner=r"\frac{d}{dx} (1 + e^{-x}) = -e^{-x}",
        fraction=rf"{slope} \frac{{e^{{-x}}}}{{(1 + e^{{-x}})^2}}",
        split=rf"{slope} {_Y} \cdot {_REST}",
        rest=aligned(rf"{_REST} &= \frac{{(1 + e^{{-x}}) - 1}}{{1 + e^{{-x}}}}", rf"&= 1 - {_Y} = 1 - y"),
        result=rf"{slope} y (1 - y)",
    )
