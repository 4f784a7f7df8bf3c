"""A rule for all members of a series, written for one of them: l = 3 makes ``R_{l-1}`` R_2."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from generator.equations.budget import Budget, UndecidedError
from generator.equations.evaluating import Evaluator, Numbers
from generator.equations.tree import Node


def instance(body: Node, letter: str, number: Fraction) -> Node:
    """The body with a number for the letter, indices computed."""
    if body.kind == "symbol":
        if not body.parts:
            return Node("number", body.start, body.end, value=number) if body.name == letter else body
        return replace(body, parts=tuple(_computed(instance(part, letter, number)) for part in body.parts))
    return replace(body, parts=tuple(instance(part, letter, number) for part in body.parts))


def _computed(index: Node) -> Node:
    if index.kind == "number" or not index.is_numeric:
        return index
    try:
        value = Evaluator(Numbers(), Budget(0.05)).value(index)
    except UndecidedError:
        return index
    return Node("number", index.start, index.end, value=value) if isinstance(value, Fraction) else index
