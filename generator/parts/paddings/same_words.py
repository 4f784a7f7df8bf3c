"""What Keras' ``padding="same"`` does beside symmetric padding, in words."""

from __future__ import annotations

from collections.abc import Sequence

from generator.parts.paddings.uneven import Windows
from generator.words import Say, an, by, counted, each_way, plain


def ring(symmetric: Windows) -> str:
    """Rings of symmetric zeros, once where the axes agree."""
    return each_way((symmetric.down.before, symmetric.across.before))


def sides(say: Say, w: Windows) -> str:
    """Zeros on each side."""
    up, down, left, right = (w.down.before, w.down.after, w.across.before, w.across.after)
    return say(
        f"0: 위 {up}, 아래 {down}, 왼쪽 {left}, 오른쪽 {right}",
        f"zeros: top {up}, bottom {down}, left {left}, right {right}",
    )


def rounded_up(w: Windows) -> list[str]:
    """Keras' rule for the output's size, once where the axes agree."""
    return list(dict.fromkeys(f"ceil({axis.size} / {axis.stride}) = {axis.places}" for axis in w.axes))


def rounded_down(w: Windows) -> list[str]:
    """The usual rule for the output's size, once where the axes agree."""
    return list(
        dict.fromkeys(
            f"floor(({axis.size} + 2·{axis.before} − {axis.kernel}) / {axis.stride}) + 1 = {axis.places}"
            for axis in w.axes
        )
    )


def out_of_reach(say: Say, w: Windows) -> str:
    """Rows and columns that no window comes to, with where they are if all are at the end; or nothing."""
    rows, columns = (axis.unseen + axis.skipped for axis in w.axes)
    bottom = say("아래 ", "bottom ") if not w.down.skipped else ""
    right = say("오른쪽 ", "right ") if not w.across.skipped else ""
    parts = [bottom + say(f"{rows}행", counted(rows, "row"))] * bool(rows)
    parts += [right + say(f"{columns}열", counted(columns, "column"))] * bool(columns)
    return say("창이 닿지 않는 곳: ", "never seen: ") + ", ".join(parts) if parts else ""


def caption(say: Say, keras: Windows, symmetric: Windows) -> str:
    """Where Keras puts its zeros, and what symmetric padding would do."""
    if keras == symmetric:
        return _even(say, keras)
    only = not any(axis.before for axis in keras.axes)
    odd = [axis.before < axis.after for axis in keras.axes]
    where = {
        (True, True): say("아래와 오른쪽", "at the bottom and at the right"),
        (True, False): say("아래", "at the bottom"),
        (False, True): say("오른쪽", "at the right"),
    }[odd[0], odd[1]]
    if only:
        rule = say(f"Keras의 same은 0을 {where}에만 두른다", f'Keras\' "same" puts its zeros only {where}')
    else:
        rule = say(
            f"Keras의 same은 남는 한 줄을 {where}에 둔다", f'Keras\' "same" puts the extra zeros {where}'
        )
    return f"{rule}{_compared(say, keras, symmetric)}"


def _even(say: Say, keras: Windows) -> str:
    if any(axis.after for axis in keras.axes):
        rings = ring(keras)
        return say(
            f"필요한 0이 짝수 줄이면 Keras의 same은 양쪽에 똑같이 나누어 대칭 패딩(padding={rings})과 같다.",
            f'Where the zeros to add are even in number, Keras\' "same" is symmetric padding={rings}.',
        )
    return say(
        "창이 입력 밖으로 나가지 않으면 Keras의 same도 0을 두르지 않는다.",
        'Where no window reaches beyond the input, Keras\' "same" adds no zeros.',
    )


def _compared(say: Say, keras: Windows, symmetric: Windows) -> str:
    rings = ring(symmetric)
    ours, theirs = by(*keras.output), by(*symmetric.output)
    if ours == theirs:
        return say(
            f": 대칭 패딩(padding={rings})과 출력 크기는 같은 {ours}이지만 창이 보는 칸은 다르다.",
            f": the output is {ours} as with symmetric padding={rings}, but the windows see other cells.",
        )
    return say(
        f": 출력은 {ours}이고, 대칭 패딩(padding={rings})이면 {theirs}이다.",
        f": the output is {ours}; with symmetric padding={rings} it would be {theirs}.",
    )


def alt(say: Say, keras: Windows, symmetric: Windows) -> str:
    """Both panels: zeros, windows and outputs."""
    size, kernel = by(keras.down.size, keras.across.size), by(keras.down.kernel, keras.across.kernel)
    stride = each_way((keras.down.stride, keras.across.stride))
    parts = [_described(say, w) for w in (keras, symmetric)]
    return say(
        f'{size} 입력 위를 {kernel} 창이 움직인다(스트라이드 {stride}). 하나는 Keras의 padding="same"이다. '
        f"{parts[0]} 다른 하나는 대칭 패딩이다. {parts[1]} 위치는 입력의 첫 칸을 0으로 센다.",
        f"{an(kernel, True)} window moves over {an(size)} input with stride {stride}. One panel is Keras' "
        f'padding="same": {parts[0]} The other is symmetric padding: {parts[1]} Positions count from the '
        "input's first cell, 0.",
    )


def _lines(what: str, starts: Sequence[int]) -> str:
    return f"{what}{'s' * (len(starts) > 1)} {', '.join(map(plain, starts))}"


def _described(say: Say, w: Windows) -> str:
    down, across = (", ".join(plain(start) for start in axis.starts) for axis in w.axes)
    rows, columns = _lines("row", w.down.starts), _lines("column", w.across.starts)
    reach = out_of_reach(say, w)
    return say(
        f"{sides(say, w)}. 창은 행 {down}, 열 {across}에서 시작하고 출력은 {by(*w.output)}."
        + (f" {reach}." if reach else ""),
        f"{sides(say, w)}; windows begin at {rows} and {columns}; the output is "
        f"{by(*w.output)}{'; ' + reach if reach else ''}.",
    )
