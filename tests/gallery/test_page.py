"""The gallery's HTML, of figures that are quickly drawn."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.gallery.entries import Entry, entry_of
from generator.gallery.page import kilobytes, page
from generator.gallery.studio import Missing, Picture, Studio
from tests.gallery.reader import Reader

STRANGE = '''
@figure
def strange(say, *, text: str = '<i>"&amp;', how: str | None = None) -> Drawing:
    """Shows </script> & <b>signs</b> that mean something in HTML.

    text    what </style> it says
    """
    return Drawing(60, 20, (Frame((Dot(9, 9, 5, "ink"),)),), alt='Alt "</p>" & 1 < 2.', caption="<u>'&'</u>")
'''


def test_words_are_shown_as_they_are_written_whatever_signs_are_in_them(
    own_figure: Callable[[str, str], None], studio: Callable[..., Studio]
) -> None:
    own_figure("strange", STRANGE)
    reader = Reader(page([entry_of(studio(), "strange")], "en", "digits"))
    assert not {"i", "b", "u"} & {tag for tag, _ in reader.elements}
    assert reader.all("img")[0]["alt"] == 'Alt "</p>" & 1 < 2.'
    assert reader.text("figcaption") == "<u>'&'</u>"
    assert "Shows </script> & <b>signs</b>" in reader.text("p")
    assert r'"<i>\"&amp;"' in reader.text("code")


def test_why_a_picture_is_missing_stands_in_its_place() -> None:
    missing = Missing('kind="max"', '<@ figure("gone", kind="max") @>', "the <network> is not trained")
    entry = Entry("gone", "A figure.", "", ("a network",), (), missing, ())
    reader = Reader(page([entry], "en", "digits"))
    assert "the <network> is not trained" in reader.text("p")
    assert reader.all("img") == []
    assert missing.line in reader.text("code")


def test_a_catalogue_without_figures_gives_a_page() -> None:
    assert Reader(page([], "ko", "digits")).all("article") == []


@pytest.mark.parametrize(
    ("size", "words"),
    [(0, "0.0"), (999, "1.0"), (16_704, "16.7"), (99_949, "99.9"), (99_950, "100"), (1_234_567, "1,235")],
)
def test_sizes_are_in_thousands_of_bytes(size: int, words: str) -> None:
    assert kilobytes(size) == words


LONG_NAMED = """
from typing import Literal

@figure
def named(say, *, how: Literal["one", "{long}"] = "one") -> Drawing:
    "Shows a choice that is too long for the name of a file."
    return Drawing(60, 20, (Frame((Dot(9, 9, 5, "ink"),)),), alt="Alt text.", caption="Caption.")
"""


def test_a_form_that_a_post_could_not_ask_for_says_why(
    own_figure: Callable[[str, str], None], studio: Callable[..., Studio]
) -> None:
    own_figure("named", LONG_NAMED.replace("{long}", "long" * 30))
    entry = entry_of(studio(), "named")
    (other,) = entry.variants
    assert isinstance(entry.picture, Picture)
    assert isinstance(other, Missing)
    assert "file name" in other.reason
