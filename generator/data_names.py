"""What captions call the data sets and their classes."""

from __future__ import annotations

from generator.words import Say

DATA_NAMES = ("digits", "mnist", "fashion")

_FASHION_KO = ("티셔츠", "바지", "스웨터", "원피스", "코트", "샌들", "셔츠", "운동화", "가방", "앵클부츠")
_FASHION_EN = (
    "T-shirt",
    "trousers",
    "pullover",
    "dress",
    "coat",
    "sandal",
    "shirt",
    "sneaker",
    "bag",
    "ankle boot",
)


def data_title(name: str, say: Say) -> str:
    """The data set's name in a sentence."""
    titles = {
        "digits": say("scikit-learn 손글씨 숫자", "scikit-learn's handwritten digits"),
        "mnist": "MNIST",
        "fashion": "Fashion-MNIST",
    }
    return titles.get(name, name)


def class_name(name: str, label: int, say: Say) -> str:
    """What the pictures of a class show: a digit, or a piece of clothing."""
    return say(_FASHION_KO[label], _FASHION_EN[label]) if name == "fashion" else str(label)
