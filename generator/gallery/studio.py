"""Drawing a figure's pictures for the page, or saying why there are none."""

from __future__ import annotations

import base64
import math
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace

from generator import catalog
from generator.building.workshop import Workshop
from generator.errors import GeneratorError
from generator.gallery.choices import variants
from generator.gallery.kinds import arguments, line_of_post
from generator.gallery.sizes import KnownSizes
from generator.painting.document import page_svg
from generator.painting.pictures import formats_of
from generator.scene import Drawing
from generator.words import Language


@dataclass(frozen=True)
class Files:
    """The files of one format: their sizes in bytes; no size for dark pages where one file serves both."""

    format: str
    light: int
    dark: int | None


@dataclass(frozen=True)
class Picture:
    """A figure with certain parameters, as it stands in the page.

    ``given`` are the parameters that are not defaults, ``line`` gets the picture in a post, ``stem`` is the
    name of its files, ``address`` a ``data:`` URI of the SVG, ``still`` one of its last frame alone.
    """

    given: str
    line: str
    stem: str
    width: int
    height: int
    moving: bool
    alt: str
    caption: str
    address: str
    still: str
    files: tuple[Files, ...]


@dataclass(frozen=True)
class Missing:
    """In the place of a picture that cannot be drawn: why."""

    given: str
    line: str
    reason: str


@dataclass(frozen=True)
class Studio:
    """Where the pictures of the page are drawn."""

    workshop: Workshop
    language: Language
    sizes: KnownSizes

    def drawings(self, name: str) -> Iterator[Drawing]:
        """The figure's drawings in all its forms, as far as they can be made."""
        with suppress(Exception):  # told where the figure would stand
            for given in ({}, *variants(catalog.find(name))):
                with suppress(GeneratorError):
                    yield self.workshop.drawing(name, given, self.language)

    def shown(self, name: str, given: Mapping[str, object]) -> Picture | Missing:
        """The picture, or why there is none."""
        try:
            return self._picture(name, given)
        except (ImportError, MemoryError):
            raise
        except Exception as problem:
            return Missing(arguments(given), line_of_post(name, given), reason(problem))

    def _picture(self, name: str, given: Mapping[str, object]) -> Picture:
        drawing = self.workshop.drawing(name, given, self.language)
        svg = page_svg(drawing, self.language).encode()
        return Picture(
            given=arguments(given),
            line=line_of_post(name, given),
            stem=self.workshop.stem(name, given, self.language),
            width=math.ceil(drawing.width),
            height=math.ceil(drawing.height),
            moving=drawing.moving,
            alt=drawing.alt,
            caption=drawing.caption,
            address=_address(svg),
            still=_address(self._still(drawing)) if drawing.moving else "",
            files=self._files(drawing, len(svg)),
        )

    def _still(self, drawing: Drawing) -> bytes:
        # A browser may keep what the reader says about motion from the media queries inside of images.
        return page_svg(replace(drawing, frames=drawing.frames[-1:]), self.language).encode()

    def _files(self, drawing: Drawing, svg: int) -> tuple[Files, ...]:
        formats = formats_of(drawing, self.workshop.settings.formats)
        raster = self.sizes.of(drawing)
        return tuple(
            Files("svg", svg, None)
            if suffix == "svg"
            else Files(suffix, raster[f".{suffix}"], raster[f"-dark.{suffix}"])
            for suffix in formats
        )


def _address(svg: bytes) -> str:
    return f"data:image/svg+xml;base64,{base64.b64encode(svg).decode()}"


def reason(problem: Exception) -> str:
    """What a reader is told of a mistake."""
    return problem.message if isinstance(problem, GeneratorError) else f"{type(problem).__name__}: {problem}"
