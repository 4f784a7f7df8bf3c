"""What a layer does, in the words of legends and sentences."""

from __future__ import annotations

from collections.abc import Sequence

from generator.graph import Node
from generator.layout import NOTE, Block, above, beside, text
from generator.parts.networks.solids import Solid
from generator.scene import Box
from generator.words import Say, by, each_way

_APART = 22


def kind_in_words(node: Node, say: Say) -> str:
    """Convolution, pooling, dense; other layers by their class."""
    kinds = {
        "Conv2D": say("합성곱", "convolution"),
        "AveragePooling2D": say("평균 풀링", "average pooling"),
        "MaxPooling2D": say("최대 풀링", "maximum pooling"),
        "GlobalAveragePooling2D": say("전역 평균 풀링", "global average pooling"),
        "GlobalMaxPooling2D": say("전역 최대 풀링", "global maximum pooling"),
        "Dense": say("완전 연결", "dense"),
    }
    return kinds.get(node.class_name, node.class_name)


def has_window(node: Node | None) -> bool:
    """Whether a layer moves a window with something to compute in it."""
    return (
        node is not None
        and node.places == "window"
        and ("Conv" in node.class_name or "Pool" in node.class_name)
    )


def window_in_short(node: Node) -> str:
    """The window, and the stride where it is not 1: 11×11/4."""
    stride = node.window.stride
    return by(*node.window.kernel) + ("" if stride == (1, 1) else f"/{each_way(stride)}")


def window_in_words(node: Node, say: Say) -> str:
    """The window and its stride: window 3×3, stride 2."""
    stride = each_way(node.window.stride)
    return say(
        f"창 {by(*node.window.kernel)}, 스트라이드 {stride}",
        f"window {by(*node.window.kernel)}, stride {stride}",
    )


def legend(solids: Sequence[Solid], room: float, say: Say) -> Block:
    """The colours of the layers' kinds, and how to read a window, in lines of at most ``room`` pixels."""
    nodes = [solid.node for solid in solids if solid.node]
    roles = {kind_in_words(solid.node, say): solid.role for solid in solids if solid.node}
    entries = [_entry(words, role) for words, role in roles.items()]
    windows = [node for node in nodes if has_window(node)]
    if windows:
        sample = next((node for node in windows if node.window.stride != (1, 1)), windows[0])
        entries.append(text(f"{window_in_short(sample)}: {window_in_words(sample, say)}", NOTE, "muted"))
    lines: list[list[Block]] = [[]]
    for entry in entries:
        if lines[-1] and sum(one.width + _APART for one in lines[-1]) + entry.width > room:
            lines.append([])
        lines[-1].append(entry)
    return above(*(beside(*line, gap=_APART) for line in lines), gap=6)


def _entry(words: str, role: str) -> Block:
    line = text(words, NOTE)
    box = Box(0.75, 3, 13, 13, f"{role}-tint", f"{role}-strong", 1.5)
    return Block(20 + line.width, line.height, (box, *line.at(20, 0)))
