"""What there is instead: the end of a sentence about a name that nobody knows."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def instead(found: str, known: Iterable[str]) -> str:
    """Close matches first, then everything that there is: ``did you mean C1? There are C1, S2, C3``."""
    names = list(known)
    if not names:
        return "there is none"
    lower = {name.lower(): name for name in reversed(names)}
    # Of two letters one may be wrong; of many, few.
    cutoff = 0.5 if len(found) < 4 else 0.6
    close = [lower[match] for match in get_close_matches(found.lower(), lower, n=3, cutoff=cutoff)]
    listed = ", ".join(names)
    verb = "is" if len(names) == 1 else "are"
    return f"did you mean {' or '.join(close)}? There {verb} {listed}" if close else f"there {verb} {listed}"
