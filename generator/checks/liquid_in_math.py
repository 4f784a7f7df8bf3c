r"""No formula has two braces side by side, which Liquid takes for its own.

Jekyll gives the text to Liquid before anything else: ``{{x}}`` vanishes, and a ``{{`` without its end stops
the whole build.

Bad:

    지수는 $e^{{x}}$이다.

Good:

    지수는 $e^{ {x} }$이다.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.checking.document import Document
from generator.checking.fault import Fault
from generator.mathematics.telling import faults


def find(document: Document) -> Iterator[Fault]:
    """A fault for each formula of which this is the cause."""
    found = faults(document.text, document.viewers, "liquid")
    return (replace(fault, stops=True) for fault in found)
