"""The nine-frame convolution as a GIF of 1,400 pixels, by this program and by Matplotlib, in one process.

Prints JSON: the best time of each in seconds, sizes in bytes, and whether white is #FFFFFF in every frame.
"""

from __future__ import annotations

import gzip
import io
import json
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from generator import catalog
from generator.painting.pictures import paint
from generator.parts.convolutions.convolving import convolution_of
from generator.scene import Drawing
from generator.words import Say

STEM = "convolution"
TINTS = {"input": "#D9E6FB", "kernel": "#FDE2CE", "output": "#CFEFDF"}


def drawn() -> Drawing:
    """The figure as a post gets it."""
    return catalog.draw(STEM, {}, {"say": lambda: Say("ko")})


def files(*suffixes: str) -> dict[str, bytes]:
    """The light files of the figure by suffix."""
    named = paint(STEM, drawn(), "ko", [f"{STEM}.{suffix}" for suffix in suffixes])
    return {name.rpartition(".")[2]: content for name, content in named}


def with_matplotlib(path: Path, width: int, height: int) -> None:
    """The same frames as a careful blogger makes them: artists made once and changed in every frame."""
    import koreanize_matplotlib  # noqa: F401  # the same font
    import matplotlib

    matplotlib.use("Agg")
    import matplotlib.pyplot as plt
    from matplotlib.animation import FuncAnimation, PillowWriter
    from matplotlib.patches import Rectangle

    c = convolution_of(5, 3, 1, 0, 1, 0, None, None, 0)
    rows, columns = c.output.shape
    fig, axes = plt.subplots(1, 3, figsize=(width / 100, height / 100), dpi=100, width_ratios=[5, 3, 3])
    _grid(axes[0], c.image, "입력 5×5", TINTS["input"])
    _grid(axes[1], c.weights, "커널 3×3", TINTS["kernel"])
    numbers = _grid(axes[2], c.output, "출력 3×3", "white")
    cells = [
        axes[2].add_patch(Rectangle((x, y), 1, 1, facecolor=TINTS["output"], edgecolor="grey", visible=False))
        for y in range(rows)
        for x in range(columns)
    ]
    window = axes[0].add_patch(Rectangle((0, 0), 3, 3, fill=False, edgecolor="#A03A00", linewidth=4))
    current = axes[2].add_patch(Rectangle((0, 0), 1, 1, fill=False, edgecolor="#14805A", linewidth=4))
    equation = fig.text(0.5, 0.06, "", ha="center", fontsize=22)

    def update(step: int) -> None:
        y, x = divmod(step, columns)
        window.set_xy((x, y))
        current.set_xy((x, y))
        for index, (cell, text) in enumerate(zip(cells, numbers, strict=True)):
            cell.set_visible(index <= step)
            text.set_visible(index <= step)
        equation.set_text(c.sum_in_words(y, x))

    film = FuncAnimation(fig, update, frames=c.output.size, init_func=lambda: None)
    film.save(path, writer=PillowWriter(fps=1))
    plt.close(fig)


def _grid(axes: Any, values: Any, title: str, tint: str) -> list[Any]:
    """A table of numbers; the texts of its cells."""
    from matplotlib.colors import ListedColormap

    rows, columns = values.shape
    axes.pcolormesh(values * 0, cmap=ListedColormap([tint]), edgecolors="grey", linewidth=1)
    axes.set(title=title, aspect="equal", xlim=(0, columns), ylim=(rows, 0), xticks=[], yticks=[])
    return [
        axes.text(x + 0.5, y + 0.5, f"{values[y, x]:g}", ha="center", va="center", fontsize=24)
        for y in range(rows)
        for x in range(columns)
    ]


def best(action: Callable[[], object], times: int) -> float:
    """Seconds of the fastest of several runs, after one that warms up."""
    action()
    spent = []
    for _ in range(times):
        start = time.perf_counter()
        action()
        spent.append(time.perf_counter() - start)
    return min(spent)


def white(film: bytes) -> bool:
    """Whether the corner of every frame is exactly white."""
    from PIL import Image, ImageSequence

    frames = ImageSequence.Iterator(Image.open(io.BytesIO(film)))
    return all(frame.convert("RGB").getpixel((0, 0)) == (255, 255, 255) for frame in frames)


def main() -> None:
    """Measure and print."""
    from PIL import Image

    made = files("svg", "gif", "webp", "png")
    size = Image.open(io.BytesIO(made["gif"])).size
    with tempfile.TemporaryDirectory() as folder:
        theirs = Path(folder) / "film.gif"
        seconds = best(lambda: with_matplotlib(theirs, *size), 3)
        their_size, their_bytes = Image.open(theirs).size, theirs.read_bytes()
    assert their_size == size, (their_size, size)
    result = {
        "size": size,
        "frames": Image.open(io.BytesIO(made["gif"])).n_frames,
        "gif_seconds": best(lambda: files("gif"), 5),
        "matplotlib_seconds": seconds,
        "matplotlib_bytes": len(their_bytes),
        "matplotlib_white": white(their_bytes),
        "svg_gzip": len(gzip.compress(made["svg"], mtime=0)),
        "white": all(white(made[suffix]) for suffix in ("gif", "webp", "png")),
        **{suffix: len(content) for suffix, content in made.items()},
    }
    print(json.dumps(result))


if __name__ == "__main__":
    main()
