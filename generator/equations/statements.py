r"""A formula taken apart: its rows, the statements in them, and each statement's sides.

``a = b = c`` is one statement with three sides; ``n = 5, \quad k = 3`` are two. In a formula of several lines
a line that begins with a relation goes on with the statement above.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.equations.signs import Sign

_LINES = frozenset({"aligned", "align", "equation", "gather", "gathered", "split", "eqnarray", "multline"})
_ROW = frozenset({"\\\\", "\\cr", "\\newline", "\\tabularnewline"})
_OPEN = frozenset({"{", "(", "[", "\\{", "\\lbrace", "\\lfloor", "\\lceil", "\\langle", "\\lbrack"})
_CLOSE = frozenset({"}", ")", "]", "\\}", "\\rbrace", "\\rfloor", "\\rceil", "\\rangle", "\\rbrack"})
_RELATIONS = {
    "=": "=",
    "\\approx": "≈", "\\simeq": "≈", "\\cong": "≈", "\\fallingdotseq": "≈", "\\thickapprox": "≈",
    "\\neq": "≠", "\\ne": "≠",
    "<": "<", "\\lt": "<", ">": ">", "\\gt": ">",
    "\\le": "≤", "\\leq": "≤", "\\leqslant": "≤", "\\ge": "≥", "\\geq": "≥", "\\geqslant": "≥",
}  # fmt: skip
# They relate, but nothing is computed of them.
_OTHER = frozenset(
    {"\\equiv", "\\propto", "\\in", "\\notin", "\\sim", "\\mapsto", "\\ll", "\\gg", "\\subset", "\\subseteq"}
    | {"\\leftarrow", "\\gets", "\\to", "\\rightarrow", "\\longrightarrow", "\\triangleq", "\\doteq", ":"}
    | {"\\ni", "\\leftrightarrow", "\\hookrightarrow", "\\xrightarrow", "\\parallel", "\\perp", "\\models"}
    | {
        "\\coloneqq",
        "\\stackrel",
        "\\overset",
        "\\underset",
        "\\approxeq",
        "\\lesssim",
        "\\gtrsim",
        "\\uparrow",
    }
    | {"\\nrightarrow", "\\longmapsto", "\\asymp", "\\succ", "\\prec", "\\supset", "\\not", "\\downarrow"}
)
_BREAKS = frozenset(
    {",", ";", "\\quad", "\\qquad", "\\Rightarrow", "\\implies", "\\iff", "\\Leftrightarrow", "\\therefore"}
    | {"\\because", "\\Longrightarrow", "\\land", "\\wedge", "\\forall", "\\qquad", "\\Longleftrightarrow"}
)
_PARTING = _BREAKS | _RELATIONS.keys() | _OTHER | {"&"}
_GOES_ON = frozenset({"+", "-", "\\times", "\\cdot", "\\pm", "\\div", "/"})


@dataclass
class Side:
    """What stands at one side of a relation, and the relation before it."""

    relation: str
    signs: list[Sign] = field(default_factory=list)


@dataclass
class Statement:
    """Sides in a row. ``alone`` is false where a list goes on behind it, so that it says something else."""

    sides: list[Side]
    alone: bool = True


def statements(signs: list[Sign]) -> list[Statement]:
    """The statements of a formula in order, those without any relation too."""
    found: list[Statement] = []
    for row in _rows(_without_environments(_unboxed(signs))):
        _read_row(row, found)
    return [one for one in found if any(side.signs for side in one.sides)]


def _unboxed(signs: list[Sign]) -> list[Sign]:
    r"""What a box around a whole statement holds."""
    if len(signs) < 4 or signs[0].text not in ("\\boxed", "\\fbox") or signs[1].text != "{":
        return signs
    depth = 0
    for at, sign in enumerate(signs[1:], 1):
        depth += {"{": 1, "}": -1}.get(sign.text, 0)
        if not depth:
            return [*signs[2:at], *signs[at + 1 :]]
    return signs


def _without_environments(signs: list[Sign]) -> list[Sign]:
    result: list[Sign] = []
    at = 0
    while at < len(signs):
        sign = signs[at]
        if sign.text not in ("\\begin", "\\end"):
            result.append(sign)
            at += 1
            continue
        name, after = _name(signs, at + 1)
        if name.rstrip("*") in _LINES or name.startswith("alignat") or sign.text == "\\end":
            at = after
            continue
        at = _behind(signs, after)
        result.append(Sign("\\opaque", sign.start, signs[at - 1].end))
    return result


def _name(signs: list[Sign], at: int) -> tuple[str, int]:
    end = next((i for i in range(at, len(signs)) if signs[i].text == "}"), len(signs))
    return "".join(sign.text for sign in signs[at + 1 : end]), end + 1


def _behind(signs: list[Sign], at: int) -> int:
    """The place behind the ``\\end`` that closes the environment in which ``at`` lies."""
    depth = 1
    while at < len(signs):
        depth += {"\\begin": 1, "\\end": -1}.get(signs[at].text, 0)
        at += 1
        if not depth:
            return min(_name(signs, at)[1], len(signs))
    return len(signs)


def _depths(signs: list[Sign]) -> Iterator[tuple[int, Sign]]:
    depth = 0
    for sign in signs:
        depth = max(0, depth - (sign.text in _CLOSE))
        yield depth, sign
        depth += sign.text in _OPEN


def _rows(signs: list[Sign]) -> Iterator[list[Sign]]:
    row: list[Sign] = []
    for depth, sign in _depths(signs):
        if not depth and sign.text in _ROW:
            yield row
            row = []
        else:
            row.append(sign)
    yield row


def _read_row(row: list[Sign], found: list[Statement]) -> None:
    row = _without_indent(row)
    cells = [sign.text for sign in row]
    first = next((sign.text for sign in row if sign.text not in ("&", "{", "}")), "")
    hangs = bool(found) and found[-1].sides[-1].signs and found[-1].sides[-1].signs[-1].text in _GOES_ON
    joins = first in _RELATIONS or hangs or (first in _GOES_ON and cells[0] in ("&", "{", "+"))
    if not (joins and found):
        found.append(Statement([Side("")]))
    wide = False
    for at, (depth, sign) in enumerate(_depths(row)):
        statement = found[-1]
        if depth or sign.text not in _PARTING:
            if wide and sign.text == "\\text":
                continue
            statement.sides[-1].signs.append(sign)
        elif sign.text == "&":
            if _parts(row, at) and len(statement.sides) > 1:
                found.append(Statement([Side("")]))
            continue
        elif sign.text in _BREAKS:
            wide = sign.text not in (",", ";")
            found.append(Statement([Side("," if not wide else "")]))
            continue
        elif sign.text == ":" and at and row[at - 1].is_number:
            statement.sides[-1].signs.append(sign)
        else:
            relation = _RELATIONS.get(sign.text, "←" if sign.text in ("\\leftarrow", "\\gets") else "?")
            if statement.sides[-1].relation == "?" and not statement.sides[-1].signs and relation == "=":
                continue
            statement.sides.append(Side(relation))
        wide = False
    _join_lists(found)


def _without_indent(row: list[Sign]) -> list[Sign]:
    """The row without the spaces that it begins with, behind its first alignment marks."""
    at = 0
    while at < len(row) and row[at].text in ("&", "\\quad", "\\qquad"):
        at += 1
    return [sign for sign in row[:at] if sign.text == "&"] + row[at:]


def _parts(row: list[Sign], at: int) -> bool:
    """Whether an alignment mark parts two equations, rather than standing beside a sign of one."""
    before = row[at - 1].text if at else ""
    after = row[at + 1].text if at + 1 < len(row) else ""
    beside = _RELATIONS.keys() | _OTHER | _GOES_ON | {"", "{", "&"}
    return before not in beside and after not in beside


def _join_lists(found: list[Statement]) -> None:
    """A piece without relation behind a comma is a further member of a list, not a statement."""
    for before, after in itertools.pairwise(found):
        if after.sides[0].relation == "," and len(after.sides) == 1 and after.sides[0].signs:
            before.alone = False
            after.alone = False
