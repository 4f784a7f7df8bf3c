"""Own models: what Keras is asked for, what is kept of it, and what is refused."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from generator.errors import GeneratorError
from generator.graph import Node
from generator.learning import own
from generator.learning.own import _told
from generator.learning.prepare import fitted, prepare, prepare_for
from generator.learning.traced import Traced
from generator.learning.traced_file import load_traced, save_traced
from generator.learning.trained import Samples
from generator.own_models import ModelSource
from generator.settings import read_settings
from tests.own_models import own_graph, own_traced, write_project

slow = pytest.mark.slow


def source_of(root: Path, written: str = "models/mine.py:build") -> ModelSource:
    settings = f'[tool.generator.models]\nmine = "{written}"\n'
    return read_settings(write_project(root, settings)).models["mine"]


def samples() -> Samples:
    return own_traced().samples


@slow
def test_keras_layers_become_the_graphs_nodes(tmp_path: Path) -> None:
    traced = own.trace(source_of(tmp_path), samples())
    assert traced.graph == own_graph()
    assert traced.summary.total == own_graph().parameters
    assert [row.input_shape for row in traced.layers][:4] == [(32, 40, 3), *[(32, 20, 4)] * 3]


@slow
def test_traces_are_what_keras_itself_makes_of_the_pictures(tmp_path: Path) -> None:
    source = source_of(tmp_path)
    traced = own.trace(source, samples(), seed=3)
    from generator.learning.model import seeded

    k = seeded(3)
    model: Any = own._from_python(source)
    part = k.Model(model.inputs, [model.get_layer(name).output for name in ("add", "output")])
    expected = part.predict(np.ascontiguousarray(traced.traces["input"]), verbose=0)
    for name, values in zip(("add", "output"), expected, strict=True):
        assert np.allclose(traced.traces[name], values, atol=2e-3 * np.abs(values).max())
    assert not list(tmp_path.rglob("__pycache__"))


@slow
def test_a_saved_keras_file_is_read_too(tmp_path: Path) -> None:
    model: Any = own._from_python(source_of(tmp_path))
    model.save(tmp_path / "models" / "mine.keras")
    traced = own.trace(source_of(tmp_path, "models/mine.keras"), samples())
    assert traced.graph == own_graph()


@slow
@pytest.mark.parametrize(
    ("function", "told"),
    [
        ("nothing", "nothing() returns int; it must return a keras.Model"),
        ("raising", "raising() fails in line 21 with ValueError: no luck"),
        ("missing", "there is no function 'missing' in mine.py; its functions are build, nothing, raising"),
        ("two_inputs", "the model has 2 inputs; it must have one"),
        ("open_size", "the model's input is (None, None, 1); it must be (height, width, channels)"),
        ("unbuilt", "the model has no input yet; begin it with keras.Input((height, width, channels))"),
        (
            "subclass",
            "the model is a Own, whose layers Keras does not list; it must be Sequential or functional",
        ),
    ],
)
def test_a_model_that_cannot_be_used_is_refused_with_its_key(
    function: str, told: str, tmp_path: Path
) -> None:
    with pytest.raises(GeneratorError) as refused:
        own.trace(source_of(tmp_path, f"models/mine.py:{function}"), samples())
    assert refused.value.file == tmp_path / "pyproject.toml"
    assert f"models.mine is 'models/mine.py:{function}'; {told}" in refused.value.message
    assert "\n" not in str(refused.value)


@slow
def test_a_file_that_is_no_model_is_refused(tmp_path: Path) -> None:
    source = source_of(tmp_path, "models/mine.keras")
    source.file.write_bytes(b"nothing of the kind")
    with pytest.raises(GeneratorError, match=r"mine\.keras'; Keras cannot read the file"):
        own.trace(source, samples())


@slow
def test_models_inside_models_are_laid_open_and_shared_layers_counted_once() -> None:
    from generator.learning.graph_tracing import graph_of_model
    from generator.learning.model import keras

    k = keras()
    k.utils.clear_session()
    inner = k.Sequential(
        [k.Input((8, 8, 1)), k.layers.Conv2D(1, 3, padding="same", name="conv")], name="half"
    )
    pictures = k.Input((8, 8, 1))
    graph = graph_of_model(k.Model(pictures, inner(inner(pictures)) + pictures), "x", "x")
    assert [(node.name, node.inputs) for node in graph.nodes] == [
        ("conv", ("input",)),
        ("half/conv", ("conv",)),
        ("add", ("half/conv", "input")),
    ]
    assert [node.parameters for node in graph.nodes] == [10, 0, 0]


@slow
def test_what_layers_do_with_places_is_told_by_class_and_settings() -> None:
    from generator.learning.graph_tracing import nodes_of
    from generator.learning.model import keras

    k = keras()
    la = k.layers
    expected = {
        la.GlobalAveragePooling2D(): "all",
        la.Dense(2): "kept",
        la.LayerNormalization(): "kept",
        la.LayerNormalization(axis=(1, 2, 3)): "all",
        la.GroupNormalization(2): "all",
        la.UpSampling2D(2): "unknown",
        la.Conv2DTranspose(2, 3): "unknown",
        la.Lambda(lambda x: x): "unknown",
        la.Cropping2D(1): "window",
        la.Rescaling(2.0): "kept",
        la.Permute((2, 1, 3)): "unknown",
    }
    for layer, places in expected.items():
        pictures = k.Input((8, 8, 4))
        (node,) = nodes_of(k.Model(pictures, layer(pictures)))
        assert node.places == places, node.class_name


def test_messages_of_keras_are_told_in_one_line_without_signs_for_terminals() -> None:
    assert _told(ValueError("\x1b[1mno\x1b[0m\n  good")) == "ValueError: no good"


def test_the_largest_outputs_are_left_out_first() -> None:
    def node(name: str, size: int) -> Node:
        return Node(name, "Layer", ("input",), (size,), 0, "all")

    assert own.worth_keeping((node("huge", 100_001), node("small", 5))) == {"small"}
    many = tuple(node(f"n{index}", 90_000 + index) for index in range(20))
    assert own.worth_keeping(many) == {f"n{index}" for index in range(11)}


def test_a_traced_model_comes_back_from_its_file(tmp_path: Path) -> None:
    saved = own_traced()
    save_traced(saved, tmp_path / "x.npz")
    loaded = load_traced(tmp_path / "x.npz")
    assert (loaded.graph, loaded.data, loaded.source, loaded.summary) == (
        saved.graph,
        saved.data,
        saved.source,
        saved.summary,
    )
    assert sorted(loaded.traces) == sorted(saved.traces)
    assert all(np.array_equal(loaded.traces[name], saved.traces[name]) for name in saved.traces)
    first = (tmp_path / "x.npz").read_bytes()
    save_traced(loaded, tmp_path / "x.npz")
    assert (tmp_path / "x.npz").read_bytes() == first


def _cut(content: bytes) -> bytes:
    return content[:-500]


def _foreign(_: bytes) -> bytes:
    return b"something else"


@pytest.mark.parametrize("damage", [_cut, _foreign])
def test_a_damaged_file_is_refused_in_one_sentence(damage: Any, tmp_path: Path) -> None:
    file = tmp_path / "x.npz"
    save_traced(own_traced(), file)
    file.write_bytes(damage(file.read_bytes()))
    with pytest.raises(GeneratorError, match="generator train makes it anew") as refused:
        load_traced(file)
    assert "\n" not in str(refused.value)


def test_pictures_are_enlarged_by_whole_numbers_and_framed_by_zeros() -> None:
    image = np.full((1, 28, 28), 255, np.uint8)
    framed = fitted(image, 60, 70)[0]
    assert framed.shape == (60, 70)
    assert np.argwhere(framed).min(axis=0).tolist() == [2, 7]
    assert np.argwhere(framed).max(axis=0).tolist() == [57, 62]
    assert np.array_equal(prepare_for(image, (32, 32, 1)), prepare(image, 32))
    assert prepare_for(image, (32, 32, 3)).shape == (1, 32, 32, 3)


def test_pictures_that_do_not_fit_leave_a_model_without_feature_maps() -> None:
    with pytest.raises(GeneratorError, match="28 × 28 do not fit into 20 × 30"):
        fitted(np.zeros((1, 28, 28), np.uint8), 20, 30)
    assert own._prepared(samples(), (20, 30, 1)) is None


def test_the_modules_of_figures_import_no_keras() -> None:
    code = (
        "import sys, generator.figures.layer_boxes, generator.figures.feature_maps, generator.sources;"
        "print(any(name in sys.modules for name in ('tensorflow', 'keras', 'torch')))"
    )
    assert subprocess.check_output([sys.executable, "-c", code], text=True) == "False\n"


def test_a_traced_model_has_rows_like_a_trained_one() -> None:
    traced: Traced = own_traced()
    assert (traced.network, traced.layers[0].input_shape) == ("mine", (32, 40, 3))
