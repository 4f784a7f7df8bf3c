"""The items of a list: where each begins, and which lines belong to it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from generator.viewers.kramdown_patterns import ITEM_ATTRIBUTES, NO_LAZY_LINE, SPACE
from generator.viewers.kramdown_reader import Reader

_EMPTY_ITEM = re.compile(rf"(?:{ITEM_ATTRIBUTES.pattern})?{SPACE}*\n")
_FILLED_LINE = re.compile(r".*[^ \t\n\r\f\v].*\n")


@dataclass(slots=True)
class Item:
    """An item as it is read: how far its text is indented, and the text, in parts to be read one by one."""

    indentation: int
    parts: list[str] = field(default_factory=list)


@cache
def start_pattern(marker: str, indentation: int) -> re.Pattern[str]:
    """What begins the next item of a list whose text is indented so far."""
    return re.compile(rf"( {{0,{min(indentation - 1, 3)}}}{marker})([\t| ].*?\n)")


def first_line(found: re.Match[str]) -> Item:
    """The item that a marker begins."""
    indentation, content = len(found[1]), found[2]
    if _EMPTY_ITEM.match(content):
        indentation = 4
    else:
        while tabs := re.match(r"( *)(\t+)", content):
            column = (len(tabs[1]) + indentation) % 4
            content = tabs[1] + " " * (4 - column + (len(tabs[2]) - 1) * 4) + content[tabs.end() :]
        indentation += len(content) - len(content.lstrip(" "))
    content = content.lstrip(" \t\n\r\f\v")
    attributes = ITEM_ATTRIBUTES.match(content)
    return Item(indentation, [content[attributes.end() :] if attributes else content])


def next_line(reader: Reader, item: Item, after_blank: bool) -> tuple[str, bool] | None:
    """The next line without its indentation, if it belongs to the item, and whether it was indented."""
    if not (found := reader.match(_FILLED_LINE)):
        return None
    line = found[0]
    if not _content_pattern(item.indentation).match(line) and (
        after_blank or NO_LAZY_LINE[min(item.indentation, 3)].match(line)
    ):
        return None
    reader.source.place = found.end()
    without_tabs = line.lstrip("\t")
    line = " " * 4 * (len(line) - len(without_tabs)) + without_tabs
    indented = line.startswith(" " * item.indentation)
    return (line[item.indentation :] if indented else line), indented


@cache
def _content_pattern(indentation: int) -> re.Pattern[str]:
    tabs, spaces = divmod(indentation, 4)
    return re.compile(
        rf"(?:(?:\t| {{4}}){{{tabs}}} {{{spaces}}}|(?:\t| {{4}}){{{tabs + 1}}}).*[^ \t\n\r\f\v].*\n"
    )
