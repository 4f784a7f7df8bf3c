"""A few numbers as a post writes them in one parameter: "1 0.5 −2"."""

from __future__ import annotations

from generator.errors import GeneratorError
from generator.parts.numbers import shown_in_full


def row_of_numbers(text: str, name: str, counts: tuple[int, int], largest: float) -> list[float]:
    """The numbers, with spaces or commas between them.

    Raises:
        GeneratorError: a word is no number, they are too few or too many for ``counts`` (least, most), or one
            is larger than ``largest``, smaller than −``largest``, or has more decimals than pictures show.
    """
    least, most = counts
    try:
        # A minus sign copied from a page is as good as a hyphen.
        numbers = [float(word) for word in text.replace("\N{MINUS SIGN}", "-").replace(",", " ").split()]
    except ValueError:
        numbers = []
    if not least <= len(numbers) <= most:
        raise GeneratorError(f"{name} is {text!r}; it takes {least} to {most} numbers such as '1 0.5 -2'")
    if not all(abs(number) <= largest for number in numbers):
        raise GeneratorError(f"{name} is {text!r}; each number must be from -{largest:.0f} to {largest:.0f}")
    return [shown_in_full(name, number) for number in numbers]
