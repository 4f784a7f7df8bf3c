"""What the figures show that exercises use: the way of a shape, and pictures whose answer is left open."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import GeneratorError
from generator.scene import Line
from generator.words import Language
from tests.figure_drawing import drawn, labels


def shapes(**given: object) -> list[str]:
    """The shapes below the solids, from the input to the pooled output."""
    words = labels(drawn("size_chain", **given).frames[0].marks)
    return [word for word in words if word.startswith("(")]


def test_a_same_convolution_keeps_height_and_width_and_pooling_the_channels() -> None:
    assert shapes() == ["(8, 8, C)", "(8, 8, 5)", "(4, 4, 5)"]
    assert shapes(size=(9, 28), channels=1, filters=6, window=(2, 4)) == [
        "(9, 28, 1)",
        "(9, 28, 6)",
        "(4, 7, 6)",
    ]


@pytest.mark.slow
@pytest.mark.parametrize("size", [8, (9, 13)])
@pytest.mark.parametrize("window", [2, (1, 3)])
def test_the_shapes_equal_keras(size: int | tuple[int, int], window: int | tuple[int, int]) -> None:
    import keras

    height, width = (size, size) if isinstance(size, int) else size
    convolution = keras.layers.Conv2D(6, (3, 5), padding="same")
    pooling = keras.layers.MaxPooling2D(window)
    first = convolution.compute_output_shape((None, height, width, 2))
    second = pooling.compute_output_shape(first)
    shown = shapes(size=size, channels=2, filters=6, kernel=(3, 5), window=window)
    assert shown[1:] == [str(tuple(first[1:])), str(tuple(second[1:]))]


@pytest.mark.parametrize("language", ["ko", "en"])
def test_an_open_chain_tells_its_last_shape_alone(language: Language) -> None:
    drawing = drawn("size_chain", language, solved=False, channels=7)
    words = labels(drawing.frames[0].marks)
    assert [word for word in words if word.startswith("(")] == ["(?, ?, ?)", "(?, ?, ?)", "(4, 4, 5)"]
    for text in (*words, drawing.alt, drawing.caption):
        assert "8" not in text
        assert "7" not in text
    assert "5 filters" not in " ".join(words)


@pytest.mark.parametrize(
    ("given_parameters", "message"),
    [
        ({"window": 9}, "window is 9×9; it must fit the size, which is 8×8"),
        ({"size": (8, 3), "window": 4}, "window is 4×4; it must fit the size, which is 8×3"),
        ({"size": 0}, "size is 0; it must be from 1"),
        ({"size": 10**9}, "size is 1000000000"),
        ({"channels": 0}, "channels is 0"),
        ({"filters": -1}, "filters is -1"),
    ],
)
def test_shapes_that_cannot_be_are_refused(given_parameters: dict[str, object], message: str) -> None:
    with pytest.raises(GeneratorError, match=message):
        drawn("size_chain", **given_parameters)


@settings(max_examples=30, deadline=None)
@given(
    size=st.tuples(st.integers(1, 40), st.integers(1, 40)),
    filters=st.integers(1, 300),
    layout=st.sampled_from(["row", "stacked"]),
)
def test_solids_keep_their_proportions_within_the_page(
    size: tuple[int, int], filters: int, layout: str
) -> None:
    drawing = drawn("size_chain", size=size, filters=filters, window=1, layout=layout)
    assert drawing.width == (700 if layout == "row" else 360)


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("layout", ["row", "stacked"])
def test_an_open_equation_shows_input_and_kernel_alone(language: Language, layout: str) -> None:
    given_parameters = {"drawing": "1 2 / 3 4", "weights": "9", "stride": 1, "layout": layout}
    solved = drawn("convolution_equation", language, **given_parameters)
    open_one = drawn("convolution_equation", language, solved=False, **given_parameters)
    numbers = [word for word in labels(open_one.frames[0].marks) if word.isdigit()]
    assert numbers == ["1", "2", "3", "4", "9"]
    assert "36" in labels(solved.frames[0].marks)
    assert "?" in labels(open_one.frames[0].marks)
    for text in (open_one.alt, open_one.caption):
        assert "36" not in text


@pytest.mark.parametrize("kernel", [1, 2, 3, 4])
def test_an_open_feature_map_looks_the_same_whatever_its_size(kernel: int) -> None:
    def brackets(of: int) -> list[tuple[float, float]]:
        """Width and height of the feature map's brackets."""
        marks = drawn("convolution_equation", size=4, kernel=of, solved=False).frames[0].marks
        lines = [mark for mark in marks if isinstance(mark, Line) and mark.stroke == "output-strong"]
        corners = [point for line in lines for point in line.points]
        across, down = zip(*corners, strict=True)
        return [(max(across) - min(across), max(down) - min(down))]

    assert brackets(kernel) == brackets(1)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_open_participation_counts_nothing(language: Language) -> None:
    drawing = drawn("padding_participation", language, solved=False)
    words = labels(drawing.frames[0].marks)
    assert words.count("?") == 32
    assert not [word for word in words if word.isdigit()]
    assert "9" not in drawing.alt + drawing.caption
