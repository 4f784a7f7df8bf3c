"""A comment that switches a check off says which one and why, and something is there to switch off.

Without the reason nobody knows later whether it still holds.

Bad:

    ![image](a.png){: width="300" height="200" } <!-- check: off alt-text -->

Good:

    ![image](a.png){: width="300" height="200" } <!-- check: off alt-text: the text below says it all -->
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from generator.checking.document import Document
from generator.checking.fault import Fault
from generator.checking.registry import codes, of_kind
from generator.checking.switches import Switch, switches


def find(document: Document) -> Iterator[Fault]:
    """A fault for every such comment with an unknown code, or without a code or a reason.

    Where nothing is found any more, the runner tells, which knows what all others find.
    """
    for switch in switches(document):
        for message in _messages(switch):
            yield Fault(switch.start, switch.end, message)


def _messages(switch: Switch) -> Iterator[str]:
    if not switch.codes:
        yield "this switches nothing off; write <!-- check: off CODE: reason --> with the code of a finding"
        return
    for code in switch.codes:
        if code not in codes():
            yield f"there is no check {code!r}{_near(code)}"
        elif code in (check.code for check in of_kind("check")):
            yield f"{code} looks at the project, not at posts; switch it off in [tool.generator.check]"
    if not switch.reason:
        yield f"say why: <!-- check: off {', '.join(switch.codes)}: reason -->"


def _near(code: str) -> str:
    close = get_close_matches(code, codes(), n=1)
    return f"; did you mean {close[0]}?" if close else "; generator check --explain lists all"
