from __future__ import annotations

import re

from generator import catalog
from generator.gallery.needs import needs
from generator.sources import DESCRIPTIONS
from generator.words import Say


def test_what_a_figure_needs_is_told_in_either_language() -> None:
    told = {source: needs(entry_with(source), Say("ko")) for source in DESCRIPTIONS}
    assert all(re.search("[가-힣]", words) for (words,) in told.values())
    assert needs(entry_with("data"), Say("en")) == ("pictures of the data set",)


def test_what_every_project_has_is_not_told() -> None:
    assert needs(catalog.find("convolution"), Say("en")) == ()


def entry_with(source: str) -> catalog.Entry:
    return catalog.Entry("some", catalog.find("pooling").function, "", "", ("say", source), {})
