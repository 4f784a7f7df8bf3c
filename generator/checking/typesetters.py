"""How a Jekyll site sets mathematics: which MathJax or KaTeX it loads, and which delimiters that knows.

Defaults: MathJax 2 to 4 know ``\\( \\)`` in the text, ``$$`` and ``\\[ \\]`` on lines of their own
(docs.mathjax.org, "TeX input processor options", "The tex2jax preprocessor"); KaTeX's auto-render the same
(katex.org/docs/autorender).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from generator.checking.blog import CONFIG, Blog
from generator.checking.site_settings import templates

Kind = Literal["mathjax-2", "mathjax-3", "katex"]

INLINE = frozenset({r"\("})
DISPLAY = frozenset({"$$", r"\["})
_LARGEST = 200_000
_COMMENT = re.compile(
    r"<!--.*?-->|/\*.*?\*/|\{%-?\s*comment\b.*?endcomment\s*-?%\}|^\s*//[^\n]*|^\s*#[^\n]*",
    re.DOTALL | re.MULTILINE,
)
_ADDRESS = r"[^\s\"'<>()]*"
_LOADERS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("mathjax-2", re.compile(rf"{_ADDRESS}(?:MathJax\.js|mathjax/2[\d.]*/latest\.js){_ADDRESS}")),
    ("mathjax-3", re.compile(rf"(?i:{_ADDRESS}mathjax{_ADDRESS}/(?:tex|mml|startup)[\w-]*\.js)")),
    ("katex", re.compile(rf"{_ADDRESS}auto-render(?:\.min)?\.m?js")),
)
_HUB = re.compile(r"MathJax\.Hub\.Config\s*\(")
_OBJECT = re.compile(r"(?:window\.)?MathJax\s*=\s*\{")
_RENDER = re.compile(r"renderMathInElement\s*\(")
_STRING = r"(\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*')"
_PAIR = re.compile(rf"\[\s*{_STRING}\s*,\s*{_STRING}\s*\]")
_KATEX_PAIR = re.compile(rf"left[\"']?\s*:\s*{_STRING}[^}}]*?display[\"']?\s*:\s*(true|false)")


@dataclass(frozen=True)
class Loader:
    """A line that loads a typesetter; ``address`` is where from."""

    kind: Kind
    path: Path
    line: int
    address: str


@dataclass(frozen=True)
class Setup:
    """A line that sets a typesetter up, and the opening delimiters that it knows then."""

    kind: Kind
    path: Path
    line: int
    inline: frozenset[str]
    display: frozenset[str]


def site_texts(blog: Blog) -> dict[Path, str]:
    """The files in which a site may load or set up a typesetter, with spaces for their comments."""
    found = dict(templates(blog.root))
    scripts = (
        path for path in sorted((blog.root / "assets").rglob("*.js")) if path.stat().st_size < _LARGEST
    )
    for path in [*scripts, blog.root / CONFIG]:
        if path.is_file():
            found[path] = path.read_text(encoding="utf-8", errors="replace")
    return {
        path: _COMMENT.sub(lambda one: re.sub(r"[^\n]", " ", one.group()), text)
        for path, text in found.items()
    }


def loaders(texts: dict[Path, str]) -> Iterator[Loader]:
    """Every line that loads MathJax or KaTeX's auto-render."""
    for path, text in texts.items():
        for kind, pattern in _LOADERS:
            for match in pattern.finditer(text):
                yield Loader(kind, path, _line(text, match.start()), match.group())


def setups(texts: dict[Path, str]) -> Iterator[Setup]:
    """Every piece of code that sets MathJax or KaTeX's auto-render up."""
    for path, text in texts.items():
        for match in _HUB.finditer(text):
            yield _mathjax("mathjax-2", path, text, match)
        for match in _OBJECT.finditer(text):
            # MathJax 2 reads such an object, too, with the delimiters in another place.
            old = "tex2jax" in _block(text, match.end() - 1)
            yield _mathjax("mathjax-2" if old else "mathjax-3", path, text, match)
        for match in _RENDER.finditer(text):
            yield _katex(path, text, match)


def reads_dollars(blog: Blog) -> bool:
    """Whether the site sets a typesetter up that takes single dollars for mathematics."""
    return _reads_dollars(blog.root)


@lru_cache(maxsize=8)
def _reads_dollars(root: Path) -> bool:
    return any("$" in setup.inline for setup in setups(site_texts(Blog(root))))


def _mathjax(kind: Kind, path: Path, text: str, match: re.Match[str]) -> Setup:
    code = _block(text, match.end() - 1)
    known = []
    line = _line(text, match.start())
    for key, default in (("displayMath", DISPLAY), ("inlineMath", INLINE)):
        given = re.search(rf"[\"']?\b{key}[\"']?\s*:\s*(?=[\[{{])", code)
        if given is None:
            known.append(default)
            continue
        value = _block(code, given.end())
        line = _line(text, match.end() - 1 + given.start())
        pairs = frozenset(_unquoted(pair[1]) for pair in _PAIR.finditer(value))
        # An object adds to what is known: {'[+]': [['$', '$']]}.
        known.append(pairs | default if value.startswith("{") else pairs)
    return Setup(kind, path, line, known[1], known[0])


def _katex(path: Path, text: str, match: re.Match[str]) -> Setup:
    code = _block(text, match.end() - 1)
    pairs = [(_unquoted(pair[1]), pair[2] == "true") for pair in _KATEX_PAIR.finditer(code)]
    line = _line(text, match.start())
    if not pairs:
        return Setup("katex", path, line, INLINE, DISPLAY)
    inline = frozenset(left for left, display in pairs if not display)
    return Setup("katex", path, line, inline, frozenset(left for left, display in pairs if display))


def _block(text: str, start: int) -> str:
    """From an opening bracket to its partner; brackets in strings do not count."""
    depth = 0
    for match in re.compile(rf"{_STRING}|[\[({{]|[\])}}]").finditer(text, start):
        if not match[1]:
            depth += 1 if match.group() in "[({" else -1
            if depth == 0:
                return text[start : match.end()]
    return text[start:]


def _unquoted(written: str) -> str:
    return re.sub(r"\\(.)", r"\1", written[1:-1])


def _line(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1
