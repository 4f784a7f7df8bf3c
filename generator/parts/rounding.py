"""How the division in the formula of an output's size comes out, rounded down where it must be."""

from __future__ import annotations

from generator.words import Say, plain


def positions_in_words(say: Say, room: int, stride: int) -> str:
    """What ``room / stride + 1`` is: "= 5", or "= 4.5, rounded down 4"; ``room`` is n + 2P − k."""
    exact, down = room / stride + 1, room // stride + 1
    if not room % stride:
        return f"= {down}"
    # So close to a whole number that two decimals would hide the rest.
    written = plain(exact) if "." in plain(exact) else plain(exact, 4)
    sign = "=" if abs(float(written) - exact) < 1e-9 else "≈"
    return f"{sign} {written}" + say(f", 내림하면 {down}", f", rounded down {down}")
