"""What a site should have of a project: the pages of its posts, and every file that these need."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from generator.building import manifest as manifests
from generator.building.build import stale_files
from generator.building.places import post_file, templates
from generator.building.wish import Wishes
from generator.building.wishes import gather
from generator.building.workshop import Workshop
from generator.errors import GeneratorError, UnknownNameError
from generator.painting.document import grounded
from generator.painting.pictures import file_names
from generator.publishing.pages import Page, address_in, page
from generator.publishing.plan import Item
from generator.publishing.site import Site
from generator.settings import Settings


def pages_of(workshop: Workshop, site: Site, wishes: Wishes) -> tuple[list[Page], list[GeneratorError]]:
    """The pages of the posts whose texts are among the wishes, and what hinders others.

    Raises:
        GeneratorError: there is no such post.
    """
    first = workshop.settings.targets[0]
    settings = replace(workshop.settings, targets=(site.target.name,))
    every = templates(settings)
    chosen = [path for path in every if post_file(workshop.settings, path, first) in wishes.texts]
    if not chosen:
        raise UnknownNameError(f"there is no post to publish; name posts of {settings.posts}, not figures")
    filled = gather(replace(workshop, settings=settings), chosen, address_in(site))
    known = _known(settings, filled)
    pages, problems = [], list(filled.problems)
    for template in chosen:
        text = filled.texts.get(post_file(settings, template, site.target.name))
        if text is None:
            continue
        try:
            pages.append(page(site, known, template, text))
        except GeneratorError as problem:
            problems.append(problem)
    return pages, problems


def items_of(settings: Settings, site: Site, pages: list[Page], wishes: Wishes) -> dict[str, Item]:
    """Every file that the pages need, by its path in the site: posts first."""
    stale = _stale(settings, wishes)
    items = {_path(site, "post", each.name): Item(each.text.encode(), (each.template,)) for each in pages}
    users: dict[str, list[str]] = {}
    for each in pages:
        for name in each.pictures:
            users.setdefault(name, []).append(each.template)
    for name, who in users.items():
        content = None if name in stale else _content(settings.figures / name)
        items[_path(site, "picture", name)] = Item(content, tuple(who))
    return items


def _content(file: Path) -> bytes:
    content = file.read_bytes()
    return grounded(content) if file.suffix == ".svg" else content


def _known(settings: Settings, wishes: Wishes) -> frozenset[str]:
    """The names of the files that the project has or will draw."""
    drawn = (
        name
        for wish in wishes.pictures.values()
        for name in file_names(wish.stem, wish.drawing, settings.formats)
    )
    return frozenset(drawn) | {path.name for path in settings.figures.glob("*.*")}


def _stale(settings: Settings, wishes: Wishes) -> set[str]:
    entries = manifests.read(settings.figures).entries
    return {
        name
        for wish in wishes.pictures.values()
        for name in stale_files(settings.figures, wish, entries.get(wish.stem), settings.formats)
    }


def _path(site: Site, kind: str, name: str) -> str:
    folder = site.posts if kind == "post" else site.pictures
    return (folder / name).relative_to(site.root).as_posix()
