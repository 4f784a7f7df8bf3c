"""Whole SVG documents from drawings: for pages (still or animated) and for rasterising one frame."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from generator.painting.animation import animated_body, animation
from generator.painting.svg import SEMIBOLD, Painter, line_class, number
from generator.painting.themes import THEME_NAMES, THEMES, ThemeName
from generator.scene import Drawing, Mark

# Lines of one and of three pixels are sharp when their middles lie between pixels.
_SHIFT = 0.5
_DARK = "@media(prefers-color-scheme:dark)"


def page_svg(drawing: Drawing, language: str) -> str:
    """One document for light and dark pages; moving if the drawing moves and the reader allows it.

    Without animation (reduced motion, print, feeds) it shows the last frame.
    """
    painter = Painter()
    body = animated_body(drawing, painter) if drawing.moving else painter.paint_all(drawing.frames[-1].marks)
    dark = f"{_DARK}{{{_inks(painter, 'dark', but='light')}}}"
    style = _rules(painter, "light") + dark + (animation(drawing) if drawing.moving else "")
    size = f'width="{number(drawing.width)}" height="{number(drawing.height)}"'
    # A caption is the picture's name for people who hear it; the alt text describes it.
    title, description = (escape(words, quote=False) for words in (drawing.caption, drawing.alt))
    words = f"<title>{title}</title><desc>{description}</desc>"
    box = f"-{number(_SHIFT)} -{number(_SHIFT)} {number(drawing.width)} {number(drawing.height)}"
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="{box}" role="img" lang="{language}">'
    return f"{head}{words}<style>{style}</style>{_defs(painter)}{body}</svg>\n"


def grounded(svg: bytes) -> bytes:
    """A page's SVG with the ground that its inks are for; any other document as it is.

    Many pages are light or dark without telling the browser so. There a picture follows the reader's system:
    without a ground its light words would stand on a white page.
    """
    light, dark = (f"svg{{background:{THEMES[theme]['page']}}}" for theme in THEME_NAMES)
    rules = f"<style>{light}{_DARK}{{{dark}}}</style>"
    head, mark, rest = svg.partition(b"<style>")
    return head + rules.encode() + mark + rest if _DARK.encode() in rest else svg


@dataclass(frozen=True)
class PaintedBox:
    """A part of one frame, painted but for its theme; ``x`` to ``height`` are whole logical pixels."""

    x: int
    y: int
    width: int
    height: int
    painter: Painter
    body: str

    def svg(self, theme: ThemeName) -> str:
        """The document for rasterising, on the theme's page colour."""
        place = f'x="{number(self.x - _SHIFT)}" y="{number(self.y - _SHIFT)}"'
        size = f'width="{self.width}" height="{self.height}"'
        view = f"{number(self.x - _SHIFT)} {number(self.y - _SHIFT)} {self.width} {self.height}"
        style = f"<style>{_rules(self.painter, theme)}</style>{_defs(self.painter)}"
        page = f'<rect {place} {size} fill="{THEMES[theme]["page"]}"/>'
        head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="{view}">'
        return f"{head}{style}{page}{self.body}</svg>"


def painted_box(marks: Sequence[Mark], box: tuple[int, int, int, int]) -> PaintedBox:
    """What the marks show inside ``box`` (x, y, width, height)."""
    # Text must lie at the same place in every box, whichever other marks are in it.
    painter = Painter(short=False)
    body = painter.paint_all(marks)
    return PaintedBox(*box, painter, body)


def _defs(painter: Painter) -> str:
    return f"<defs>{''.join(painter.definitions)}</defs>" if painter.definitions else ""


def _rules(painter: Painter, theme: ThemeName) -> str:
    """Widths of lines and of semibold edges, and every ink; what is only stroked is not filled."""
    colours = painter.colours
    lines = "".join(f".{line_class(line)}{{stroke-width:{number(line)}}}" for line in sorted(painter.lines))
    bold = ",".join(f".{colours[role]}b" for role in colours if role in painter.bolds)
    hollow = ",".join(f".{colours[role].upper()}" for role in colours if role in painter.strokes)
    return (
        (f"{bold}{{stroke-width:{number(SEMIBOLD)}}}" if bold else "")
        + lines
        + (f"{hollow}{{fill:none}}" if hollow else "")
        + _inks(painter, theme)
    )


def _inks(painter: Painter, theme: ThemeName, but: ThemeName | None = None) -> str:
    """A rule for each fill and stroke; ``but`` leaves out the inks that are the same in another theme."""
    inks = {role: ink for role, ink in THEMES[theme].items() if but is None or THEMES[but][role] != ink}
    fills = [
        f".{name}{{fill:{inks[role]}}}"
        for role, name in painter.colours.items()
        if role in painter.fills & inks.keys()
    ]
    strokes = [
        f".{name.upper()}{{stroke:{inks[role]}}}"
        for role, name in painter.colours.items()
        if role in painter.strokes & inks.keys()
    ]
    bolds = [
        f".{name}b{{fill:{inks[role]};stroke:{inks[role]}}}"
        for role, name in painter.colours.items()
        if role in painter.bolds & inks.keys()
    ]
    return "".join(fills + strokes + bolds)
