"""The figures of a network's layers: boxes, planes, kernels, feature maps."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from generator.errors import GeneratorError
from generator.networks import NETWORKS, output_shapes
from generator.parts.models.chosen import sample_in_words, shape_in_words
from generator.parts.models.maps import arrange
from generator.parts.panels import signed_levels
from generator.parts.spread import spread
from generator.scene import Drawing, Picture
from generator.words import Say, percent
from tests.network_figures import (
    LANGUAGES,
    MODELS,
    drawn,
    marks,
    networks,
    overlapping,
    pictures,
    sticks_out,
    texts,
)

ALL = [
    *product(("architecture", "layer_boxes", "prediction", "training_curve"), MODELS, [{}]),
    *product(("layer_boxes",), MODELS, [{"direction": "down"}, {"show_shapes": False}]),
    ("training_curve", "paper", {"metric": "accuracy"}),
    *(("feature_maps", model, {"layer": layer.name}) for model in MODELS for layer in NETWORKS[model].layers),
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("figure", "model", "given"), ALL)
def test_nothing_is_cut_off_and_no_text_lies_on_another(
    figure: str, model: str, given: dict[str, object], language: str
) -> None:
    drawing = drawn(figure, language, model=model, **given)  # type: ignore[arg-type]
    assert drawing.width == 700
    assert not sticks_out(drawing)
    assert not overlapping(drawing)
    assert len(drawing.alt) > 40


@pytest.mark.parametrize("model", MODELS)
def test_the_architecture_is_wider_than_tall_and_writes_the_size_of_every_layer(model: str) -> None:
    drawing = drawn("architecture", model=model)
    assert drawing.height < drawing.width / 2
    shapes = dict(
        zip((layer.name for layer in NETWORKS[model].layers), output_shapes(NETWORKS[model]), strict=True)
    )
    for name, shape in shapes.items():
        if name not in ("flatten", "dropout"):
            assert shape_in_words(shape) in texts(drawing)


def test_the_papers_architecture_has_the_papers_sizes() -> None:
    sizes = ["32×32", "6@28×28", "6@14×14", "16@10×10", "16@5×5", "120", "84", "10"]
    assert [text for text in texts(drawn("architecture")) if text in sizes] == sizes


def test_the_first_plane_of_the_architecture_is_the_picture_itself() -> None:
    (plane,) = pictures(drawn("architecture", sample=3), "grey")
    image = networks()["paper"].samples.picture(3).astype(int)
    assert np.abs(plane[2:30, 2:30].astype(int) - image).max() <= 1
    assert not plane[:2].any()


def test_every_plane_of_the_architecture_is_a_real_feature_map() -> None:
    trace = networks()["paper"].traces["C1"]
    levels = np.rint(signed_levels(trace[7].astype(float), float(np.abs(trace).max())))
    fronts = [
        plane for plane in pictures(drawn("architecture", sample=7), "signed") if plane.shape == (28, 28)
    ]
    assert len(fronts) == 1
    assert np.array_equal(fronts[0], levels[:, :, 0])
    behind = [
        plane for plane in pictures(drawn("architecture", sample=7), "signed") if plane.shape == (3, 28)
    ]
    for plane, index in zip(behind, range(5, 0, -1), strict=True):
        assert np.array_equal(plane, levels[:3, :, index])


def test_layer_boxes_write_names_classes_and_shapes_as_keras_does() -> None:
    written = texts(drawn("layer_boxes"))
    for row in networks()["paper"].layers:
        shape = f"({', '.join(['None', *map(str, row.output_shape)])})"
        assert {row.name, row.class_name, shape} <= set(written)
    assert "(None, 28, 28, 6)" not in texts(drawn("layer_boxes", show_shapes=False))


@pytest.mark.parametrize(("model", "layer"), [("paper", "C1"), ("post", "S4"), ("fashion", "conv1")])
def test_feature_maps_show_every_map_of_the_layer(model: str, layer: str) -> None:
    trace = networks()[model].traces[layer]
    maps = pictures(drawn("feature_maps", model=model, layer=layer, sample=2), "signed")[:-1]
    levels = np.rint(signed_levels(trace[2].astype(float), float(np.abs(trace).max())))
    assert len(maps) == trace.shape[3]
    assert all(np.array_equal(one, levels[:, :, index]) for index, one in enumerate(maps))


def test_feature_maps_of_all_samples_share_the_layers_scale() -> None:
    ends = {tuple(texts(drawn("feature_maps", sample=sample))[-3:-1]) for sample in range(10)}
    assert len(ends) == 1


def test_units_without_a_place_are_a_block_of_cells() -> None:
    block, _ = pictures(drawn("feature_maps", layer="F6"), "signed")
    assert block.shape == (7, 12)
    block, _ = pictures(drawn("feature_maps", layer="output"), "signed")
    assert block.shape == (1, 10)


def test_kernels_have_one_scale_around_zero_for_before_and_after() -> None:
    network = networks()["paper"]
    before, after = network.initial_weights["C1/kernel"], network.weights["C1/kernel"]
    largest = max(float(np.abs(before).max()), float(np.abs(after).max()))
    tiles = pictures(drawn("kernels", untrained=True), "signed")[:-1]
    assert len(tiles) == 12
    shown = [
        np.rint(signed_levels(w[:, :, 0, i].astype(float), largest))
        for w in (before, after)
        for i in range(6)
    ]
    assert all(np.array_equal(one, other) for one, other in zip(tiles, shown, strict=True))


@pytest.mark.parametrize(
    ("model", "layer", "count"), [("paper", "C3", 96), ("paper", "C5", 128), ("fashion", "conv2", 128)]
)
def test_kernels_of_many_channels_are_a_table_that_says_what_it_leaves_out(
    model: str, layer: str, count: int
) -> None:
    drawing = drawn("kernels", model=model, layer=layer)
    assert len(pictures(drawing, "signed")) - 1 == count
    assert any("rows: " in text for text in texts(drawing))
    assert any("the first" in text for text in texts(drawing)) == (count == 128)


@pytest.mark.parametrize("untrained", [False, True])
@pytest.mark.parametrize(
    ("model", "layer"), [("paper", "C1"), ("paper", "C5"), ("post", "C3"), ("fashion", "conv2")]
)
def test_kernels_fit_a_page(model: str, layer: str, untrained: bool) -> None:
    for language in LANGUAGES:
        drawing = drawn("kernels", language, model=model, layer=layer, untrained=untrained)
        assert not sticks_out(drawing)
        assert not overlapping(drawing)


@pytest.mark.parametrize(
    ("figure", "given", "told"),
    [
        ("feature_maps", {"layer": "C7"}, "C1, S2, C3, S4, C5, flatten, F6, output"),
        ("kernels", {"layer": "S2"}, "there are C1, C3, C5"),
        ("kernels", {"model": "fashion", "layer": "C1"}, "there are conv1, conv2"),
        ("architecture", {"sample": 10}, "0 to 9"),
        ("prediction", {"sample": -1}, "0 to 9"),
        ("architecture", {"model": "vgg"}, "'paper' or 'post' or 'fashion'"),
    ],
)
def test_what_is_not_there_is_refused_with_what_there_is(
    figure: str, given: dict[str, object], told: str
) -> None:
    with pytest.raises(GeneratorError) as raised:
        drawn(figure, **given)
    assert told in str(raised.value)


def test_prediction_draws_probabilities_as_lengths_and_marks_the_right_class() -> None:
    drawing = drawn("prediction", sample=4)
    chances = networks()["paper"].traces["output"][4]
    assert chances.sum() == pytest.approx(1)
    written = texts(drawing)
    assert all(percent(float(chance)) in written for chance in chances)
    assert written.index("← right answer") > written.index("4")
    assert written[written.index("← right answer") - 1] == percent(float(chances[4]))


def test_captions_name_the_picture_with_its_data_set() -> None:
    network = networks()["paper"]
    assert sample_in_words(network, 5, Say("en")) == "picture of ‘5’ from scikit-learn's handwritten digits"
    for figure in ("feature_maps", "architecture", "prediction"):
        assert "‘5’" in drawn(figure).caption
        assert "scikit-learn" in drawn(figure, "ko").caption


def test_percentages_never_round_to_certainty() -> None:
    assert [percent(x) for x in (0, 0.0001, 0.5, 0.9999, 1)] == [
        "0 %",
        "< 0.1 %",
        "50 %",
        "> 99.9 %",
        "100 %",
    ]


def test_arrange_prefers_large_pixels_and_no_empty_places() -> None:
    choice = arrange(np.zeros((6, 28, 28)), (448, 400), 8)
    assert (choice.columns, choice.rows, choice.cell) == (3, 2, 5)


def test_spread_moves_labels_apart_within_their_room() -> None:
    assert spread([10, 12, 50], [10, 10, 10], 2, 0, 100) == [10, 22, 50]
    assert spread([95, 96], [10, 10], 2, 0, 100) == [83, 95]


def test_a_figure_is_the_same_each_time() -> None:
    def once() -> Drawing:
        return drawn("architecture", "ko", sample=9)

    assert once() == once()
    assert any(isinstance(mark, Picture) for mark in marks(once()))
