"""What a chain says that holds from then on: values, definitions, rules, ranges."""

from __future__ import annotations

from fractions import Fraction

from generator.equations.budget import Budget, UndecidedError
from generator.equations.chain import Chain
from generator.equations.evaluating import Evaluator, Key, Numbers
from generator.equations.known import Known, Section
from generator.equations.quantity import Quantity
from generator.equations.series import Member
from generator.equations.told import Told
from generator.equations.tree import Node


def learn(chain: Chain, section: Section, told: Told, budget: Budget) -> None:
    """Keep it in the section."""
    _learn_range(chain, section)
    for node in chain.replaced:
        section.values.pop(Evaluator(Numbers(), budget).key(node), None)
    section.filled.update(dict.fromkeys(chain.fills, chain.start))
    name, rule = chain.name, chain.rule
    second = chain.links[1].node
    if name is not None and (second is None or second.kind == "tuple"):
        section.forget(name)
        section.forget_values(name.name)
    _learn_tuple(chain, section, told, budget)
    first = chain.links[0].node
    if first is not None and first.kind in ("derivative", "call") and chain.links[1].relation in ("=", "≈"):
        _learn_value((first.key, ()), first, chain, section, budget)
    if name is None:
        return
    if rule is not None:
        section.define(name, rule)
        Section(definitions=told.latest).define(name, rule)
    elif name.kind == "symbol" and _is_counted(name) and chain.links[1].node is not None:
        section.define(name, chain.links[1].node)
    if name.kind != "symbol":
        return
    if rule is not None and len(name.parts) == 1:
        section.members.append(Member(name, rule))
    key = Evaluator(Numbers(), budget).key(name)
    section.rules[key, rule.key if rule is not None else ""] = chain.start
    for one in chain.names:
        _learn_value(Evaluator(Numbers(), budget).key(one), one, chain, section, budget)


def _is_counted(name: Node) -> bool:
    """Whether its indices are not words, so that it may be one of many."""
    return bool(name.parts) and all(part.kind != "symbol" or len(part.name) == 1 for part in name.parts)


def _learn_value(key: Key, name: Node, chain: Chain, section: Section, budget: Budget) -> None:
    section.values.pop(key, None)
    result = chain.result
    if result is None or chain.is_shape(result) or chain.units.get(result):
        return
    try:
        value = Evaluator(Numbers(), budget).value(chain.exact or result)
    except UndecidedError:
        return
    section.values[key] = Known(value, name.start, _slack(result, chain))
    if result.kind == "number" and result.decimals and _is_rounded(chain, value, budget):
        section.rounded.add(result.value)


def _is_rounded(chain: Chain, value: Quantity, budget: Budget) -> bool:
    """Whether a result is not exactly what it is computed from."""
    if any(link.relation == "≈" for link in chain.links):
        return True
    numeric = [link.node for link in chain.links if link.node is not None and link.node.is_numeric]
    try:
        return any(Evaluator(Numbers(), budget).value(node) != value for node in numeric)
    except UndecidedError:
        return True


def _learn_range(chain: Chain, section: Section) -> None:
    """Keep what ``0 ≤ i ≤ 9`` says."""
    relations = [link.relation for link in chain.links[1:]]
    nodes = [link.node for link in chain.links if link.node is not None]
    if (
        len(nodes) == 3
        and relations == ["≤", "≤"]
        and [node.kind for node in nodes] == ["number", "symbol", "number"]
    ):
        section.ranges[nodes[1].name] = int(nodes[0].value), int(nodes[2].value)


def _slack(result: Node, chain: Chain) -> float:
    """One in the last place of a decimal; of a whole number that is called about this, too."""
    node = result.parts[0] if result.kind == "negative" else result
    about = any(link.relation == "≈" for link in chain.links)
    return 10.0**-node.decimals if node.kind == "number" and (node.decimals > 2 or about) else 0.0


def _learn_tuple(chain: Chain, section: Section, told: Told, budget: Budget) -> None:
    """Keep what ``(x_1, x_2) = (1, 0)`` says."""
    first, second = chain.links[0].node, chain.links[1].node
    if first is not None and second is not None and second.kind == "tuple":
        _learn_vector(first, second, section, told, budget)
    if first is None or second is None or first.kind != "tuple" or chain.links[1].relation != "=":
        return
    for one, other in zip(first.parts, second.parts, strict=False):
        if one.kind == "symbol":
            key = Evaluator(Numbers(), budget).key(one)
            section.values.pop(key, None)
            if other.is_numeric:
                section.values[key] = Known(Evaluator(Numbers(), budget).value(other), one.start)


def _learn_vector(name: Node, vector: Node, section: Section, told: Told, budget: Budget) -> None:
    """Keep what ``w = (2, -1)`` says of w_1 and w_2, unless the post counts from nought."""
    if name.kind != "symbol" or name.parts or (name.name, (Fraction(0),)) in told.used:
        return
    for at, part in enumerate(vector.parts, 1):
        if part.is_numeric:
            value = Evaluator(Numbers(), budget).value(part)
            section.values[name.name, (Fraction(at),)] = Known(value, name.start)
