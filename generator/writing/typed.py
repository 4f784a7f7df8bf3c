"""Mathematics that an author types straight into a template, written like that of the functions for it.

Typed formulas become pieces, and what stands beside them is put so that no viewer trips over it: a space
before the dollar, the full stop of a display formula inside it, money and bars as words.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from generator.checking.fault import Edit
from generator.errors import GeneratorError
from generator.mathematics.bare import bare_tex
from generator.mathematics.bars import bars
from generator.mathematics.definitions import written_out
from generator.mathematics.edits import apply
from generator.mathematics.formula import Formula, blanked
from generator.mathematics.meant import meant, paragraphs
from generator.mathematics.money import money
from generator.mathematics.placing import inline, outside
from generator.mathematics.surroundings import in_list, stands_alone
from generator.writing import pieces
from generator.writing.literals import VARIABLE
from generator.writing.markdown import prose
from generator.writing.portable import portable

# Underscores in formulas are blanked before; a star inside would end what the stars begin.
_CAPTION = re.compile(r"^_([^_*\n]+)_[ \t]*$", re.MULTILINE)


@dataclass(frozen=True)
class Source:
    """A template for messages: its file, its text below the front matter, and the lines above that."""

    file: Path
    text: str
    lines_before: int

    def line(self, body: str, start: int, end: int) -> int:
        """The template's line that most likely made what stands from ``start`` to ``end`` of the body."""
        place = self.text.find(body[start:end])
        if place >= 0:
            return self.text.count("\n", 0, place) + 1 + self.lines_before
        last = body.find("\n", end)
        shown = body[body.rfind("\n", 0, start) + 1 : last if last >= 0 else len(body)]
        lines = self.text.split("\n")
        nearest = max(range(len(lines)), key=lambda at: SequenceMatcher(None, lines[at], shown).ratio())
        return nearest + 1 + self.lines_before

    def line_of_value(self, body: str, start: int) -> int:
        """The template's line with the value that is printed at ``start`` of the body.

        It is one below the last line that stands in the template as in the body, and of those the first whose
        words before the value are the most of the body's line.
        """
        lines = self.text.split("\n")
        above = body[:start].split("\n")[:-1]
        after = next((found for line in reversed(above) if (found := _last_in(lines, line))), 0)
        printed = body[start - len(body[:start].split("\n")[-1]) :]
        words = {
            at: lines[at].partition(VARIABLE[0])[0]
            for at in range(after, len(lines))
            if VARIABLE[0] in lines[at]
        }
        fitting = [at for at in words if printed.startswith(words[at])]
        value = max(fitting, key=lambda at: len(words[at]), default=after)
        return value + 1 + self.lines_before


def _last_in(lines: list[str], wanted: str) -> int:
    """How many lines there are up to the last one that is ``wanted``; 0 where none is, or it is empty."""
    return max((at for at, line in enumerate(lines, 1) if line == wanted and line.strip()), default=0)


def settled(body: str, source: Source, macro: Callable[[str, str], str]) -> str:
    """The filled body with typed mathematics as pieces; ``macro`` is the target's "inline" and "display".

    Raises:
        GeneratorError: a formula has no portable spelling, or cannot stand where it stands.
    """
    reading = pieces.masked(body)
    formulas = meant(reading) if "\\" in reading else ()
    _refuse_bare(reading, formulas, source)
    if not re.search(r"[$|]|\\[(\[]|\\begin", reading):
        return body
    formulas = formulas or meant(reading)
    meanings = written_out(formula.tex for formula in formulas)
    edits = [
        _piece(
            reading, formula, meaning, source.line(reading, formula.start, formula.end), source.file, macro
        )
        for formula, meaning in zip(formulas, meanings, strict=True)
    ]
    beside_them = [edit for edit in _around(body, reading, formulas) if not _inside(edit, edits)]
    return apply(body, [*edits, *beside_them])


def _refuse_bare(reading: str, formulas: tuple[Formula, ...], source: Source) -> None:
    """What an author typed is the check's business; an equation that is printed bare is told at once."""
    for start, end in bare_tex(blanked(prose(reading), formulas)):
        if reading[start:end] not in source.text:
            written = " ".join(reading[start:end].split())
            raise GeneratorError(
                f"prints TeX as plain text ({written[:40]}…); put the equation into display(…) or math(…)",
                file=source.file,
                line=source.line_of_value(reading, start),
            )


def _piece(
    text: str, formula: Formula, tex: str, line: int, file: Path, macro: Callable[[str, str], str]
) -> Edit:
    try:
        return _written(text, formula, tex, line, macro)
    except GeneratorError as problem:
        raise GeneratorError(problem.message, file=file, line=line) from None


def _written(text: str, formula: Formula, tex: str, line: int, macro: Callable[[str, str], str]) -> Edit:
    if not tex:
        return Edit(formula.start, formula.end, "")
    if formula.display and stands_alone(text, formula.start, formula.end):
        end, stop = outside(text, formula.end)
        if in_list(text, formula.start):
            raise GeneratorError(
                "a display formula cannot stand in a list; end the list before it and take the spaces away"
            )
        block = pieces.block("display", macro("display", portable(tex, True) + stop), line)
        return Edit(formula.start, end, block)
    if formula.display and "\n" in text[formula.start : formula.end]:
        raise GeneratorError("a display formula stands on lines of its own; put blank lines around it")
    return inline(text, formula.start, formula.end, pieces.inline(macro("inline", portable(tex)), line))


def _around(body: str, reading: str, formulas: tuple[Formula, ...]) -> list[Edit]:
    """Money, bars and captions in paragraphs that have a formula."""
    edits: list[Edit] = []
    words = blanked(reading, formulas)
    for start, end in paragraphs(reading):
        if any(start <= formula.start < end for formula in formulas) or pieces.INLINE.search(
            body, start, end
        ):
            edits += money(reading, start, end) + bars(reading, start, end)
            for found in _CAPTION.finditer(words, start, end):
                edits += [
                    Edit(found.start(), found.start() + 1, "*"),
                    Edit(found.end(1), found.end(1) + 1, "*"),
                ]
    return edits


def _inside(edit: Edit, others: list[Edit]) -> bool:
    return any(other.start < edit.end and edit.start < other.end for other in others)
