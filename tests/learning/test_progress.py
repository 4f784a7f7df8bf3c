"""The bar on a terminal, and nothing of it elsewhere."""

from __future__ import annotations

import os
import pty
import subprocess
import sys

import pytest

from generator.learning.progress import bar, line


def test_without_a_terminal_there_is_no_bar_but_lines(capsys: pytest.CaptureFixture[str]) -> None:
    with bar("reading", 3) as step:
        step(3, "done")
    line("all read")
    line("not told", shown=False)
    assert capsys.readouterr().err == "all read\n"


def test_on_a_terminal_the_bar_stays_on_one_line() -> None:
    code = (
        "from generator.learning.progress import bar, line\n"
        "with bar('reading', 4) as step:\n"
        "    for n in range(4): step(1, f'part {n}')\n"
        "line('a line for logs')\n"
    )
    outside, inside = pty.openpty()
    subprocess.run([sys.executable, "-c", code], stderr=inside, check=True)
    os.close(inside)
    shown = os.read(outside, 10_000).decode()
    os.close(outside)
    assert shown.rstrip("\r\n").count("\n") == 0
    assert "reading" in shown
    assert "part 3" in shown
    assert "100%" in shown
    assert "a line for logs" not in shown
