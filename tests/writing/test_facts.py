from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from generator.networks import NETWORKS
from generator.writing.facts import FACTS


def test_the_papers_accuracies_are_one_less_its_error_rates() -> None:
    paper = FACTS["lenet5"]
    assert paper["test_accuracy"] == pytest.approx(0.9905)
    assert paper["distorted_test_accuracy"] == pytest.approx(0.992)
    assert paper["year"] == 1998


def test_alexnet_keeps_its_name_and_its_error_beside_its_paper() -> None:
    alexnet = FACTS["alexnet"]
    assert (alexnet["title"], alexnet["year"]) == ("AlexNet", 2012)
    assert alexnet["top5_error"] == pytest.approx(0.164)
    assert str(alexnet["paper"]).startswith("ImageNet Classification")
    assert FACTS["im2col"]["year"] == 2006


def test_nobody_can_change_a_fact() -> None:
    with pytest.raises(TypeError):
        FACTS["lenet5"]["year"] = 2000  # type: ignore[index]
    with pytest.raises(TypeError):
        FACTS["lenet6"] = {}  # type: ignore[index]


def test_mnist_padded_on_both_sides_is_what_lenet_takes() -> None:
    side = FACTS["mnist"]["side"]
    assert isinstance(side, int)
    assert NETWORKS["paper"].input_shape == (side + 4, side + 4, 1)


def test_the_facts_are_true_of_the_real_mnist(mnist_folder: Path) -> None:
    facts = FACTS["mnist"]
    with np.load(mnist_folder / "mnist.npz") as arrays:
        images, tests = arrays["x_train"], arrays["x_test"]
    assert (len(images), len(tests)) == (facts["training"], facts["test"])
    assert images.shape[1:] == (facts["side"], facts["side"])
    assert images.max() == facts["largest"]
    inked = images[:2000] > 0
    heights, widths = inked.any(axis=2).sum(axis=1), inked.any(axis=1).sum(axis=1)
    assert np.maximum(heights, widths).max() == facts["digit_side"]
