"""The neuron that figures, values and equations take, from what a post gives."""

from __future__ import annotations

from generator.activations import Activation
from generator.errors import GeneratorError
from generator.neuron import Neuron, neuron
from generator.parts.number_row import row_of_numbers
from generator.parts.numbers import shown_in_full

_MOST_INPUTS, _LARGEST = 6, 10.0


def given_neuron(
    *,
    inputs: str = "1 0.5 0.2",
    weights: str = "0.6 -0.4 0.5",
    bias: float = 0.1,
    function: Activation = "sigmoid",
    target: float = 1.0,
) -> Neuron:
    """The neuron with these numbers, forward and backward.

    Raises:
        GeneratorError: a number is too large or has too many decimals; not one weight for each input.
    """
    rows = [
        row_of_numbers(text, key, (1, _MOST_INPUTS), _LARGEST)
        for key, text in (("inputs", inputs), ("weights", weights))
    ]
    for key, value in (("bias", bias), ("target", target)):
        if abs(value) > _LARGEST:
            raise GeneratorError(f"{key} is {value}; it must be from -{_LARGEST:.0f} to {_LARGEST:.0f}")
        shown_in_full(key, value)
    return neuron(rows[0], rows[1], float(bias), function, float(target))
