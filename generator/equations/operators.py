r"""What macros with arguments write: fractions, roots, sums, functions, derivatives."""

from __future__ import annotations

from generator.equations.cursor import Cursor, UnreadableError
from generator.equations.signs import Sign
from generator.equations.tree import Node
from generator.equations.vocabulary import BRACKETS, FUNCTIONS, begins_factor, word


def fraction(cursor: Cursor) -> Node:
    start = cursor.start
    cursor.take()
    over, under = cursor.inside(), cursor.inside()
    if found := _derivative(cursor, start, over, under):
        return found
    return cursor.node("quotient", start, cursor.nested(over), cursor.nested(under))


def binomial(cursor: Cursor) -> Node:
    start = cursor.start
    cursor.take()
    return cursor.node("function", start, cursor.argument(), cursor.argument(), name="binomial")


def root(cursor: Cursor) -> Node:
    start = cursor.start
    cursor.take()
    degree: list[Node] = []
    if cursor.text == "[":
        cursor.take()
        degree = [cursor.expression()]
        cursor.expect("]")
    return cursor.node("function", start, cursor.argument(), *degree, name="sqrt")


def total(cursor: Cursor) -> Node:
    r"""``\sum_{i=1}^{n}``, ``\prod_j``: what follows up to the next plus or minus is summed."""
    start = cursor.start
    kind = "total" if cursor.take().text == "\\sum" else "multiplied"
    bounds: dict[str, list[Sign]] = {}
    while cursor.text in ("_", "^"):
        mark = cursor.take().text
        bounds[mark] = cursor.inside()
    below = bounds.get("_", [])
    unlike = next((at for at, sign in enumerate(below) if sign.text in ("\\neq", "\\ne")), None)
    equals = next((at for at, sign in enumerate(below) if sign.text == "="), None)
    if unlike is not None and "^" not in bounds:
        index, other = cursor.nested(below[:unlike]), cursor.nested(below[unlike + 1 :])
        if index.kind != "symbol" or index.parts or other.kind not in ("symbol", "number"):
            raise UnreadableError("bounds")
        return cursor.node(kind, start, _term(cursor), index, other, name="without")
    if (equals is None) == ("^" in bounds):
        raise UnreadableError("bounds")
    index = cursor.nested(below[:equals])
    if index.kind != "symbol" or index.parts:
        raise UnreadableError("bounds")
    limits = [] if equals is None else [cursor.nested(below[equals + 1 :]), cursor.nested(bounds["^"])]
    return cursor.node(kind, start, _term(cursor), index, *limits)


def function(cursor: Cursor) -> Node:
    r"""``\log_2 x``, ``\tanh^2(x)``, ``\max(a, b)``, ``\tanh'(x)``."""
    start = cursor.start
    name = word(cursor.take().text)
    primes = cursor.take().text if cursor.text and set(cursor.text) == {"'"} else ""
    marks: dict[str, Node] = {}
    while cursor.text in ("_", "^"):
        mark = cursor.take().text
        marks[mark] = cursor.argument()
    if "_" in marks and name != "log":
        raise UnreadableError(name + "_")
    arguments = _arguments(cursor)
    if primes:
        return _slope(cursor, start, name + primes, arguments, bool(marks))
    if name in ("max", "min") and len(arguments) < 2:
        raise UnreadableError(name)
    base = [marks["_"]] if "_" in marks else []
    node = cursor.node("function", start, *arguments, *base, name=name)
    if "^" not in marks:
        return node
    if marks["^"].kind == "negative":
        raise UnreadableError(name + "^-")
    return cursor.node("power", start, node, marks["^"])


def _slope(cursor: Cursor, start: int, written: str, arguments: list[Node], marked: bool) -> Node:
    name = written.rstrip("'")
    if len(written) > len(name) + 1 or len(arguments) != 1 or arguments[0].kind != "symbol" or marked:
        raise UnreadableError(written)
    body = cursor.node("function", start, *arguments, name=name)
    return cursor.node("derivative", start, body, arguments[0])


def _arguments(cursor: Cursor) -> list[Node]:
    """In brackets, or the factors that follow."""
    if cursor.text in BRACKETS:
        mark = cursor.at
        closing = BRACKETS[cursor.take().text]
        found = [cursor.expression()]
        while cursor.text == ",":
            cursor.take()
            found.append(cursor.expression())
        cursor.expect(closing)
        if cursor.text != "^" or len(found) > 1:
            return found
        cursor.at = mark
    start = cursor.start
    factors = [cursor.factor()]
    while begins_factor(cursor.text) and cursor.text not in ("(", "["):
        if word(cursor.text) in FUNCTIONS | {"sum", "prod"}:
            break
        factors.append(cursor.factor())
    if cursor.text == "/" and word(cursor.ahead(1)) not in FUNCTIONS:
        raise UnreadableError("/ behind a function without brackets")
    return [factors[0] if len(factors) == 1 else cursor.node("product", start, *factors)]


def _term(cursor: Cursor) -> Node:
    """All factors up to the next plus or minus, those behind signs of multiplication, too."""
    start = cursor.start
    factors = [cursor.factor()]
    while begins_factor(cursor.text) or cursor.text in ("\\cdot", "\\times", "/"):
        if cursor.text == "/":
            cursor.take()
            whole = factors[0] if len(factors) == 1 else cursor.node("product", start, *factors)
            factors = [cursor.node("quotient", start, whole, cursor.factor())]
            continue
        if cursor.text in ("\\cdot", "\\times"):
            cursor.take()
        factors.append(_signed_factor(cursor))
    return factors[0] if len(factors) == 1 else cursor.node("product", start, *factors)


def _signed_factor(cursor: Cursor) -> Node:
    if cursor.text != "-":
        return cursor.factor()
    start = cursor.start
    cursor.take()
    return cursor.node("negative", start, cursor.factor())


def _derivative(cursor: Cursor, start: int, over: list[Sign], under: list[Sign]) -> Node | None:
    r"""``\frac{d}{dx}``, ``\frac{\partial^2 L}{\partial w^2}``; none where it is a quotient."""
    over, under = _upright(over), _upright(under)
    if not over or len(under) < 2 or under[0].text != over[0].text or over[0].text not in ("d", "\\partial"):
        return None
    if under[1].text in ("_", "^") or (over[0].text == "d" and len(over) > 1 and over[1].text == "_"):
        return None
    order, inside, variable = 1, over[1:], under[1:]
    if inside[:1] and inside[0].text == "^":
        if len(inside) < 2 or inside[1].text != "2" or len(variable) < 3 or variable[-2].text != "^":
            raise UnreadableError("a derivative of this order")
        order, inside, variable = 2, inside[2:], variable[:-2]
    by = cursor.nested(variable)
    if by.kind != "symbol":
        raise UnreadableError("a derivative by something else than a symbol")
    node = cursor.nested(inside) if inside else _derived(cursor)
    for _ in range(order):
        node = cursor.node("derivative", start, node, by)
    return node


def _derived(cursor: Cursor) -> Node:
    """What a derivative that stands before it takes: the factors that follow."""
    start = cursor.start
    factors = [cursor.factor()]
    while begins_factor(cursor.text):
        factors.append(cursor.factor())
    return factors[0] if len(factors) == 1 else cursor.node("product", start, *factors)


def _upright(signs: list[Sign]) -> list[Sign]:
    r"""The signs with ``\mathrm{d}`` as d."""
    texts = [sign.text for sign in signs[:4]]
    if texts == ["\\mathrm", "{", "d", "}"]:
        return [signs[2], *signs[4:]]
    return signs[1:] if texts[:2] == ["\\mathrm", "d"] else signs
