"""The post on looking inside a network reads right whatever was trained, and on whatever data."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from generator.data_names import DATA_NAMES, class_name, data_title
from generator.learning.artefact import file_name, load, save
from generator.learning.trained import Trained
from generator.words import Say
from tests.example_trained import example_trained
from tests.posts.rendering import ROOT, TRAINED, rendered

TEMPLATE = ROOT / "posts" / "2025-07-23-visualising-cnn.md.j2"
_STAND_IN = "대신 썼다"
_STOPPED, _FILLED, _TO_THE_END = "에서 멈추었다", "검증 손실이 가장 작았던", "마지막까지 나아졌다"

Change = Callable[[Trained], Trained]


@pytest.fixture(scope="module")
def made_up() -> Trained:
    """A network of the right shapes; what it says of pictures are probabilities."""
    example = example_trained("fashion", per_class=16)
    sure = np.full((10, 10), 0.01, np.float32) + 0.9 * np.eye(10, dtype=np.float32)
    layers = tuple(
        replace(
            row, class_name={"conv": "Conv2D", "pool": "MaxPooling2D"}.get(row.class_name, row.class_name)
        )
        for row in example.layers
    )
    return replace(example, layers=layers, traces={**example.traces, "output": sure})


@pytest.fixture
def post(tmp_path: Path, made_up: Trained) -> Callable[..., str]:
    """The post about a network that differs from the one made up."""

    def write(data: str = "digits", **changes: object) -> str:
        samples = replace(made_up.samples, data=data)
        trained = replace(made_up, data=data, samples=samples, **changes)  # type: ignore[arg-type]
        save(trained, tmp_path / file_name("fashion", data))
        return rendered(TEMPLATE, data, tmp_path)

    return write


@pytest.mark.parametrize("data", DATA_NAMES)
def test_it_names_the_data_that_its_pictures_show(post: Callable[..., str], data: str) -> None:
    text, say = post(data), Say("ko")
    names = [class_name(data, label, say) for label in range(10)]
    if data == "fashion":
        assert _STAND_IN not in text
        assert ", ".join(names) in text
        assert data_title("digits", say) not in text and "MNIST 손글씨" not in text
    else:
        assert _STAND_IN in text
        assert f"아니라 **{data_title(data, say)}**에서" in text
    assert f"‘{names[5]}’ 그림을 알아보았다" in text


def _history(losses: list[float]) -> Mapping[str, tuple[float, ...]]:
    return {name: tuple(losses) for name in ("loss", "val_loss", "accuracy", "val_accuracy")}


@pytest.mark.parametrize(
    ("epochs", "best", "told", "hidden"),
    [
        (7, 4, f"7에폭{_STOPPED}. 남긴 것은 5에폭의", (_FILLED, _TO_THE_END)),
        (20, 17, f"{_FILLED} 18에폭의", (_STOPPED, _TO_THE_END)),
        (20, 19, _TO_THE_END, (_STOPPED, _FILLED)),
    ],
)
def test_it_tells_how_training_came_to_its_end(
    post: Callable[..., str], epochs: int, best: int, told: str, hidden: tuple[str, ...]
) -> None:
    losses = [1.0 + abs(epoch - best) for epoch in range(epochs)]
    text = post(history=_history(losses), best_epoch=best)
    assert told in text
    assert [words for words in hidden if words in text] == []


def test_a_wrong_prediction_is_not_praised(post: Callable[..., str], made_up: Trained) -> None:
    output = np.roll(made_up.traces["output"], 1, axis=1)
    text = post(traces={**made_up.traces, "output": output})
    assert "‘5’ 그림인데 ‘6’ 쪽의 확률이 더 크다" in text
    assert "알아보았다" not in text


def test_without_a_mistake_none_is_the_most_frequent(post: Callable[..., str]) -> None:
    assert "가장 잦은 실수" not in post()
    confusion = np.eye(10, dtype=np.int64) * 9
    confusion[2, 4] = 3
    assert "가장 잦은 실수는 ‘2’ 그림을 ‘4’ 그림으로 본 것으로, 3장이다" in post(confusion=confusion)


@pytest.mark.parametrize(
    ("noise", "told"), [(0.0, "많이 닮았다"), (1.5, "어렴풋이"), (50.0, "거의 남지 않았다")]
)
def test_it_says_how_much_of_the_first_kernels_is_left(
    post: Callable[..., str], made_up: Trained, noise: float, told: str
) -> None:
    numbers = np.random.default_rng(1)
    weights = {
        name: (array + noise * numbers.standard_normal(array.shape)).astype(np.float32)
        for name, array in made_up.weights.items()
    }
    text = post(weights=weights)
    phrases = ("많이 닮았다", "어렴풋이", "거의 남지 않았다")
    assert [words for words in phrases if words in text] == [told]


def test_the_numbers_of_the_post_are_those_of_the_network_trained_here() -> None:
    path = TRAINED / file_name("fashion", "digits")
    if not path.exists():
        pytest.skip("the network is not trained here")
    trained, text = load(path), rendered(TEMPLATE)
    conv1 = trained.traces["conv1"][5].astype(float)
    like = [np.corrcoef(conv1[..., k].ravel(), trained.traces["input"][5].ravel())[0, 1] for k in range(32)]
    assert f"가운데 값을 고르면 {np.median(np.abs(like)):.3f}이다" in text
    assert f"{round(100 * np.mean(conv1 == 0))} %가 0이다" in text
    both = (trained.initial_weights["conv1/kernel"].ravel(), trained.weights["conv1/kernel"].ravel())
    assert f"`conv1`에서 {np.corrcoef(*both)[0, 1]:.3f}," in text
    wrong = trained.confusion.sum() - np.trace(trained.confusion)
    assert f"{trained.confusion.sum()}장 가운데 {wrong}장을 틀렸다" in text
    stopped = re.search(r"길게는 (\d+)에폭.*학습은 (\d+)에폭에서 멈추었다. 남긴 것은 (\d+)에폭", text)
    assert stopped is not None
    most, epochs, best = map(int, stopped.groups())
    assert (epochs, best) == (len(trained.history["loss"]), int(np.argmin(trained.history["val_loss"])) + 1)
    assert most > epochs == best + 2, "it stops after two epochs without progress"
