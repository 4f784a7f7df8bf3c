"""Which units of every earlier layer one unit depends on, along one axis.

The formula of the receptive field counts zeros that padding adds between layers as if they saw something.
Walking back layer by layer, and leaving the zeros out each time, gives the units that really count.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.arithmetic import pair, span
from generator.errors import GeneratorError
from generator.receptive import Field


@dataclass(frozen=True)
class Reach:
    """Units ``first`` to ``last`` of a layer, both counted; padding's zeros lie outside 0 … ``units`` − 1."""

    first: int
    last: int
    units: int

    @property
    def real(self) -> range:
        """The units that are none of padding's."""
        return range(max(self.first, 0), min(self.last, self.units - 1) + 1)

    @property
    def before(self) -> int:
        """Zeros of padding before the first unit."""
        return max(-self.first, 0)

    @property
    def after(self) -> int:
        """Zeros of padding after the last unit."""
        return max(self.last - self.units + 1, 0)


def cone(fields: Sequence[Field], unit: int) -> tuple[Reach, ...]:
    """What ``unit`` (from 0) of the last layer depends on: in the input, in each layer, in its own.

    ``fields`` begin with the input, as ``receptive.fields`` gives them.

    Raises:
        GeneratorError: the layer has no such unit, or none of the units of a layer would be left.
    """
    top = fields[-1]
    if not 0 <= unit < top.units:
        raise GeneratorError(
            f"unit is {unit}; the units of {top.name} along one axis are 0 to {top.units - 1}"
        )
    reaches = [Reach(unit, unit, top.units)]
    for field, below in zip(reversed(fields), reversed(fields[:-1]), strict=False):
        step, real = field.step, reaches[-1].real
        if not real:
            raise GeneratorError(f"unit {unit} of {top.name} sees nothing but padding in {below.name}")
        first = real[0] * step.stride - pair(step.padding)[0]
        last = real[-1] * step.stride - pair(step.padding)[0] + span(step.kernel, step.dilation) - 1
        reaches.append(Reach(first, last, below.units))
    return tuple(reversed(reaches))
