r"""Reading TeX as an expression: sums, products, powers, fractions, roots, sums with bounds, derivatives.

What an author writes is read as the field writes it: ``2ab`` is a product, ``\hat y_i`` a symbol, ``f(x)`` a
function's value, ``d(k-1)`` a product. What is not understood is not guessed.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from fractions import Fraction

from generator.equations import operators
from generator.equations.cursor import Cursor, Language, UnreadableError
from generator.equations.names import symbol
from generator.equations.signs import Sign
from generator.equations.tree import Node
from generator.equations.vocabulary import (
    BARS,
    BINOMIALS,
    BRACKETS,
    DIVIDED,
    FRACTIONS,
    FUNCTIONS,
    HALVES,
    REMAINDERS,
    TIMES,
    begins_factor,
    word,
)

LONGEST = 3000
_LONGEST_NUMBER = 60


def read(signs: Sequence[Sign], called: Collection[str] = (), named: Collection[str] = ()) -> Node:
    """The expression that the signs write.

    ``called`` are letters that the post uses as functions, ``named`` those that it gives a meaning of their
    own, so that e is not Euler's number.

    Raises:
        UnreadableError: it is no expression, or one that is not understood.
    """
    signs = list(signs)
    while signs and signs[-1].text in (".", ",", ";"):
        signs.pop()
    if not signs or len(signs) > LONGEST:
        raise UnreadableError("too long" if signs else "nothing")
    cursor = Cursor(signs, Language(called, named, _sum, _factor))
    node = _tuple(cursor) if _is_tuple(signs) else _sum(cursor)
    # A unit behind the whole.
    if cursor.text == "\\text" and cursor.at == len(signs) - 1:
        cursor.take()
    if not cursor.is_at_end:
        raise UnreadableError(cursor.text)
    return node


def _is_tuple(signs: Sequence[Sign]) -> bool:
    """Whether a bracket with commas is all there is."""
    if signs[0].text not in ("(", "[") or signs[-1].text != BRACKETS[signs[0].text]:
        return False
    depth, comma = 0, False
    for at, sign in enumerate(signs):
        depth += (sign.text in ("(", "[", "{", "\\{")) - (sign.text in (")", "]", "}", "\\}"))
        comma = comma or (depth == 1 and sign.text == ",")
        if not depth and at < len(signs) - 1:
            return False
    return comma


def _tuple(cursor: Cursor) -> Node:
    start = cursor.start
    closing = BRACKETS[cursor.take().text]
    parts = [_sum(cursor)]
    while cursor.text == ",":
        cursor.take()
        parts.append(_sum(cursor))
    cursor.expect(closing)
    return cursor.node("tuple", start, *parts)


def _sum(cursor: Cursor) -> Node:
    cursor.deeper()
    start = cursor.start
    cursor.skip_empty()
    terms = [_signed(cursor) if cursor.text in ("+", "-") else _product(cursor)]
    cursor.skip_empty()
    while cursor.text in ("+", "-"):
        terms.append(_signed(cursor))
        cursor.skip_empty()
    cursor.depth -= 1
    return terms[0] if len(terms) == 1 else cursor.node("sum", start, *terms)


def _signed(cursor: Cursor) -> Node:
    start = cursor.start
    if cursor.take().text == "+":
        return _product(cursor)
    product = _product(cursor)
    # -1 mod 5 is 4.
    if product.kind == "remainder":
        negative = cursor.node("negative", start, product.parts[0])
        return replace(product, start=start, parts=(negative, product.parts[1]))
    return cursor.node("negative", start, product)


def _product(cursor: Cursor) -> Node:
    start = cursor.start
    factors = [_factor(cursor)]
    signs: set[str] = set()
    while True:
        cursor.skip_empty()
        if cursor.text in TIMES:
            signs.add(cursor.take().text)
            factors.append(_signed(cursor) if cursor.text in ("-", "+") else _factor(cursor))
        elif cursor.text in DIVIDED:
            cursor.take()
            over = _signed(cursor) if cursor.text == "-" else _factor(cursor)
            whole = factors[0] if len(factors) == 1 else cursor.node("product", start, *factors)
            factors = [cursor.node("quotient", start, whole, over)]
            signs.clear()
        elif cursor.text in REMAINDERS:
            cursor.take()
            whole = factors[0] if len(factors) == 1 else cursor.node("product", start, *factors)
            factors = [cursor.node("remainder", start, whole, _factor(cursor))]
            signs.clear()
        elif begins_factor(cursor.text):
            if cursor.text[0].isdigit() and factors[-1].kind == "number":
                raise UnreadableError(cursor.text)
            factors.append(_factor(cursor))
            signs.add(" ")
        elif cursor.text == "\\text" and cursor.is_unit:
            cursor.take()
        else:
            break
    if len(factors) == 1:
        return factors[0]
    return replace(cursor.node("product", start, *factors), crossed=signs == {"\\times"})


def _factor(cursor: Cursor) -> Node:
    """An atom with what hangs on it: powers, factorials, percent."""
    start = cursor.start
    cursor.deeper()
    node = _atom(cursor)
    cursor.depth -= 1
    while True:
        if cursor.text == "!":
            cursor.take()
            node = cursor.node("factorial", start, node)
        elif cursor.text in ("\\%", "%"):
            cursor.take()
            if node.kind != "number":
                raise UnreadableError("%")
            node = replace(node, end=cursor.end, name="%", value=node.value / 100, decimals=node.decimals + 2)
        elif cursor.text == "^":
            cursor.take()
            if cursor.text in ("\\circ", "\\top", "\\dagger", "*", "\\ast", "\\prime"):
                raise UnreadableError("^" + cursor.text)
            node = cursor.node("power", start, node, cursor.argument())
        elif cursor.text in ("'", "''", "_"):
            raise UnreadableError(cursor.text)
        else:
            return node


def _atom(cursor: Cursor) -> Node:
    text, macro = cursor.text, word(cursor.text)
    if not cursor.is_at_end and cursor.signs[cursor.at].is_number:
        return _number(cursor)
    if text in BRACKETS:
        return _within(cursor, BRACKETS[text])
    if text == "{" or macro == "boxed":
        start = cursor.start
        if macro:
            cursor.take()
        return replace(cursor.argument(), start=start, end=cursor.end)
    if text in HALVES:
        closing, kind = HALVES[text]
        return _halves(cursor, closing, kind)
    if text in BARS:
        return _absolute(cursor, BARS[text])
    if macro in FRACTIONS:
        return operators.fraction(cursor)
    if macro in BINOMIALS:
        return operators.binomial(cursor)
    if macro == "sqrt":
        return operators.root(cursor)
    if macro in ("sum", "prod"):
        return operators.total(cursor)
    return operators.function(cursor) if macro in FUNCTIONS else symbol(cursor)


def _number(cursor: Cursor) -> Node:
    sign = cursor.take()
    if len(sign.text) > _LONGEST_NUMBER:
        raise UnreadableError("a long number")
    whole, _, decimals = sign.text.partition(".")
    value = Fraction(sign.text if whole else "0" + sign.text)
    return Node("number", sign.start, sign.end, value=value, decimals=len(decimals))


def _within(cursor: Cursor, closing: str) -> Node:
    """What stands in brackets, from the first of them to the last."""
    start = cursor.start
    cursor.take()
    node = _sum(cursor)
    cursor.expect(closing)
    return replace(node, start=start, end=cursor.end)


def _absolute(cursor: Cursor, closing: str) -> Node:
    if closing in cursor.bars:
        raise UnreadableError(closing)
    start = cursor.start
    cursor.bars.append(closing)
    inside = _within(cursor, closing)
    cursor.bars.pop()
    return cursor.node("absolute", start, inside)


def _halves(cursor: Cursor, closing: str, kind: str) -> Node:
    start = cursor.start
    return cursor.node(kind, start, _within(cursor, closing))
