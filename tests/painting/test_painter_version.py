"""Every stamp holds PAINTER_VERSION: it must rise when the same marks are painted differently."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from generator.painting import pictures
from generator.painting.document import page_svg, painted_box
from generator.painting.svg import PAINTER_VERSION
from generator.painting.themes import THEME_NAMES
from generator.scene import Area, Box, Dot, Drawing, Frame, Grid, Label, Line, Mark, Picture

RECORD = Path(__file__).with_name("painter_versions.json")

MARKS: tuple[Mark, ...] = (
    Box(10, 10, 60, 40, "input-tint", "input-strong", 1.5, (4, 3)),
    Box(80, 10, 40, 40, "kernel-tint", None, radius=4),
    Grid(10, 60, 2, 3, 20, "output-tint", "grid", "output-strong"),
    Label(100, 80, "입력 5×5", 15, "ink", "middle", "bold"),
    Label(130, 80, "R = −3", 13, "muted", "start", turned=True),
    Line(((10, 110), (60, 130), (90, 110)), "kernel-strong", 2, arrow=True),
    Area(((100, 100), (140, 100), (120, 130)), "accent-tint", "accent-strong", opacity=0.5),
    Dot(150, 30, 6, "output-strong", "page"),
    Picture(150, 60, 8, (bytes([0, 100]), bytes([200, 255]))),
    Picture(150, 90, 8, (bytes([1, 128]), bytes([128, 255])), "signed"),
)


def specimen() -> Drawing:
    moving = tuple(Frame((*MARKS[:k], *MARKS[k + 1 :]), 900) for k in range(3))
    return Drawing(200, 150, moving, "alt", "caption")


def painted() -> str:
    texts = [page_svg(specimen(), "ko"), f"{pictures._TONES} {pictures._TONES_OF_PICTURES}"]
    texts += [painted_box(MARKS, (0, 0, 200, 150)).svg(theme) for theme in THEME_NAMES]
    return hashlib.sha256("".join(texts).encode()).hexdigest()[:20]


def test_a_painter_that_paints_differently_has_another_version() -> None:
    recorded = json.loads(RECORD.read_text(encoding="utf-8"))
    assert recorded.get(str(PAINTER_VERSION)) == painted(), (
        f"the same marks are painted differently: raise PAINTER_VERSION in svg.py, and add "
        f'"{PAINTER_VERSION + 1}": "{painted()}" to {RECORD.name}'
    )
