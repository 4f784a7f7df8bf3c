"""Every figure that a post asks for is there, current, and as it was drawn."""

from __future__ import annotations

from collections.abc import Iterator

from generator.building.build import stale_files
from generator.checking.finding import Finding, found
from generator.checking.site import Site


def check(site: Site) -> Iterator[Finding]:
    """A finding for each picture with stale files, at the line of the post that asks for it."""
    settings = site.settings
    for wish in site.wishes.pictures.values():
        stale = stale_files(settings.figures, wish, site.manifest.entries.get(wish.stem), settings.formats)
        reasons: dict[str, list[str]] = {}
        for name, reason in stale.items():
            reasons.setdefault(reason, []).append(name)
        for reason, names in reasons.items():
            message = f"{', '.join(names)} {reason}; generator build draws it"
            yield found(wish.post, settings.root, wish.line, message, "figures")
