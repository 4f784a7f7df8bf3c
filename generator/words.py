"""Choosing words by language, and writing numbers as pictures and sentences show them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from generator.errors import GeneratorError

Language = Literal["ko", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)


@dataclass(frozen=True)
class Say:
    """Picks the words of one language: ``say("입력", "input")``."""

    language: Language = "ko"

    def __call__(self, ko: str, en: str) -> str:
        return ko if self.language == "ko" else en


def known_language(language: str) -> Language:
    """The language, if figures speak it.

    Raises:
        GeneratorError: they do not.
    """
    for known in LANGUAGES:
        if language == known:
            return known
    raise GeneratorError(f"figures have words in {' and '.join(LANGUAGES)}, not in {language!r}")


def plain(value: float, digits: int = 2) -> str:
    """A number as short as it is exact to ``digits`` decimals, with a real minus sign: −1, 0.25, 7."""
    text = f"{value:.{digits}f}".rstrip("0").rstrip(".") if digits else f"{value:.0f}"
    return "0" if text in ("-0", "") else text.replace("-", "\N{MINUS SIGN}")


def equals(value: float) -> str:
    """= in front of a number that two decimals write exactly, else ≈."""
    return "=" if abs(value * 100 - round(value * 100)) < 1e-6 else "≈"


def percent(share: float) -> str:
    """A share of 1 with one decimal; never 0 or 100 % for what is only near it."""
    if 0 < share < 0.0005:
        return "< 0.1 %"
    if 0.9995 < share < 1:
        return "> 99.9 %"
    return f"{plain(share * 100, 1)} %"


def by(rows: int, columns: int) -> str:
    """A size as titles write it: 5×5."""
    return f"{rows}×{columns}"


def rows_in_words(values: Iterable[Iterable[float]]) -> str:
    """Rows of numbers as a sentence can carry them: 1 2 / 3 4."""
    return " / ".join(" ".join(plain(value) for value in row) for row in values)


def each_way(value: tuple[int, int]) -> str:
    """A setting for both axes, once where they agree: 2, or (1, 2)."""
    return str(value[0]) if value[0] == value[1] else f"({value[0]}, {value[1]})"


def counted(count: int, what: str) -> str:
    """A count and its noun in English: 1 weight, 3 weights."""
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def an(size: str, capital: bool = False) -> str:
    """A size after its English article, as it is read aloud: a 5×5, an 8×8, an (11, 11, 3)."""
    number = re.sub(r"[^0-9].*", "", size.lstrip("(")[:4])
    article = "an" if number.startswith("8") or number in ("11", "18") else "a"
    return f"{article.capitalize() if capital else article} {size}"
