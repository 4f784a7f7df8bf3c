"""Which of the posts and figures a command means."""

from __future__ import annotations

import re
from pathlib import Path

from generator import catalog
from generator.building.places import SUFFIX, templates
from generator.building.wish import Wishes
from generator.building.wishes import gather
from generator.building.workshop import Workshop
from generator.errors import UnknownNameError, from_here
from generator.settings import Settings
from generator.suggest import instead

_DATE = re.compile(r"^\d{4}-\d{2}-\d{2}-(?=.)")


def wishes_of(workshop: Workshop, names: tuple[str, ...] = ()) -> Wishes:
    """What all posts ask for, or only posts and figures of those names (a post's file, a figure's or a stem).

    Raises:
        UnknownNameError: a name is neither a post nor a figure that one asks for.
    """
    every = templates(workshop.settings)
    posts = {path: _post_names(path) for path in every}
    chosen_posts = [path for path, called in posts.items() if called & {Path(name).name for name in names}]
    figures = [name for name in names if not any(Path(name).name in called for called in posts.values())]
    wishes = gather(workshop, every if figures or not names else chosen_posts)
    if not figures:
        return wishes
    return _only(wishes, figures, chosen_posts, workshop.settings)


def _only(wishes: Wishes, figures: list[str], chosen_posts: list[Path], settings: Settings) -> Wishes:
    for name in figures:
        if not any(name in (wish.stem, wish.figure) for wish in wishes.pictures.values()):
            known = [path.name.removesuffix(SUFFIX) for path in templates(settings)] + sorted(wishes.pictures)
            there = instead(name, known, f"ls {from_here(settings.posts)} {from_here(settings.figures)}")
            hint = f" (mend this first: {wishes.problems[0]})" if wishes.problems else ""
            raise UnknownNameError(f"no post and no figure of a post is called {name!r}; {there}{hint}")
    return Wishes(
        {
            s: w
            for s, w in wishes.pictures.items()
            if s in figures or w.figure in figures or w.post in chosen_posts
        },
        {p: t for p, t in wishes.texts.items() if p.stem in {_stem(post) for post in chosen_posts}},
        wishes.problems,
    )


def _post_names(template: Path) -> set[str]:
    """A post's file, its name, and that without the date, unless a figure has it."""
    stem = _stem(template)
    undated = _DATE.sub("", stem)
    return {template.name, stem, f"{stem}.md", *({undated} - set(catalog.names()))}


def _stem(template: Path) -> str:
    return template.name.removesuffix(SUFFIX)
