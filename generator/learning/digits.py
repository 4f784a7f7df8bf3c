"""The embedded digits: scikit-learn's 8 × 8 handwritten digits, brought into the form of MNIST.

MNIST's pictures are 20 × 20 in the middle of 28 × 28, placed by their centre of mass. The same is done
here: bicubic interpolation to 20 × 20, clip((v - 80) · 2), which gives strokes of MNIST's width, and the
centre of mass in the middle of 28 × 28. Every step is integer arithmetic, so all machines get the same bytes.

Data: Alpaydin and Kaynak, "Optical Recognition of Handwritten Digits", UCI, 1998, as scikit-learn carries it.
"""

from __future__ import annotations

import gzip
import zlib
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from generator.errors import GeneratorError

Bytes = NDArray[np.uint8]
Integers = NDArray[np.int64]

SMALL, MIDDLE, LARGE = 8, 20, 28
TEST_SHARE = 5  # one in five pictures of each class
# Of the first 3,000 seeds one whose first test picture of every class is easy to read; figures show these.
SPLIT_SEED = 1472
_UNIT = 1 << 12  # one, in the fixed-point numbers of the interpolation


@cache
def embedded() -> tuple[Bytes, Bytes, Bytes, Bytes]:
    """Training pictures (n, 28, 28), their labels, test pictures and their labels; the same on every machine.

    The split is fixed: pictures are shuffled once, and of each class the first fifth are test pictures.

    Raises:
        GeneratorError: scikit-learn is not installed, or its file of digits is damaged.
    """
    small, labels = _read(_file())
    pictures = _centred(_stroked(_enlarged(small)))
    # RandomState and not default_rng: NumPy promises that its numbers never change.
    order = np.random.RandomState(SPLIT_SEED).permutation(len(labels))
    pictures, labels = pictures[order], labels[order]
    test = np.zeros(len(labels), dtype=bool)
    for label in range(10):
        members = np.flatnonzero(labels == label)
        test[members[: len(members) // TEST_SHARE]] = True
    return pictures[~test], labels[~test], pictures[test], labels[test]


def _file() -> Path:
    # Importing scikit-learn takes most of a second; its file can be read without.
    spec = find_spec("sklearn")
    if spec is None or not spec.submodule_search_locations:
        raise GeneratorError(
            "the embedded digits are scikit-learn's, which is missing: pip install scikit-learn"
        )
    return Path(spec.submodule_search_locations[0]) / "datasets" / "data" / "digits.csv.gz"


def _read(file: Path) -> tuple[Integers, Bytes]:
    """Pictures (n, 8, 8) with levels from 0 to 16, and labels."""
    try:
        with gzip.open(file, "rt", encoding="ascii") as lines:
            table = np.loadtxt(lines, delimiter=",").astype(np.int64)
    except (OSError, EOFError, ValueError, zlib.error) as error:
        what = f"scikit-learn's digits cannot be read ({error}); install scikit-learn again"
        raise GeneratorError(what, file=file) from error
    if table.ndim != 2 or table.shape[1] != SMALL * SMALL + 1:
        raise GeneratorError(f"scikit-learn's digits have shape {table.shape}, not (n, 65)", file=file)
    return table[:, :-1].reshape(-1, SMALL, SMALL), table[:, -1].astype(np.uint8)


def _enlarged(small: Integers) -> Integers:
    """Levels 0 to 16 on 8 × 8 become levels 0 to 255 on 20 × 20."""
    levels = small * 255 // 16
    weights = _bicubic(SMALL, MIDDLE)
    wide = (levels @ weights.T + _UNIT // 2) // _UNIT
    tall: Integers = (weights @ np.clip(wide, 0, 255) + _UNIT // 2) // _UNIT
    return np.clip(tall, 0, 255)


def _bicubic(size: int, target: int) -> Integers:
    """Fixed-point weights (target, size) of cubic convolution with a = -1/2; pixels outside do not count.

    Source: Keys, "Cubic convolution interpolation for digital image processing", 1981.
    """
    centres = (np.arange(target) + 0.5) * size / target - 0.5
    distance = np.abs(centres[:, None] - np.arange(size))
    near = (1.5 * distance - 2.5) * distance**2 + 1
    far = ((-0.5 * distance + 2.5) * distance - 4) * distance + 2
    weights = np.where(distance < 1, near, np.where(distance < 2, far, 0.0))
    weights /= weights.sum(axis=1, keepdims=True)
    fixed: Integers = np.rint(weights * _UNIT).astype(np.int64)
    return fixed


def _stroked(pictures: Integers) -> Integers:
    return np.clip((pictures - 80) * 2, 0, 255)


def _centred(pictures: Integers) -> Bytes:
    """The pictures in the middle of 28 × 28, moved by whole pixels so that the centre of mass is there."""
    large = np.zeros((len(pictures), LARGE, LARGE), dtype=np.uint8)
    tops, lefts = _start(pictures.sum(axis=2)), _start(pictures.sum(axis=1))
    for target, picture, top, left in zip(large, pictures, tops, lefts, strict=True):
        target[top : top + MIDDLE, left : left + MIDDLE] = picture
    return large


def _start(mass: Integers) -> Integers:
    """Where pictures with that mass along one axis (n, 20) begin in the 28: round(14 - centre of mass)."""
    doubled = mass @ (2 * np.arange(MIDDLE) + 1)  # of positions in half pixels
    total = np.maximum(mass.sum(axis=1), 1)
    start: Integers = (LARGE * total - doubled + total) // (2 * total)
    return np.clip(start, 0, LARGE - MIDDLE)
