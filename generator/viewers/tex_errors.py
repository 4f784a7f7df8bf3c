"""What stops the reading of a formula."""

from __future__ import annotations


class RefusedError(Exception):
    """The engine refuses the formula; the message is a short phrase."""


class UnclearError(Exception):
    """What follows cannot be judged."""
