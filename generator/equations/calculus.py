"""SymPy's word on two sides before they are called different, and the derivatives that it finds.

SymPy takes half a second to import, so nothing here is asked before the random points have found a fault, and
what could keep it busy for long is not asked at all.
"""

from __future__ import annotations

from typing import Any

from generator.equations.budget import UndecidedError
from generator.equations.points import Definitions
from generator.equations.tree import Node

# What SymPy raises where an expression is not for it.
_FAILURES = (
    UndecidedError,
    ArithmeticError,
    TypeError,
    ValueError,
    AttributeError,
    NotImplementedError,
    RecursionError,
)
_LARGEST = 80
_HIGHEST = 12
_PLAIN = {"exp": "exp", "log": "log", "ln": "log", "sin": "sin", "cos": "cos", "tan": "tan", "tanh": "tanh"}
_MORE = {"sinh": "sinh", "cosh": "cosh", "arctan": "atan", "sqrt": "sqrt", "max": "Max", "min": "Min"}


def proved(first: Node, second: Node, known: Definitions) -> bool:
    """Whether SymPy finds the sides equal."""
    try:
        one, other = (_written(side, known) for side in (first, second))
        import sympy

        return bool(sympy.expand(one - other) == 0 or sympy.cancel(sympy.expand_log(one - other)) == 0)
    except _FAILURES:
        return False


def derivative(side: Node, known: Definitions) -> str:
    """What a derivative comes to, as text; empty where SymPy does not tell."""
    if side.kind != "derivative":
        return ""
    try:
        import sympy

        found = str(sympy.expand(_written(side, known)))
    except _FAILURES:
        return ""
    found = found.replace("**", "^").replace("*", "·")
    return found if len(found) <= 40 and "Derivative" not in found else ""


def _written(side: Node, known: Definitions) -> Any:
    if sum(1 for _ in side.walk()) > _LARGEST:
        raise UndecidedError("too large for SymPy")
    return _Writer(known).expression(side)


class _Writer:
    def __init__(self, known: Definitions) -> None:
        self.known = known
        self.kept: set[str] = set()
        self.size = 0

    def expression(self, node: Node) -> Any:
        import sympy

        self.size += 1
        if self.size > 3 * _LARGEST:
            raise UndecidedError("too large for SymPy")
        match node.kind:
            case "number":
                return sympy.Rational(node.value.numerator, node.value.denominator)
            case "symbol":
                return self.symbol(node)
            case "constant":
                return sympy.E if node.name == "e" else sympy.pi
            case "derivative":
                return self.derivative(node)
        return self.computed(node, [self.expression(part) for part in node.parts])

    def computed(self, node: Node, parts: list[Any]) -> Any:
        import sympy

        match node.kind:
            case "sum":
                return sympy.Add(*parts)
            case "product":
                return sympy.Mul(*parts)
            case "negative":
                return -parts[0]
            case "quotient":
                return parts[0] / parts[1]
            case "power":
                return self.power(*parts)
            case "absolute":
                return sympy.Abs(parts[0])
            case "call":
                return self.call(node, parts)
            case "function" if node.name in _PLAIN | _MORE and len(parts) == 1:
                return getattr(sympy, (_PLAIN | _MORE)[node.name])(parts[0])
        raise UndecidedError("not SymPy's")

    def power(self, base: Any, exponent: Any) -> Any:
        if exponent.is_number and abs(exponent) > _HIGHEST:
            raise UndecidedError("a high power")
        return base**exponent

    def symbol(self, node: Node) -> Any:
        import sympy

        own = (self.known.symbols.get((node.name, 0)), self.known.functions.get((node.name, 1)))
        found = (own[0] or (own[1] if self.kept else None)) if not node.parts else None
        if found and node.key not in self.kept:
            self.kept.add(node.key)
            result = self.expression(found.body)
            self.kept.discard(node.key)
            return result
        return sympy.Symbol(_name(node), positive=True)

    def call(self, node: Node, parts: list[Any]) -> Any:
        import sympy

        found = self.known.functions.get((node.name.rstrip("'"), len(parts)))
        primes = len(node.name) - len(node.name.rstrip("'"))
        if found is None:
            if primes:
                raise UndecidedError("a derivative of an unknown function")
            return sympy.Function(node.name)(*parts)
        letters = [sympy.Symbol(name, positive=True) for name in found.parameters]
        body = self.expression(found.body)
        if primes:
            body = sympy.diff(body, letters[0], primes)
        return body.subs(dict(zip(letters, parts, strict=True)), simultaneous=True)

    def derivative(self, node: Node) -> Any:
        import sympy

        body, by = node.parts
        self.kept.add(by.key)
        try:
            inner, variable = self.expression(body), sympy.Symbol(_name(by), positive=True)
        finally:
            self.kept.discard(by.key)
        if not inner.has(variable):
            raise UndecidedError("a derivative of something unknown")
        # What stands inside may itself be defined by what the derivative is by.
        return sympy.diff(inner, variable)


def _name(node: Node) -> str:
    inside = ",".join(_name(part) if part.kind == "symbol" else str(part.value) for part in node.parts)
    return node.name.lstrip("\\") + (f"_{inside}" if inside else "")
