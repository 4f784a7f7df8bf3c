r"""Equations hold: numbers add up, steps follow, and symbols keep their values.

Chains of equalities are computed, in fractions where numbers stand and at random points where symbols do;
a symbol's value is carried along through its section. What cannot be read or decided is never reported;
``--verbose`` counts it.

Bad:

    $$b_1=b_0\cdot s_1=2\cdot3=6$$

    $$a_2=a_1+(k_2-1)\cdot b_1=8+(2-1)\cdot5=13$$

Good:

    $$b_1=b_0\cdot s_1=2\cdot3=6$$

    $$a_2=a_1+(k_2-1)\cdot b_1=8+(2-1)\cdot6=14$$
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.document import Document
from generator.checking.fault import Fault


def find(document: Document) -> Iterator[Fault]:
    """What does not hold, and what looks like a slip."""
    from generator.equations.proving import prove

    for doubt in prove(document.text).doubts:
        yield Fault(doubt.start, doubt.end, doubt.message, question=doubt.question)
