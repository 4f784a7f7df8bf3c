"""What the posts ask for: every template is filled, and every figure in it computed."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from generator import catalog
from generator.building.places import post_file
from generator.building.wish import Wish, Wishes
from generator.building.workshop import Workshop
from generator.errors import GeneratorError
from generator.painting.pictures import formats_of
from generator.settings import Settings
from generator.words import known_language
from generator.writing import posts, targets, values
from generator.writing.branch import branch_of
from generator.writing.facts import FACTS
from generator.writing.keras_code import keras_code
from generator.writing.placed import Placed
from generator.writing.request import Options

Address = Callable[[Path], str]


def figures_address(settings: Settings, target: str) -> str:
    """Where a target's posts find the pictures; from a folder of their own it is one folder further up."""
    address = targets.find(target).figures_url
    further_up = target != settings.targets[0] and not address.startswith("/")
    return f"../{address}" if further_up else address


def gather(
    workshop: Workshop,
    chosen: list[Path],
    address: Address | None = None,
    others: Mapping[str, Wish] = MappingProxyType({}),
) -> Wishes:
    """Fill the chosen templates for every target; of a post with mistakes only these are listed.

    ``address`` says where the pages of a template's post find the pictures, if not where the target has them;
    ``others`` are pictures of posts that are not chosen, which these must agree with.
    """
    wishes = Wishes(dict(others))
    for template in chosen:
        _Post(workshop, template, wishes, address).gather()
    return wishes


class _Post:
    """One template on its way to its texts and wishes."""

    def __init__(
        self, workshop: Workshop, template: Path, wishes: Wishes, address: Address | None = None
    ) -> None:
        self.workshop = workshop
        self.template = template
        self.wishes = wishes
        self.address = address
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
        tree |= {"facts": branch_of("facts", FACTS), "keras_code": keras_code}
        address = self.address(self.template) if self.address else figures_address(workshop.settings, target)
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
            stem = options.name or workshop.stem(figure, given, self.language, options.stem)
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
    return replace(wish, post=post, line=line)


def _with_file(problem: GeneratorError, file: Path) -> GeneratorError:
    return problem if problem.file else GeneratorError(problem.message, file=file)
