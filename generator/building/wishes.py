"""What the posts ask for: every template is filled, and every figure in it computed."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from generator import catalog
from generator.building.naming import stem_of
from generator.building.stamps import stamp
from generator.errors import GeneratorError, from_here
from generator.painting.pictures import formats_of
from generator.scene import Drawing
from generator.settings import Settings
from generator.sources import Models, sources
from generator.words import Language, known_language
from generator.writing import posts, targets, values
from generator.writing.facts import FACTS
from generator.writing.keras_code import keras_code
from generator.writing.placed import Placed
from generator.writing.request import Options

SUFFIX = ".md.j2"


@dataclass(frozen=True)
class Wish:
    """A picture that a post asks for at ``line``, and what it will show."""

    stem: str
    figure: str
    parameters: Mapping[str, object]
    language: Language
    drawing: Drawing
    post: Path
    line: int | None

    @cached_property
    def stamp(self) -> Mapping[str, str]:
        """The parts of the drawing's stamp."""
        return stamp(self.drawing)

    @property
    def place(self) -> str:
        """Where the post asks, as messages write it."""
        return f"{from_here(self.post)}:{self.line}"


@dataclass
class Wishes:
    """All pictures by stem, the text of each post by the file that it belongs in, and what went wrong."""

    pictures: dict[str, Wish] = field(default_factory=dict)
    texts: dict[Path, str] = field(default_factory=dict)
    problems: list[GeneratorError] = field(default_factory=list)


@dataclass(frozen=True)
class Workshop:
    """What is needed to compute figures: settings, the data set's name, and the trained networks."""

    settings: Settings
    data: str
    models: Models
    drawn: dict[str, Drawing] = field(default_factory=dict, compare=False)

    def drawing(self, figure: str, parameters: Mapping[str, object], language: Language) -> Drawing:
        """The drawing of one figure, computed once, however many posts and targets ask for it.

        Raises:
            GeneratorError: what is asked for cannot be, or the figure itself fails.
        """
        what = f"{figure} {sorted(parameters.items())} {language}"
        if what not in self.drawn:
            self.drawn[what] = self._drawing(figure, parameters, language)
        return self.drawn[what]

    def _drawing(self, figure: str, parameters: Mapping[str, object], language: Language) -> Drawing:
        offered = sources(self.models, self.data, self.settings.data_folder, language)
        try:
            return catalog.draw(figure, parameters, offered)
        except (GeneratorError, MemoryError):
            raise
        except Exception as problem:
            what = f"{type(problem).__name__}: {problem}"
            raise GeneratorError(
                f"the figure {figure} fails with {what}; this is its own mistake, --debug shows where"
            ) from problem

    def stem(self, figure: str, parameters: Mapping[str, object], language: Language) -> str:
        """The file name of a figure; other languages than the project's stand at its end."""
        return stem_of(figure, parameters, "" if language == self.settings.language else language)


def templates(settings: Settings) -> list[Path]:
    """The post templates, in alphabetical order."""
    return sorted(settings.posts.glob(f"*{SUFFIX}"))


def post_file(settings: Settings, template: Path, target: str) -> Path:
    """The file that a template becomes: beside it for the first target, in the target's folder for others."""
    name = template.name.removesuffix(SUFFIX) + ".md"
    return template.parent / name if target == settings.targets[0] else template.parent / target / name


def figures_address(settings: Settings, target: str) -> str:
    """Where a target's posts find the pictures; from a folder of their own it is one folder further up."""
    address = targets.find(target).figures_url
    further_up = target != settings.targets[0] and not address.startswith("/")
    return f"../{address}" if further_up else address


def gather(workshop: Workshop, chosen: list[Path]) -> Wishes:
    """Fill the chosen templates for every target; of a post with mistakes only these are listed."""
    wishes = Wishes()
    for template in chosen:
        _Post(workshop, template, wishes).gather()
    return wishes


class _Post:
    """One template on its way to its texts and wishes."""

    def __init__(self, workshop: Workshop, template: Path, wishes: Wishes) -> None:
        self.workshop = workshop
        self.template = template
        self.wishes = wishes
        self.drawn: list[Wish | GeneratorError] = []

    def gather(self) -> None:
        settings = self.workshop.settings
        try:
            self.language = known_language(posts.language_of(self.template, settings.language))
            for target in settings.targets:
                self.drawn = []
                text = self._fill(target)
                if target == settings.targets[0] and not self._register():
                    return
                self.wishes.texts[post_file(settings, self.template, target)] = text
        except GeneratorError as problem:
            self.wishes.problems.append(_with_file(problem, self.template))

    def _fill(self, target: str) -> str:
        workshop = self.workshop
        tree = values.tree(trained=workshop.models.__getitem__, data=workshop.data, language=self.language)
        tree |= {"facts": FACTS, "keras_code": keras_code}
        address = figures_address(workshop.settings, target)
        filled = posts.fill(
            self.template,
            place=self._place,
            values=tree,
            target=target,
            language=self.language,
            figures_url=address,
        )
        lines = [request.line for request in filled.requests]
        self.drawn = [
            _at_line(wish, line, self.template) for wish, line in zip(self.drawn, lines, strict=True)
        ]
        return filled.text

    def _place(self, figure: str, parameters: Mapping[str, object], options: Options) -> Placed:
        """Compute one figure; a failure is kept, so that one run tells all mistakes of a post."""
        workshop = self.workshop
        try:
            given = catalog.checked(figure, parameters)
            stem = options.name or workshop.stem(figure, given, self.language)
            drawing = workshop.drawing(figure, given, self.language)
        except GeneratorError as problem:
            self.drawn.append(problem)
            return Placed(figure, "failed", 1, 1, "failed", "failed", workshop.settings.formats, False)
        self.drawn.append(Wish(stem, figure, given, self.language, drawing, self.template, None))
        size = math.ceil(drawing.width), math.ceil(drawing.height)
        formats = formats_of(drawing, workshop.settings.formats)
        return Placed(figure, stem, *size, drawing.alt, drawing.caption, formats, drawing.moving)

    def _register(self) -> bool:
        """Take the wishes over; whether none of them failed."""
        failed = False
        for wish in self.drawn:
            if isinstance(wish, GeneratorError):
                self.wishes.problems.append(wish)
                failed = True
                continue
            other = self.wishes.pictures.setdefault(wish.stem, wish)
            if other.drawing != wish.drawing:
                message = (
                    f"asks for {wish.stem!r} with other content than {other.place}; "
                    "give one of them a name of its own with name="
                )
                self.wishes.problems.append(GeneratorError(message, file=wish.post, line=wish.line))
                failed = True
        return not failed


def _at_line(wish: Wish | GeneratorError, line: int, post: Path) -> Wish | GeneratorError:
    if isinstance(wish, GeneratorError):
        where = f"{wish.message} ({wish.file})" if wish.file else wish.message
        found = GeneratorError(where, file=post, line=line)
        found.__cause__ = wish.__cause__
        return found
    return Wish(wish.stem, wish.figure, wish.parameters, wish.language, wish.drawing, post, line)


def _with_file(problem: GeneratorError, file: Path) -> GeneratorError:
    return problem if problem.file else GeneratorError(problem.message, file=file)
