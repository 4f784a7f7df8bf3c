"""Layers as a chain: a whole network, or what happens inside a convolution layer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from generator.catalog import figure
from generator.layout import COLUMN, Block, above, framed, titled
from generator.parts.arrangement import PHONE, Layout, on_page
from generator.parts.convolutions.convolution_shapes import convolution_shapes
from generator.parts.limits import low_enough, within
from generator.parts.networks.affine_arrays import arrays_of
from generator.parts.networks.affine_column import column
from generator.parts.networks.affine_flow import flow
from generator.parts.networks.affine_words import flow_alt, flow_caption, formulas
from generator.parts.networks.layer_groups import Group, air_for, chain, convolutional, fully_connected
from generator.scene import Drawing, Frame
from generator.words import Say, counted

Kind = Literal["cnn", "mlp", "comparison", "convolution_forward", "convolution_backward"]
Chains = dict[str, list[Group]]

_MARGIN, _MOST = 12, 40


@figure
def layer_chain(
    say: Say,
    *,
    kind: Kind = "cnn",
    convolutions: int = 3,
    poolings: int = 2,
    dense: int = 2,
    batch: int = 1,
    channels: int = 3,
    size: int | tuple[int, int] = 7,
    filters: int = 10,
    kernel: int | tuple[int, int] = 5,
    stride: int | tuple[int, int] = 1,
    padding: int | tuple[int, int] = 0,
    layout: Layout = "row",
) -> Drawing:
    """A network as a chain of layers; or one convolution layer as im2col, a product of matrices, a reshape.

    kind: "cnn" with convolutions, "mlp" without, or both; a convolution layer forward, or with its gradients
    convolutions, poolings, dense: how many; the first convolutions have the poolings ("cnn", "mlp", both)
    batch, channels, size, filters, kernel, stride, padding: of the convolution layer
    layout: "stacked" is for phones: chains in shorter rows, a convolution layer from top to bottom
    """
    shapes = convolution_shapes(channels, size, filters, kernel, stride, padding, batch, True)
    if kind in ("convolution_forward", "convolution_backward"):
        backward = kind == "convolution_backward"
        arrays = arrays_of(shapes)
        draw = flow if layout == "row" else column
        inside = draw(arrays, backward, formulas(shapes, backward, say))
        block = on_page(layout, inside, "batch, channels, size or filters")
        alt, caption = flow_alt(arrays, backward, say), flow_caption(arrays, backward, say)
        return Drawing(block.width, block.height, (Frame(block.marks),), alt, caption)
    chains = _chains(kind, convolutions, poolings, dense, say)
    block = low_enough(_drawn(chains, layout), "convolutions or dense")
    alt, caption = _alt(chains, say), _caption(chains, say)
    return Drawing(block.width, block.height, (Frame(block.marks),), alt, caption)


def _chains(kind: Kind, convolutions: int, poolings: int, dense: int, say: Say) -> Chains:
    within("convolutions", convolutions, 1, _MOST)
    within("dense", dense, 1, _MOST)
    if kind != "mlp":
        within("poolings", poolings, 0, convolutions)
    chains: Chains = {}
    if kind != "cnn":
        chains[say("완전 연결 신경망", "Fully connected network")] = fully_connected(convolutions + dense)
    if kind != "mlp":
        title = say("합성곱 신경망", "Convolutional network")
        chains[title] = convolutional(convolutions, poolings, dense)
    return chains


def _drawn(chains: Chains, layout: Layout) -> Block:
    wide = COLUMN if layout == "row" else PHONE
    room = wide - 2.0 * _MARGIN
    air = air_for(list(chains.values()), room)
    parts = [titled(title, chain(groups, room, air), gap=12) for title, groups in chains.items()]
    return framed(above(*parts, gap=30), wide, _MARGIN)


def _weights(groups: Sequence[Group]) -> int:
    """How many layers learn: each group begins with one."""
    return len(groups)


def _caption(chains: Chains, say: Say) -> str:
    groups = list(chains.values())[-1]
    layers = _weights(groups)
    convolutions = sum(group[0] == "Conv" for group in groups)
    pools = any("Pool" in group for group in groups)
    if len(chains) > 1:
        return say(
            f"가중치가 있는 층이 {layers}개인 두 신경망: 합성곱 신경망은 앞쪽의 Affine 대신 "
            f"Conv를 {'쓰고 Pool을 더한다' if pools else '쓴다'}.",
            f"Two networks with {counted(layers, 'layer')} of weights each: the convolutional one has Conv "
            "in place of the first Affine "
            f"layer{'s' * (convolutions > 1)}{' and adds Pool' if pools else ''}.",
        )
    if ("Conv", "ReLU") in {group[:2] for group in groups}:
        count = convolutions
        return say(
            f"합성곱 신경망: Conv {count}개가 특징을 뽑고 Affine {layers - count}개가 분류한다.",
            f"A convolutional network: {counted(count, 'Conv layer')} {'finds' if count == 1 else 'find'} "
            f"features, {counted(layers - count, 'Affine layer')} "
            f"{'classifies' if layers - count == 1 else 'classify'}.",
        )
    return say(
        f"완전 연결 신경망: Affine {layers}개 사이마다 ReLU가 있고 Softmax가 확률을 낸다.",
        f"A fully connected network: {layers} Affine layers with ReLU between them, and Softmax for "
        "probabilities.",
    )


def _alt(chains: Chains, say: Say) -> str:
    lines = [
        f"{title}: {' → '.join(' – '.join(group) for group in groups)} "
        + say(
            f"(가중치가 있는 층 {_weights(groups)}개)", f"({counted(_weights(groups), 'layer')} with weights)"
        )
        for title, groups in chains.items()
    ]
    return say(
        f"층을 상자로, 흐름을 왼쪽에서 오른쪽으로 가는 화살표로 그렸다. {'. '.join(lines)}.",
        f"Layers as boxes, joined by arrows from left to right. {'. '.join(lines)}.",
    )
