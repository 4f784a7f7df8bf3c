"""Equations with their numbers, as TeX in the portable form, from the same arithmetic that draws the figures.

Posts write them with ``display(equations.receptive_field("paper", "C3"))`` or ``math(…)``.
"""

from __future__ import annotations

from generator.arithmetic import Padding, Pair, output_size, pair
from generator.errors import GeneratorError
from generator.networks import Layer, output_shapes, parameter_counts
from generator.parts.convolutions.convolving import convolution_of
from generator.receptive import layer_field, network_fields
from generator.writing import neuron_equations
from generator.writing.branch import branch_of
from generator.writing.named import layer_named, network_named
from generator.writing.portable import portable
from generator.writing.tex_fields import jump_line, neighbours, size_lines
from generator.writing.tex_numbers import added, aligned, number, thousands
from generator.writing.tex_shapes import affine_parameters, flattened, im2col_rule, im2col_size
from generator.writing.tex_sums import product_sum

# A phone's column holds about 290 pixels of a formula at 16 pixels a letter; that is what all lines are for.
_COUNTS_A_LINE = 3


def receptive_field_rule() -> tuple[str, str]:
    """R and J of any layer, in symbols. Source: Araujo, Norris and Sim, Distill 2019."""
    return r"R_l = R_{l-1} + (k_l - 1) J_{l-1}", r"J_l = J_{l-1} s_l"


def receptive_field(network: str, layer: str) -> str:
    """R and J of a layer, with the numbers put in.

    Raises:
        GeneratorError: there is no such network or layer, or its units have no position.
    """
    before, field = neighbours(network, layer)
    return aligned(*size_lines(before, field), jump_line(before, field))


def receptive_fields(network: str) -> tuple[str, ...]:
    """R and J of every layer whose units have a position, one formula each."""
    fields = network_fields(network_named(network))
    return tuple(receptive_field(network, field.name) for field in fields[1:])


def field_size(network: str, layer: str) -> str:
    """R of a layer alone, on one line."""
    return portable(" ".join(size_lines(*neighbours(network, layer))).replace("&", ""), display=True)


def jump(network: str, layer: str) -> str:
    """J of a layer alone, on one line."""
    return portable(jump_line(*neighbours(network, layer)).replace("&", ""), display=True)


def centres(network: str, layer: str) -> str:
    """Where the fields of a layer's units have their middles: 7, 9, …, 25."""
    found = layer_field(network_named(network), layer).centres
    shown = [number(value) for value in found]
    return ", ".join(shown if len(shown) <= 4 else [*shown[:2], r"\ldots", shown[-1]])


def output_size_rule() -> str:
    """The number of positions of a window, in symbols."""
    return r"\left\lfloor \frac{n + 2p - d(k - 1) - 1}{s} \right\rfloor + 1"


def window_positions(size: int, kernel: int, stride: int = 1, padding: Padding = 0, dilation: int = 1) -> str:
    """The same with numbers, and their result; ``padding`` may differ: (before, after).

    Raises:
        GeneratorError: the kernel does not fit.
    """
    before, after = pair(padding)
    zeros = rf"2 \times {before}" if before == after else f"{before} + {after}"
    apart = "" if dilation == 1 else rf"{dilation} \times "
    top = rf"{size} + {zeros} - {apart}({kernel} - 1) - 1"
    result = output_size(size, kernel, stride, padding, dilation)
    return aligned(rf"& \left\lfloor \frac{{{top}}}{{{stride}}} \right\rfloor + 1", f"&= {result}")


def layer_size(network: str, layer: str) -> str:
    """The height and width of a layer's output, from the layer before it.

    Raises:
        GeneratorError: as `receptive_field`.
    """
    before, field = neighbours(network, layer)
    step = field.step
    return window_positions(before.units, step.kernel, step.stride, step.padding, step.dilation)


def convolution_sum(
    *,
    row: int = 0,
    column: int = 0,
    size: Pair = 5,
    kernel: Pair = 3,
    stride: Pair = 1,
    padding: Pair = 0,
    dilation: Pair = 1,
    bias: float = 0,
    drawing: str | None = None,
    weights: str | None = None,
    seed: int = 0,
) -> str:
    """The sum at one position of the figure ``convolution`` with the same parameters, product by product.

    Raises:
        GeneratorError: the kernel does not fit, or the output has no such position.
    """
    c = convolution_of(size, kernel, stride, padding, dilation, bias, drawing, weights, seed)
    rows, columns = c.output.shape
    if not (0 <= row < rows and 0 <= column < columns):
        raise GeneratorError(
            f"row {row}, column {column} is no position of the output; "
            f"rows are 0 to {rows - 1}, columns 0 to {columns - 1}"
        )
    return product_sum(c, row, column)


def parameters(network: str, layer: str | None = None) -> str:
    """How a layer's parameters are counted, or how a network's add up.

    Raises:
        GeneratorError: there is no such network or layer, or the layer learns nothing.
    """
    net = network_named(network)
    if layer is None:
        counts = [count for count in parameter_counts(net) if count]
        return added([thousands(count) for count in counts], _COUNTS_A_LINE, thousands(sum(counts)))
    index = net.layers.index(layer_named(net, layer))
    entering = (net.input_shape, *output_shapes(net))[index]
    return f"{_weights(net.layers[index], entering[-1])} = {thousands(parameter_counts(net)[index])}"


def _weights(layer: Layer, inputs: int) -> str:
    if layer.kind not in ("conv", "dense"):
        raise GeneratorError(f"the layer {layer.name!r} ({layer.kind}) has no parameters")
    window = rf"{layer.kernel} \times {layer.kernel} \times " if layer.kind == "conv" else ""
    return rf"({window}{thousands(inputs)} + 1) \times {thousands(layer.filters)}"


NAMESPACE = branch_of(
    "equations",
    {
        "receptive_field_rule": receptive_field_rule,
        "receptive_field": receptive_field,
        "receptive_fields": receptive_fields,
        "field_size": field_size,
        "jump": jump,
        "centres": centres,
        "output_size_rule": output_size_rule,
        "output_size": window_positions,
        "layer_size": layer_size,
        "convolution_sum": convolution_sum,
        "parameters": parameters,
        "flattened": flattened,
        "affine_parameters": affine_parameters,
        "im2col_rule": im2col_rule,
        "im2col_size": im2col_size,
        **neuron_equations.EQUATIONS,
    },
)
