"""What is said of a transposed convolution."""

from __future__ import annotations

from generator.parts.convolutions.transposing import Transposed
from generator.words import Say, by, each_way, plain, rows_in_words


def caption(say: Say, t: Transposed) -> str:
    """What it does, and how the output's size follows."""
    image, output, sizes = by(*t.image.shape), by(*t.output.shape), _sizes(say, t)
    return say(
        f"전치 합성곱은 입력 칸마다 그 값을 곱한 커널을 스트라이드만큼 떨어진 자리에 겹쳐 더한다. {image} "
        f"입력에서 {output} 출력이 나온다: {sizes}.",
        "A transposed convolution adds a copy of the kernel for each input cell, multiplied by its value and "
        f"a stride apart; {image} becomes {output}, since {sizes}.",
    )


def alt(say: Say, t: Transposed) -> str:
    """All numbers, and how the output comes about."""
    image, weights, first, output = (
        f"[{rows_in_words(values)}]" for values in (t.image, t.weights, t.value(0) * t.weights, t.output)
    )
    sizes = [by(*values.shape) for values in (t.image, t.weights, t.output)]
    rest = "".join(f"{note} " for note in notes(say, t))
    return say(
        f"{sizes[0]} 입력 {image}의 칸마다 그 값에 {sizes[1]} 커널 {weights}의 수를 모두 곱해, 칸의 위치에 "
        f"스트라이드를 곱한 자리부터 출력에 더한다({t.facts(say)}). 첫 곱은 {plain(t.value(0))} × 커널 = "
        f"{first}. {rest}출력은 {sizes[2]} {output}.",
        f"Each cell of the {sizes[0]} input {image} is multiplied with the {sizes[1]} kernel {weights}, and "
        "the product is added to the output from the cell's position times the stride on; "
        f"{t.facts(say)}. The first product is {plain(t.value(0))} × kernel = {first}. {rest}The {sizes[2]} "
        f"output is {output}.",
    )


def notes(say: Say, t: Transposed) -> list[str]:
    """Sentences on what goes at the edges, and on cells that get nothing."""
    cut = each_way(t.padding)
    sentences = []
    if any(t.padding):
        sentences.append(
            say(
                f"점선의 칸은 잘라 낸다(패딩 {cut}).",
                f"The dashed cells are cut off (padding {cut}).",
            )
        )
    gaps = int((t.kept & ~t.touched(t.image.size - 1)).sum())
    if gaps:
        sentences.append(
            say(
                f"출력의 {gaps}칸에는 더해지는 곱이 없다.",
                f"Nothing is added to {gaps} of the output's cells.",
            )
        )
    return sentences


def _sizes(say: Say, t: Transposed) -> str:
    """How the output's size follows: (2 − 1)·2 + 3 = 5, for both axes if they differ."""
    axes = zip(t.image.shape, t.weights.shape, t.stride, t.padding, t.output.shape, strict=True)
    sums = [f"({n} − 1)·{s} + {k}{f' − 2·{p}' if p else ''} = {out}" for n, k, s, p, out in axes]
    if sums[0] == sums[1]:
        return sums[0]
    return say(f"세로 {sums[0]}, 가로 {sums[1]}", f"vertically {sums[0]}, horizontally {sums[1]}")
