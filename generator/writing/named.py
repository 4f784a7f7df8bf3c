"""Networks and layers by the names that posts use."""

from __future__ import annotations

from generator.errors import GeneratorError
from generator.networks import DESCRIBED, Layer, Network
from generator.suggest import instead


def network_named(name: object) -> Network:
    """The network of that name.

    Raises:
        GeneratorError: there is none.
    """
    if not isinstance(name, str) or name not in DESCRIBED:
        raise GeneratorError(f"there is no network {name!r}; {instead(str(name), DESCRIBED)}")
    return DESCRIBED[name]


def model_name(network: Network) -> str:
    """What Keras calls the network's model: its title as an identifier."""
    return network.title.lower().replace(" ", "_").replace("-", "_")


def layer_named(network: Network, name: object) -> Layer:
    """The layer of that name.

    Raises:
        GeneratorError: the network has none.
    """
    for layer in network.layers:
        if layer.name == name:
            return layer
    known = [layer.name for layer in network.layers]
    raise GeneratorError(f"the network {network.name!r} has no layer {name!r}; {instead(str(name), known)}")
