"""A project kept warm: settings read, networks loaded, figures computed; a change redoes what it touches."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from generator.building.build import build
from generator.building.opening import data_of
from generator.building.places import SUFFIX, post_file, templates
from generator.building.wish import Wish, Wishes
from generator.building.wishes import gather
from generator.building.workshop import Workshop, workshop_for_building
from generator.checking.finding import Finding
from generator.checking.project import post_findings
from generator.checking.runner import chosen
from generator.errors import GeneratorError
from generator.settings import Settings

_PORTABLE = "portable"


class Session:
    """The posts of a project with what they ask for.

    ``texts`` holds each post in the portable form by its name, ``problems`` what is wrong with each template.
    """

    def __init__(self, settings: Settings, tell: Callable[[str], None]) -> None:
        self.settings = settings
        self.tell = tell
        self.workshop: Workshop = workshop_for_building(settings, data_of(settings))
        self.texts: dict[str, str] = {}
        self.problems: dict[Path, list[GeneratorError]] = {}
        self._wishes: dict[Path, Wishes] = {}

    def fill(self, changed: Iterable[Path]) -> None:
        """Fill these templates anew, and forget those that are gone."""
        there = set(templates(self.settings))
        for template in changed:
            if template in there:
                self._fill(template)
            else:
                self._forget(template)

    def draw(self, changed: Iterable[Path]) -> bool:
        """Draw what is stale of these templates' pictures and write their posts; whether a picture was drawn.

        A template with mistakes keeps its old post.
        """
        drawn = False
        for template in changed:
            wishes = self._wishes.get(template)
            if wishes is None or wishes.problems:
                continue
            report = build(self.settings, self.workshop.data, wishes, self.tell, complete=False)
            self.problems[template] = report.problems
            drawn = drawn or any(path.parent == self.settings.figures for path in report.written)
        return drawn

    def findings(self, template: Path) -> list[Finding]:
        """What the checks find in the post of a template; nothing while the template has mistakes."""
        wishes = self._wishes.get(template)
        if wishes is None or self.problems.get(template):
            return []
        path = post_file(self.settings, template, self.settings.targets[0])
        return list(post_findings(self.settings, path, wishes.texts[path], chosen(self.settings.check.off)))

    def _fill(self, template: Path) -> None:
        # A picture may not be asked for with other content than another post wants.
        others = self._pictures(but=template)
        found = gather(self.workshop, [template], others=others)
        own = {stem: wish for stem, wish in found.pictures.items() if wish.post == template}
        self._wishes[template] = Wishes(own, found.texts, found.problems)
        self.problems[template] = list(found.problems)
        if not found.problems:
            self.texts[name_of(template)] = self._portable(template, found)

    def _portable(self, template: Path, wishes: Wishes) -> str:
        if _PORTABLE in self.settings.targets:
            return wishes.texts[post_file(self.settings, template, _PORTABLE)]
        settings = replace(self.settings, targets=(_PORTABLE,))
        found = gather(replace(self.workshop, settings=settings), [template])
        return found.texts[post_file(settings, template, _PORTABLE)]

    def _pictures(self, but: Path) -> dict[str, Wish]:
        # What a template with mistakes wants is not drawn, so that another's wish for it stays its own.
        others = (
            wishes for template, wishes in self._wishes.items() if template != but and not wishes.problems
        )
        return {stem: wish for wishes in others for stem, wish in wishes.pictures.items()}

    def _forget(self, template: Path) -> None:
        self._wishes.pop(template, None)
        self.problems.pop(template, None)
        self.texts.pop(name_of(template), None)


def name_of(template: Path) -> str:
    """What a template's page is called."""
    return template.name.removesuffix(SUFFIX)
