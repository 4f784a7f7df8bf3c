"""A square part of a picture."""

from __future__ import annotations

from dataclasses import dataclass

from generator.errors import GeneratorError
from generator.parts.pixels.intensities import Levels
from generator.words import Say, by, rows_in_words

Place = int | tuple[int, int, int]
_MOST_IN_WORDS = 10


@dataclass(frozen=True, eq=False)
class Crop:
    """The pixels of a square, and where its top left one lies in the picture (rows and columns from 0)."""

    levels: Levels
    top: int
    left: int

    @property
    def side(self) -> int:
        """Pixels along one side."""
        side: int = self.levels.shape[0]
        return side

    def in_words(self, say: Say) -> str:
        """Where the crop lies, and, of one that a listener can follow, its values from 0 to 1 row by row."""
        if self.side > _MOST_IN_WORDS:
            return say(
                f"확대한 {by(self.side, self.side)} 부분은 {self.top}행 {self.left}열에서 시작한다.",
                f"The enlarged part of {by(self.side, self.side)} begins at row {self.top}, column "
                f"{self.left}.",
            )
        values = rows_in_words(self.levels / 255)
        return say(
            f"확대한 {by(self.side, self.side)} 부분은 {self.top}행 {self.left}열에서 시작하고 값은 "
            f"[{values}].",
            f"The enlarged part of {by(self.side, self.side)} begins at row {self.top}, column {self.left}; "
            f"its values are [{values}].",
        )


def crop_of(place: Place, levels: Levels, largest: int) -> Crop:
    """The square that ``place`` names: its side, for the middle of the picture, or (row, column, side).

    Raises:
        GeneratorError: the side is not from 1 to ``largest``, or the square reaches out of the picture.
    """
    height, width = levels.shape
    side = place if isinstance(place, int) else place[2]
    if not 1 <= side <= largest:
        raise GeneratorError(
            f"crop is {place}; its side must be from 1 to {largest} pixels to be legible beside the picture"
        )
    top, left = ((height - side) // 2, (width - side) // 2) if isinstance(place, int) else place[:2]
    if not (0 <= top <= height - side and 0 <= left <= width - side):
        raise GeneratorError(
            f"crop is {place}; a square of {side} in a picture of {by(height, width)} begins at row 0 to "
            f"{height - side} "
            f"and column 0 to {width - side}"
        )
    return Crop(levels[top : top + side, left : left + side], top, left)
