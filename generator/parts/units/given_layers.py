"""The two layers that values and equations take, from what a post gives."""

from __future__ import annotations

from generator.activations import Activation
from generator.errors import GeneratorError
from generator.parts.number_row import row_of_numbers
from generator.two_layers import TwoLayers, two_layers

_MOST_IN_A_ROW, _LARGEST = 4, 10.0
# Weights are named by two digits, w_53, so that no unit may have two.
_MOST_UNITS = 9


def given_layers(
    *,
    inputs: str = "1 0.5",
    hidden: str = "0.5 -0.4 / 0.3 0.8",
    hidden_biases: str = "0.1 -0.2",
    weights: str = "0.7 -0.6 / -0.5 0.9",
    biases: str = "0.2 0.1",
    targets: str = "1 0",
    function: Activation = "sigmoid",
) -> TwoLayers:
    """The network with these numbers, forward and backward; rows of weights, one a unit, have / between them.

    Raises:
        GeneratorError: a number is none, is too large or has too many decimals; the numbers of units do not
            agree, or the units are too many.
    """

    def row(text: str, name: str) -> list[float]:
        return row_of_numbers(text, name, (1, _MOST_IN_A_ROW), _LARGEST)

    def rows(text: str, name: str) -> list[list[float]]:
        return [row(part, name) for part in text.split("/")]

    given = row(inputs, "inputs"), rows(hidden, "hidden"), rows(weights, "weights")
    count = sum(len(part) for part in given)
    if count > _MOST_UNITS:
        raise GeneratorError(f"there are {count} inputs and units; equations name at most {_MOST_UNITS}")
    return two_layers(
        given[0],
        given[1],
        row(hidden_biases, "hidden_biases"),
        given[2],
        row(biases, "biases"),
        row(targets, "targets"),
        function,
    )
