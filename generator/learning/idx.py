"""The IDX format, in which MNIST is published: a magic number, sizes, bytes.

Source: LeCun, Cortes and Burges, "The MNIST database of handwritten digits", section "File formats".
"""

from __future__ import annotations

import gzip
import hashlib
import struct
from math import prod
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

_UNSIGNED_BYTES = 8


def decode(content: bytes) -> NDArray[np.uint8]:
    """The array that the bytes of an (uncompressed) IDX file hold.

    Raises:
        ValueError: it is no IDX file of unsigned bytes, or not as long as it says.
    """
    if len(content) < 4 or content[:3] != bytes((0, 0, _UNSIGNED_BYTES)):
        raise ValueError(f"it begins with {content[:4].hex(' ') or 'nothing'}, not with 00 00 08")
    start = 4 + 4 * content[3]
    if len(content) < start:
        raise ValueError(f"it has {len(content)} bytes, less than its header")
    shape = struct.unpack(f">{content[3]}I", content[4:start])
    if len(content) - start != prod(shape):
        raise ValueError(f"it has {len(content) - start} bytes of data, but its sizes are {shape}")
    return np.frombuffer(content, np.uint8, offset=start).reshape(shape)


def read(path: Path) -> NDArray[np.uint8]:
    """The array in an IDX file, which may be compressed (.gz).

    Raises:
        ValueError, OSError, EOFError or zlib.error: it cannot be read.
    """
    content = path.read_bytes()
    return decode(gzip.decompress(content) if path.suffix == ".gz" else content)


def header(array: NDArray[np.uint8]) -> bytes:
    """What an IDX file of the array begins with."""
    return bytes((0, 0, _UNSIGNED_BYTES, array.ndim)) + struct.pack(f">{array.ndim}I", *array.shape)


def digest(array: NDArray[np.uint8]) -> str:
    """The MD5 sum of the IDX file that would hold the array; MNIST's sums are known by MD5."""
    sum_ = hashlib.md5(header(array), usedforsecurity=False)
    sum_.update(np.ascontiguousarray(array).data)
    return sum_.hexdigest()
