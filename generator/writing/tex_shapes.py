"""How many numbers a layer takes in or learns, as TeX: products of the sides of its input."""

from __future__ import annotations

from math import prod

from generator.arithmetic import Pair, output_size, pair
from generator.errors import GeneratorError
from generator.writing.tex_numbers import aligned, thousands

_OUTPUT = (r"\mathrm{OH}", r"\mathrm{OW}")
_FILTER = (r"\mathrm{FH}", r"\mathrm{FW}")


def flattened(*sides: int) -> str:
    """How many numbers are left in a row: 32 × 32 × 3 = 3,072.

    Raises:
        GeneratorError: no side, or one below 1.
    """
    _counted(sides=sides)
    return f"{_product(sides)} = {thousands(prod(sides))}"


def affine_parameters(inputs: int, units: int) -> str:
    """What a fully connected layer learns: a weight for each input and a bias, for each unit.

    Raises:
        GeneratorError: a number below 1.
    """
    _counted(inputs=(inputs,), units=(units,))
    return rf"({thousands(inputs)} + 1) \times {thousands(units)} = {thousands((inputs + 1) * units)}"


def im2col_rule() -> str:
    """The rows and columns of the matrix that im2col makes, in symbols."""
    return rf"(N \cdot {_dotted(_OUTPUT)}) \times (C \cdot {_dotted(_FILTER)})"


def im2col_size(
    size: Pair, kernel: Pair, *, channels: int = 1, batch: int = 1, stride: Pair = 1, padding: Pair = 0
) -> str:
    """The same with numbers, a line each.

    Raises:
        GeneratorError: the kernel does not fit, or a number is too small.
    """
    _counted(channels=(channels,), batch=(batch,))
    axes = zip(pair(size), pair(kernel), pair(stride), pair(padding), strict=True)
    rows = batch, *(output_size(*axis) for axis in axes)
    columns = channels, *pair(kernel)
    return aligned(_line(("N", *_OUTPUT), rows), _line(("C", *_FILTER), columns))


def _line(symbols: tuple[str, ...], numbers: tuple[int, ...]) -> str:
    return rf"{_dotted(symbols)} &= {_product(numbers)} = {thousands(prod(numbers))}"


def _dotted(symbols: tuple[str, ...]) -> str:
    return r" \cdot ".join(symbols)


def _product(numbers: tuple[int, ...]) -> str:
    return r" \times ".join(map(thousands, numbers))


def _counted(**given: tuple[int, ...]) -> None:
    for name, numbers in given.items():
        if not numbers or min(numbers) < 1:
            raise GeneratorError(
                f"{name} is {numbers[0] if len(numbers) == 1 else numbers}; it counts from 1"
            )
