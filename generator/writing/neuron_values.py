"""Numbers of neurons as templates see them: ``neuron(target=0).step(rate=1).error``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from types import MappingProxyType

from generator import neuron as one
from generator import two_layers as two
from generator.errors import GeneratorError
from generator.writing.branch import Branch
from generator.writing.given import layers_from, neuron_from
from generator.writing.neuron_equations import learning_rate

_MOST_STEPS = 10_000


def neuron(**given: object) -> Branch:
    """The numbers of the figure ``neuron`` with the same parameters; ``step(rate=…)`` is it a step later.

    Raises:
        GeneratorError: an unknown parameter, a wrong type, or values that cannot be.
    """
    return _neuron(neuron_from(given))


def two_layers(**given: object) -> Branch:
    """The numbers of two layers: ``inputs``, ``hidden``, ``outputs``, ``error``, ``step(rate=…)``.

    Raises:
        GeneratorError: as `neuron`.
    """
    return _layers(layers_from(given))


def _neuron(n: one.Neuron) -> Branch:
    def step(*, rate: float, times: int = 1) -> Branch:
        later = n
        for _ in range(_steps(times)):
            later = one.after_step(later, learning_rate(rate))
        return _neuron(later)

    return Branch("neuron", lambda: {**_fields(n), "step": step})


def _layers(net: two.TwoLayers) -> Branch:
    def step(*, rate: float, times: int = 1) -> Branch:
        later = net
        for _ in range(_steps(times)):
            later = two.after_step(later, learning_rate(rate))
        return _layers(later)

    return Branch(
        "two_layers",
        lambda: {
            **_fields(net),
            "hidden": tuple(map(_unit, net.hidden)),
            "outputs": tuple(map(_unit, net.outputs)),
            "step": step,
        },
    )


def _unit(unit: two.Unit) -> Branch:
    gradients = {"by_total": unit.by_total, "by_weights": unit.by_weights}
    return Branch(f"unit {unit.number}", lambda: {**_fields(unit), **gradients})


def _fields(one_of: one.Neuron | two.TwoLayers | two.Unit) -> dict[str, object]:
    return {field.name: getattr(one_of, field.name) for field in fields(one_of)}


def _steps(times: object) -> int:
    if isinstance(times, bool) or not isinstance(times, int) or not 0 <= times <= _MOST_STEPS:
        raise GeneratorError(f"times is {times!r}; it must be a whole number from 0 to {_MOST_STEPS:,}")
    return times


VALUES: Mapping[str, Callable[..., Branch]] = MappingProxyType({"neuron": neuron, "two_layers": two_layers})
