"""``generator watch`` in a process of its own, and what its page hears."""

from __future__ import annotations

import http.client
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Live:
    """The running program: its port, and the open answer of /news."""

    port: int
    news: http.client.HTTPResponse
    process: subprocess.Popen[str]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def next_news(self) -> int:
        """Waits for the number of the next state."""
        while True:
            line = self.news.readline()
            if not line:
                raise TimeoutError("generator watch has ended")
            if found := re.match(rb"data: (\d+)", line):
                return int(found[1])

    def seconds_until_news(self, path: Path, text: str) -> float:
        """Saves a file, and waits until the page hears of it."""
        start = time.perf_counter()
        path.write_text(text, encoding="utf-8")
        self.next_news()
        return time.perf_counter() - start

    def state(self, post: str) -> dict[str, Any]:
        """What the page would show."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request("GET", f"/state?post={quote(post)}")
        found: dict[str, Any] = json.loads(connection.getresponse().read())
        connection.close()
        return found


@contextmanager
def watching(folder: Path) -> Iterator[Live]:
    """The program on a project's folder, once everything is built and shown."""
    process = subprocess.Popen(
        [sys.executable, "-m", "generator", "-C", str(folder), "watch", "--port", "0"],
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert process.stderr is not None
    try:
        found = re.search(r":(\d+)/", process.stderr.readline())
        if found is None:
            raise TimeoutError("generator watch did not start")
        connection = http.client.HTTPConnection("127.0.0.1", int(found[1]), timeout=20)
        connection.request("GET", "/news")
        live = Live(int(found[1]), connection.getresponse(), process)
        # The build of the beginning is told in one line; then saves are watched.
        while not re.search(r": \d+\.\d\d s$", process.stderr.readline().strip()):
            if process.poll() is not None:
                raise TimeoutError("generator watch has ended")
        while live.next_news() < live.state("")["number"]:
            pass
        # Until the watcher has its folders.
        time.sleep(0.3)
        yield live
        connection.close()
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(10)
        process.stderr.close()
