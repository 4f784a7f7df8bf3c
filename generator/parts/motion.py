"""How long each frame of a moving figure stays, and which steps a long one shows."""

from __future__ import annotations

FIRST, LAST = 1200, 2400
MOST_FRAMES = 60


def durations(frames: int) -> tuple[int, ...]:
    """Milliseconds of each frame: 900 a step, 700 above 16 steps, 500 above 36; the ends stay longer."""
    step = 900 if frames <= 16 else 700 if frames <= 36 else 500
    if frames == 1:
        return (LAST,)
    return (FIRST, *[step] * (frames - 2), LAST)


def steps_to_show(rows: int, columns: int) -> list[tuple[int, int]]:
    """Every position of a window in reading order; of more than 60, the first row and the last."""
    steps = [(row, column) for row in range(rows) for column in range(columns)]
    if len(steps) <= MOST_FRAMES:
        return steps
    half = MOST_FRAMES // 2
    if rows == 1:
        return steps[:half] + steps[-half:]
    return steps[: min(columns, half)] + steps[-min(columns, half) :]
