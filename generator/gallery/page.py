"""The gallery's HTML: one document that needs no other file and no network."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generator.data_names import data_title
from generator.gallery.entries import Entry
from generator.gallery.studio import Missing, Picture
from generator.painting.themes import THEMES, ThemeName
from generator.words import Language, Say

_HERE = Path(__file__).parent


def page(entries: Sequence[Entry], language: Language, data: str) -> str:
    """The page that shows these figures, in that language; ``data`` names the data set that they show."""
    from jinja2 import Environment, StrictUndefined

    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= {"kb": kilobytes, "inks": inks, "format_name": format_name}
    environment.tests |= {"missing": lambda shown: isinstance(shown, Missing)}
    say = Say(language)
    return environment.from_string(_text("gallery.html.j2")).render(
        entries=entries,
        pictures=pictures(entries),
        language=language,
        say=say,
        data=data_title(data, say),
        style=_text("style.css"),
        script=_text("script.js"),
    )


def pictures(entries: Sequence[Entry]) -> list[Picture]:
    """All pictures of the page, in its order."""
    shown = [one for entry in entries for one in (entry.picture, *entry.variants)]
    return [one for one in shown if isinstance(one, Picture)]


def kilobytes(size: int) -> str:
    """A file's size in thousands of bytes, three digits of it."""
    return f"{size / 1000:.1f}" if size < 99_950 else f"{size / 1000:,.0f}"


def format_name(suffix: str) -> str:
    """What people call a format."""
    return {"webp": "WebP"}.get(suffix, suffix.upper())


def inks(theme: ThemeName) -> str:
    """The theme's inks as CSS variables, named like the roles."""
    return "".join(f"--{role}:{ink};" for role, ink in THEMES[theme].items())


def _text(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")
