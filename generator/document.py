"""Whole SVG documents from drawings: for pages (still or animated) and for rasterising one frame."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from generator.animation import animated_body, animation
from generator.scene import Drawing, Mark
from generator.svg import SEMIBOLD, Painter, line_class, number
from generator.themes import THEMES, ThemeName

# Lines of one and of three pixels are sharp when their middles lie between pixels.
_SHIFT = 0.5
_BOLD = f".bold{{stroke-width:{number(SEMIBOLD)}}}"


def page_svg(drawing: Drawing, language: str) -> str:
    """One document for light and dark pages; moving if the drawing moves and the reader allows it.

    Without animation (reduced motion, print, feeds) it shows the last frame.
    """
    painter = Painter()
    body = animated_body(drawing, painter) if drawing.moving else painter.paint_all(drawing.frames[-1].marks)
    dark = f"@media(prefers-color-scheme:dark){{{_inks(painter, 'dark', but='light')}}}"
    style = _rules(painter, "light") + dark + (animation(drawing) if drawing.moving else "")
    size = f'width="{number(drawing.width)}" height="{number(drawing.height)}"'
    # A caption is the picture's name for people who hear it; the alt text describes it.
    words = f"<title>{escape(drawing.caption, quote=False)}</title><desc>{escape(drawing.alt, quote=False)}</desc>"
    box = f"-{number(_SHIFT)} -{number(_SHIFT)} {number(drawing.width)} {number(drawing.height)}"
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="{box}" role="img" lang="{language}">'
    return f"{head}{words}<style>{style}</style>{_defs(painter)}{body}</svg>\n"


def box_svg(marks: Iterable[Mark], box: tuple[float, float, float, float], theme: ThemeName) -> str:
    """The part of one frame inside ``box`` (x, y, width, height) on the theme's page colour, for rasterising."""
    painter = Painter()
    body = painter.paint_all(list(marks))
    x, y, width, height = box
    view = f"{number(x - _SHIFT)} {number(y - _SHIFT)} {number(width)} {number(height)}"
    ground = f'<rect x="{number(x - _SHIFT)}" y="{number(y - _SHIFT)}" width="{number(width)}" height="{number(height)}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{number(width)}" height="{number(height)}" viewBox="{view}">'
    page = f'{ground} fill="{THEMES[theme]["page"]}"/>'
    return f"{head}<style>{_rules(painter, theme)}</style>{_defs(painter)}{page}{body}</svg>"


def _defs(painter: Painter) -> str:
    return f"<defs>{''.join(painter.definitions)}</defs>" if painter.definitions else ""


def _rules(painter: Painter, theme: ThemeName) -> str:
    """Widths of lines, and every ink; what is only stroked is not filled."""
    lines = "".join(f".{line_class(line)}{{stroke-width:{number(line)}}}" for line in sorted(painter.lines))
    hollow = ",".join(f".{painter.colours[role].upper()}" for role in painter.colours if role in painter.strokes)
    return f"{_BOLD}{lines}" + (f"{hollow}{{fill:none}}" if hollow else "") + _inks(painter, theme)


def _inks(painter: Painter, theme: ThemeName, but: ThemeName | None = None) -> str:
    """A rule for each fill and stroke; ``but`` leaves out the inks that are the same in another theme."""
    inks = {role: ink for role, ink in THEMES[theme].items() if but is None or THEMES[but][role] != ink}
    fills = [f".{name}{{fill:{inks[role]}}}" for role, name in painter.colours.items() if role in painter.fills & inks.keys()]
    strokes = [
        f".{name.upper()}{{stroke:{inks[role]}}}"
        for role, name in painter.colours.items()
        if role in painter.strokes & inks.keys()
    ]
    return "".join(fills + strokes)
