"""The largest cell at which a picture fits, and limits before anything is computed."""

from __future__ import annotations

import pytest

from generator.errors import GeneratorError
from generator.layout import Block
from generator.parts.fitting import Way, fitting, room
from generator.parts.limits import pair_within, within


def test_a_page_and_a_phone_have_room_between_their_margins() -> None:
    assert (room("row"), room("stacked")) == (652, 336)


@pytest.mark.parametrize(("columns", "cell"), [(14, 44), (15, 40), (18, 36), (21, 30)])
def test_the_largest_cell_that_fits_is_taken(columns: int, cell: int) -> None:
    assert fitting([(lambda cell: Block(columns * cell, 50), (44, 40, 36, 30))], "row", "size") == (0, cell)


def test_a_later_way_is_taken_where_the_first_is_too_wide_or_too_high() -> None:
    def way(columns: int, rows: int) -> Way:
        return lambda cell: Block(columns * cell, rows * cell), (40, 30)

    assert fitting([way(30, 1), way(1, 60), way(10, 10)], "row", "size") == (2, 40)


def test_what_is_known_to_be_too_wide_is_not_built() -> None:
    built: list[int] = []

    def build(cell: int) -> Block:
        built.append(cell)
        return Block(20 * cell, 10)

    assert fitting([(build, (44, 40, 36, 30))], "row", "size", columns=[20]) == (0, 30)
    assert built == [30]


def test_what_fits_at_no_cell_is_refused_with_its_need_the_room_and_what_to_lower() -> None:
    with pytest.raises(GeneratorError, match=r"would need 750 px .* room to be 652 px wide; lower size$"):
        fitting([(lambda cell: Block(25 * cell, 1), (40, 30))], "row", "size")
    with pytest.raises(
        GeneratorError, match=r"stacked figure would need 750 px .* 336 px wide; lower size, or"
    ):
        fitting([(lambda cell: Block(1, 1), (40, 30))], "stacked", "size", columns=[25])
    with pytest.raises(GeneratorError, match=r"would need 3000 px .* room to be 1500 px high"):
        fitting([(lambda cell: Block(1, 100 * cell), (40, 30))], "row", "size")


def test_limits_are_named_with_the_value_as_it_was_given() -> None:
    assert pair_within("size", 3, 1, 9) == (3, 3)
    assert pair_within("size", (1, 9), 1, 9) == (1, 9)
    assert within("batch", 9, 1, 9) == 9
    with pytest.raises(GeneratorError, match=r"size is \(0, 3\); it must be from 1 to 9"):
        pair_within("size", (0, 3), 1, 9)
    with pytest.raises(GeneratorError, match="batch is 10; it must be from 1 to 9"):
        within("batch", 10, 1, 9)
