"""Reading a formula as MathJax and KaTeX do, as far as it decides whether they typeset it."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.viewers import tex_macros, tex_text
from generator.viewers.engines import Engine, Knowledge
from generator.viewers.tex_errors import Unsure, Wrong
from generator.viewers.tex_scripts import Scripts
from generator.writing.tex import Reader

__all__ = ["Formula", "Unsure", "Wrong"]

_UNKNOWN_SIGNS = frozenset("\"'()*+-./<=?@[]^`~")
# KaTeX reads these as accents in mathematics, too.
_ACCENTS = frozenset("\"'.=^`~")
# Macros that put their argument between other signs before it is read.
_LENIENT = frozenset("bra ket braket Bra Ket Braket ketbra Ketbra set Set".split())
_INFIX = frozenset({"over", "atop", "choose", "brace", "brack"})
_LINE = frozenset({"hline", "hdashline"})
_ENDS = {"}": "} without {", "\\right": r"\right without \left", "\\end": r"\end without \begin"}


@dataclass
class Formula(Reader):
    """A formula's tokens, the place in them, and what is open around it, from the outside in."""

    engine: Engine = "mathjax"
    knowledge: Knowledge = field(kw_only=True)
    known: set[str] = field(default_factory=set)
    tags: int = 0

    def read(self) -> None:
        """Read it all.

        Raises:
            Wrong: the engine refuses the formula.
            Unsure: it cannot be told.
        """
        end = self.list("")
        if end:
            raise Wrong(_ENDS[end])

    def list(self, around: str) -> str:
        """Read up to a token that closes something, and return that token: "" at the end of the formula.

        ``around`` is what is open: "" for the formula, ``{``, ``\\left`` or an environment's name.
        """
        scripts = Scripts()
        infix, row_begins = False, True
        while self.at < len(self.tokens):
            token = self.peek()
            if token in _ENDS:
                return self.take()
            name = token[1:]
            if token.startswith("\\") and name in _LINE and not (row_begins and around in self.environments):
                raise Wrong(rf"{token} has no place here")
            if token.startswith("\\") and name in _INFIX:
                if infix:
                    raise Wrong(rf"two {token} in one group")
                infix = True
            row_begins = token in ("\\\\", "\\cr") or (row_begins and (token.isspace() or name in _LINE))
            self.piece(around, scripts)
        return ""

    def piece(self, around: str, scripts: Scripts) -> None:
        """Read one token and what belongs to it."""
        token = self.take()
        if token in ("^", "_"):
            scripts.script(token)
            self.script(token)
        elif token.startswith("'"):
            scripts.prime()
        elif token.isspace():
            return
        elif token in ("&", "\\cr", "\\\\"):
            scripts.new()
            self.cell(token, around)
        elif token in ("\\limits", "\\nolimits"):
            if scripts.sign == "" or (scripts.sign.isalnum() and len(scripts.sign) == 1):
                raise Wrong(rf"{token} behind no operator")
        else:
            scripts.new(token)
            self.nucleus(token, around)

    def cell(self, token: str, around: str) -> None:
        """What separates cells and rows."""
        if token == "\\\\":
            if self.peek() == "*":
                self.take()
            if self.peek() == "[" and not tex_macros.DISTANCE.fullmatch(self.optional()):
                raise Wrong(r"[ behind \\ is no distance")
        elif around not in self.environments or not around:
            place = "outside an environment" if not self.environments else "has no place here"
            raise Wrong(f"{token} {place}")
        elif token == "&" and around in self.knowledge.without_columns:
            raise Wrong(rf"& in \begin{{{around}}}")

    def nucleus(self, token: str, around: str) -> None:
        """What scripts may hang on: a character, a group, a macro with its arguments."""
        if token == "{":
            self.closed_by("}", self.list("{"), "{ without }")
        elif token == "#":
            raise Wrong("# has no place here")
        elif token == "$" and self.engine == "katex":
            raise Wrong("$ in a formula")
        elif token == "\\":
            return
        elif token[0] == "\\":
            self.control(token)

    def control(self, token: str) -> None:
        name = token[1:]
        if not name[0].isascii() or not name.isalpha():
            if self.engine == "katex" and name in _ACCENTS:
                return
            if name in _UNKNOWN_SIGNS or name.isdigit() or not name.isascii():
                raise Wrong(f"does not know {token}")
            return
        if name in self.known:
            return
        if name not in self.knowledge.macros or name in self.knowledge.only_in_text:
            raise Wrong(f"does not know {token}")
        tex_macros.arguments(self, name)

    def argument(self, of: str) -> None:
        """Read a macro's argument: a group, or one token that needs none itself."""
        self.skip_space()
        token = self.peek()
        if not token or token in ("}", "&", "\\end", "\\cr"):
            raise Wrong(rf"\{of} lacks an argument")
        if token in ("^", "_"):
            if of in _LENIENT:
                raise Unsure
            raise Wrong(rf"\{of} lacks an argument")
        self.take()
        if len(token) > 1 and token[0] in ".-'":
            # Signs that are one token to a writer are several to TeX.
            self.at -= 1
            self.tokens = [*self.tokens[: self.at], *token[1:], *self.tokens[self.at + 1 :]]
            return
        if token[0] == "\\" and self.knowledge.arguments.get(token[1:]) and token[1:] not in self.known:
            if of == "sqrt":
                raise Unsure
            raise Wrong(rf"{token} lacks an argument")
        self.nucleus(token, "argument")

    def script(self, sign: str) -> None:
        """What stands behind ``^`` or ``_``."""
        self.skip_space()
        token = self.peek()
        if not token or token in ("}", "^", "_", "&", "\\end", "\\right", "\\cr") or token.startswith("'"):
            raise Wrong(f"nothing behind {sign}")
        if token[0] == "\\" and token[1:] in self.knowledge.not_as_script and token[1:] not in self.known:
            raise Wrong(f"{token} behind {sign} without braces")
        self.take()
        self.nucleus(token, "script")

    def optional(self) -> str:
        """Read a bracket with its inside, and return that."""
        start, depth = self.at + 1, 0
        self.take()
        while self.at < len(self.tokens):
            token = self.take()
            depth += {"{": 1, "}": -1}.get(token, 0)
            if token == "]" and depth == 0:
                return "".join(self.tokens[start : self.at - 1])
            if depth < 0:
                break
        raise Wrong("[ without ]")

    def raw(self, of: str) -> str:
        """Read an argument that is no mathematics, and return it."""
        self.skip_space()
        if self.peek() != "{":
            token = self.take()
            if not token or token == "}":
                raise Wrong(rf"\{of} lacks an argument")
            return token
        start, depth = self.at + 1, 0
        while self.at < len(self.tokens):
            depth += {"{": 1, "}": -1}.get(self.take(), 0)
            if depth == 0:
                return "".join(self.tokens[start : self.at - 1])
        raise Wrong("{ without }")

    def words(self, of: str) -> None:
        """Read the argument of ``\\text``."""
        tex_text.check(self, self.raw(of), of)

    def closed_by(self, end: str, found: str, otherwise: str) -> None:
        if found != end:
            raise Wrong(_ENDS[found] if found == "}" and otherwise != "{ without }" else otherwise)
