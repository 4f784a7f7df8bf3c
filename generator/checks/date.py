"""A post's date can be read, and its file name says the same day.

Jekyll stops the whole build on a day that does not exist, leaves out files in ``_posts`` whose names have no
date, and takes the front matter's date where the two differ.

Bad:

    ---
    title: Padding
    date: 2025-13-08
    ---

Good:

    ---
    title: Padding
    date: 2025-12-08 09:00:00 +0900
    ---
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from generator.checking.document import Document
from generator.checking.fault import Fault
from generator.checking.front import Entry
from generator.viewers.viewer import JEKYLL

POSTS = "_posts"
_NAME = re.compile(r"(\d{2,4})-(\d{1,2})-(\d{1,2})-.")
_DAY = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_TIME = re.compile(
    r"(?:[T\s]\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2}|[A-Z]{2,5})?)?\s*\Z"
)
_SHAPE = "2025-03-09 21:00:00 +0900"
# Ruby reads dates in words, too; these parts of its many shapes are not looked into.
_WORDS = re.compile(r"[A-Za-z]{3,}|\d{8}")


def find(document: Document) -> Iterator[Fault]:
    """A fault for a file name and for a date that Jekyll cannot read, and one where they differ."""
    if JEKYLL not in document.viewers:
        return
    entry = document.front.get("date")
    name = _NAME.match(document.path.name)
    named = tuple(int(part) for part in name.groups()) if name else None
    if POSTS in document.path.parts and (message := _name_message(document.path.name, named)):
        yield Fault(0, 0, message, stops=True)
    if entry is None:
        return
    day, message = _read(entry)
    if message:
        yield Fault(entry.value_start, entry.value_end, message, stops=True)
    elif day and named and _exists(named) and (named[0] % 100, *named[1:]) != (day[0] % 100, *day[1:]):
        written = f"{day[0]}-{day[1]:02}-{day[2]:02}"
        message = f"the file's name says another day, and Jekyll takes {written}; name the file {written}-…"
        yield Fault(entry.value_start, entry.value_end, message)


def _name_message(name: str, named: tuple[int, ...] | None) -> str:
    if named is None:
        return f"Jekyll leaves {name} out, which has no date; name it YYYY-MM-DD-title.md"
    if not _exists(named):
        return f"the date in the name {name} does not exist; Jekyll stops the whole build on it"
    return ""


def _read(entry: Entry) -> tuple[tuple[int, ...] | None, str]:
    """The day that a date says, and what is wrong with it."""
    found = _DAY.match(entry.text.strip())
    if found is None:
        if _WORDS.search(entry.text):
            return None, ""
        return None, f"Jekyll may stop the whole build on this date; type it as {_SHAPE}"
    day = tuple(int(part) for part in found.groups())
    if not _exists(day):
        return None, f"there is no day {found.group()}; Jekyll stops the build on it, or takes another day"
    rest = entry.text.strip()[found.end() :]
    time = _TIME.match(rest)
    if time is None:
        return day, f"Jekyll does not read {rest.strip()!r} as a time; type the date as {_SHAPE}"
    if time[1] and not (int(time[1]) < 24 and int(time[2]) < 60 and int(time[3] or 0) < 60):
        return day, f"there is no time {rest.strip()}; type the date as {_SHAPE}"
    return day, ""


def _exists(day: tuple[int, ...]) -> bool:
    try:
        datetime.date(*day)
    except ValueError:
        return False
    return True
