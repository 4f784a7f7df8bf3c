"""Posts as a site gets them: their names there, and pictures at addresses that work there."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from generator.building.places import SUFFIX
from generator.errors import GeneratorError
from generator.publishing.site import Site
from generator.writing import front_matter
from generator.writing.markdown import prose

_DATED = re.compile(r"\d{4}-\d{2}-\d{2}-.")
_DATE = re.compile(r"""^date[ \t]*:[ \t]*["']?(\d{4}-\d{2}-\d{2})""", re.MULTILINE)
_SUBPATH = re.compile(r"""^(media_subpath|img_path)[ \t]*:[ \t]*["']?([^"'#\s]+)""", re.MULTILINE)
_FILE = r"([\w-]+\.(?:svg|png|gif|webp))"
_BY_HAND = re.compile(rf"(?<![\w/.}}])(?:\.\.)?/figures/{_FILE}")


@dataclass(frozen=True)
class Page:
    """A post in the site: its file's name, its text, the template, and the names of the pictures it shows."""

    name: str
    text: str
    template: str
    pictures: tuple[str, ...]


def page(site: Site, known: frozenset[str], template: Path, text: str) -> Page:
    """The page of a filled template; ``known`` are the pictures that the project has or will have.

    Raises:
        GeneratorError: neither the template's name nor its front matter says a date.
    """
    address = address_in(site)(template)
    document = front_matter.parse(text, template)
    # Liquid does not read the front matter; themes put the site's subfolder before what stands there.
    own = f"/{site.assets}" if site.target.site_url else address
    front = _pointed(document.front, document.front, own, known)
    written = (front or "---\n---\n") + _pointed(document.body, prose(document.body), address, known)
    shown = re.findall(rf"(?:{re.escape(address)}|{re.escape(own)})/{_FILE}", written)
    pictures = tuple(name for name in dict.fromkeys(shown) if name in known)
    return Page(_name(template, front), written.replace("\n", document.line_end), template.name, pictures)


def address_in(site: Site) -> Callable[[Path], str]:
    """Where the page of a template finds its pictures.

    Chirpy puts a post's ``media_subpath`` before every address, so the address has to begin below it.
    """

    def address(template: Path) -> str:
        front = front_matter.read(template).front
        found = _SUBPATH.search(front) if site.target.name == "chirpy" else None
        if found is None:
            return site.url
        subpath = found[2].strip("/")
        if f"{site.assets}/".startswith(f"{subpath}/"):
            rest = site.assets.removeprefix(subpath).strip("/")
            return f"/{rest}" if rest else ""
        line = front.count("\n", 0, found.start()) + 1
        raise GeneratorError(
            f"{found[1]} stands before every picture of this post, and the pictures go into /{site.assets}; "
            f"take the key away, or publish with --assets {subpath}",
            file=template,
            line=line,
        )

    return address


def _name(template: Path, front: str) -> str:
    stem = template.name.removesuffix(SUFFIX)
    if _DATED.match(stem):
        return f"{stem}.md"
    date = _DATE.search(front)
    if date is None:
        raise GeneratorError(
            "says no date, which Jekyll wants in a post's name; begin the template's name with it "
            "(2026-01-05-name.md.j2), or write date: 2026-01-05 into the front matter",
            file=template,
        )
    return f"{date[1]}-{stem}.md"


def _pointed(text: str, visible: str, address: str, known: frozenset[str]) -> str:
    """The text, with the addresses that the author wrote by hand leading into the site, too."""
    parts: list[str] = []
    end = 0
    for found in _BY_HAND.finditer(visible):
        if found[1] in known:
            parts += [text[end : found.start()], f"{address}/{found[1]}"]
            end = found.end()
    return "".join([*parts, text[end:]])
