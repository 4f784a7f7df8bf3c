"""What is said of im2col."""

from __future__ import annotations

from generator.parts.convolutions.unrolling import Shapes, Unrolled, shape
from generator.words import Say, an, by, each_way, rows_in_words


def caption(say: Say, s: Shapes) -> str:
    """What it does, and how the matrix gets its size."""
    rows, columns = counts(s)
    return say(
        f"im2col은 창 하나를 행 하나로 펼쳐 합성곱을 행렬 곱 한 번으로 바꾼다. 행의 수는 {rows}, 열의 수는 "
        f"{columns}.",
        f"im2col unrolls each window into a row, so that the convolution becomes one product of matrices; "
        f"rows: {rows}, columns: {columns}.",
    )


def counts(s: Shapes) -> tuple[str, str]:
    """How many rows and columns the matrix has, and why."""
    rows = f"N·OH·OW = {s.batch}·{s.output[0]}·{s.output[1]} = {s.rows}"
    columns = f"C·FH·FW = {s.channels}·{s.kernel[0]}·{s.kernel[1]} = {s.columns}"
    return rows, columns


def alt(say: Say, s: Shapes, numbers: Unrolled | None) -> str:
    """All numbers if they are drawn, else all shapes, and how one comes from the other."""
    return _with_numbers(say, s, numbers) if numbers else _to_scale(say, s)


def _with_numbers(say: Say, s: Shapes, n: Unrolled) -> str:
    images = ", ".join(f"[{rows_in_words(plane)}]" for plane in n.images.reshape(-1, *s.size))
    kernels = ", ".join(f"[{rows_in_words(plane)}]" for plane in n.weights)
    matrix, column, results = rows_in_words(n.matrix), rows_in_words(n.column.T), rows_in_words(n.results.T)
    maps = ", ".join(f"[{rows_in_words(plane)}]" for plane in n.maps)
    return say(
        f"{_images(say, s)} {images} 위의 {by(*s.kernel)} 창({_steps(say, s)})마다 그 안의 수가 행렬의 한 "
        f"행이 된다. 행렬 {by(s.rows, s.columns)}: [{matrix}]. 커널 {kernels}: 열벡터로 [{column}]. 행렬과 "
        f"열벡터의 곱 [{results}], 다시 접은 출력 {by(*s.output)}: {maps}.",
        f"Every {by(*s.kernel)} window ({_steps(say, s)}) over the {_images(say, s)} {images} becomes a row "
        f"of a matrix. The {by(s.rows, s.columns)} matrix is [{matrix}]. The kernel {kernels} becomes the "
        f"column [{column}]. Their product is [{results}], folded back into the {by(*s.output)} output "
        f"{maps}.",
    )


def _to_scale(say: Say, s: Shapes) -> str:
    images = shape(s.batch, s.channels, *s.size)
    kernel = shape(1, s.channels, *s.kernel)
    maps = shape(s.batch, 1, *s.output)
    window = s.channels * s.kernel[0] * s.kernel[1]
    return say(
        f"크기만 축척대로 그린 그림. {images} 입력 위의 {by(*s.kernel)} 창({_steps(say, s)})마다 그 안의 수 "
        f"{window}개가 행렬의 한 행이 된다. 창이 {s.rows}개이므로 행렬은 {by(s.rows, s.columns)}. {kernel} "
        f"커널은 {by(s.columns, 1)} 열벡터가 되고, 곱은 {by(s.rows, 1)}, 다시 접은 출력은 {maps}.",
        f"Shapes only, drawn to scale. Each {by(*s.kernel)} window ({_steps(say, s)}) over the {images} "
        f"input holds {window} numbers, which become a row of a matrix. The count of windows is {s.rows}, so "
        f"the matrix is {by(s.rows, s.columns)}. The {kernel} kernel becomes {an(by(s.columns, 1))} column, "
        f"the product is {by(s.rows, 1)}, and folded back it is the {maps} output.",
    )


def _images(say: Say, s: Shapes) -> str:
    if s.batch == s.channels == 1:
        return say(f"{by(*s.size)} 입력", f"{by(*s.size)} input")
    images = shape(s.batch, s.channels, *s.size)
    return say(f"{images} 입력", f"{images} input")


def _steps(say: Say, s: Shapes) -> str:
    """Stride and padding: stride 1, padding (0, 1)."""
    stride = say("스트라이드", "stride") + f" {each_way(s.stride)}"
    return stride + (say(", 패딩", ", padding") + f" {each_way(s.padding)}" if any(s.padding) else "")
