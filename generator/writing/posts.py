"""Posts from their templates: figures asked for by name, formulas, values.

In a template stand ``figure("convolution", stride=2)``, ``exercise("valid_convolution").question``,
``math("…")``, ``display("…")``, ``prove("…")``, ``derive("…")``, ``equations``, ``model_summary("paper")``
and whatever values the caller gives.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.errors import GeneratorError
from generator.words import Say, known_language
from generator.writing import equations, front_matter, pieces, targets, templating, typed
from generator.writing.branch import Branch
from generator.writing.exercises import exercise_of
from generator.writing.formulas import Formulas
from generator.writing.options import read_options
from generator.writing.placed import Placed
from generator.writing.request import Options, Request
from generator.writing.summary import model_summary
from generator.writing.theme_keys import adapted, shows_formulas

Place = Callable[[str, Mapping[str, object], Options], Placed]


@dataclass(frozen=True)
class Filled:
    """A post's text, ready to be written with ``newline=""``, and what it asked for, in order."""

    text: str
    language: str
    requests: tuple[Request, ...]


def language_of(template: Path, default: str = "ko") -> str:
    """The language that the template's front matter names (``lang: en``), or the default."""
    return front_matter.read(template).language or default


def fill(
    template: Path,
    *,
    place: Place,
    values: Mapping[str, object],
    target: str,
    language: str | None = None,
    figures_url: str | None = None,
) -> Filled:
    """The post that the template makes.

    ``place`` computes a figure; ``language`` is for templates whose front matter names none;
    ``figures_url`` is where pages find the figures, if not where the target has them.

    Raises:
        GeneratorError: with the template's file and line, and what there is instead.
    """
    kind = targets.find(target)
    document = front_matter.read(template)
    chosen = document.language or language or "ko"
    address = kind.figures_url if figures_url is None else figures_url
    writer = _Writer(place, kind, address, document.lines_before, Say(known_language(chosen)))
    context = writer.context() | dict(values)
    body = templating.render(document.body, template, context, document.lines_before)
    source = typed.Source(template, document.body, document.lines_before)
    text = pieces.settle(typed.settled(body, source, writer.macro), template)
    text = adapted(document.front, kind.keys, formulas=shows_formulas(text)) + text
    return Filled(text.replace("\n", document.line_end), chosen, tuple(writer.requests))


class _Writer:
    """What a template calls, for one post: writes pieces and notes the figures asked for."""

    def __init__(
        self, place: Place, target: targets.Target, figures_url: str, lines_before: int, say: Say
    ) -> None:
        self.place = place
        self.macro = templating.macros(target.source())
        self.figures_url = figures_url
        self.lines_before = lines_before
        self.say = say
        self.requests: list[Request] = []
        self.formulas = Formulas(self.macro, self.line)

    def context(self) -> dict[str, object]:
        return {
            "figure": self.figure,
            "exercise": self.exercise,
            **self.formulas.context(),
            "equations": equations.NAMESPACE,
            "model_summary": self.summary,
        }

    def line(self) -> int:
        return templating.current_line() + self.lines_before

    def figure(self, figure: object = None, /, *others: object, **given: object) -> str:
        line = self.line()
        templating.defined(figure, *others, *given.values())
        if not isinstance(figure, str) or others:
            raise GeneratorError(
                'figure() takes one name in quotes, the rest by name: figure("convolution", stride=2)'
            )
        options, parameters = read_options(given)
        return self.placed(figure, parameters, options, line)

    def placed(self, figure: str, parameters: Mapping[str, object], options: Options, line: int) -> str:
        placed = self.place(figure, parameters, options)
        picture = targets.picture(placed, options, self.figures_url)
        self.requests.append(Request(figure, parameters, placed.stem, line))
        return pieces.block("figure", self.macro("figure", picture), line)

    def exercise(self, name: object = None, /, *others: object, **given: object) -> Branch:
        templating.defined(name, *others, *given.values())

        def draw(figure: str, parameters: Mapping[str, object], options: Options) -> str:
            return self.placed(figure, parameters, options, self.line())

        return exercise_of(None if others else name, given, self.say, draw)

    def summary(self, network: str) -> str:
        return pieces.block("summary", model_summary(network), self.line())
