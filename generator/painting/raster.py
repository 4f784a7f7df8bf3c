"""SVG as pixels: the one door to resvg.

The binding is ``resvg``. Another, ``resvg_py``, draws the same pixels in two to three times the time: its
wheels are compiled for size. Either hands out a PNG alone; Pillow reads it back, in two thirds of the time
that imageio takes to do so through Pillow.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable

import numpy as np

from generator.painting.palette import Pixels

Patch = tuple[int, int, Pixels]
"""Left edge, top edge in pixels, and what is pasted there."""

_LARGEST = 2**27  # pixels; resvg ends the whole process where memory runs out
_ROOT = re.compile(r"<svg\b[^>]*>")
_SIZE = re.compile(r'\s(?:width|height|preserveAspectRatio)="[^"]*"')


def rasterise(svg: str, width_px: int, height_px: int) -> Pixels:
    """The SVG as an RGB array of shape (height_px, width_px, 3).

    Its ``viewBox`` is stretched to exactly that size, whatever ``width`` and ``height`` the root element
    gives. Text must be outlined (no font is loaded), and the whole picture painted with an opaque colour.

    :raises ValueError: no ``viewBox``, a size that cannot be, an SVG that does not parse, or pixels that
        were left transparent.
    """
    from PIL import Image

    if not (width_px > 0 and height_px > 0 and width_px * height_px <= _LARGEST):
        raise ValueError(f"a picture of {width_px} × {height_px} pixels cannot be drawn")
    picture = Image.open(io.BytesIO(_png(_sized(svg, width_px, height_px))))
    alpha = picture.getchannel("A")
    if alpha.getextrema() != (255, 255):
        clear = width_px * height_px - alpha.histogram()[255]
        raise ValueError(f"the SVG leaves {clear} of {width_px * height_px} pixels transparent")
    return np.asarray(picture.convert("RGB"))


def compose(first: Pixels, patches: Iterable[Patch]) -> Pixels:
    """A copy of ``first`` with the patches pasted over it in their order.

    :raises ValueError: a patch that reaches over an edge.
    """
    image = first.copy()
    height, width, _ = image.shape
    for x, y, patch in patches:
        tall, wide, _ = patch.shape
        if x < 0 or y < 0 or x + wide > width or y + tall > height:
            raise ValueError(
                f"a patch of {wide} × {tall} at ({x}, {y}) reaches over the edge of {width} × {height} pixels"
            )
        image[y : y + tall, x : x + wide] = patch
    return image


def _sized(svg: str, width: int, height: int) -> str:
    """The SVG with a root element of this size; resvg has no other way to an exact one."""
    root = _ROOT.search(svg)
    if root is None or "viewBox=" not in root[0]:
        raise ValueError("the SVG's root element has no viewBox")
    size = f'<svg width="{width}" height="{height}" preserveAspectRatio="none"'
    return svg[: root.start()] + size + _SIZE.sub("", root[0])[len("<svg") :] + svg[root.end() :]


def _png(svg: str) -> bytes:
    from resvg import render, usvg

    try:
        tree = usvg.Tree.from_str(svg, usvg.Options.default())
        return bytes(render(tree, (1.0, 0.0, 0.0, 0.0, 1.0, 0.0)))
    except BaseException as error:  # pyo3's PanicException is no Exception and cannot be imported
        if type(error).__name__ != "PanicException":
            raise
        raise ValueError(f"resvg cannot draw the SVG: {error}") from None
