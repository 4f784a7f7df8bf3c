from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from generator.data_names import data_title
from generator.learning.trained import LayerRow, Samples, Summary, Trained
from generator.networks import NETWORKS
from generator.words import Say
from generator.writing.branch import Branch, names_of
from generator.writing.values import tree


def trained(network: str) -> Trained:
    confusion = np.diag(np.full(10, 10))
    confusion[4, 4], confusion[4, 9] = 7, 3
    return Trained(
        network=network,
        data="digits",
        seed=0,
        layers=(LayerRow("C1", "Conv2D", (32, 32, 1), (28, 28, 6), 156),),
        summary=Summary(network, 61_706, 0, ""),
        weights={},
        initial_weights={},
        history={
            "loss": (2.0, 1.0),
            "accuracy": (0.5, 0.9),
            "val_loss": (2.0, 1.0),
            "val_accuracy": (0.4, 0.8),
        },
        best_epoch=1,
        test_accuracy=0.97,
        confusion=confusion,
        samples=Samples("digits", np.zeros((10, 28, 28), np.uint8), np.arange(10, dtype=np.uint8)),
        traces={},
    )


def values(language: str = "ko") -> Any:
    return tree(trained=trained, data="digits", language=language)


def test_the_paper_s_layers_know_their_receptive_fields() -> None:
    paper = values()["lenet"].paper
    layers = (paper.C1, paper.S2, paper.C3, paper.S4, paper.C5)
    assert [layer.field for layer in layers] == [5, 6, 14, 16, 32]
    assert [layer.jump for layer in layers] == [1, 2, 2, 4, 4]
    assert [layer.size for layer in layers] == [28, 14, 10, 5, 1]
    assert (paper.C3.start, paper.C3.end) == (7, 25)
    assert paper.C3.centres == tuple(range(7, 26, 2))


def test_shapes_and_parameters_are_those_of_the_networks() -> None:
    found = values()
    assert found["lenet"].paper.C3.shape == (10, 10, 16)
    assert found["lenet"].paper.C3.parameters == 2416
    assert found["lenet"].paper.parameters == 61_706
    assert found["lenet"].post.parameters == 82_826
    assert found["fashion"].parameters == 333_526
    assert [layer.name for layer in found["lenet"].post.layers] == [
        layer.name for layer in NETWORKS["post"].layers
    ]


def test_a_layer_without_positions_has_no_receptive_field() -> None:
    dense = values()["lenet"].paper.F6
    assert dense.units == 84
    assert not hasattr(dense, "field")
    assert "field" not in dense.names()


def test_the_trained_model_tells_what_it_can() -> None:
    model = values()["trained"]
    assert (model.network, model.post.network) == ("paper", "post")
    assert (model.test_accuracy, model.test_count, model.test_errors) == (0.97, 100, 3)
    assert (model.epochs, model.best_epoch, model.val_accuracy) == (2, 2, 0.8)
    confused = model.most_confused
    assert (confused.true, confused.predicted, confused.count) == (4, 9, 3)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_data_set_is_called_what_captions_call_it(language: str) -> None:
    title = data_title("digits", Say(language))
    assert values(language)["data"].name == values(language)["trained"].data == title


def test_a_branch_is_read_once_and_only_when_asked() -> None:
    reads = []

    def read() -> dict[str, object]:
        reads.append(1)
        return {"a": 1}

    branch = Branch("x", read)
    assert not reads
    assert (branch.a, branch.a, names_of(branch)) == (1, 1, ("x", ("a",)))
    assert len(reads) == 1
