"""What templates see of a trained network: ``trained.fashion.conv1.sample(5).zeros``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields

import numpy as np

from generator.arithmetic import Array
from generator.data_names import class_name, data_title
from generator.errors import GeneratorError
from generator.learning.recipes import recipe
from generator.learning.trained import CLASSES, Floats, LayerRow, Trained
from generator.words import Language, Say
from generator.writing.branch import Branch, branch_of


def trained_values(path: str, read: Callable[[], Trained], language: Language) -> Branch:
    """A trained network's results, its predictions, and its layers by their names, read when asked for."""
    return Branch(path, lambda: results(path, read(), language))


def results(path: str, trained: Trained, language: Language) -> dict[str, object]:
    """The same by name."""
    best = trained.best_epoch
    wrong = trained.confusion * (1 - np.eye(len(trained.confusion), dtype=np.int64))
    true, predicted = (int(index) for index in np.unravel_index(int(wrong.argmax()), wrong.shape))
    layers = {row.name: _layer(f"{path}.{row.name}", trained, row) for row in trained.layers}
    return {
        **layers,
        "network": trained.network,
        "data": data_title(trained.data, Say(language)),
        "seed": trained.seed,
        "epochs": len(trained.history["loss"]),
        "best_epoch": best + 1,
        **{name: trained.history[name][best] for name in ("loss", "accuracy", "val_loss", "val_accuracy")},
        "test_accuracy": trained.test_accuracy,
        "test_count": int(trained.confusion.sum()),
        "test_errors": int(wrong.sum()),
        "parameters": trained.summary.total,
        "most_confused": branch_of(
            "trained.most_confused",
            {"true": true, "predicted": predicted, "count": int(wrong[true, predicted])},
        ),
        "recipe": _recipe(f"{path}.recipe", trained),
        "prediction": lambda sample: _prediction(trained, sample, language),
    }


def _recipe(path: str, trained: Trained) -> Branch:
    """How ``generator train`` trains this network on this data, unless it was told to be thorough."""
    way = recipe(trained.network, trained.data)
    return branch_of(path, {field.name: getattr(way, field.name) for field in fields(way)})


def _prediction(trained: Trained, sample: object, language: Language) -> Branch:
    """What the network says of the first test picture of a class."""
    label = _sample(sample)
    chances = trained.traces["output"][label]
    taken = int(chances.argmax())
    names = [class_name(trained.data, each, Say(language)) for each in (label, taken)]
    return branch_of(
        f"prediction({label})",
        {
            "label": taken,
            "name": names[1],
            "probability": float(chances[taken]),
            "right": taken == label,
            "true_name": names[0],
            "true_probability": float(chances[label]),
        },
    )


def _layer(path: str, trained: Trained, row: LayerRow) -> Branch:
    """A layer: how training changed its weights, and what it makes of a picture."""

    def sample(number: int) -> Branch:
        return _seen(path, trained, row, _sample(number))

    def values() -> Mapping[str, object]:
        name = f"{row.name}/kernel"
        weights = (
            _change(trained.initial_weights[name], trained.weights[name]) if name in trained.weights else {}
        )
        return {**weights, "sample": sample}

    return Branch(path, values)


def _change(before: Floats, after: Floats) -> dict[str, float]:
    """Standard deviation before and after training, and the correlation of both."""
    return {
        "deviation_before": float(before.std()),
        "deviation": float(after.std()),
        "kept": _correlation(before.astype(np.float64), after.astype(np.float64)),
    }


def _seen(path: str, trained: Trained, row: LayerRow, number: int) -> Branch:
    """A layer's output for one picture: its largest value, the share of zeros, how many maps are all zero.

    ``likeness`` is the median over the maps of their correlation with the picture, without its sign, and
    ``against`` counts the maps where it is negative; the picture is brought to the size of the maps by the
    means of its pixels.
    """
    trace = trained.traces[row.name][number].astype(np.float64)
    values: dict[str, object] = {"largest": float(trace.max()), "zeros": float((trace == 0).mean())}
    if trace.ndim == 3 and trace.shape[:2] != (1, 1):
        picture = trained.traces["input"][number].astype(np.float64).mean(axis=2)
        maps = np.moveaxis(trace, 2, 0)
        means = [float(mean) for mean in maps.mean(axis=(1, 2))]
        values |= {
            "maps": len(maps),
            "empty": int((np.abs(maps).max(axis=(1, 2)) == 0).sum()),
            "means": tuple(means),
            "brightest": int(np.argmax(means)),
        }
        if not any(whole % part for whole, part in zip(picture.shape, maps.shape[1:], strict=True)):
            like = [_correlation(_shrunk(picture, maps.shape[1:]), each) for each in maps]
            values["likeness"] = float(np.median(np.abs(like)))
            values["against"] = sum(one < 0 for one in like)
    return branch_of(f"{path}.sample({number})", values)


def _shrunk(picture: Array, size: tuple[int, ...]) -> Array:
    """The means of equal blocks of pixels."""
    rows, columns = size
    height, width = picture.shape
    blocks: Array = picture.reshape(rows, height // rows, columns, width // columns).mean(axis=(1, 3))
    return blocks


def _correlation(one: Array, other: Array) -> float:
    """Pearson's correlation; 0 where one of them is the same everywhere."""
    if one.std() == 0 or other.std() == 0:
        return 0.0
    return float(np.corrcoef(one.ravel(), other.ravel())[0, 1])


def _sample(sample: object) -> int:
    if isinstance(sample, bool) or not isinstance(sample, int) or not 0 <= sample < CLASSES:
        raise GeneratorError(f"the sample is {sample!r}; it must be a class, 0 to {CLASSES - 1}")
    return sample
