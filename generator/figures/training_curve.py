"""How a network learned, epoch by epoch."""

from __future__ import annotations

from typing import Literal

from generator.catalog import figure
from generator.data_names import data_title
from generator.layout import COLUMN, MARGIN, Block, framed, titled
from generator.learning.trained import Trained
from generator.networks import NETWORKS
from generator.parts.models.chosen import Model
from generator.scene import Chart, Curve, Drawing, Frame
from generator.sources import Models
from generator.words import Say, counted, percent, plain

_MOST_TOLD = 10
_WIDTH, _HEIGHT = COLUMN - 2 * MARGIN, 300

Metric = Literal["loss", "accuracy"]


@figure
def training_curve(say: Say, trained: Models, *, model: Model = "paper", metric: Metric = "loss") -> Drawing:
    """Loss or accuracy after every epoch, in training and validation, and the epoch whose weights were kept.

    metric: "loss" is the cross-entropy that training lowers, "accuracy" the share of right answers
    """
    network = trained[model]
    title = say("손실", "loss") if metric == "loss" else say("정확도", "accuracy")
    up = (
        say("교차 엔트로피", "cross-entropy")
        if metric == "loss"
        else say("맞힌 비율", "share of right answers")
    )
    curves = (
        Curve(say("학습", "training"), network.history[metric], "input"),
        Curve(say("검증", "validation"), network.history[f"val_{metric}"], "kernel", (6, 3)),
    )
    best = network.best_epoch + 1
    note = say(f"검증 손실이 가장 작은 에폭 {best}", f"smallest validation loss: epoch {best}")
    chart = Chart(0, 0, _WIDTH, _HEIGHT, curves, say("에폭", "epoch"), up, best, note)
    name = NETWORKS[network.network].title
    block = framed(titled(f"{name} {title}", Block(_WIDTH, _HEIGHT, (chart,))))
    alt, caption = _alt(network, metric, title, say), _caption(network, say)
    return Drawing(block.width, block.height, (Frame(block.marks),), alt, caption)


def _caption(network: Trained, say: Say) -> str:
    data, best = data_title(network.data, say), network.best_epoch + 1
    accuracy, epochs = percent(network.test_accuracy), len(network.history["loss"])
    if best == epochs:
        return say(
            f"{data} 데이터로 학습하는 동안 검증 손실은 마지막 에폭 {best}에서 가장 작다. 시험 정확도는 "
            f"{accuracy}.",
            f"While the network learns from {data}, its validation loss is smallest at the last epoch, "
            f"{best}; "
            f"the test accuracy is {accuracy}.",
        )
    last = plain(network.history["loss"][-1], 3)
    return say(
        f"{data} 데이터로 학습하면 학습 손실은 에폭 {epochs}에서 {last}까지 내려가지만 검증 손실은 에폭 "
        f"{best}에서 "
        f"가장 작다. 그때의 가중치를 쓰며 시험 정확도는 {accuracy}.",
        f"While the network learns from {data}, its training loss comes down to {last} by epoch {epochs}, "
        "but its "
        "validation loss is "
        f"smallest at epoch {best}: the weights of that epoch are kept, and the test accuracy is {accuracy}.",
    )


def _alt(network: Trained, metric: Metric, title: str, say: Say) -> str:
    training, validation = network.history[metric], network.history[f"val_{metric}"]
    best, epochs = network.best_epoch + 1, len(training)
    points = ", ".join(
        f"{epoch} ({plain(training[epoch - 1], 3)} / {plain(validation[epoch - 1], 3)})"
        for epoch in _told(epochs, best)
    )
    return say(
        f"{title}의 꺾은선 그래프, 에폭 {epochs}까지. 에폭(학습 / 검증)의 값은 {points}. "
        f"검증 손실이 가장 작은 에폭 {best}에 점선을 그었다.",
        f"A line chart of the {title} over {counted(epochs, 'epoch')}. By epoch (training / validation): "
        f"{points}. A dashed line marks epoch {best} for its smallest validation loss.",
    )


def _told(epochs: int, best: int) -> list[int]:
    """The epochs, from 1, by which a listener can redraw the curves: all, or some ten of many."""
    every = -(-epochs // _MOST_TOLD)
    return sorted({*range(1, epochs + 1, every), best, epochs})
