"""NumPy's .npz format, written without the time of day and read without trusting the file."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from generator.errors import GeneratorError

Arrays = dict[str, NDArray[Any]]

# What reading a file raises that is no .npz, or a damaged one. NumPy refuses pickles with a ValueError; the
# others are what zip files and JSON with a wrong byte lead to.
DAMAGES = (
    OSError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    zipfile.BadZipFile,
    zlib.error,
)

_EARLIEST = (1980, 1, 1, 0, 0, 0)
_UNIX = 3


def packed(arrays: Mapping[str, NDArray[Any]]) -> bytes:
    """The bytes of a compressed .npz file; equal arrays in equal order give equal bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, array in arrays.items():
            entry = zipfile.ZipInfo(f"{name}.npy", _EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = _UNIX  # ZipInfo would say which system wrote it
            content = io.BytesIO()
            np.lib.format.write_array(
                content, np.asarray(array, order="C"), version=(1, 0), allow_pickle=False
            )
            archive.writestr(entry, content.getvalue())
    return buffer.getvalue()


def unpacked(path: Path) -> Arrays:
    """All arrays of the file by their names.

    Raises:
        one of ``DAMAGES``, FileNotFoundError among them: the file cannot be read.
    """
    with path.open("rb") as file, zipfile.ZipFile(file) as archive:
        contents = {name.removesuffix(".npy"): io.BytesIO(archive.read(name)) for name in archive.namelist()}
    return {name: np.lib.format.read_array(content, allow_pickle=False) for name, content in contents.items()}


def group(arrays: Arrays, prefix: str) -> dict[str, NDArray[np.float32]]:
    """The arrays whose names begin with the prefix, without it, in single precision and read-only."""
    return {
        name.removeprefix(prefix): fixed(array.astype(np.float32))
        for name, array in arrays.items()
        if name.startswith(prefix)
    }


def fixed(array: NDArray[Any]) -> NDArray[Any]:
    """The array, from now on read-only."""
    array.flags.writeable = False
    return array


@contextmanager
def reading(path: Path, kind: str) -> Iterator[None]:
    """Tells in a sentence what goes wrong while a file is read that should hold a model of this kind.

    Raises:
        GeneratorError: the file is missing, damaged or of another form; ``generator train`` makes it anew.
    """
    try:
        yield
    except FileNotFoundError as error:
        raise GeneratorError(f"there is no {kind} here; generator train makes it", file=path) from error
    except DAMAGES as error:
        what = f"{type(error).__name__}: {error}".replace("\n", " ")
        message = f"is damaged or no {kind} ({what}); generator train makes it anew"
        raise GeneratorError(message, file=path) from error
