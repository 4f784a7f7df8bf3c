"""The files of a drawing: one SVG for light and dark, raster formats for each theme at twice the size."""

from __future__ import annotations

from collections.abc import Iterator

from generator.painting.document import page_svg
from generator.painting.film import Film, painted_film, rasters
from generator.painting.themes import THEME_NAMES, THEMES, ThemeName
from generator.scene import Drawing, Picture

# Where all is flat inks, the edges of letters need few tones; files shrink by a tenth (GIF) to a sixth.
_TONES = 48
# Grey levels and edges together can be more colours than a palette has.
_TONES_OF_PICTURES = 255
_MOVING_ONLY = ("gif", "webp")


def formats_of(drawing: Drawing, formats: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the formats that the drawing is made in: GIF and WebP only where something moves."""
    return tuple(suffix for suffix in formats if drawing.moving or suffix not in _MOVING_ONLY)


def file_names(stem: str, drawing: Drawing, formats: tuple[str, ...]) -> list[str]:
    """The files of a drawing: ``stem.svg``, and ``stem.png`` and ``stem-dark.png`` for each raster format."""
    names: list[str] = []
    for suffix in formats_of(drawing, formats):
        names.append(f"{stem}.{suffix}")
        if suffix != "svg":
            names.append(f"{stem}-dark.{suffix}")
    return names


def paint(stem: str, drawing: Drawing, language: str, names: list[str]) -> Iterator[tuple[str, bytes]]:
    """(name, content) of each of the named files; each part of a frame is painted once for all of them."""
    if f"{stem}.svg" in names:
        yield f"{stem}.svg", page_svg(drawing, language).encode()
    # All frames, even for a PNG alone: a file's bytes must not depend on which others are painted with it.
    film = painted_film(drawing) if names != [f"{stem}.svg"] else []
    for theme in THEME_NAMES:
        ending = "-dark" if theme == "dark" else ""
        wanted = [suffix for suffix in ("png", "gif", "webp") if f"{stem}{ending}.{suffix}" in names]
        for suffix, data in _raster(drawing, film, theme, wanted) if wanted else ():
            yield f"{stem}{ending}.{suffix}", data


def _raster(
    drawing: Drawing, film: Film, theme: ThemeName, suffixes: list[str]
) -> Iterator[tuple[str, bytes]]:
    from generator.painting import export

    durations = [frame.duration for frame in drawing.frames]
    inks = [_rgb(ink) for ink in dict.fromkeys(THEMES[theme].values())]
    tones = _TONES_OF_PICTURES if _shows_pictures(drawing) else _TONES
    frames = rasters(film, theme, tones, inks)
    if "png" in suffixes:
        yield "png", export.png(frames[-1])
    if "gif" in suffixes:
        yield "gif", export.gif(frames, durations, inks)
    if "webp" in suffixes:
        yield "webp", export.webp(frames, durations)


def _shows_pictures(drawing: Drawing) -> bool:
    return any(isinstance(mark, Picture) for frame in drawing.frames for mark in frame.marks)


def _rgb(ink: str) -> tuple[int, int, int]:
    return int(ink[1:3], 16), int(ink[3:5], 16), int(ink[5:7], 16)
