"""How a figure, a formula and a table look in the Markdown of one kind of blog.

A target is an entry here and one file in ``templates/`` with the macros ``figure``, ``inline`` and
``display``. All of them get formulas in the portable form: raw TeX between double dollars would do for
kramdown alone, the portable form does for kramdown and for everybody who reads the same file elsewhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType

from generator.errors import GeneratorError, UnknownNameError
from generator.suggest import instead
from generator.writing.placed import Placed
from generator.writing.request import Options
from generator.writing.theme_keys import CHIRPY_KEYS, MINIMAL_MISTAKES_KEYS, NO_KEYS, ThemeKeys


@dataclass(frozen=True)
class Target:
    """One kind of blog: its template in ``templates/``, and where pages find the figures.

    ``keys`` are what the theme wants of a post's front matter. ``assets`` is the folder of a Jekyll site that
    the theme's own pages take pictures from (empty where the target is for no such site), ``site_url`` what
    stands before that folder in an address, so that a site in a subfolder finds it.
    """

    name: str
    title: str
    template: str
    figures_url: str
    keys: ThemeKeys = NO_KEYS
    assets: str = ""
    site_url: str = ""

    def source(self) -> str:
        """The text of the target's macros."""
        return files("generator.writing").joinpath("templates", self.template).read_text(encoding="utf-8")


_ALL = (
    Target(
        "portable",
        "Markdown that GitHub, VS Code and any Jekyll theme show alike",
        "portable.md.j2",
        "../figures",
        assets="assets/img",
        # Jekyll's Liquid goes first; where a site has no baseurl, nothing stands there.
        site_url="{{ site.baseurl }}",
    ),
    # Chirpy puts the site's baseurl before every picture by itself.
    Target(
        "chirpy",
        "the Jekyll theme Chirpy",
        "chirpy.md.j2",
        "/figures",
        CHIRPY_KEYS,
        assets="assets/img",
    ),
    # So does the include that its template writes.
    Target(
        "minimal-mistakes",
        "the Jekyll theme Minimal Mistakes",
        "minimal-mistakes.md.j2",
        "/figures",
        MINIMAL_MISTAKES_KEYS,
        assets="assets/images",
    ),
    Target("github", "files that are read on GitHub", "github.md.j2", "../figures"),
)

TARGETS: Mapping[str, Target] = MappingProxyType({target.name: target for target in _ALL})


def find(name: str) -> Target:
    """The target of that name.

    Raises:
        GeneratorError: there is none.
    """
    if name not in TARGETS:
        raise UnknownNameError(f"there is no target {name!r}; {instead(name, TARGETS)}")
    return TARGETS[name]


@dataclass(frozen=True)
class Picture:
    """What a target's ``figure`` macro sees; ``dark`` is empty where one file serves light and dark pages."""

    alt: str
    caption: str
    url: str
    dark: str
    width: int
    height: int
    resized: bool


def picture(placed: Placed, options: Options, figures_url: str) -> Picture:
    """The figure as the post wants it: its format, and its height in proportion to the width.

    Raises:
        GeneratorError: the figure is not made in that format, or the width is no number of pixels.
    """
    suffix = options.format or "svg"
    if suffix not in placed.formats:
        raise GeneratorError(
            f"figure {placed.figure!r} is not made as {suffix!r}; {instead(suffix, placed.formats)}"
        )
    width = placed.width if options.width is None else options.width
    stem = f"{figures_url.rstrip('/')}/{placed.stem}"
    return Picture(
        alt=placed.alt if options.alt is None else options.alt,
        caption=placed.caption if options.caption is None else options.caption,
        url=f"{stem}.{suffix}",
        dark="" if suffix == "svg" else f"{stem}-dark.{suffix}",
        width=width,
        height=round(placed.height * width / placed.width),
        resized=options.width is not None,
    )
