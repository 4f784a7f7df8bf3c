"""Equations of neurons for posts, with the parameters of the figure ``neuron`` or of two layers.

``equations.neuron_forward(bias=0.1).total``, ``equations.unit_backward(unit=3).by_output``
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from generator.errors import GeneratorError
from generator.writing import tex_layers, tex_neuron
from generator.writing.given import layers_from, neuron_from
from generator.writing.tex_layers import UnitBackward
from generator.writing.tex_neuron import Backward, Forward
from generator.writing.tex_sigmoid import sigmoid_derivative


def neuron_forward(**given: object) -> Forward:
    """``total``, ``output`` and ``error`` of the figure ``neuron`` with the same parameters.

    Raises:
        GeneratorError: an unknown parameter, a wrong type, or values that cannot be.
    """
    return tex_neuron.forward(neuron_from(given))


def neuron_backward(**given: object) -> Backward:
    """Its gradients: ``by_output``, ``slope``, ``by_total``, ``by_weights`` and ``by_inputs``.

    Raises:
        GeneratorError: as `neuron_forward`.
    """
    return tex_neuron.backward(neuron_from(given))


def neuron_step(*, rate: float, **given: object) -> str:
    """Its weights and its bias after one step of gradient descent.

    Raises:
        GeneratorError: as `neuron_forward`; the rate is not above 0.
    """
    return tex_neuron.descent(neuron_from(given), learning_rate(rate))


def layers_outputs(**given: object) -> str:
    """The sum and the output of every unit of two layers.

    Raises:
        GeneratorError: as `neuron_forward`.
    """
    return tex_layers.outputs(layers_from(given))


def layers_error(**given: object) -> str:
    """The error of two layers, as the sum over their outputs.

    Raises:
        GeneratorError: as `neuron_forward`.
    """
    return tex_layers.error(layers_from(given))


def unit_backward(*, unit: int, **given: object) -> UnitBackward:
    """The gradients of one unit of two layers: ``by_output``, ``by_total``, ``by_weights``.

    Raises:
        GeneratorError: as `neuron_forward`; no hidden or output unit has this number.
    """
    return tex_layers.unit_backward(layers_from(given), unit)


def learning_rate(rate: object) -> float:
    """The rate, if it is a number above 0.

    Raises:
        GeneratorError: it is not.
    """
    if isinstance(rate, bool) or not isinstance(rate, int | float) or not rate > 0:
        raise GeneratorError(f"rate is {rate!r}; it must be a number above 0")
    return float(rate)


EQUATIONS: Mapping[str, Callable[..., object]] = MappingProxyType(
    {
        "neuron_forward": neuron_forward,
        "neuron_backward": neuron_backward,
        "neuron_step": neuron_step,
        "layers_outputs": layers_outputs,
        "layers_error": layers_error,
        "unit_backward": unit_backward,
        "sigmoid_derivative": sigmoid_derivative,
    }
)
