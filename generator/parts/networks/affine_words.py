"""What a convolution layer as a product of matrices computes, in formulas and sentences."""

from __future__ import annotations

from generator.parts.convolutions.convolution_shapes import ConvolutionShapes
from generator.parts.networks.affine_arrays import Arrays, Tensor
from generator.words import Say


def formulas(c: ConvolutionShapes, backward: bool, say: Say) -> tuple[str, ...]:
    """The product and the sizes of the output; or the three gradients of the product."""
    if backward:
        return (
            "∂L/∂col = ∂L/∂out · col_W^T",
            "∂L/∂col_W = col^T · ∂L/∂out",
            say("∂L/∂b = ∂L/∂out의 각 열의 합", "∂L/∂b = column sums of ∂L/∂out"),
        )
    alike = c.output[0] == c.output[1] and c.size[0] == c.size[1] and c.kernel[0] == c.kernel[1]
    axes = (0,) if alike and c.stride[0] == c.stride[1] and c.padding[0] == c.padding[1] else (0, 1)
    return ("out = col · col_W + b", *(line for axis in axes for line in c.formula(say, axis)))


def flow_caption(arrays: Arrays, backward: bool, say: Say) -> str:
    """One sentence on what is to be learned."""
    if backward:
        return say(
            "합성곱 층의 역전파: 기울기는 순전파의 길을 거꾸로 지나며, 배열마다 기울기의 모양은 그 배열과 "
            "같다.",
            "A convolution layer backward: gradients go the same way in reverse, and each has the shape of "
            "its "
            "array.",
        )
    return say(
        f"합성곱 층의 순전파: im2col로 창을 행으로 펼치면 합성곱은 {_sized(arrays.col)}, "
        f"{_sized(arrays.column)} "
        "두 행렬의 곱이 된다.",
        "A convolution layer forward: with the windows unrolled to rows by im2col, the convolution is one "
        "product "
        f"of matrices, {arrays.col.numbers} times {arrays.column.numbers}.",
    )


def flow_alt(arrays: Arrays, backward: bool, say: Say) -> str:
    """All operations and shapes in order."""
    a = arrays
    forward = say(
        f"입력 {_sized(a.x)} → im2col → {_sized(a.col)} → Affine → {_sized(a.out)} → reshape, transpose → "
        "출력 "
        f"{_sized(a.y)}. 아래에서 Affine으로 들어가는 것: {_sized(a.weights)} → reshape, transpose → "
        f"{_sized(a.column)}, 그리고 편향 {_sized(a.bias)}.",
        f"Input {_sized(a.x)} → im2col → {_sized(a.col)} → Affine → {_sized(a.out)} → reshape, transpose → "
        "output "
        f"{_sized(a.y)}. From below into Affine: {_sized(a.weights)} → reshape, transpose → "
        f"{_sized(a.column)}, "
        f"and the bias {_sized(a.bias)}.",
    )
    if not backward:
        return say(
            f"합성곱 층의 순전파를 상자와 화살표로 그렸다. {forward} 식은 out = col · col_W + b.",
            f"A convolution layer forward as boxes and arrows. {forward} The formula is out = col · col_W "
            "+ b.",
        )
    back = ", ".join(one.gradient for one in (a.y, a.out, a.col, a.x))
    return say(
        f"합성곱 층의 순전파와 역전파를 상자와 화살표로 그렸다. {forward} 화살표마다 기울기가 거꾸로 "
        f"지난다: {back}; "
        f"가중치 쪽으로 {a.column.gradient}, {a.weights.gradient}, {a.bias.gradient}. im2col의 역은 "
        "col2im이다. "
        "∂L/∂col = ∂L/∂out · col_W의 전치, ∂L/∂col_W = col의 전치 · ∂L/∂out, ∂L/∂b = ∂L/∂out의 각 열의 합.",
        f"A convolution layer forward and backward as boxes and arrows. {forward} Along each arrow the "
        "gradient goes "
        f"back: {back}; to the weights {a.column.gradient}, {a.weights.gradient}, {a.bias.gradient}. The "
        "reverse "
        "of im2col is col2im. ∂L/∂col = ∂L/∂out · transposed col_W, ∂L/∂col_W = transposed col · ∂L/∂out, "
        "∂L/∂b = column sums of ∂L/∂out.",
    )


def _sized(tensor: Tensor) -> str:
    return f"{tensor.name} {tensor.numbers}"
