"""Which three colours mix, how, and what the mixtures are called."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

from generator.mixing import COLOURS, FULL, Colour, added, contrast, filtered, hexadecimal, name_of
from generator.words import Say

Numbers = tuple[int, ...]
"""Which of the three circles, from 0."""


@dataclass(frozen=True)
class Mixing:
    """The three colours to mix, from the top one leftwards, what they lie on, and how they mix."""

    primaries: tuple[str, str, str]
    ground: str
    adds: bool

    def mixture(self, numbers: Numbers) -> Colour:
        """The colour where these circles overlap."""
        colours = [COLOURS[self.primaries[number]] for number in numbers]
        return added(*colours) if self.adds else filtered(*colours)

    @property
    def sign(self) -> str:
        """What stands between colours that mix: light is added, shares of light are multiplied."""
        return "+" if self.adds else "×"


MIXINGS = {
    "rgb": Mixing(("red", "green", "blue"), "black", adds=True),
    "cmyk": Mixing(("cyan", "magenta", "yellow"), "white", adds=False),
}
PARTS: tuple[Numbers, ...] = tuple(part for count in (1, 2, 3) for part in combinations(range(3), count))
OVERLAPS = tuple(part for part in PARTS if len(part) > 1)


def ink_on(colour: Colour) -> str:
    """Black or white, whichever can be told better from a ground."""
    return max(("black", "white"), key=lambda ink: contrast(COLOURS[ink], colour))


def named(say: Say, colour: Colour) -> str:
    """What a corner of the colour cube is called."""
    return {
        "red": say("빨강", "Red"),
        "green": say("초록", "Green"),
        "blue": say("파랑", "Blue"),
        "cyan": say("청록", "Cyan"),
        "magenta": say("자홍", "Magenta"),
        "yellow": say("노랑", "Yellow"),
        "white": say("하양", "White"),
        "black": say("검정", "Black"),
    }[name_of(colour)]


def shares(colour: Colour) -> str:
    """Red, green and blue from 0 to 1."""
    return f"({', '.join(str(level // FULL) for level in colour)})"


def sum_of_shares(model: Mixing, part: Numbers) -> str:
    """The mixture of shares from 0 to 1: sums of lights, products of inks."""
    colours = [COLOURS[model.primaries[number]] for number in part]
    terms = [shares(colour) for colour in (*colours, model.mixture(part))]
    return f" {model.sign} ".join(terms[:-1]) + f" = {terms[-1]}"


def caption(say: Say, model: Mixing) -> str:
    """What all three colours give together."""
    if model.adds:
        return say(
            "빛은 더할수록 밝아져 빨강, 초록, 파랑을 모두 더하면 하양이 된다.",
            "Light gets brighter as it adds up: red, green and blue together are white.",
        )
    return say(
        "잉크는 겹칠수록 빛을 더 걸러 청록, 자홍, 노랑을 모두 겹치면 검정이 된다.",
        "Ink takes away more light with every layer: cyan, magenta and yellow together are black.",
    )


def alt(say: Say, model: Mixing, values: str) -> str:
    """Every part of the picture with its colour, written as hex or as shares."""
    parts = []
    for part in PARTS:
        mixture = model.mixture(part)
        names = [named(say, COLOURS[model.primaries[number]]) for number in part]
        numbers = hexadecimal(mixture) if values == "hex" else shares(mixture)
        value = f"{named(say, mixture)} {numbers}"
        parts.append(value if len(part) == 1 else f"{f' {model.sign} '.join(names)} = {value}")
    listed = ", ".join(parts)
    if model.adds:
        return say(
            f"검은 바탕에 빛의 원 셋이 서로 겹친다: {listed}.",
            f"Three circles of light overlap on black: {listed}.",
        )
    return say(
        f"흰 바탕에 잉크의 원 셋이 서로 겹친다: {listed}. 실제 잉크 셋은 완전히 검지 않아 검정(K) 잉크를 "
        "따로 쓴다.",
        f"Three circles of ink overlap on white: {listed}. Three real inks are not quite black, so printers "
        "have black (K) as a fourth.",
    )
