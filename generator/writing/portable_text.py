r"""The inside of ``\text{…}``: words, where TeX's own spellings of signs do not work.

MathJax shows what stands in ``\text`` letter by letter, so a macro is no way out there; the typographic
character is.
"""

from __future__ import annotations

import re

from generator.errors import GeneratorError

TEXT_MACROS = frozenset(
    {"text", "textrm", "textbf", "textit", "textsf", "texttt", "textnormal", "textup", "hbox", "fbox"}
)

# Macros whose argument is a name or a length rather than mathematics.
BRACED_NAMES = frozenset({"hspace"})

_TYPOGRAPHIC = (("---", "—"), ("--", "–"), ("...", "…"), ("``", "“"), ("''", "”"), ("`", "‘"), ("~", " "))


def plain_text(words: str) -> str:
    r"""The words with characters that Markdown leaves alone.

    Raises:
        GeneratorError: a character has no place in ``\text``.
    """
    for plain, typographic in _TYPOGRAPHIC:
        words = words.replace(plain, typographic)
    words = re.sub(r'"([^"]*)"', "“\\1”", words)
    words = re.sub(r"(?<!\w)'([^']*)'(?!\w)", "‘\\1’", words)
    words = re.sub(r"\\?\s+", " ", words.replace("'", "’"))
    bad = re.search(r'\\[A-Za-z]+|\\.|[*_<>|${}"&#%^\\]|\]\(|\[\^', words)
    if bad:
        raise GeneratorError(
            rf"TeX: {bad.group()} inside \text{{…}} has no portable spelling; end the \text before it and "
            "write the sign as mathematics, or put it outside the formula"
        )
    return words
