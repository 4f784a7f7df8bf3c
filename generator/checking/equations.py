"""What was made of a post's equations, for who wants to know: ``--verbose``."""

from __future__ import annotations

from pathlib import Path


def told(path: Path, text: str) -> str:
    """A line that counts the equations of a post, and one for each that was not read or not decided."""
    from generator.equations.proving import prove

    proof = prove(text)
    lines = [f"{path}: {proof.held} equations hold, {proof.unread} not read, {proof.undecided} not decided"]
    for one in proof.left:
        written = " ".join(text[one.start : one.end].split())
        line = text.count("\n", 0, one.start) + 1
        lines.append(f"{path}:{line}: not {one.why} ({one.reason}): {written}")
    return "\n".join(lines)
