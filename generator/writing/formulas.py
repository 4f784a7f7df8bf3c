"""What templates write formulas with: math(), display(), prove() and derive()."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from generator.errors import GeneratorError
from generator.writing import pieces, templating
from generator.writing.deriving import Derived, derived
from generator.writing.portable import portable
from generator.writing.proving import proved


@dataclass(frozen=True)
class Formulas:
    """Writes formulas as a target's ``macro`` has them, for the template's ``line`` that is running."""

    macro: Callable[[str, str], str]
    line: Callable[[], int]

    def context(self) -> dict[str, object]:
        return {"math": self.math, "display": self.display, "prove": self.prove, "derive": self.derive}

    def math(self, tex: object) -> str:
        return self._piece(_tex(tex, "math"), inline=True)

    def display(self, tex: object) -> str:
        templating.defined(tex)
        formulas = [tex] if isinstance(tex, str) or not isinstance(tex, Iterable) else list(tex)
        written = [
            self.macro("display", portable(_tex(formula, "display"), display=True)) for formula in formulas
        ]
        return pieces.block("display", "\n\n".join(written), self.line())

    def prove(
        self, tex: object = None, /, *, given: Mapping[str, object] | None = None, inline: bool = False
    ) -> str:
        written = _tex(tex, "prove")
        return self._piece(proved(written, _values(given or {}, "prove", "given")), inline)

    def derive(
        self,
        tex: object = None,
        /,
        *,
        with_values: Mapping[str, object] | None = None,
        digits: int | None = None,
        inline: bool = False,
    ) -> Derived:
        values = _values(with_values or {}, "derive", "with_values")
        found = derived(_tex(tex, "derive"), values, digits)
        return replace(found, written=self._piece(found.tex, inline))

    def _piece(self, tex: str, inline: bool) -> str:
        if inline:
            return pieces.inline(self.macro("inline", portable(tex)), self.line())
        return pieces.block("display", self.macro("display", portable(tex, display=True)), self.line())


def _tex(tex: object, caller: str) -> str:
    templating.defined(tex)
    if not isinstance(tex, str):
        raise GeneratorError(f"{caller}() takes TeX in quotes or an equation, found {tex!r}")
    return tex


def _values(values: object, caller: str, name: str) -> Mapping[str, object]:
    templating.defined(values)
    if not isinstance(values, Mapping):
        raise GeneratorError(
            f"{caller}() takes numbers by their symbols, as {name}=dict(a_1=8), found {values!r}"
        )
    templating.defined(*values.values())
    return {str(symbol): value for symbol, value in values.items()}
