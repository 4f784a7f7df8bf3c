"""Writing a file so that nobody ever meets half of it."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from generator.errors import GeneratorError


def write_bytes(path: Path, data: bytes) -> None:
    """Put ``data`` in the place of the file at ``path``, making its folder where there is none.

    The bytes go to a temporary file in the same folder, which then takes the old file's place in one step.
    Whatever happens before (a full disk, Ctrl-C), the old file stays and the temporary one goes.

    Raises:
        GeneratorError: the folder or the file cannot be written.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(temporary, data)
        temporary.replace(path)
    except OSError as error:
        raise GeneratorError(f"cannot be written: {error.strerror or error}", file=path) from error
    finally:
        with suppress(OSError):
            temporary.unlink()


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        # Without this a crash of the machine may leave the new name with no bytes behind it.
        os.fsync(file.fileno())
