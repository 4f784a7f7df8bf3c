"""No picture lies in ``figures/`` that no post asks for."""

from __future__ import annotations

from collections.abc import Iterator

from generator.building.build import orphans
from generator.checking.finding import Finding, found
from generator.checking.site import Site


def check(site: Site) -> Iterator[Finding]:
    """A finding for each such file; none while a template fails, for then nobody knows what it asks for."""
    if site.wishes.problems:
        return
    settings = site.settings
    for path in orphans(settings, site.wishes):
        message = "no post asks for it; generator clean --orphans removes it"
        yield found(path, settings.root, 1, message, "orphans")
