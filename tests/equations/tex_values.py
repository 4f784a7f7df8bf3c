r"""A plain second reader of TeX: one side of an equation as a SymPy expression.

It exists to vouch for the corpus and shares nothing with the check that the corpus tries. It knows what the
documents here use, and raises ``UnreadError`` for all else.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import sympy

from tests.equations.tex_tokens import Tokens, UnreadError

FUNCTIONS: dict[str, Callable[[sympy.Expr], sympy.Expr]] = {
    r"\ln": sympy.log,
    r"\log": sympy.log,
    r"\exp": sympy.exp,
    r"\sin": sympy.sin,
    r"\cos": sympy.cos,
    r"\tanh": sympy.tanh,
}
CLOSING = {"(": ")", "[": "]", r"\lfloor": r"\rfloor", r"\lceil": r"\rceil", "{": "}"}
ROUNDING = {r"\lfloor": sympy.floor, r"\lceil": sympy.ceiling}
PRODUCT = (r"\cdot", r"\times", r"\ast")
LETTER = re.compile(
    r"[a-zA-Z]|\\(?:alpha|beta|gamma|delta|Delta|epsilon|varepsilon|zeta|eta|theta|kappa|lambda|mu|nu"
    r"|rho|sigma|tau|phi|varphi|omega|ell)"
)
ACCENT = (r"\hat", r"\bar", r"\tilde", r"\mathrm", r"\text", r"\mathbf", r"\mathcal", r"\operatorname")


@dataclass(frozen=True)
class Names:
    """Letters that mean something of their own in a document."""

    variables: frozenset[str] = frozenset()  # "e" where it is no constant
    functions: frozenset[str] = frozenset()  # "f" where f(x) is no product


def value(tex: str, names: Names = Names()) -> sympy.Expr:
    """The expression that ``tex`` writes.

    Raises:
        UnreadError: this reader does not know what stands there
    """
    reader = _Reader(Tokens(tex), names)
    result = reader.sum()
    if reader.tokens.left:
        raise UnreadError(" ".join(reader.tokens.left[:5]))
    return result


class _Reader:
    """Reads tokens from the front."""

    def __init__(self, tokens: Tokens, names: Names) -> None:
        self.tokens = tokens
        self.names = names

    def sum(self) -> sympy.Expr:
        result = sympy.Integer(0)
        sign = self.sign()
        while True:
            result += sign * self.product()
            if self.tokens.next not in ("+", "-"):
                return result
            sign = self.sign()

    def sign(self) -> int:
        sign = 1
        while self.tokens.next in ("+", "-"):
            sign *= -1 if self.tokens.take() == "-" else 1
        return sign

    def product(self) -> sympy.Expr:
        result = self.power()
        while True:
            if self.tokens.next in PRODUCT:
                self.tokens.take()
                result *= self.sign() * self.power()
            elif self.tokens.next in ("/", r"\div"):
                self.tokens.take()
                result /= self.power()
            elif self.starts():
                result *= self.power()
            else:
                return result

    def starts(self) -> bool:
        token = self.tokens.next
        known = token in FUNCTIONS or token in ACCENT or token in CLOSING
        words = (
            r"\frac",
            r"\tfrac",
            r"\dfrac",
            r"\sqrt",
            r"\sum",
            r"\prod",
            r"\pi",
            r"\max",
            r"\min",
            r"\Vert",
        )
        return bool(token) and (
            known or token in words or bool(LETTER.fullmatch(token)) or token[0].isdigit()
        )

    def power(self) -> sympy.Expr:
        base = self.atom()
        while self.tokens.next in ("^", "!", r"\%"):
            if self.tokens.next == "^":
                self.tokens.take()
                if (
                    self.tokens.next == r"\prime"
                    or self.tokens.starts_with("{", r"\prime")
                    or self.tokens.starts_with("{", "(")
                ):
                    raise UnreadError("prime")
                base **= self.script()
            else:
                base = sympy.factorial(base) if self.tokens.take() == "!" else base / 100
        return base

    def _is_no_power(self) -> bool:
        return any(self.tokens.starts_with(*signs) for signs in ((r"\prime",), ("{", r"\prime"), ("{", "(")))

    def script(self) -> sympy.Expr:
        if self.tokens.next == "{":
            return self.group()
        token = self.tokens.take()
        if token[0].isdigit():
            self.tokens.put_back(*token[1:])
            return sympy.Integer(token[0])
        if token in (r"\frac", r"\ast", "T", "'"):
            raise UnreadError(f"^{token}")
        self.tokens.put_back(token)
        return self.atom()

    def group(self) -> sympy.Expr:
        self.tokens.take("{")
        result = self.sum()
        self.tokens.take("}")
        return result

    def atom(self) -> sympy.Expr:
        token = self.tokens.next
        if token and token[0].isdigit():
            return sympy.Rational(re.sub(r"\{,\}|,", "", self.tokens.take()))
        if token in CLOSING:
            return self.bracket()
        if token in (r"\frac", r"\tfrac", r"\dfrac"):
            return self.fraction()
        if token == r"\sqrt":
            self.tokens.take()
            return sympy.sqrt(self.script())
        if token in FUNCTIONS:
            return self.function()
        if token in (r"\sum", r"\prod"):
            return self.series()
        if token in (r"\max", r"\min"):
            return self.extreme()
        if token == r"\pi":
            self.tokens.take()
            return sympy.pi
        if token == r"\Vert":
            self.tokens.take()
            name = self.symbol()
            self.tokens.take(r"\Vert")
            return sympy.Symbol(f"|{name}|")
        if token == "e" and "e" not in self.names.variables and not self.tokens.starts_with("e", "_"):
            self.tokens.take()
            return sympy.E
        return self.symbol()

    def bracket(self) -> sympy.Expr:
        opening = self.tokens.take()
        inner = self.sum()
        self.tokens.take(CLOSING[opening])
        return ROUNDING[opening](inner) if opening in ROUNDING else inner

    def fraction(self) -> sympy.Expr:
        self.tokens.take()
        if self.tokens.next != "{":
            return self.script() / self.script()
        above = self.tokens.words()
        start = list(self.tokens.left)
        below = self.tokens.words()
        d = r"(?:d|\\partial)"
        if (over := re.fullmatch(d + r"(.+)", below)) and re.match(d, above):
            if over[1].startswith("("):
                raise UnreadError("derivative")
            if above in ("d", r"\partial"):
                return sympy.diff(self.product(), value(over[1], self.names))
            return sympy.Symbol(f"{above}/{below}")
        self.tokens.left = start
        return value(above, self.names) / self.group()

    def function(self) -> sympy.Expr:
        name = self.tokens.take()
        exponent: sympy.Expr = sympy.Integer(1)
        base: sympy.Expr | None = None
        while self.tokens.next in ("_", "^"):
            if self.tokens.take() == "_":
                base = self.script()
            else:
                exponent = self.script()
        if self.tokens.next == "(":
            inner = self.bracket()
        else:
            inner = self.power()
            while self.starts() and self.tokens.next not in FUNCTIONS and self.tokens.next not in ("(", "["):
                inner *= self.power()
        result = FUNCTIONS[name](inner)
        return (result / sympy.log(base) if base is not None else result) ** exponent

    def series(self) -> sympy.Expr:
        kind = sympy.summation if self.tokens.take() == r"\sum" else sympy.product
        self.tokens.take("_")
        below = self.tokens.words()
        if "=" not in below or self.tokens.next != "^":
            raise UnreadError("open bounds")
        self.tokens.take()
        index, _, first = below.partition("=")
        last = self.script()
        variable = value(index, self.names)
        if not isinstance(variable, sympy.Symbol):
            raise UnreadError("index")
        inner = self.product()
        if any("_" in str(symbol) for symbol in inner.free_symbols):
            raise UnreadError("members of a series")
        return kind(inner, (variable, value(first, self.names), last))

    def extreme(self) -> sympy.Expr:
        chosen = sympy.Max if self.tokens.take() == r"\max" else sympy.Min
        self.tokens.take("(")
        values = [self.sum()]
        while self.tokens.next == ",":
            self.tokens.take()
            values.append(self.sum())
        self.tokens.take(")")
        return chosen(*values)

    def symbol(self) -> sympy.Symbol:
        token = self.tokens.take()
        if token in ACCENT:
            name = (
                token[1:] + self.tokens.words()
                if token in (r"\hat", r"\bar", r"\tilde")
                else self.tokens.words()
            )
        elif LETTER.fullmatch(token):
            name = token
        else:
            raise UnreadError(token)
        if self.tokens.next == "_":
            self.tokens.take()
            name += "_" + self.tokens.words()
        if any(self.tokens.starts_with("^", "{", sign) for sign in ("(", r"\ast")):
            self.tokens.take()
            name += "^" + self.tokens.words()
        if self.tokens.next == "'" or (self.tokens.next == "(" and name in self.names.functions):
            raise UnreadError("a function")
        return sympy.Symbol(name)
