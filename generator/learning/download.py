"""Downloading MNIST and Fashion-MNIST: from mirrors, with checksums, and never waiting long for nothing."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from urllib.parse import urlsplit

from generator.errors import GeneratorError
from generator.learning.progress import bar

# A mirror that sends nothing for so long is given up; two mirrors stay under ten seconds.
SILENCE = 4.5  # seconds
_CHUNK = 1 << 13  # bytes; a slow line must fill one within that time


@dataclass(frozen=True)
class Mirror:
    """A folder on the network, and its files with their checksums."""

    address: str
    files: Mapping[str, str]


_MNIST_FILES = {
    "train-images-idx3-ubyte.gz": "md5:f68b3c2dcbeaaa9fbdd348bbdeb94873",
    "train-labels-idx1-ubyte.gz": "md5:d53e105ee54ea40749a09fcbcd1e9432",
    "t10k-images-idx3-ubyte.gz": "md5:9fb629c4189551a2d022fa330f9573f3",
    "t10k-labels-idx1-ubyte.gz": "md5:ec29112dd5afa0611ce80d1b7f02629c",
}
_FASHION_FILES = {
    "train-images-idx3-ubyte.gz": "md5:8d4fb7e6c68d591d4c3dfef9ec88bf0d",
    "train-labels-idx1-ubyte.gz": "md5:25c81989df183df01b3e8a0aad5dffbe",
    "t10k-images-idx3-ubyte.gz": "md5:bef4ecab320f06d8554ea6380940ec79",
    "t10k-labels-idx1-ubyte.gz": "md5:bb300cfdad3c16e7a12a480ee83cd310",
}
_KERAS = "https://storage.googleapis.com/tensorflow/tf-keras-datasets/"
_KERAS_NPZ = "sha256:731c5ac602752760c8e48fbffcf8c3b850d9dc2a2aedcf2cc48468fc17b673d1"

MIRRORS: dict[str, tuple[Mirror, ...]] = {
    "mnist": (
        Mirror(_KERAS, {"mnist.npz": _KERAS_NPZ}),
        Mirror("https://ossci-datasets.s3.amazonaws.com/mnist/", _MNIST_FILES),
    ),
    "fashion": (
        Mirror(_KERAS, _FASHION_FILES),
        Mirror("https://github.com/zalandoresearch/fashion-mnist/raw/master/data/fashion/", _FASHION_FILES),
    ),
}


def cache_folder(name: str) -> Path:
    """Where a data set is kept after its download: in the user's folder of caches."""
    home = os.environ.get("XDG_CACHE_HOME")
    return (Path(home) if home else Path.home() / ".cache") / "generator" / name


def fetch(name: str) -> Path:
    """Download the data set's files that are not in its cache folder yet, and return that folder.

    A file appears there only whole and with the right checksum. If it fails, running again goes on with the
    files that are missing.

    Raises:
        GeneratorError: no mirror gave the files; each is named with what went wrong.
    """
    folder = cache_folder(name)
    failures = []
    for mirror in MIRRORS[name]:
        try:
            for file, checksum in mirror.files.items():
                _retrieve(mirror.address + file, checksum, folder / file)
            return folder
        except (OSError, ValueError) as error:
            failures.append(f"{urlsplit(mirror.address).hostname}: {_reason(error)}")
    raise GeneratorError(f"{name!r} cannot be downloaded ({'; '.join(failures)})")


def _retrieve(url: str, checksum: str, file: Path) -> None:
    import pooch

    pooch.get_logger().setLevel("ERROR")
    pooch.retrieve(url, checksum, fname=file.name, path=file.parent, downloader=_download)


def _download(url: str, output_file: str, _: object) -> None:
    """Write what the address holds to the file, which pooch throws away on any error.

    The network is read in a thread of its own: no timeout of a library covers looking up a name, trying
    several addresses, and a server that sends a byte now and then.
    """
    pipe = _Pipe()
    Thread(target=pipe.fill, args=(url,), daemon=True).start()
    first = pipe.take()
    with Path(output_file).open("wb") as file, bar(Path(urlsplit(url).path).name, pipe.total) as step:
        chunk = first
        while chunk:
            file.write(chunk)
            step(len(chunk), "")
            chunk = pipe.take()


class _Pipe:
    """What pooch's downloader takes for a file and for a progress bar; chunks come out at the other end."""

    def __init__(self) -> None:
        self.total = 0
        self._chunks: Queue[bytes | Exception] = Queue()

    def fill(self, url: str) -> None:
        """Read the address to its end: chunks, then nothing (b"") or the error."""
        import pooch

        plain = {"Accept-Encoding": "identity"}  # a server must not unpack a .gz on the way
        try:
            read = pooch.HTTPDownloader(progressbar=self, chunk_size=_CHUNK, timeout=SILENCE, headers=plain)
            read(url, self, None)
            self._chunks.put(b"")
        except Exception as error:  # whatever it is, the thread that waits must hear of it
            self._chunks.put(error)

    def take(self) -> bytes:
        """The next chunk, or b"" after the last.

        Raises:
            TimeoutError: nothing came for too long.
            OSError, ValueError: reading failed.
        """
        try:
            chunk = self._chunks.get(timeout=SILENCE)
        except Empty:
            raise TimeoutError(f"nothing came for {SILENCE:g} s") from None
        if isinstance(chunk, Exception):
            raise chunk
        return chunk

    def write(self, chunk: bytes) -> None:
        """Called by pooch for each chunk."""
        self._chunks.put(chunk)

    def flush(self) -> None:
        """Called by pooch after each chunk."""

    def update(self, count: int) -> None:
        """Called by pooch to move its bar."""

    reset = close = flush


def _reason(error: Exception) -> str:
    """Why a download failed, in a few words."""
    from requests import ConnectionError as NoConnection
    from requests import HTTPError, Timeout

    if isinstance(error, HTTPError):
        return f"the server says {error.response.status_code if error.response is not None else error}"
    if isinstance(error, Timeout):
        return "no answer"
    if isinstance(error, NoConnection):
        return "no connection"
    return "damaged on the way: its checksum is wrong" if isinstance(error, ValueError) else str(error)
