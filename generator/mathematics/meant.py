"""What the author of a post meant as mathematics, however it is written and whoever shows it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.mathematics.dollars import pairs
from generator.mathematics.formula import Form, Formula, blanked
from generator.mathematics.hidden import visible
from generator.mathematics.surroundings import blocks, in_html_block, stands_alone, unquoted
from generator.writing.markdown import fences

_SIGN = re.compile(r"\\.|\$\$|\$", re.DOTALL)
_CODE = re.compile(r"(?<![\\$`])\$(`+)([^`\n]+)\1\$(?!\$)")
_BRACKETS = re.compile(r"(?<!\\)(\\{1,2})(?:\((.+?)\1\)|\[(.+?)\1\])", re.DOTALL)
_ENVIRONMENT = re.compile(
    r"\\begin\{((?:align|equation|gather|multline|eqnarray|alignat|flalign)\*?)\}.*?\\end\{\1\}", re.DOTALL
)
_BLANK_LINE = re.compile(r"\n[ \t>]*\n")
_MATHEMATICS = re.compile(r"[=^_+<>|]|\\[A-Za-z]|[A-Za-z]\s*\(|\A\s*[A-Za-z]\s*\Z")
_GLUED_BEFORE, _GLUED_AFTER = re.compile(r"[A-Za-z0-9/\\]"), re.compile(r"[/+*?{\\]")
_WORDS = re.compile(r"[A-Za-z]{2,}(?:[|+_ -][A-Za-z]{2,})*")
_ESCAPED = re.compile(r"\\{4}|\\\\(?=[{}|,;:!_&%#])|\\(?=[_*])")
_TWICE = re.compile(r"\\\\(?=[{}|,;:!_&%#])")


@lru_cache(maxsize=8)
def meant(text: str) -> tuple[Formula, ...]:
    """The formulas of a post in order; ``text`` is all of it."""
    finder = _Finder(text)
    for step in (
        finder.fenced,
        finder.in_code,
        finder.doubled,
        finder.environments,
        finder.bracketed,
        finder.single,
    ):
        finder.take(list(step()))
    return tuple(sorted(finder.found, key=lambda formula: formula.start))


@lru_cache(maxsize=8)
def words(text: str) -> str:
    """What is visible of a post besides its formulas; offsets stay."""
    return blanked(visible(text), meant(text))


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Where the visible paragraphs of a post begin and end."""
    return blocks(visible(text))


class _Finder:
    """Takes formulas out of a text, one way of writing after the other."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.left = visible(text)
        self.found: list[Formula] = []

    def take(self, formulas: list[Formula]) -> None:
        self.found += formulas
        self.left = blanked(self.left, formulas)

    def formula(self, start: int, end: int, inner: tuple[int, int], display: bool, form: Form) -> Formula:
        tex = unquoted(self.text, start, self.text[slice(*inner)])
        if form == "double bracket" or (form == "environment" and "\\\\\\\\" in tex):
            # Markdown's backslashes before those of TeX.
            tex = _ESCAPED.sub(lambda found: found[0][: len(found[0]) // 2], tex)
        elif form in ("dollar", "dollars") and "\\begin" not in tex:
            tex = _TWICE.sub(r"\\", tex)
        return Formula(start, end, tex.strip(), display, form)

    def fenced(self) -> Iterator[Formula]:
        for fence in fences(self.text):
            if fence.info == "math":
                yield self.formula(fence.start, fence.end, fence.inner, True, "fence")

    def in_code(self) -> Iterator[Formula]:
        for match in _CODE.finditer(self.text):
            if self.left[match.start()] == "$" and self.left[match.end() - 1] == "$":
                yield self.formula(*match.span(), match.span(2), False, "code")

    def doubled(self) -> Iterator[Formula]:
        places = [match.start() for match in _SIGN.finditer(self.left) if match.group() == "$$"]
        at = 0
        while at + 1 < len(places):
            start, end = places[at], places[at + 1] + 2
            if not self._is_block(start, end):
                at += 1
                continue
            inside = self.text[start + 2 : end - 2]
            alone = stands_alone(self.left, start, end) or inside[:1] == "\n"
            display = alone or in_html_block(self.text, start)
            yield self.formula(start, end, (start + 2, end - 2), display, "dollars")
            at += 2

    def _is_block(self, start: int, end: int) -> bool:
        """Whether two double dollars belong together rather than to others that are missing."""
        inside = self.left[start + 2 : end - 2]
        if not self.text[start + 2 : end - 2].strip():
            return False
        return not _BLANK_LINE.search(inside) or stands_alone(self.left, start, end)

    def environments(self) -> Iterator[Formula]:
        for match in _ENVIRONMENT.finditer(self.left):
            if self.left[match.start() - 1 : match.start()] != "$":
                yield self.formula(*match.span(), match.span(), True, "environment")

    def bracketed(self) -> Iterator[Formula]:
        for match in _BRACKETS.finditer(self.left):
            group = 2 if match[2] is not None else 3
            inside = self.text[slice(*match.span(group))]
            if _BLANK_LINE.search(inside) or not _MATHEMATICS.search(inside) or "$" in inside:
                continue
            form: Form = "bracket" if match[1] == "\\" else "double bracket"
            if form == "bracket" and self._is_escaped(match, inside):
                continue
            yield self.formula(*match.span(), match.span(group), group == 3, form)

    def _is_escaped(self, match: re.Match[str], inside: str) -> bool:
        """Whether the backslashes keep brackets of the text or of a pattern, as editors write them."""
        around = self.left[match.start() - 1 : match.start()], self.left[match.end() : match.end() + 1]
        glued = bool(_GLUED_BEFORE.fullmatch(around[0]) or _GLUED_AFTER.fullmatch(around[1]))
        return glued or bool(_WORDS.fullmatch(inside)) or (match[2] is None and len(inside.strip()) == 1)

    def single(self) -> Iterator[Formula]:
        for start, end in blocks(self.left):
            places = [
                match.start() for match in _SIGN.finditer(self.left, start, end) if match.group() == "$"
            ]
            for opening, closing in pairs(self.left, places):
                yield self.formula(opening, closing + 1, (opening + 1, closing), False, "dollar")
