"""A program in another language that answers questions, one line of JSON each, until Python ends."""

from __future__ import annotations

import atexit
import json
import subprocess
from collections.abc import Sequence
from typing import Any


class Companion:
    """Starts the program at once; ``ask`` waits for its answer."""

    def __init__(self, command: Sequence[str]) -> None:
        self.command = command
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8", bufsize=-1
        )
        atexit.register(self.close)

    def ask(self, question: Any) -> Any:
        """The program's answer. Raises: RuntimeError when it ends instead."""
        assert self.process.stdin and self.process.stdout
        self.process.stdin.write(json.dumps(question) + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        if not answer:
            raise RuntimeError(f"{' '.join(self.command)} ended ({self.process.wait()}) and did not answer")
        return json.loads(answer)

    def close(self) -> None:
        """Lets the program end: it reads no further question."""
        if self.process.stdin:
            self.process.stdin.close()
        self.process.wait(timeout=10)
