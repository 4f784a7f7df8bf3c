"""Values that a sentence tells behind their use: z = μ + σε = 0.5 + 2·3 for μ = 0.5, σ = 2, ε = 3."""

from __future__ import annotations

import re

from generator.equations.budget import Budget, UndecidedError
from generator.equations.chain import Chain
from generator.equations.evaluating import Evaluator, Key, Numbers
from generator.equations.known import Known
from generator.equations.place import Post

_WITH = re.compile(r"\b(for|with|where|at|if|when|using)$", re.IGNORECASE)
_AND = re.compile(r"(and|,)*")
# Else the values may be those of what follows: "…; with n = 40 it is …".
_LAST = re.compile(r"\s*\$*\s*([.)]|\n\s*\n|\Z)")
_MOST = 8


def told_behind(
    chain: Chain, order: tuple[dict[int, int], list[Chain]], post: Post, budget: Budget
) -> dict[Key, Known]:
    """What the rest of the sentence sets symbols to; ``order`` has the post's chains and their places."""
    places, chains = order
    at = places[id(chain)] + 1
    found: dict[Key, Known] = {}
    end = _end(chain)
    for other in chains[at : at + _MOST]:
        between = re.sub(r"[\s$.]", "", post.words[end : other.start])
        if not post.in_one_sentence(end, other.start):
            break
        if not (_AND.fullmatch(between) if found else _WITH.search(between)):
            break
        name, number = other.links[0].node, other.result
        if name is None or name.kind != "symbol" or number is None or len(other.links) != 2:
            break
        try:
            evaluator = Evaluator(Numbers(), budget)
            found[evaluator.key(name)] = Known(evaluator.value(number), name.start)
        except UndecidedError:
            break
        end = _end(other)
    return found if _LAST.match(post.text, end) else {}


def _end(chain: Chain) -> int:
    return max((sign.end for link in chain.links for sign in link.signs), default=chain.start)
