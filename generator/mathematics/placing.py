"""Portable TeX put where a formula stands, so that every viewer finds it: blank lines, spaces, full stops."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.checking.fault import Edit
from generator.errors import GeneratorError
from generator.mathematics.formula import Formula
from generator.mathematics.surroundings import (
    in_html_block,
    in_list,
    last_in_bullets,
    line_after,
    line_before,
    quote_mark,
    stands_alone,
)

# After these an opening dollar is found by every viewer: Markdown makes a new piece of text there.
_OPENERS = " \n(*_~|>"
_STOP = re.compile(r"[ \t]*([.,;:。!?]*)[ \t]*")


def placed(text: str, formula: Formula, tex: str) -> Edit:
    """The edit that writes the formula anew with this TeX.

    Raises:
        GeneratorError: no viewer but Jekyll would show it there.
    """
    if in_html_block(text, formula.start):
        raise GeneratorError("no mathematics inside an HTML block is shown everywhere; write it as Markdown")
    if formula.display:
        return _block(text, formula, tex)
    return inline(text, formula.start, formula.end, f"${tex}$")


def removed(text: str, formula: Formula) -> Edit:
    """The edit that takes the formula away, and its line with it where it has one of its own."""
    if not stands_alone(text, formula.start, formula.end):
        return Edit(formula.start, formula.end, "")
    start = text.rfind("\n", 0, formula.start) + 1
    end = text.find("\n", formula.end)
    end = len(text) if end < 0 else end + 1
    return Edit(start, end + 1 if _blank_above(text, start) and text[end : end + 1] == "\n" else end, "")


def inline(text: str, start: int, end: int, written: str) -> Edit:
    """The edit that puts a formula in the line, with a space where its neighbours would hide it."""
    before, after = beside(text, start, end)
    return Edit(start, end, before + written + after)


def beside(text: str, start: int, end: int) -> tuple[str, str]:
    """The spaces that a formula in the line needs before it and after it."""
    before = text[start - 1 : start]
    return (
        " " if before and before not in _OPENERS else "",
        " " if re.match(r"[A-Za-z0-9_$]", text[end : end + 1]) else "",
    )


def apart(text: str, edit: Edit) -> Edit:
    """The edit of a formula in the line, with a space on each side where a sign touches it."""
    before, after = text[edit.start - 1 : edit.start], text[edit.end : edit.end + 1]
    if "\n" in edit.text:
        return edit
    start = "" if edit.text[:1] == " " or not before or before in " \n(|" else " "
    end = "" if edit.text[-1:] == " " or not after or after in " \n)|.,;:!?" or after.isalpha() else " "
    return replace(edit, text=f"{start}{edit.text}{end}")


def outside(text: str, end: int) -> tuple[int, str]:
    """Where the punctuation and the spaces behind a display formula end, and the punctuation."""
    found = _STOP.match(text, end)
    return (found.end(), found[1]) if found else (end, "")


def _block(text: str, formula: Formula, tex: str) -> Edit:
    """A paragraph of its own, outside of lists; the punctuation behind it goes inside."""
    if in_list(text, formula.start) and not last_in_bullets(text, formula.start, formula.end):
        raise GeneratorError(
            "in a list no display formula is shown everywhere; end the list before it or write it in the line"
        )
    start, end, mark = formula.start, formula.end, quote_mark(text, formula.start).rstrip()
    end, point = outside(text, end)
    prefix = f"{mark} " if mark else ""
    alone = stands_alone(text, formula.start, formula.end)
    if alone:
        start -= len(line_before(text, start))
        opening = "" if _blank_above(text, start) else f"{mark}\n"
    else:
        start = len(text[:start].rstrip(" \t"))
        opening = f"\n{mark}\n" if line_before(text, start).strip("> \t") else ""
    closing = "" if not line_after(text, end).strip() else f"\n{mark}\n{prefix}"
    if not closing and not _blank_below(text, end):
        closing = f"\n{mark}"
    return Edit(start, end, f"{opening}{prefix}$${tex}{point}$${closing}")


def _blank_above(text: str, start: int) -> bool:
    above = text[:start].removesuffix("\n").rpartition("\n")[2]
    return not above.strip("> \t") or not text[:start]


def _blank_below(text: str, end: int) -> bool:
    below = text[end:].partition("\n")[2].partition("\n")[0]
    return not below.strip("> \t")
