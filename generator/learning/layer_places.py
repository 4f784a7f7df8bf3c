"""How a Keras layer treats the places of its input, read off its class and its settings.

Keras itself is not imported: layers come from a model that is there already.
"""

from __future__ import annotations

from typing import Any

from generator.arithmetic import same_padding
from generator.graph import Ends, Places, Window
from generator.networks import Shape

_CONVOLUTIONS = ("Conv2D", "DepthwiseConv2D", "SeparableConv2D")
_POOLINGS = ("MaxPooling2D", "AveragePooling2D")
# Each unit sees everything, whatever the sizes.
_WHOLE = ("Flatten", "GlobalAveragePooling2D", "GlobalMaxPooling2D", "GroupNormalization")
# Each unit is computed from the units at its own place; layers that act only in training are among them.
_POINTWISE = frozenset(
    [
        "Activation",
        "ReLU",
        "LeakyReLU",
        "ELU",
        "PReLU",
        "BatchNormalization",
        "Rescaling",
        "Normalization",
        "Identity",
        "Dropout",
        "SpatialDropout2D",
        "GaussianNoise",
        "GaussianDropout",
        "AlphaDropout",
        "ActivityRegularization",
        "RandomFlip",
        "RandomRotation",
        "RandomZoom",
        "RandomTranslation",
        "RandomContrast",
        "RandomBrightness",
        "Add",
        "Subtract",
        "Multiply",
        "Average",
        "Maximum",
        "Minimum",
        "Divide",
        "TrueDivide",
        "Relu",
        "Relu6",
        "Sigmoid",
        "HardSigmoid",
        "Tanh",
        "Silu",
        "HardSilu",
        "HardSwish",
        "Gelu",
        "Elu",
        "Selu",
        "Softplus",
        "Softsign",
        "LeakyRelu",
        "Negative",
        "Absolute",
        "Square",
        "Sqrt",
        "Exp",
        "Clip",
    ]
)
# Over an axis of channels they keep places, over any other they do not.
_ALONG_AXIS = ("LayerNormalization", "UnitNormalization", "Softmax")


def places_of(layer: Any, inputs: tuple[Shape, ...], output: Shape) -> tuple[Places, Window]:
    """How the layer treats places, and how its window moves; shapes are without the batch axis."""
    name = type(layer).__name__
    if not type(layer).__module__.startswith("keras.") or _channels_first(layer):
        return "unknown", Window()
    if name in _WHOLE or (name == "Dense" and len(output) == 1):
        return "all", Window()
    if len(output) != 3 or any(len(shape) != 3 for shape in inputs):
        return _without_places(name, inputs), Window()
    if (window := _window(layer, name, inputs[0])) is not None:
        return "window", window
    return _pointwise(layer, name), Window()


def _without_places(name: str, inputs: tuple[Shape, ...]) -> Places:
    """Of layers whose input or output has no rows and columns; (channels,) may scale maps of channels."""
    return "kept" if name in _POINTWISE and any(len(shape) == 3 for shape in inputs) else "unknown"


def _pointwise(layer: Any, name: str) -> Places:
    if name == "Dense" or name in _POINTWISE:
        return "kept"
    if name == "Concatenate":
        return "kept" if layer.axis in (-1, 3) else "unknown"
    if name in _ALONG_AXIS:
        axis = layer.axis if isinstance(layer.axis, int) else tuple(layer.axis)
        return "kept" if axis in (-1, 3, (-1,), (3,)) else "all"
    return "unknown"


def _window(layer: Any, name: str, entering: Shape) -> Window | None:
    if name in _CONVOLUTIONS:
        return _moving(layer, layer.kernel_size, layer.dilation_rate, entering)
    if name in _POOLINGS:
        return _moving(layer, layer.pool_size, (1, 1), entering)
    if name == "ZeroPadding2D":
        return Window(padding=_ends(layer.padding, 1))
    if name == "Cropping2D":
        return Window(padding=_ends(layer.cropping, -1))
    return None


def _moving(layer: Any, kernel: Any, dilation: Any, entering: Shape) -> Window:
    kernel, stride, dilation = _two(kernel), _two(layer.strides), _two(dilation)
    if layer.padding != "same":
        return Window(kernel, stride, dilation=dilation)
    rows, columns = (
        same_padding(entering[axis], kernel[axis], stride[axis], dilation[axis]) for axis in (0, 1)
    )
    return Window(kernel, stride, (rows, columns), dilation)


def _two(value: Any) -> tuple[int, int]:
    down, across = (value, value) if isinstance(value, int) else value
    return int(down), int(across)


def _ends(value: Any, sign: int) -> tuple[Ends, Ends]:
    (top, bottom), (left, right) = value
    return (sign * top, sign * bottom), (sign * left, sign * right)


def _channels_first(layer: Any) -> bool:
    return getattr(layer, "data_format", None) == "channels_first"
