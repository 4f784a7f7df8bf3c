"""The hooks that https://pre-commit.com finds at the top of the repository."""

from __future__ import annotations

from pathlib import Path

import yaml

from generator.cli import cli

HOOKS = Path(__file__).parents[2] / ".pre-commit-hooks.yaml"


def test_each_hook_runs_a_command_that_there_is_on_markdown() -> None:
    hooks = {hook["id"]: hook for hook in yaml.safe_load(HOOKS.read_text(encoding="utf-8"))}
    assert hooks.keys() == {"generator-check", "generator-fix"}
    for hook in hooks.values():
        program, command, *options = hook["entry"].split()
        assert (program, hook["language"], hook["types"]) == ("generator", "python", ["markdown"])
        assert {"id", "name", "entry", "language"} <= hook.keys()
        assert set(options) <= {name for option in cli.commands[command].params for name in option.opts}
