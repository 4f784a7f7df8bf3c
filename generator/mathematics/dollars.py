"""Which dollars of a paragraph belong together, and which are money.

Nobody can know; the likeliest reading wins. Every way of pairing neighbours is given a price: a dollar left
alone costs something, and a pair costs more the less it looks like a formula.
"""

from __future__ import annotations

import re

_ALONE = 3.0
_HANGUL = re.compile(r"[ㄱ-ㆎ가-힣]")
_WORDS = re.compile(r"\\text\w*\s*\{[^{}]*\}")
_PROSE = re.compile(r"(?<![\\A-Za-z])[A-Za-z]{2,}[ ,]+(?:[A-Za-z]{2,}|[$]|$)|[a-z]{3,} [a-z]{2,}")
_PRICE = re.compile(r"\d+(?:[.,]\d+)*(?:[kKMB]\b|[ ,;)/~–-]|만|억|원|달러|에|의|를|을|은|는|이|가|$)")
# After such words and a space the dollar belongs to what follows.
_KOREAN_AND_SPACE = re.compile(r"[가-힣]\s\Z")
_WORD_AND_SPACE = re.compile(r"(?<![\\A-Za-z])[A-Za-z]{2,}\s\Z")
# $HOME/bin:$PATH, $scope.$apply(): the dollar after the sign begins a name of its own.
_SIGN_AND_NAME = re.compile(r"(?<!\^)[:;/.,=+*&|~(\[{<>\s-]\$[A-Za-z0-9_({]")
# 5$, 6$ and US$: the sign stands behind the price, or behind its country.
_PRICE_BEHIND = re.compile(r"\A[,.;:)~]|[\s(](?:US|USD|CAD|AUD|HKD|NT|NTD)\Z")
_NEVER = 100.0
_OPERATORS = re.compile(r"[=^_\\{}<>]")


def pairs(text: str, places: list[int]) -> list[tuple[int, int]]:
    """The pairs of single dollars among those at ``places`` of a paragraph, as places of both."""
    best: list[tuple[float, int]] = [(0.0, 0)] * (len(places) + 2)
    for at in range(len(places) - 1, -1, -1):
        best[at] = (best[at + 1][0] + _ALONE, 1)
        if at + 1 < len(places):
            together = best[at + 2][0] + unlikely(text, places[at], places[at + 1])
            if together <= best[at][0]:
                best[at] = (together, 2)
    found, at = [], 0
    while at < len(places):
        if best[at][1] == 2:
            found.append((places[at], places[at + 1]))
        at += best[at][1]
    return found


def unlikely(text: str, opening: int, closing: int) -> float:
    """How little the text between two dollars looks like a formula; 0 where it is one for sure."""
    inside = text[opening + 1 : closing]
    if not inside.strip() or _SIGN_AND_NAME.match(text, closing - 1) or _PRICE_BEHIND.search(inside):
        return _NEVER
    formula = _OPERATORS.search(inside) is not None
    left, right = text[opening - 1 : opening], text[closing + 1 : closing + 2]
    price = _edges(inside, left) + _words(_WORDS.sub("", inside), formula)
    if not formula and _PRICE.match(inside):
        price += _NEVER if right.isdigit() else 1.0 + 2.0 * (inside[-1].isspace() or inside[0].isspace())
    if left.isdigit() and inside[-1:].isdigit() and not formula:
        price += _NEVER
    # A$AP and Ke$ha: both dollars stand in words.
    if left.isalnum() and right.isalnum() and not formula and " " in inside:
        price += 4.0
    return price


def _edges(inside: str, left: str) -> float:
    """The price of spaces beside the dollars, and of a line's end between them."""
    before, after = inside[0].isspace(), inside[-1].isspace()
    price = 0.5 if before and after else 2.5 * (before or after)
    # $x 와 y$: the dollars that belong together stand on the other sides.
    return price + 1.5 * (left.isalnum() and after) + 1.0 * ("\n" in inside)


def _words(bare: str, formula: bool) -> float:
    r"""The price of words outside of ``\text``; of those before a space at the end most."""
    price = 0.0
    whole = not bare[:1].isspace()
    if _HANGUL.search(bare):
        price += 1.0 + 1.0 * (" " in bare.strip()) + 2.0 * (not formula and " " in bare.strip())
        price += 3.0 * (whole and _KOREAN_AND_SPACE.search(bare) is not None)
    if _PROSE.search(bare):
        price += 1.0 if formula else 3.0
        price += 3.0 * (whole and _WORD_AND_SPACE.search(bare) is not None)
    return price
