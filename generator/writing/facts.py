"""Published facts that posts cite, each with its source, so that no post types them from memory."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.history import HUMAN_ERROR, MILESTONES, Milestone
from generator.learning.prepare import DEVIATION, MEAN

# LeCun, Bottou, Bengio and Haffner, "Gradient-based learning applied to document recognition", Proceedings of
# the IEEE 86 (11), 1998: section II.B for LeNet-5's pictures, section III.B for its error rates (0.95 %, and
# 0.8 % with distorted pictures added), section III.A for the data.
_LENET = {
    "year": MILESTONES["lenet5"].year,
    "authors": "LeCun, Bottou, Bengio, Haffner",
    "title": "Gradient-Based Learning Applied to Document Recognition",
    "test_accuracy": 1 - 0.0095,
    "distorted_test_accuracy": 1 - 0.008,
}
_MNIST = {"training": 60_000, "test": 10_000, "side": 28, "digit_side": 20, "largest": 255}

# The paper on AlexNet, from the Neural Information Processing Systems of its year.
_ALEXNET = {
    "authors": "Krizhevsky, Sutskever, Hinton",
    "paper": "ImageNet Classification with Deep Convolutional Neural Networks",
}

# Tenth International Workshop on Frontiers in Handwriting Recognition; section 3 unfolds convolutions.
_IM2COL = {
    "year": 2006,
    "authors": "Chellapilla, Puri, Simard",
    "paper": "High Performance Convolutional Neural Networks for Document Processing",
}

# Rumelhart, Hinton and Williams, "Learning representations by back-propagating errors", Nature 323,
# 1986.
_BACKPROPAGATION = {
    "year": 1986,
    "authors": "Rumelhart, Hinton, Williams",
    "title": "Learning representations by back-propagating errors",
    "journal": "Nature 323",
}

# Xiao, Rasul and Vollgraf, "Fashion-MNIST: a novel image dataset for benchmarking machine learning
# algorithms", arXiv:1708.07747, 2017: its sizes are MNIST's, so that one takes the other's place.
_FASHION_MNIST = {
    "year": 2017,
    "authors": "Xiao, Rasul, Vollgraf",
    "title": "Fashion-MNIST: a Novel Image Dataset for Benchmarking Machine Learning Algorithms",
    "journal": "arXiv:1708.07747",
    "training": 60_000,
    "test": 10_000,
    "side": 28,
}

# What the pictures go through before a network sees them: (x / 255 - mean) / deviation.
_PREPARED = {"mean": MEAN, "deviation": DEVIATION}


def _milestone(one: Milestone) -> Mapping[str, object]:
    facts = {"title": one.title, "year": one.year, "layers": one.depth, "top5_error": one.error}
    return MappingProxyType({key: value for key, value in facts.items() if value is not None})


FACTS: Mapping[str, Mapping[str, object]] = MappingProxyType(
    {
        **{name: _milestone(one) for name, one in MILESTONES.items()},
        "alexnet": MappingProxyType({**_milestone(MILESTONES["alexnet"]), **_ALEXNET}),
        "im2col": MappingProxyType(_IM2COL),
        "human": MappingProxyType({"top5_error": HUMAN_ERROR}),
        "backpropagation": MappingProxyType(_BACKPROPAGATION),
        "fashion_mnist": MappingProxyType(_FASHION_MNIST),
        "lenet5": MappingProxyType(_LENET),
        "mnist": MappingProxyType(_MNIST),
        "prepared": MappingProxyType(_PREPARED),
    }
)
