"""Reading a formula as MathJax and KaTeX do, as far as it decides whether they typeset it."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, field

from generator.viewers import tex_macros
from generator.viewers.engines import Engine, Knowledge, kind
from generator.viewers.tex_errors import RefusedError, UnclearError
from generator.viewers.tex_groups import DISTANCE, bracket, single
from generator.viewers.tex_scripts import Scripts
from generator.writing.tex import Reader

_UNKNOWN_SIGNS = frozenset("\"'()*+-./<=?@[]^`~0123456789")
# KaTeX reads these as accents in mathematics, too.
_ACCENTS = frozenset("\"'.=^`~")
_ENDS = {"}": "} without {", "\\right": r"\right without \left", "\\end": r"\end without \begin"}
_NO_ARGUMENT = frozenset({"", "}", "&", "\\end", "\\cr"})
_NO_SCRIPT = _NO_ARGUMENT | {"^", "_", "\\right"}


@dataclass
class Formula:
    """A formula that is being read.

    ``known`` is what the document has defined before it, ``defined`` what it has defined itself so far.
    """

    reader: Reader
    engine: Engine
    knowledge: Knowledge
    known: Set[str]
    defined: set[str] = field(default_factory=set)
    tags: int = 0

    def read(self) -> None:
        """Read it all.

        Raises:
            RefusedError: the engine refuses the formula.
            UnclearError: it cannot be told.
        """
        end = self.pieces("")
        if end:
            raise RefusedError(_ENDS[end])

    def pieces(self, around: str) -> str:
        """Read up to a token that closes something, and return that token: "" at the end of the formula.

        ``around`` is what is open: "" for the formula, ``{``, ``\\left``, or the name of an environment.
        """
        scripts = Scripts()
        infix, row_begins = False, True
        while token := self.reader.peek():
            if token in _ENDS:
                return self.reader.take()
            if token in ("\\hline", "\\hdashline"):
                if not row_begins or not self.has_rows(around):
                    raise RefusedError(rf"{token} has no place here")
            elif self.is_macro(token) and token[1:] in kind("infix"):
                if infix:
                    raise RefusedError(rf"two {token} in one group")
                infix = True
            elif not token.isspace():
                row_begins = token in ("\\\\", "\\cr")
            self.piece(around, scripts)
        return ""

    def piece(self, around: str, scripts: Scripts) -> None:
        """Read one token and what belongs to it."""
        token = self.reader.take()
        if token in ("^", "_"):
            scripts.script(token)
            self.script(token)
        elif token[0] == "'":
            scripts.prime()
        elif token in ("&", "\\cr", "\\\\"):
            scripts.new()
            self.cell(token, around)
        elif token in ("\\limits", "\\nolimits"):
            if not scripts.sign or scripts.sign.isalnum():
                raise RefusedError(rf"{token} behind no operator")
        elif not token.isspace():
            scripts.new(token)
            self.nucleus(token)

    def cell(self, token: str, around: str) -> None:
        """What separates cells and rows."""
        if token == "\\\\":
            if self.reader.peek() == "*":
                self.reader.take()
            if self.reader.peek() == "[" and not DISTANCE.fullmatch(bracket(self.reader)):
                raise RefusedError(r"[ behind \\ is no distance")
        elif not self.has_rows(around):
            place = "has no place here" if self.reader.environments else "outside an environment"
            raise RefusedError(f"{token} {place}")
        elif token == "&" and around in self.knowledge.without_columns:
            raise RefusedError(rf"& in \begin{{{around}}}")

    def has_rows(self, around: str) -> bool:
        return around in self.reader.environments

    def nucleus(self, token: str) -> None:
        """What scripts may hang on: a character, a group, a macro with its arguments."""
        if token == "{":
            self.inside("{", "}", "{ without }")
        elif token == "#":
            raise RefusedError("# has no place here")
        elif token == "$" and self.engine == "katex":
            raise RefusedError("$ in a formula")
        elif token[0] == "\\" and token != "\\":
            self.control(token)

    def inside(self, around: str, end: str, otherwise: str) -> None:
        """Read up to ``end``; say ``otherwise`` where something else ends first."""
        found = self.pieces(around)
        if found != end:
            raise RefusedError(_ENDS["}"] if found == "}" else otherwise)

    def control(self, token: str) -> None:
        """A macro with what belongs to it, or an escaped sign."""
        name = token[1:]
        if not self.is_macro(token):
            accent = self.engine == "katex" and name in _ACCENTS
            if (name in _UNKNOWN_SIGNS and not accent) or not name.isascii():
                raise RefusedError(f"does not know {token}")
        elif name not in self.known | self.defined:
            if name not in self.knowledge.macros or name in self.knowledge.only_in_text:
                raise RefusedError(f"does not know {token}")
            tex_macros.arguments(self, name)

    def is_macro(self, token: str) -> bool:
        return token[0] == "\\" and token[1:2].isascii() and token[1:2].isalpha()

    def argument(self, of: str) -> None:
        """Read a macro's argument: a group, or one token that needs none itself."""
        self.reader.skip_space()
        token = single(self.reader)
        if token in ("^", "_") and of in kind("wrapping"):
            raise UnclearError
        if token in _NO_ARGUMENT or token in ("^", "_"):
            raise RefusedError(rf"\{of} lacks an argument")
        if (
            self.is_macro(token)
            and token[1:] not in self.known | self.defined
            and self.knowledge.arguments.get(token[1:])
        ):
            if of in kind("nesting"):
                raise UnclearError
            raise RefusedError(rf"{token} lacks an argument")
        self.nucleus(token)

    def script(self, sign: str) -> None:
        """What stands behind ``^`` or ``_``."""
        self.reader.skip_space()
        token = single(self.reader)
        if token in _NO_SCRIPT or token == "'":
            raise RefusedError(f"nothing behind {sign}")
        if token == "\\\\" and self.engine == "katex":
            raise RefusedError(f"nothing behind {sign}")
        if self.is_macro(token) and token[1:] in self.knowledge.not_as_script - self.known - self.defined:
            raise RefusedError(f"{token} behind {sign} without braces")
        self.nucleus(token)
