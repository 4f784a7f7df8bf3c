"""Reading a post's equations in order, and proving those that can be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from time import thread_time

from generator.equations import progression, series, slips
from generator.equations.behind import told_behind
from generator.equations.budget import Budget, UndecidedError
from generator.equations.carried import carried
from generator.equations.chain import Chain
from generator.equations.comparing import Comparison
from generator.equations.counts import counts
from generator.equations.cursor import UnreadableError
from generator.equations.definitions import Definition
from generator.equations.evaluating import Evaluator, Numbers
from generator.equations.findings import Proof, Record
from generator.equations.inlining import inlined
from generator.equations.instance import instance
from generator.equations.known import Section
from generator.equations.learning import learn
from generator.equations.mending import mendings
from generator.equations.opened import Formula, opened
from generator.equations.reading import read
from generator.equations.rounding import agree
from generator.equations.standing import Standing
from generator.equations.told import look_ahead
from generator.equations.tree import Node
from generator.equations.vocabulary import CALLED

# For a chain, and for all of a post.
SECONDS = 0.2
SECONDS_IN_ALL = 0.8


@lru_cache(maxsize=8)
def prove(text: str) -> Proof:
    """What holds, what does not, and what could not be told in a Markdown post."""
    return _Prover(text).proof()


class _Prover:
    """Goes through a post; ``section`` is what holds where it is."""

    def __init__(self, text: str) -> None:
        self.record = Record()
        self.opened = opened(text, self.record)
        self.post, self.reader = self.opened.post, self.opened.reader
        self.told = look_ahead(self.opened.chains)
        self.section = Section()
        self.order = {id(chain): at for at, chain in enumerate(self.opened.chains)}, list(self.opened.chains)
        # σ and words mean the same everywhere; f and g may not.
        functions = self.told.first.functions.items()
        self.section.definitions.functions.update(
            {key: one for key, one in functions if len(key[0]) > 1 and key[0] not in CALLED - {"\\sigma"}}
        )
        self.seconds = SECONDS_IN_ALL

    def proof(self) -> Proof:
        for formula in self.opened.formulas:
            for level in formula.headings:
                self._heading(level)
            self._formula(formula)
        self._heading(1)
        self.record.doubts += counts(self.post.words)
        return self.record.proof()

    def _heading(self, level: int) -> None:
        if level <= 2:
            self.record.doubts += series.slips(self.post.text, self.section.members)
        self.section.heading(level)

    def _formula(self, formula: Formula) -> None:
        self.record.doubts += [*slips.slips(formula.signs), *slips.fences(formula.fences)]
        for chain in formula.chains:
            began = thread_time()
            self._chain(chain, Budget(min(SECONDS, self.seconds)))
            # SymPy is imported once; that is nobody's share.
            self.seconds -= min(thread_time() - began, SECONDS)
        for listing in progression.listings(formula.signs):
            self.record.doubts += progression.doubts(listing, self.section)

    def _chain(self, chain: Chain, budget: Budget) -> None:
        self._write_out(chain)
        self._mended(chain, budget)
        here = Standing(chain, self.section, self.told, self.post, budget)
        before, behind = self.section.values, told_behind(chain, self.order, self.post, budget)
        if behind:
            self.section.values = {**before, **behind}
        for symbolic, numeric in [*chain.filled_in(), *self._by_rule(chain, budget)]:
            for doubt in carried(here, symbolic, numeric):
                self.record.doubts.append(doubt)
                chain.blamed.add(numeric)
        self.section.values = before
        comparison = Comparison(chain, self.section, self.told, self.post, budget, self.record)
        comparison.numbers()
        comparison.steps()
        learn(chain, self.section, self.told, budget)

    def _write_out(self, chain: Chain) -> None:
        """Put in what functions of numbers are defined as."""
        for at, link in enumerate(chain.links):
            node = inlined(link.node, self.section.definitions) if link.node is not None else None
            if node is not None and node is not link.node:
                chain.links[at] = replace(link, node=node)
                chain.trusted.add(node)

    def _by_rule(self, chain: Chain, budget: Budget) -> Iterator[tuple[Node, Node]]:
        """A rule told before, and the numbers that are put into it."""
        name, second = chain.name, chain.links[1].node
        if name is None or second is None or not second.is_numeric:
            return
        if name.kind != "symbol":
            return
        # A number alone sets the name anew.
        if not second.parts:
            return
        rule = self._rule(name, budget)
        if rule is not None and rule.body.parts and rule.body.kind != "symbol" and not rule.body.is_numeric:
            yield rule.body, second
        elif rule is None and [part.kind for part in name.parts] == ["number"]:
            family = self.section.series.get(name.name)
            if family is not None:
                yield instance(family.body, family.parameters[0], name.parts[0].value), second

    def _rule(self, name: Node, budget: Budget) -> Definition | None:
        key = Evaluator(Numbers(), budget).key(name)
        return self.section.definitions.symbols.get(key if name.parts else (name.name, 0))

    def _mended(self, chain: Chain, budget: Budget) -> None:
        """Find where a product is meant: reading it so makes the chain hold."""
        numeric = [link.node for link in chain.links if link.node is not None and link.node.is_numeric]
        for link in chain.links if numeric else ():
            if link.node is not None:
                continue
            for mending in mendings(link.signs):
                try:
                    node = read(mending.signs, self.reader.called, self.reader.named)
                    if node.is_numeric and any(agree(node, other, budget) for other in numeric):
                        self.record.doubts.append(mending.doubt)
                except (UnreadableError, UndecidedError):
                    continue
