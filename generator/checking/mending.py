"""Mending a post: the edits of all faults that have some, round after round until nothing is left to mend."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from generator.checking.document import Document
from generator.checking.fault import Edit, Fault
from generator.checking.source import Source
from generator.errors import GeneratorError

ROUNDS = 10

Look = Callable[[Document], list[tuple[str, Fault]]]


@dataclass(frozen=True)
class Mended:
    """A file after mending, how many faults were mended, and what is left, of ``document``."""

    source: Source
    document: Document
    mended: int
    left: list[tuple[str, Fault]]


def mend(source: Source, document_of: Callable[[str], Document], look: Look) -> Mended:
    """The file as its faults' edits make it; ``document_of`` gives the document of a text.

    Edits that overlap those of an earlier fault wait for the next round, where the fault is found anew if it
    is still one.

    Raises:
        GeneratorError: after ``ROUNDS`` rounds there is still something to mend; then two checks disagree.
    """
    mended = 0
    for _ in range(ROUNDS):
        document = document_of(source.text)
        found = look(document)
        edits, count = _together(fault for _, fault in found)
        changed = source.edited(edits)
        if changed == source:
            return Mended(source, document, mended, found)
        source, mended = changed, mended + count
    document = document_of(source.text)
    found = look(document)
    if restless := sorted({code for code, fault in found if fault.edits}):
        what = f"mending it comes to no end: {', '.join(restless)} find something after each round"
        raise GeneratorError(f"{what}; the file stays as it is, --off leaves one out", file=document.path)
    return Mended(source, document, mended, found)


def _together(faults: Iterable[Fault]) -> tuple[list[Edit], int]:
    """The edits of as many faults as can be mended at once, first come first served, and their number."""
    taken: list[Edit] = []
    count = 0
    for fault in faults:
        new = [edit for edit in fault.edits if edit not in taken]
        if fault.edits and not any(_overlap(edit, other) for edit in new for other in taken):
            taken += new
            count += 1
    return taken, count


def _overlap(one: Edit, other: Edit) -> bool:
    """Whether two edits touch the same signs, or begin at the same place, where their order would count."""
    return one.start == other.start or (one.start < other.end and other.start < one.end)
