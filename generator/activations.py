"""Activation functions of neurons, their derivatives, and softmax, as pure functions of NumPy arrays.

Where a derivative jumps, at 0, it has the value that TensorFlow uses there: that of the left side.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import erf, pi, sqrt
from types import MappingProxyType
from typing import Literal

import numpy as np

from generator.arithmetic import Array

Activation = Literal["sigmoid", "tanh", "relu", "leaky_relu", "elu", "gelu", "silu", "softplus"]

# What a negative number is multiplied by: the default of ``keras.activations.leaky_relu``.
LEAK = 0.2


@dataclass(frozen=True)
class Function:
    """A function, its derivative, and whether the derivative jumps at 0."""

    value: Callable[[Array], Array]
    derivative: Callable[[Array], Array]
    jumps: bool = False


def softmax(numbers: Array) -> Array:
    """Probabilities (n,) that sum to 1: e^x of each number, divided by the sum of them all."""
    # The largest number taken off changes nothing but keeps powers from growing out of bounds.
    powers: Array = np.exp(numbers - numbers.max())
    result: Array = powers / powers.sum()
    return result


def sigmoid(x: Array) -> Array:
    """1 / (1 + e^−x), written so that no power overflows."""
    result: Array = 0.5 * (1 + np.tanh(x / 2))
    return result


def _tanh(x: Array) -> Array:
    result: Array = np.tanh(x)
    return result


def _elu(x: Array) -> Array:
    return np.where(x > 0, x, np.expm1(np.minimum(x, 0)))


def _normal(x: Array) -> Array:
    """The probability that a standard normal number is at most x."""
    result: Array = 0.5 * (1 + np.vectorize(erf, otypes=[float])(x / sqrt(2)))
    return result


def _density(x: Array) -> Array:
    result: Array = np.exp(-x * x / 2) / sqrt(2 * pi)
    return result


FUNCTIONS: Mapping[Activation, Function] = MappingProxyType(
    {
        "sigmoid": Function(sigmoid, lambda x: sigmoid(x) * sigmoid(-x)),
        "tanh": Function(_tanh, lambda x: 1 - np.tanh(x) ** 2),
        "relu": Function(lambda x: np.maximum(x, 0), lambda x: np.where(x > 0, 1.0, 0.0), jumps=True),
        "leaky_relu": Function(
            lambda x: np.where(x > 0, x, LEAK * x), lambda x: np.where(x > 0, 1.0, LEAK), jumps=True
        ),
        "elu": Function(_elu, lambda x: np.where(x > 0, 1.0, np.exp(np.minimum(x, 0)))),
        # Hendrycks and Gimpel, "Gaussian Error Linear Units", 2016: x times the normal distribution.
        "gelu": Function(lambda x: x * _normal(x), lambda x: _normal(x) + x * _density(x)),
        "silu": Function(lambda x: x * sigmoid(x), lambda x: sigmoid(x) * (1 + x * sigmoid(-x))),
        "softplus": Function(lambda x: np.logaddexp(0, x), sigmoid),
    }
)
