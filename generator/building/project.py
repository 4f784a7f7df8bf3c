"""Opening a project: its settings, the data set that its figures show, and its trained networks."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from generator.building import manifest as manifests
from generator.building.wishes import SUFFIX, Wishes, Workshop, gather, templates
from generator.errors import GeneratorError
from generator.settings import DATA_CHOICES, Settings, chosen, find_root, read_settings
from generator.sources import Models, trained_folder


def open_settings(folder: Path, data: str | None) -> Settings:
    """The settings of the project that holds the folder, with another data set where one is named."""
    settings = read_settings(find_root(folder.resolve()))
    return settings if data is None else replace(settings, data=chosen("data", data, DATA_CHOICES))


def workshop_for_checking(settings: Settings) -> Workshop:
    """A workshop that only reads: no download, no training, the data set that the manifest names."""
    named = settings.data if settings.data != "auto" else manifests.read(settings.figures).data
    data = named or "digits"
    return Workshop(settings, data, Models(trained_folder(settings.figures), data))


def workshop_for_building(settings: Settings, *, needs_data: bool = True) -> Workshop:
    """A workshop that gets what it lacks: data from the network, networks by training.

    Where nothing needs the data set, none is looked for.
    """
    data = _data(settings) if needs_data else settings.data
    folder = trained_folder(settings.figures)

    def train(network: str) -> None:
        from generator.learning.training import train_and_save

        train_and_save(settings, network, data)

    return Workshop(settings, data, Models(folder, data, train))


def _data(settings: Settings) -> str:
    if settings.data != "auto":
        return settings.data
    from generator.learning.data import choose

    return choose("auto", settings.data_folder)


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
