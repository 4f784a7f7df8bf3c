"""A flattened picture in words."""

from __future__ import annotations

from generator.arithmetic import Array
from generator.parts.pixels.flat_row import Flat
from generator.words import Say, by, counted, rows_in_words


def count(say: Say, flat: Flat) -> str:
    """How many inputs the row is, as a product."""
    factors = [flat.rows, flat.columns] + [flat.channels] * (flat.channels > 1)
    product = " × ".join(f"{factor:,}" for factor in factors)
    return say(f"입력 {product} = {flat.count:,}개", f"{product} = {flat.count:,} inputs")


def rule(say: Say, flat: Flat) -> str:
    """How a number's place follows from where its pixel is."""
    row, column, channel = say("행", "row"), say("열", "column"), say("채널", "channel")
    place = f"{row} × {flat.columns:,} + {column}"
    whole = place if flat.channels == 1 else f"({place}) × {flat.channels:,} + {channel}"
    return say(f"자리 = {whole} (0부터)", f"place = {whole}, from 0")


def caption(say: Say, flat: Flat) -> str:
    """How far neighbours get apart."""
    if flat.columns == 1:
        return say(
            f"한 줄로 펴면 바로 아래 픽셀과 {flat.distance:,}칸 떨어진다: {count(say, flat)}.",
            f"In one row a pixel is {flat.distance:,} from the one below: {count(say, flat)}.",
        )
    return say(
        f"한 줄로 펴면 옆 픽셀과는 {flat.channels:,}칸, 바로 아래 픽셀과는 {flat.distance:,}칸 떨어진다: "
        f"{count(say, flat)}.",
        f"In one row a pixel is {flat.channels:,} away from its right neighbour and {flat.distance:,} from "
        f"the one below: {count(say, flat)}.",
    )


def alt(say: Say, flat: Flat, image: Array | None) -> str:
    """The picture, and where its two pixels get to."""
    size = by(flat.rows, flat.columns)
    upper, lower = (f"{place:,}" for place in flat.places)
    numbers = "" if image is None else f" [{rows_in_words(image)}]"
    through = (
        say(f", 채널 {flat.channels:,}개", f" with {flat.channels:,} channels") if flat.channels > 1 else ""
    )
    return say(
        f"{size} 그림{through}{numbers}의 수를 위에서부터 한 줄로 잇는다. 행 {flat.row}, 열 {flat.column}의 "
        f"픽셀은 자리 {upper}, 바로 아래 픽셀은 자리 {lower}에서 시작해 {flat.distance:,}칸 떨어진다(모두 "
        f"0부터 센다). {count(say, flat)}.",
        f"The numbers of a picture of {size} pixels{through}{numbers} in one row, line by line. The pixel in "
        f"row {flat.row} and column {flat.column} begins at place {upper}, the pixel below it at {lower}, "
        f"{counted(flat.distance, 'place')} apart (all counted from 0). {count(say, flat)}.",
    )
