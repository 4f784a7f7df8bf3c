"""What would stop the whole build of a Jekyll site: found in a page before the site gets it."""

from __future__ import annotations

from collections.abc import Collection
from difflib import SequenceMatcher
from pathlib import Path

from generator.checking.document import Document
from generator.checking.fault import Fault
from generator.checking.runner import chosen, faults
from generator.errors import GeneratorError
from generator.publishing.pages import Page
from generator.publishing.site import Site
from generator.settings import Settings
from generator.viewers.viewer import JEKYLL

# What a page says by itself; whether its links lead somewhere shows when all pages are there.
_BY_ITSELF = ("front-matter", "liquid", "liquid-in-math", "date")


def stopping(settings: Settings, site: Site, page: Page) -> list[GeneratorError]:
    """What of the page would stop Jekyll, or lose the post, each at the template's line that makes it."""
    speaking = chosen(settings.check.off, _BY_ITSELF)
    return told(settings, page, _found(site, page, (JEKYLL,), speaking))


def remaining(settings: Settings, site: Site, page: Page) -> list[Fault]:
    """All that the checks find in a page that is in the site."""
    return _found(site, page, settings.check.viewers, chosen(settings.check.off))


def told(settings: Settings, page: Page, found: list[Fault]) -> list[GeneratorError]:
    """Those faults that stop Jekyll, at the template's line that makes each."""
    template = settings.posts / page.template
    return [
        GeneratorError(fault.message, file=template, line=_line(template, _text(page), fault))
        for fault in found
        if fault.stops
    ]


def _found(site: Site, page: Page, viewers: tuple[str, ...], speaking: Collection[str]) -> list[Fault]:
    document = Document(site.posts / page.name, _text(page), site.theme, site.blog, viewers)
    return [fault for _, fault in faults(document, speaking)]


def _text(page: Page) -> str:
    return page.text.replace("\r\n", "\n")


def _line(template: Path, text: str, fault: Fault) -> int:
    """The template's line that is most like the one where the fault begins; of several, the next in order."""
    at = text.count("\n", 0, fault.start)
    shown = text.split("\n")[at]
    lines = template.read_text(encoding="utf-8").split("\n")

    def likeness(number: int) -> tuple[float, int]:
        return SequenceMatcher(None, lines[number], shown).ratio(), -abs(number - at)

    return max(range(len(lines)), key=likeness) + 1
