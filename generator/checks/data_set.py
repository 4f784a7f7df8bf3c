"""The pictures show the data set that the project says."""

from __future__ import annotations

from collections.abc import Iterator

from generator.building import manifest
from generator.catalog import find
from generator.checking.finding import Finding, found
from generator.checking.site import Site


def check(site: Site) -> Iterator[Finding]:
    """One finding where the pictures were drawn from another data set; then most of them are stale, too."""
    settings, drawn = site.settings, site.manifest.data
    shown = any(find(wish.figure).shows_data for wish in site.wishes.pictures.values())
    if shown and drawn is not None and settings.data not in ("auto", drawn):
        message = (
            f"the pictures show {drawn!r}, the project says {settings.data!r}; generator build draws "
            f"them anew, generator check --data {drawn} looks at what is there"
        )
        yield found(settings.figures / manifest.NAME, settings.root, 1, message, "data-set")
