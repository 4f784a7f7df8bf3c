"""Which of the posts and figures a command means."""

from __future__ import annotations

from pathlib import Path

from generator.building.places import SUFFIX, templates
from generator.building.wish import Wishes
from generator.building.wishes import gather
from generator.building.workshop import Workshop
from generator.errors import GeneratorError
from generator.settings import Settings


def wishes_of(workshop: Workshop, names: tuple[str, ...] = ()) -> Wishes:
    """What all posts ask for, or only posts and figures of those names (a post's file, a figure's or a stem).

    Raises:
        GeneratorError: a name is neither a post nor a figure that one asks for.
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
            posts = ", ".join(path.name for path in templates(settings)) or f"no post in {settings.posts}"
            asked = ", ".join(sorted(wishes.pictures)) or "no figure"
            hint = f" (mend this first: {wishes.problems[0]})" if wishes.problems else ""
            what = f"no post and no figure of a post is called {name!r}"
            raise GeneratorError(f"{what}; there are {posts}, and they ask for {asked}{hint}")
    return Wishes(
        {
            s: w
            for s, w in wishes.pictures.items()
            if s in figures or w.figure in figures or w.post in chosen_posts
        },
        {p: t for p, t in wishes.texts.items() if any(p.stem in _post_names(c) for c in chosen_posts)},
        wishes.problems,
    )


def _post_names(template: Path) -> set[str]:
    stem = template.name.removesuffix(SUFFIX)
    return {template.name, stem, f"{stem}.md"}
