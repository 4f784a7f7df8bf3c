"""What there is instead: the end of a sentence about a name that nobody knows."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

# As many names as one reads through.
_FEW = 12


def instead(found: str, known: Iterable[str], command: str = "") -> str:
    """Close matches first, then everything that there is: ``did you mean C1? There are C1, S2, C3``.

    Of many names only the close ones are told where there is a command that tells all.
    """
    names = list(known)
    if not names:
        return "there is none"
    close = " or ".join(_close(found, names))
    if command and len(names) > _FEW:
        return f"did you mean {close}? {command} names all" if close else f"{command} names all {len(names)}"
    listed = ", ".join(names)
    verb = "is" if len(names) == 1 else "are"
    return f"did you mean {close}? There {verb} {listed}" if close else f"there {verb} {listed}"


def _close(found: str, names: list[str]) -> list[str]:
    lower = {name.lower(): name for name in reversed(names)}
    # Of two letters one may be wrong; of many, few.
    cutoff = 0.5 if len(found) < 4 else 0.6
    return [lower[match] for match in get_close_matches(found.lower(), lower, n=3, cutoff=cutoff)]
