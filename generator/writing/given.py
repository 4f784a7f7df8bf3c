"""Neurons as posts give them to values and equations, each parameter checked as a figure's is."""

from __future__ import annotations

from collections.abc import Mapping

from generator.catalog import checked_by, entry_of
from generator.neuron import Neuron
from generator.parts.units.given_layers import given_layers
from generator.parts.units.given_neuron import given_neuron
from generator.two_layers import TwoLayers


def neuron_from(given: Mapping[str, object]) -> Neuron:
    """The neuron with the parameters of the figure ``neuron``.

    Raises:
        GeneratorError: an unknown parameter, a wrong type, or values that cannot be.
    """
    entry = entry_of("neuron", given_neuron)
    made: Neuron = entry.function(**checked_by(entry, given))
    return made


def layers_from(given: Mapping[str, object]) -> TwoLayers:
    """The network with the parameters of `given_layers`.

    Raises:
        GeneratorError: as `neuron_from`.
    """
    entry = entry_of("two_layers", given_layers)
    made: TwoLayers = entry.function(**checked_by(entry, given))
    return made
