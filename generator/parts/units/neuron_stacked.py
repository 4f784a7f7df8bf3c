"""One neuron from top to bottom, for phones: the inputs, below them the sum, the output and the error."""

from __future__ import annotations

from itertools import pairwise

from generator.layout import NOTE, TITLE, Block
from generator.neuron import Neuron
from generator.parts.formulas import written
from generator.parts.numbers import equals, short
from generator.parts.units.activation_words import name
from generator.parts.units.neuron_marks import LARGE, ROW, SMALL, Point, edge, results
from generator.scene import Label, Line, Mark
from generator.words import Say

# Where inputs stand, how far their edges are level, and the column of what follows.
_INPUT, _LEVEL, _CHAIN = 24.0 + SMALL, 236.0, 290.0
_WIDTH = _CHAIN + LARGE + 2
# From the lowest edge down to the sum, and from one circle of the chain to the next.
_DROP, _STEP = 80.0, 106.0
_BESIDE = LARGE + 12


def stacked_network(say: Say, n: Neuron) -> Block:
    """The inputs and the bias, and under the ends of their edges the chain to the error."""
    rows = len(n.inputs) + 1
    first = (rows - 0.5) * ROW + _DROP
    chain = tuple((_CHAIN, first + index * _STEP) for index in range(3))
    marks: list[Mark] = []
    for index in range(rows):
        # The edges of lower inputs come in further to the left, so that none crosses another.
        end = _CHAIN + 8 * ((rows - 1) / 2 - index) / max(rows / 3, 1), first - LARGE - 1
        marks += edge(n, index, (_INPUT, (index + 0.5) * ROW), _LEVEL, end)
    places = chain[0], chain[1], chain[2]
    marks += [*_arrows(places), *results(n, places), *_names(say, n, places)]
    return Block(_WIDTH, chain[-1][1] + LARGE + 2, tuple(marks))


def _arrows(places: tuple[Point, Point, Point]) -> list[Mark]:
    return [
        Line(((_CHAIN, above + LARGE), (_CHAIN, below - LARGE - 1)), "muted", 1.5, arrow=True)
        for (_, above), (_, below) in pairwise(places)
    ]


def _names(say: Say, n: Neuron, places: tuple[Point, Point, Point]) -> list[Mark]:
    """Left of each circle what it is and the gradient there, left of the arrow the function and its slope."""
    total, output, error = (y for _, y in places)
    between, side = (total + output) / 2, _CHAIN - _BESIDE
    down, up = say("순전파", "forward") + " ↓", say("역전파", "backward") + " ↑"
    return [
        *written("x_j", side, total - 10, TITLE, "ink", "end", "bold"),
        *written(f"∂E/∂x_j {equals(n.by_total)}", side, total + 13, NOTE, "accent-strong", "end"),
        Label(_CHAIN - 12, between - 11, name(n.function, say), NOTE, "muted", "end"),
        *written(f"φ' {equals(n.slope)}", _CHAIN - 12, between + 11, NOTE, "accent-strong", "end"),
        *written("y_j", side, output - 10, TITLE, "ink", "end", "bold"),
        *written(f"∂E/∂y_j {equals(n.by_output)}", side, output + 13, NOTE, "accent-strong", "end"),
        *written("E", side, error - 10, TITLE, "ink", "end", "bold"),
        *written(f"t = {short(n.target)}", side, error + 13, NOTE, "muted", "end"),
        Label(0, between - 11, down, TITLE, "muted", "start", "bold"),
        Label(0, between + 13, up, TITLE, "accent-strong", "start", "bold"),
    ]
