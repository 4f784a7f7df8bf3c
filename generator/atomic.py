"""Writing a file so that nobody ever meets half of it."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path

from generator.errors import WritingError

_FULL = (errno.ENOSPC, errno.EDQUOT)


def write_bytes(path: Path, data: bytes) -> None:
    """Put ``data`` in the place of the file at ``path``, making its folder where there is none.

    The bytes go to a temporary file in the same folder, which takes the old file's permissions and then, in
    one step, its place. Whatever happens before (a full disk, Ctrl-C), the old file stays and the temporary
    one goes.

    Raises:
        WritingError: the folder or the file cannot be written.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(temporary, data)
        with suppress(FileNotFoundError):
            temporary.chmod(path.stat().st_mode)
        temporary.replace(path)
    except OSError as error:
        why = "the disk is full" if error.errno in _FULL else error.strerror or str(error)
        raise WritingError(f"cannot be written: {why}", file=path) from error
    finally:
        with suppress(OSError):
            temporary.unlink()


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        # Without this a crash of the machine may leave the new name with no bytes behind it.
        os.fsync(file.fileno())
