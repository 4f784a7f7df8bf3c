"""Words that mean nothing to Markdown, kramdown, Liquid or MathJax: signs become character references.

References, not backslashes: kramdown knows no backslash before ``~``, and Liquid looks before Markdown does.
"""

from __future__ import annotations

import re

from generator.writing.pieces import INLINE

# An underscore between letters or digits is no emphasis anywhere.
_SIGNS = re.compile(r"[\\`*\[\]<>|{}~$&]|(?<![^\W_])_|_(?![^\W_])")

_BLOCK = re.compile(r"^(\d*)([.)#+:=-])")


def alt(words: str) -> str:
    """For an image's brackets or an attribute: one line without any sign that could end it."""
    return _references(_one_line(words)).replace('"', "&quot;")


def caption(words: str) -> str:
    """For ``*…*``: formulas made by ``math()`` stay, a dollar is hidden from MathJax."""
    parts = re.split(f"({INLINE.pattern})", _one_line(words))
    return "".join(part if INLINE.fullmatch(part) else _dollars(_references(part)) for part in parts)


def quoted_caption(words: str) -> str:
    """For an attribute in double quotes that is read as Markdown: nothing at its start can begin a block."""
    text = caption(words).replace('"', "&quot;")
    return _BLOCK.sub(lambda found: f"{found[1]}&#{ord(found[2])};", text, count=1)


def _references(words: str) -> str:
    return _SIGNS.sub(lambda found: f"&#{ord(found.group())};", words)


def _dollars(words: str) -> str:
    return words.replace("&#36;", "<span>$</span>")


def _one_line(words: str) -> str:
    return " ".join(words.split())
