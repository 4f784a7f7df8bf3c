r"""Symbols with accents, fonts, indices and marks: ``x``, ``\hat y_i``, ``W^{(l)}``, ``C_{\text{in}}``."""

from __future__ import annotations

from generator.equations.cursor import Cursor, UnreadableError
from generator.equations.signs import Sign
from generator.equations.tree import Node
from generator.equations.vocabulary import ACCENTS, BRACKETS, CALLED, FONTS, GREEK, MARKS

_STARS = frozenset({"*", "\\ast", "\\star"})


def symbol(cursor: Cursor) -> Node:
    """A symbol, constant, or the value of a function that nobody knows."""
    start = cursor.start
    name = _name(cursor)
    indices: list[Node] = []
    while True:
        if cursor.text == "_":
            cursor.take()
            indices += _indices(cursor)
        elif primes := _primes(cursor):
            name += primes
        elif cursor.text == "^" and (size := _star_ahead(cursor)):
            cursor.at += size
            name += "^*"
        elif cursor.text == "^" and _mark_ahead(cursor):
            cursor.take()
            name += "^"
            indices += _indices(cursor)
        else:
            break
    if (
        not indices
        and name in ("e", "\\pi")
        and name not in cursor.language.named
        and cursor.text not in BRACKETS
    ):
        return cursor.node("constant", start, name=name)
    node = cursor.node("symbol", start, *indices, name=name)
    return _call(cursor, node) if _is_called(cursor, node) else node


def _name(cursor: Cursor) -> str:
    sign = cursor.take()
    text, macro = sign.text, sign.text[1:]
    if text == "\\text":
        return sign.inner.strip()
    if text[0] == "\\":
        if macro in ACCENTS:
            return f"{macro} {_named(cursor)}"
        if macro in FONTS:
            if cursor.text == "*":
                cursor.take()
            return _named(cursor)
        if text == "\\Delta" and text not in cursor.language.named and _letter_ahead(cursor):
            return f"Delta {_name(cursor)}"
        if macro in GREEK:
            return text
        raise UnreadableError(text)
    if not text.isalpha():
        raise UnreadableError(text)
    while not text.isascii() and cursor.text.isalpha() and not cursor.text.isascii():
        text += cursor.take().text
    return text


def _letter_ahead(cursor: Cursor) -> bool:
    return (cursor.text.isalpha() and cursor.text.isascii()) or cursor.text[1:] in GREEK


def _named(cursor: Cursor) -> str:
    """The name in a group behind an accent or a font."""
    if cursor.text != "{":
        return _name(cursor)
    inside = cursor.inside()
    if not inside:
        raise UnreadableError("nothing")
    if all(sign.text.isalnum() or sign.text in ("-", ".", "/") for sign in inside):
        return "".join(sign.text for sign in inside)
    within = Cursor(inside, cursor.language, depth=cursor.depth)
    name = _name(within)
    if not within.is_at_end:
        raise UnreadableError(within.text)
    return name


def _primes(cursor: Cursor) -> str:
    r"""The primes that come next, however they are written: ``'``, ``^\prime``, ``^{\prime\prime}``."""
    if cursor.text and set(cursor.text) == {"'"}:
        return cursor.take().text
    if cursor.text != "^" or "\\prime" not in (cursor.ahead(1), cursor.ahead(2)):
        return ""
    cursor.take()
    return "'" * len(cursor.inside())


def _star_ahead(cursor: Cursor) -> int:
    """The length of a lone star as superscript; 0 where there is none."""
    if cursor.ahead(1) in _STARS:
        return 2
    return 4 if cursor.ahead(2) in _STARS and (cursor.ahead(1), cursor.ahead(3)) == ("{", "}") else 0


def _mark_ahead(cursor: Cursor) -> bool:
    """Whether a superscript is part of the name."""
    return (cursor.ahead(2) if cursor.ahead(1) == "{" else cursor.ahead(1)) in MARKS


def _indices(cursor: Cursor) -> list[Node]:
    inside = cursor.inside()
    if not inside:
        raise UnreadableError("nothing")
    if inside[0].text in ("(", "[") and inside[-1].text in (")", "]"):
        inside = inside[1:-1]
    if all(len(sign.text) == 1 and sign.text.isalpha() for sign in inside):
        return [Node("symbol", sign.start, sign.end, (), sign.text) for sign in inside]
    pieces: list[list[Sign]] = [[]]
    for sign in inside:
        if sign.text == ",":
            pieces.append([])
        else:
            pieces[-1].append(sign)
    return [_index(cursor, piece) for piece in pieces if piece]


def _index(cursor: Cursor, piece: list[Sign]) -> Node:
    """An index as an expression, or else as a name."""
    try:
        return cursor.nested(piece)
    except UnreadableError:
        name = "".join(sign.inner or sign.text for sign in piece)
        return Node("symbol", piece[0].start, piece[-1].end, (), name)


def _is_called(cursor: Cursor, node: Node) -> bool:
    r"""Whether the bracket ahead holds arguments: of f(x), \mathrm{Var}(X), p(x, y), but not of d(k-1)."""
    if cursor.text not in ("(", "["):
        return False
    name = node.name.rstrip("'")
    if name != node.name or name in cursor.language.called:
        return True
    if name in CALLED:
        return name not in cursor.language.named
    if name == "E" and cursor.text == "[":
        return True
    return (len(name) > 1 and name[0] != "\\" and " " not in name and name.isascii()) or _comma_ahead(cursor)


def _comma_ahead(cursor: Cursor) -> bool:
    depth = 0
    for sign in cursor.signs[cursor.at :]:
        depth += (sign.text in ("(", "[", "{")) - (sign.text in (")", "]", "}"))
        if not depth:
            return False
        if depth == 1 and sign.text == ",":
            return True
    return False


def _call(cursor: Cursor, function: Node) -> Node:
    closing = BRACKETS[cursor.take().text]
    parts = [cursor.expression()]
    while cursor.text in (",", ";"):
        cursor.take()
        parts.append(cursor.expression())
    cursor.expect(closing)
    return cursor.node("call", function.start, *parts, name=function.key if function.parts else function.name)
