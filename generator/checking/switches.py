"""Comments in a post that switch a check off, with a reason.

``<!-- check: off CODE: reason -->`` holds for its line or, alone on a line, for the block below;
``<!-- check: off-file CODE: reason -->`` for the whole file. Several codes stand with commas between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.checking.document import Document
from generator.checking.fault import Edit
from generator.writing.markdown import comments

_SWITCH = re.compile(r"<!--\s*check:\s*(off-file|off)(?![\w-])(.*?)(?:-->|\Z)", re.DOTALL)
_FENCE = re.compile(r"[ >]*(`{3,}|~{3,}|\$\$)")


@dataclass(frozen=True)
class Switch:
    """A comment from ``start`` to ``end``, which switches ``codes`` off from one line to another, both in."""

    start: int
    end: int
    codes: tuple[str, ...]
    reason: str
    first: int
    last: int

    def holds(self, code: str, first: int, last: int) -> bool:
        """Whether it switches off what a check finds in these lines."""
        return code in self.codes and first <= self.last and last >= self.first


def switches(document: Document) -> tuple[Switch, ...]:
    """The comments of a document that switch something off, in order."""
    if "check:" not in document.text:
        return ()
    return tuple(_switches(document))


def removal(document: Document, switch: Switch) -> Edit:
    """The edit that takes the comment out, and the line that it had for itself."""
    text = document.text
    line_start, line_end = _line(text, switch.start, switch.end)
    if text[line_start : switch.start].strip() or text[switch.end : line_end].strip():
        before = text[line_start : switch.start]
        start = switch.start - (len(before) - len(before.rstrip())) if before.strip() else switch.start
        return Edit(start, switch.end, "")
    above, below = text[:line_start].endswith("\n\n") or not line_start, text[line_end + 1 :]
    if above and below.startswith("\n"):
        return Edit(line_start, line_end + 2, "")
    # Between two lines it parted them, as an empty line does.
    alone = above or not below or below.startswith("\n")
    return Edit(line_start, min(line_end + 1, len(text)), "") if alone else Edit(line_start, line_end, "")


def _switches(document: Document) -> Iterator[Switch]:
    lines = document.text.split("\n")
    for start, end in comments(document.text):
        found = _SWITCH.fullmatch(document.text[start:end])
        if not found:
            continue
        codes, _, reason = found[2].partition(":")
        named = tuple(code for code in re.split(r"[,\s]+", codes) if code)
        first, last = 1, len(lines)
        if found[1] == "off":
            first, last = _reach(document, lines, start, end)
        yield Switch(start, end, named, " ".join(reason.split()), first, last)


def _reach(document: Document, lines: list[str], start: int, end: int) -> tuple[int, int]:
    """The lines that a comment is about."""
    first, last = document.place(start)[0], document.place(end)[0]
    line_start, line_end = _line(document.text, start, end)
    around = document.text[line_start:start] + document.text[end:line_end]
    # What else stands on the line may be another such comment, or a quotation's sign.
    if re.sub(r"<!--.*?-->|[\s>]", "", around):
        return first, last
    return first, _block_end(lines, last)


def _block_end(lines: list[str], after: int) -> int:
    """The last line of the block that begins below line ``after``; both count from 1."""
    number = after
    while number < len(lines) and re.fullmatch(r"[\s>]*(<!--.*-->)?[\s>]*", lines[number]):
        number += 1
    if number == len(lines):
        return after
    fence = _FENCE.match(lines[number])
    closing = fence[1] if fence and fence[1] not in lines[number][fence.end() :] else ""
    for last in range(number + 1, len(lines)):
        if closing and closing in lines[last]:
            closing = ""
        elif not closing and not lines[last].strip(" \t>"):
            return last
    return len(lines)


def _line(text: str, start: int, end: int) -> tuple[int, int]:
    """From the beginning of the line where something starts to the end of the line where it ends."""
    line_end = text.find("\n", end)
    return text.rfind("\n", 0, start) + 1, len(text) if line_end < 0 else line_end
