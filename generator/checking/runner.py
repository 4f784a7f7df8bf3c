"""Running the checks over a document."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from generator.checking.document import Document
from generator.checking.fault import Fault
from generator.checking.registry import codes, of_kind
from generator.checking.switches import Switch, removal, switches

SWITCHED_OFF = "switched-off"


def chosen(off: Collection[str] = (), only: Collection[str] = ()) -> frozenset[str]:
    """The codes of the checks that shall speak: all, or those in ``only``, less those in ``off``."""
    return frozenset(only or codes()) - frozenset(off)


def faults(document: Document, speaking: Collection[str]) -> list[tuple[str, Fault]]:
    """What the checks find in a document, by place: code and fault, less what comments in it switch off."""
    found = list(_found(document, speaking))
    comments = switches(document)
    hits = [(switch, one) for switch in comments for one in found if _off(document, switch, *one)]
    kept = [one for one in found if one not in [off for _, off in hits]]
    if SWITCHED_OFF in speaking:
        used = {(switch, code) for switch, (code, _) in hits}
        idle = [(SWITCHED_OFF, fault) for fault in _idle(document, comments, used, speaking)]
        kept += [one for one in idle if not any(_off(document, switch, *one) for switch in comments)]
    return sorted(kept, key=lambda one: (one[1].start, one[1].end, one[0]))


def _found(document: Document, speaking: Collection[str]) -> Iterator[tuple[str, Fault]]:
    for check in of_kind("find"):
        if check.code in speaking:
            for fault in check.function(document):
                yield check.code, fault


def _off(document: Document, switch: Switch, code: str, fault: Fault) -> bool:
    return switch.holds(code, document.place(fault.start)[0], document.place(fault.end)[0])


def _idle(
    document: Document,
    comments: Collection[Switch],
    used: Collection[tuple[Switch, str]],
    speaking: Collection[str],
) -> Iterator[Fault]:
    """A fault for each code that a comment switches off where its check finds nothing."""
    judged = {check.code for check in of_kind("find")} & set(speaking) - {SWITCHED_OFF}
    for switch in comments:
        idle = [code for code in switch.codes if code in judged and (switch, code) not in used]
        edits = (removal(document, switch),) if set(idle) == set(switch.codes) else ()
        for code in idle:
            message = f"{code} finds nothing here any more; remove it from this comment, or the comment"
            yield Fault(switch.start, switch.end, message, edits)
