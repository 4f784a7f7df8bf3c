"""One neuron, forward and backward, with numbers.

With inputs y_i, weights w_ji, bias b_j, an activation function φ and the target t:

    x_j = Σ_i y_i w_ji + b_j        y_j = φ(x_j)        E = ½ (t − y_j)²

    ∂E/∂y_j = y_j − t               ∂E/∂x_j = ∂E/∂y_j φ'(x_j)
    ∂E/∂w_ji = ∂E/∂x_j y_i          ∂E/∂b_j = ∂E/∂x_j          ∂E/∂y_i = ∂E/∂x_j w_ji

Source: Rumelhart, Hinton and Williams, "Learning representations by back-propagating errors", Nature 323,
1986, equations 1 to 7, whose bias is the weight of an input that is always 1.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from generator.activations import FUNCTIONS, Activation
from generator.errors import GeneratorError


@dataclass(frozen=True)
class Neuron:
    """What comes in, what the neuron makes of it, and how the error changes with each number.

    ``total`` is x_j, ``output`` y_j, ``error`` E and ``slope`` φ'(x_j); ``by_output`` is ∂E/∂y_j,
    ``by_total`` ∂E/∂x_j, which is ∂E/∂b_j as well, ``by_weights`` holds ∂E/∂w_ji and ``by_inputs`` ∂E/∂y_i.
    """

    inputs: tuple[float, ...]
    weights: tuple[float, ...]
    bias: float
    function: Activation
    target: float
    products: tuple[float, ...]
    total: float
    output: float
    error: float
    slope: float
    by_output: float
    by_total: float
    by_weights: tuple[float, ...]
    by_inputs: tuple[float, ...]


def neuron(
    inputs: Sequence[float], weights: Sequence[float], bias: float, function: Activation, target: float
) -> Neuron:
    """The neuron with these numbers, forward and backward.

    Raises:
        GeneratorError: there is no input, or not one weight for each.
    """
    if len(inputs) != len(weights) or not inputs:
        raise GeneratorError(
            f"weights are {len(weights)} and inputs are {len(inputs)}; "
            "a neuron has one weight for each input, and one input at least"
        )
    products = tuple(y * w for y, w in zip(inputs, weights, strict=True))
    total = sum(products) + bias
    output, slope = _at(total, function)
    by_output = output - target
    by_total = by_output * slope
    return Neuron(
        inputs=tuple(inputs),
        weights=tuple(weights),
        bias=bias,
        function=function,
        target=target,
        products=products,
        total=total,
        output=output,
        error=0.5 * by_output**2,
        slope=slope,
        by_output=by_output,
        by_total=by_total,
        by_weights=tuple(by_total * y for y in inputs),
        by_inputs=tuple(by_total * w for w in weights),
    )


def after_step(n: Neuron, rate: float) -> Neuron:
    """The neuron after one step of gradient descent: each weight and the bias less rate × its gradient."""
    weights = [w - rate * by for w, by in zip(n.weights, n.by_weights, strict=True)]
    return neuron(n.inputs, weights, n.bias - rate * n.by_total, n.function, n.target)


def _at(total: float, function: Activation) -> tuple[float, float]:
    """φ(x) and φ'(x)."""
    at = np.array([total])
    chosen = FUNCTIONS[function]
    return float(chosen.value(at)[0]), float(chosen.derivative(at)[0])
