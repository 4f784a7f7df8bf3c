"""What stops the reading of a formula."""

from __future__ import annotations


class Wrong(Exception):
    """The engine refuses the formula; the message is a short phrase."""


class Unsure(Exception):
    """What follows cannot be judged."""
