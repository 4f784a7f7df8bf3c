"""Index slips: a member of a series that does not use what the rule, or all other members, use."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from generator.equations.findings import Doubt
from generator.equations.instance import instance
from generator.equations.tree import Node
from generator.equations.wording import shown


@dataclass(frozen=True)
class Member:
    """``name`` with its one index is ``rule``: a number's, or a letter's where it tells of all."""

    name: Node
    rule: Node


# How far a symbol's index is from its member's.
_Offset = Fraction


def slips(text: str, members: list[Member]) -> Iterator[Doubt]:
    """Questions about members of one section, in order."""
    everything = {node.key for member in members for node in member.rule.walk() if node.kind == "symbol"}
    ruled: set[str] = set()
    for name in {member.name.name: None for member in members}:
        rules = [one for one in members if one.name.name == name and _letter(one)]
        if len(rules) == 1:
            ruled.add(name)
            for member in members:
                if member.name.name == name and _number(member) is not None:
                    yield from _against_rule(text, member, rules[0])
    groups: dict[tuple[str, str], list[Member]] = {}
    for member in members:
        if member.name.name not in ruled and _number(member) is not None:
            groups.setdefault((member.name.name, _shape(member.rule)), []).append(member)
    everything -= {key for group in groups.values() for key in _kept(group)}
    for group in groups.values():
        for place, _ in enumerate(_indexed(group[0].rule)):
            yield from _beside_others(text, group, place, everything)


def _against_rule(text: str, member: Member, rule: Member) -> Iterator[Doubt]:
    """Where a member has one thing other than the rule has for it."""
    number = _number(member)
    assert number is not None
    wanted = instance(rule.rule, _letter(rule), number)
    if _size(wanted) < 3:
        return
    try:
        found = list(_differences(wanted, member.rule))
    except ValueError:
        return
    if len(found) != 1:
        return
    own, node = found[0]
    line = text.count("\n", 0, rule.name.start) + 1
    if own.kind == node.kind == "symbol" and own.name == node.name:
        message = f"{shown(text, member.name)} uses {shown(text, node)}; is index {index_text(own)} meant?"
    else:
        message = (
            f"the rule (line {line}) has {shown(text, own)} where {shown(text, node)} stands; is that meant?"
        )
    yield Doubt(node.start, node.end, message, question=True)


def _differences(wanted: Node, found: Node) -> Iterator[tuple[Node, Node]]:
    """The smallest parts that differ.

    Raises:
        ValueError: the rules have not the same shape.
    """
    if wanted.key == found.key:
        return
    if wanted.kind == found.kind and len(wanted.parts) == len(found.parts):
        if wanted.kind in ("number", "symbol"):
            yield wanted, found
        else:
            for one, other in zip(wanted.parts, found.parts, strict=True):
                yield from _differences(one, other)
    elif "negative" in (wanted.kind, found.kind) and wanted.kind != found.kind:
        yield wanted, found
        one, other = (part.parts[0] if part.kind == "negative" else part for part in (wanted, found))
        yield from _differences(one, other)
    elif {wanted.kind, found.kind} == {"sum", "product"} and len(wanted.parts) == len(found.parts):
        yield wanted, found
        for one, other in zip(wanted.parts, found.parts, strict=True):
            yield from _differences(one, other)
    else:
        raise ValueError(wanted.kind)


def _beside_others(text: str, group: list[Member], place: int, everything: set[str]) -> Iterator[Doubt]:
    found = [_distance(member, place) for member in group]
    wanted = _by_others(group, place, found, everything)
    for member, distance in zip(group, found, strict=True):
        if wanted is not None and distance is not None and distance != wanted:
            node = _indexed(member.rule)[place]
            number = (_number(member) or Fraction(0)) + wanted
            message = f"{shown(text, member.name)} uses {shown(text, node)}; is index {number} meant?"
            yield Doubt(node.start, node.end, message, question=True)


def _kept(group: list[Member]) -> Iterator[str]:
    """Symbols that all of several members have in the same place: β_2 in v_1 and v_2 names one thing."""
    if len({_number(member) for member in group}) > 1:
        for same in zip(*(_indexed(member.rule) for member in group), strict=True):
            if len({node.key for node in same}) == 1:
                yield same[0].key


def index_text(node: Node) -> str:
    """The indices of a symbol with commas between them."""
    return ",".join(str(part.value) if part.kind == "number" else part.name for part in node.parts)


def _by_others(
    special: list[Member], place: int, found: list[_Offset | None], everything: set[str]
) -> _Offset | None:
    """What all members but one have in common, if that one does not just keep an index that never changes."""
    if None in found or len({_number(member) for member in special}) < len(special):
        return None
    indices = {_index(_indexed(member.rule)[place]) for member in special}
    counts = Counter(found).most_common()
    if len(counts) != 2 or counts[1][1] != 1 or not (len(special) > 2 or _recurs(special)):
        return None
    wanted = counts[0][0]
    if counts[0][1] >= 2 and len(indices) > 1:
        return wanted
    if len(special) != 2 or len(indices) != 1:
        return None
    # Two members with the same index: it may be meant, unless what the second should have exists.
    first, second = sorted(special, key=lambda member: _number(member) or Fraction(0))
    distance = _distance(first, place)
    node = _indexed(second.rule)[place]
    expected = (_number(second) or Fraction(0)) + (distance or Fraction(0))
    return distance if f"symb:{node.name}(numb:{expected}())" in everything else None


def _recurs(special: list[Member]) -> bool:
    """Whether members are computed from those before them."""
    return all(any(node.name == member.name.name for node in _indexed(member.rule)) for member in special)


def _shape(rule: Node) -> str:
    """The rule without its indices."""
    if rule.kind == "symbol":
        return f"{rule.name}{len(rule.parts)}"
    own = str(rule.value) if rule.kind == "number" else rule.name
    return f"{rule.kind}{own}({','.join(_shape(part) for part in rule.parts)})"


def _indexed(rule: Node) -> list[Node]:
    return [node for node in rule.walk() if node.kind == "symbol" and len(node.parts) == 1]


def _number(member: Member) -> Fraction | None:
    return _index(member.name)


def _index(node: Node) -> Fraction | None:
    return node.parts[0].value if node.parts[0].kind == "number" else None


def _distance(member: Member, place: int) -> _Offset | None:
    index, own = _index(_indexed(member.rule)[place]), _number(member)
    return None if index is None or own is None else index - own


def _letter(member: Member) -> str:
    """The letter that stands for any member; empty where a number stands."""
    index = member.name.parts[0]
    return index.name if index.kind == "symbol" and not index.parts and len(index.name) == 1 else ""


def _size(node: Node) -> int:
    return sum(1 for _ in node.walk())
