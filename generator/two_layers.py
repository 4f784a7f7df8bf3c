"""Two layers of neurons, forward and backward: how the error reaches units that have no target.

Units are numbered through: inputs, then hidden units, then outputs. With the names of ``generator.neuron``,
and E = Σ_j ½ (t_j − y_j)² over the outputs, a hidden unit i hears from every output that it feeds:

    ∂E/∂y_i = Σ_j ∂E/∂x_j w_ji

Source: Rumelhart, Hinton and Williams, "Learning representations by back-propagating errors", Nature 323,
1986, equation 7.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.activations import Activation
from generator.errors import GeneratorError
from generator.neuron import neuron

Rows = Sequence[Sequence[float]]


@dataclass(frozen=True)
class Unit:
    """One unit with its gradients, named as in ``generator.neuron``; ``number`` counts from the inputs on."""

    number: int
    inputs: tuple[float, ...]
    weights: tuple[float, ...]
    bias: float
    total: float
    output: float
    slope: float
    by_output: float = 0.0

    @property
    def by_total(self) -> float:
        """∂E/∂x, which is ∂E/∂b as well."""
        return self.by_output * self.slope

    @property
    def by_weights(self) -> tuple[float, ...]:
        """∂E/∂w of every weight."""
        return tuple(self.by_total * y for y in self.inputs)


@dataclass(frozen=True)
class TwoLayers:
    """The units of both layers; ``error`` is E."""

    inputs: tuple[float, ...]
    hidden: tuple[Unit, ...]
    outputs: tuple[Unit, ...]
    targets: tuple[float, ...]
    function: Activation
    error: float


def two_layers(
    inputs: Sequence[float],
    hidden: Rows,
    hidden_biases: Sequence[float],
    weights: Rows,
    biases: Sequence[float],
    targets: Sequence[float],
    function: Activation,
) -> TwoLayers:
    """The network with these numbers, forward and backward; ``hidden`` and ``weights`` have a row a unit.

    Raises:
        GeneratorError: the numbers of units do not agree.
    """
    _check("hidden_biases", hidden_biases, "rows of hidden", hidden)
    _check("biases", biases, "rows of weights", weights)
    _check("targets", targets, "rows of weights", weights)
    first = _layer(len(inputs) + 1, inputs, hidden, hidden_biases, function)
    seen = [unit.output for unit in first]
    last = [
        replace(unit, by_output=unit.output - target)
        for unit, target in zip(
            _layer(len(inputs) + len(first) + 1, seen, weights, biases, function), targets, strict=True
        )
    ]
    heard = [
        replace(unit, by_output=sum(later.by_total * later.weights[index] for later in last))
        for index, unit in enumerate(first)
    ]
    error = sum(0.5 * unit.by_output**2 for unit in last)
    return TwoLayers(tuple(inputs), tuple(heard), tuple(last), tuple(targets), function, error)


def after_step(net: TwoLayers, rate: float) -> TwoLayers:
    """The network after one step of gradient descent, which moves all weights and biases at once."""
    hidden, hidden_biases = _stepped(net.hidden, rate)
    weights, biases = _stepped(net.outputs, rate)
    return two_layers(net.inputs, hidden, hidden_biases, weights, biases, net.targets, net.function)


def _stepped(units: Sequence[Unit], rate: float) -> tuple[Rows, Sequence[float]]:
    weights = [[w - rate * by for w, by in zip(u.weights, u.by_weights, strict=True)] for u in units]
    return weights, [unit.bias - rate * unit.by_total for unit in units]


def _layer(
    first: int, inputs: Sequence[float], weights: Rows, biases: Sequence[float], function: Activation
) -> list[Unit]:
    """The units of one layer, numbered from ``first`` on, without gradients."""
    units = []
    for number, (row, bias) in enumerate(zip(weights, biases, strict=True), first):
        n = neuron(inputs, row, bias, function, target=0.0)
        units.append(Unit(number, n.inputs, n.weights, bias, n.total, n.output, n.slope))
    return units


def _check(name: str, values: Sequence[object], others_name: str, others: Sequence[object]) -> None:
    if len(values) != len(others):
        raise GeneratorError(f"{name} are {len(values)} and {others_name} are {len(others)}; they must agree")
