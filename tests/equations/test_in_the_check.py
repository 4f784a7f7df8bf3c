"""The check of equations as the command line has it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli import cli
from generator.running import run
from tests.projects import Outcome

WRONG = "$1=2$ and $x=\\int$ and $3=3$\n"
ASKED = "$1, 3, 5, \\ldots, 20$\n"

Command = Callable[..., Outcome]


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Command:
    """The command on a post in a folder that is no project."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)

    def command(text: str, *arguments: str) -> Outcome:
        Path("a.md").write_text(text, encoding="utf-8")
        capfd.readouterr()
        return Outcome(run(cli, ["check", "a.md", *arguments]), *capfd.readouterr())

    return command


def test_an_equation_that_does_not_hold_fails_the_run(check: Command) -> None:
    done = check(WRONG, "--only", "equation")
    assert (done.code, done.out) == (1, "a.md:1:4: 1 = 2 does not hold (equation)\n")


def test_a_question_fails_no_run(check: Command) -> None:
    done = check(ASKED, "--only", "equation")
    assert (done.code, done.out) == (0, "a.md:1:19: does 1, 3, 5, … come to 20? (equation)\n")


def test_equations_are_left_out_where_that_is_asked_for(check: Command) -> None:
    assert check(WRONG, "--no-equations").code == 0


def test_what_was_made_of_the_equations_is_told_on_demand(check: Command) -> None:
    done = check(WRONG, "--only", "equation", "--verbose")
    told = [line for line in done.err.splitlines() if line.startswith("a.md")]
    assert told == [
        "a.md: 1 equations hold, 1 not read, 0 not decided",
        "a.md:1: not read (\\int): \\int",
    ]


def test_a_comment_with_a_reason_lets_an_equation_stand(check: Command) -> None:
    text = "$1=2$ <!-- check: off equation: a contradiction is wanted -->\n"
    assert check(text, "--only", "equation").code == 0
