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
# After these a space is what one writes anyway.
_SPACED = ",.;:!?，。、；：！？"
# Nobody sees it, and for every viewer a new piece of text begins behind it.
PARTING = "<!-- -->"
_LIST = re.compile(r"\{:[^{}\n]*\}")
_STOP = re.compile(r"[ \t]*([.,;:。!?]*)[ \t]*")


def placed(text: str, formula: Formula, tex: str) -> Edit:
    """The edit that writes the formula anew with this TeX, which may have several lines in a display formula.

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
    """The edit that puts a formula in the line so that its neighbours do not hide it.

    Emphasis with ``_`` around it becomes emphasis with ``*``; a space goes between a word and the formula;
    where a space would be seen, as behind a quotation mark, a comment of nothing does it.
    """
    marks = _underscores(text, start, end)
    if marks:
        stars = "*" * marks
        return Edit(start - marks, end + marks, f"{stars}{written}{stars}")
    before = text[start - 1 : start]
    if before.isalnum() or (before and before in _SPACED):
        written = f" {written}"
    elif before and before not in _OPENERS:
        written = PARTING + written
    return Edit(start, end, written + PARTING if touched_behind(text, end) else written)


def touched_behind(text: str, end: int) -> bool:
    """Whether a sign stands right behind a formula with which no viewer takes its dollar for an end."""
    return re.match(r"[A-Za-z0-9_$]", text[end : end + 1]) is not None


def apart(text: str, edit: Edit) -> Edit:
    """The edit of a formula in the line, with a comment on each side where a sign touches it."""
    before, after = text[edit.start - 1 : edit.start], text[edit.end : edit.end + 1]
    if "\n" in edit.text:
        return edit
    start = "" if edit.text[:1] in " <" or not before or before in " \n(|" else PARTING
    end = "" if edit.text[-1:] == ">" or not after or after in " \n)|.,;:!?" or after.isalpha() else PARTING
    return replace(edit, text=f"{start}{edit.text}{end}")


def _underscores(text: str, start: int, end: int) -> int:
    """How many underscores stand right before a formula and right behind it as emphasis."""
    for marks in (2, 1):
        signs = "_" * marks
        outer = text[start - marks - 1 : start - marks], text[end + marks : end + marks + 1]
        if text[:start].endswith(signs) and text.startswith(signs, end):
            return 0 if any(sign.isalnum() or sign == "_" for sign in outer) else marks
    return 0


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
    rest = line_after(text, end).strip()
    if _LIST.fullmatch(rest or _below(text, end)):
        raise GeneratorError(
            "GitHub puts a display formula with {: … } beside it into the line; take the list away"
        )
    parted = f"\n{mark}" if rest or _below(text, end) else ""
    closing = f"{parted}\n{prefix}" if rest else parted
    inside = f"\n{tex}{point}\n" if "\n" in tex else tex + point
    written = f"$${inside}$$".replace("\n", f"\n{prefix}")
    return Edit(start, end, f"{opening}{prefix}{written}{closing}")


def _blank_above(text: str, start: int) -> bool:
    above = text[:start].removesuffix("\n").rpartition("\n")[2]
    return not above.strip("> \t") or not text[:start]


def _below(text: str, end: int) -> str:
    """What stands on the next line, but for the marks of a quote."""
    return text[end:].partition("\n")[2].partition("\n")[0].strip("> \t")
