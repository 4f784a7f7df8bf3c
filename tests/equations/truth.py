r"""What is true in a document: every equality of every formula, worked out by the plain second way.

A link is two neighbouring sides of a chain. Its verdict is ``True``, ``False``, or ``None`` where nobody can
tell without knowing what the symbols stand for.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass

import sympy

from tests.equations.tex_tokens import UnreadError
from tests.equations.tex_values import Names, value

FORMULA = re.compile(r"\$\$(.+?)\$\$|\$([^$\n]+?)\$|\\\[(.+?)\\\]|\\\((.+?)\\\)", re.DOTALL)
CUT = re.compile(
    r"\\qquad|\\quad|\\\\|\\cr|\\(?:Left)?[rR]ightarrow|\\Leftrightarrow|\\(?:begin|end)\{(?:aligned|align\*)\}"
    r"|,(?!\d{3})(?=\s*\\)|;"
)
RELATION = re.compile(
    r"(=|\\approx|\\simeq|\\(?:leq?|geq?|neq?|lt|gt|ll|gg|to|in|sim|propto|mapsto|equiv)(?![a-zA-Z])|<|>)"
)


@dataclass(frozen=True)
class Link:
    """Two neighbouring sides, the line (from 1) of the formula, and whether they are equal."""

    line: int
    left: str
    right: str
    verdict: bool | None
    why: str = ""


def links(text: str) -> Iterator[Link]:
    """Every link of a document, in reading order; values are forgotten at headings."""
    text = re.sub(r"<!--.*?-->", lambda m: re.sub(r"[^\n]", " ", m[0]), text, flags=re.DOTALL)
    names = _names(text)
    known: dict[sympy.Symbol, sympy.Expr] = {}
    at = 0
    for found in FORMULA.finditer(text):
        if re.search(r"^#+ ", text[at : found.start()], re.MULTILINE):
            known = {}
        at = found.end()
        tex = next(group for group in found.groups() if group is not None)
        start = found.start() + found[0].index(tex)
        for chain, offset in _chains(tex):
            line = text.count("\n", 0, start + offset) + 1
            yield from _judged(chain, line, known, names)


def _names(text: str) -> Names:
    """Which letters are variables and functions here, by how they are introduced."""
    called = re.findall(r"(\\?[a-zA-Z]+)'?\((?:-?\d[\d.]*|\\?[a-zA-Z]+)\)\s*(?:=|\\approx)", text)
    own_e = re.search(r"\{de\}|(?<![\w\\])e=|\be <|e d\b", text)
    return Names(frozenset("e" if own_e else ""), frozenset(called))


def _side(tex: str, names: Names) -> sympy.Expr:
    called = re.fullmatch(r"(\\?[a-zA-Z]+)'?\([^()=]*\)", tex)
    if called and called[1] in names.functions | {"P"}:
        return sympy.Symbol(tex)
    return value(tex, names)


def _chains(tex: str) -> Iterator[tuple[list[str], int]]:
    carried: str | None = None
    place = 0
    for cut in [*(cut for cut in CUT.finditer(tex) if not _depth(tex[: cut.start()])), None]:
        piece = tex[place : cut.start() if cut else len(tex)]
        sides = [side.replace("&", " ").strip().rstrip(".,").strip() for side in _split(piece)]
        if len(sides) > 1:
            if not sides[0] and carried is not None:
                sides[0] = carried
            carried = sides[-1]
            yield sides, place + len(piece) - len(piece.lstrip())
        place = cut.end() if cut else place


def _depth(tex: str) -> int:
    return len(re.findall(r"(?<!\\)\{", tex)) - len(re.findall(r"(?<!\\)\}", tex))


def _split(piece: str) -> list[str]:
    """Sides and relations in turn; a relation in braces belongs to its side."""
    parts, place = [], 0
    for found in RELATION.finditer(piece):
        if not _depth(piece[: found.start()]):
            parts += [piece[place : found.start()], found[0]]
            place = found.end()
    return [*parts, piece[place:]]


def _judged(
    sides: list[str], line: int, known: dict[sympy.Symbol, sympy.Expr], names: Names
) -> Iterator[Link]:
    read: list[sympy.Expr | None] = []
    for side in sides[::2]:
        try:
            read.append(_side(side, names))
        except (UnreadError, ZeroDivisionError, TypeError, IndexError):
            read.append(None)
    for at, relation in enumerate(sides[1::2]):
        left, right = read[at], read[at + 1]
        if relation not in ("=", r"\approx", r"\simeq"):
            continue
        rough = "" if relation == "=" else "."
        verdict, why = _equal(left, right, sides[2 * at] + rough, sides[2 * at + 2] + rough, known)
        yield Link(line, sides[2 * at], sides[2 * at + 2], verdict, why)
    # A lone symbol before a number is set to it, whatever it was.
    if "=" in sides[1::2] or r"\approx" in sides[1::2]:
        numbers = [e for e in read[1:] if e is not None and not _filled(e, known).free_symbols]
        for side in read[:-1]:
            if isinstance(side, sympy.Symbol) and numbers:
                known[side] = _filled(numbers[0], known)


def _filled(expression: sympy.Expr, known: dict[sympy.Symbol, sympy.Expr]) -> sympy.Expr:
    return expression.subs(known, simultaneous=True)


def _equal(
    left: sympy.Expr | None, right: sympy.Expr | None, left_tex: str, right_tex: str,
    known: dict[sympy.Symbol, sympy.Expr],
) -> tuple[bool | None, str]:  # fmt: skip
    if left is None or right is None:
        return None, "unread"
    # A derivative may come out as a single symbol, and sets nothing.
    lone = isinstance(left, sympy.Symbol) and not re.match(r"\\frac\{(?:d|\\partial)\}", left_tex)
    if left.free_symbols and left.free_symbols | right.free_symbols and right.free_symbols:
        if lone:
            return None, "definition"
        if same := _same_at_random(left, right):
            return same, ""
    if lone and left not in known:
        return None, "definition"
    if lone and not right.free_symbols:
        return None, "set"
    filled = _filled(left, known), _filled(right, known)
    if filled[0].free_symbols | filled[1].free_symbols:
        both = left.free_symbols and right.free_symbols
        return (False, "differ as functions") if both else (None, "unknown symbols")
    a, b = (complex(sympy.N(f, 30)) for f in filled)
    return _near(a, b, left_tex, right_tex), f"{a.real:.8g} and {b.real:.8g}"


def _near(a: complex, b: complex, left: str, right: str) -> bool:
    tolerance = max(_last_place(left), _last_place(right))
    return abs(a - b) <= tolerance * 0.5001 + 1e-12 * max(abs(a), abs(b), 1e-9)


def _last_place(tex: str) -> float:
    r"""One unit of the last digit where a side is just a decimal number, perhaps times a power of ten.

    A side of ``\approx`` ends with a full stop here: its whole numbers may be rounded, too.
    """
    rough, tex = tex.endswith("."), tex.removesuffix(".")
    plain = re.sub(r"\{,\}|,|\s|\\thinspace|\\,", "", tex)
    if not (match := re.fullmatch(r"-?\d+(?:\.(\d+))?(?:\\(?:times|cdot)10\^\{?(-?\d+)\}?)?(\\%)?", plain)):
        return 0.0
    if match[1] is None and match[2] is None and not match[3] and not rough:
        return 0.0
    return 10.0 ** (int(match[2] or 0) - len(match[1] or "") - (2 if match[3] else 0))


def _same_at_random(left: sympy.Expr, right: sympy.Expr) -> bool:
    source = random.Random(7)
    for _ in range(3):
        at = {s: sympy.Rational(source.randint(11, 79), 100) for s in left.free_symbols | right.free_symbols}
        a, b = complex(sympy.N(left.subs(at))), complex(sympy.N(right.subs(at)))
        if abs(a - b) > 1e-9 * max(1, abs(a)):
            return False
    return True
