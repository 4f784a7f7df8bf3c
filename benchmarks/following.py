"""How long it takes from a save until the preview's page hears of it."""

from __future__ import annotations

import sys
from pathlib import Path

from measuring import PROJECT, FailedError, Row, at_most


def following(copy: Path) -> list[Row]:
    """A sentence changed in the longest post, while ``generator watch`` runs."""
    sys.path.insert(0, str(PROJECT))
    from tests.watching.live import watching

    longest = max((copy / "posts").glob("*.md.j2"), key=lambda path: path.stat().st_size)
    text = longest.read_text(encoding="utf-8")
    try:
        with watching(copy) as live:
            times = [live.seconds_until_news(longest, f"{text}\n{number}\n") for number in range(5)]
    except TimeoutError as problem:
        raise FailedError(str(problem)) from problem
    finally:
        longest.write_text(text, encoding="utf-8")
        sys.path.remove(str(PROJECT))
    return [at_most("watch: from a saved sentence to the page, longest post", sorted(times)[2], 0.5, "s")]
