"""Equal input, equal bytes: in another folder, time zone, locale, and order of hashes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.cli import cli
from generator.running import run
from tests.projects import Project

BODY = """\
---
lang: ko
---

<@ figure("pooling") @>

<@ figure("convolution_equation") @>

<@ display(equations.receptive_field("paper", "C3")) @>

<@ model_summary("paper") @>
"""
SETTINGS = '[tool.generator]\ndata = "digits"\ntargets = ["portable", "chirpy"]\n'

ELSEWHERE = {
    "TZ": "Pacific/Kiritimati",
    "LC_ALL": "C",
    "LANG": "C",
    "PYTHONCOERCECLOCALE": "0",
    "PYTHONUTF8": "0",
    "PYTHONHASHSEED": "4242",
    "SOURCE_DATE_EPOCH": "1",
    "USER": "somebody",
    "COLUMNS": "40",
}


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a project that was built once."""
    root = tmp_path_factory.mktemp("first")
    _write_sources(root)
    assert run(cli, ["-C", str(root), "build"]) == 0
    return root


def _write_sources(root: Path) -> None:
    (root / "posts").mkdir(parents=True)
    (root / "pyproject.toml").write_text(SETTINGS, encoding="utf-8")
    (root / "posts" / "post.md.j2").write_text(BODY, encoding="utf-8")


@pytest.fixture
def again(first: Path, empty_project: Project) -> Project:
    """The same sources, not built yet."""
    shutil.rmtree(empty_project.root)
    _write_sources(empty_project.root)
    return empty_project


def files(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_two_builds_give_the_same_bytes(first: Path, again: Project) -> None:
    assert run(cli, ["-C", str(again.root), "build"]) == 0
    assert files(again.root) == files(first)


def test_another_folder_time_zone_locale_and_hash_seed_give_the_same_bytes(
    first: Path, again: Project
) -> None:
    elsewhere = Project(again.root.parent / "또 다른 folder" / "deep", again.capture)
    _write_sources(elsewhere.root)
    done = elsewhere.apart("build", environment=ELSEWHERE)
    assert done.code == 0, done.err
    assert files(elsewhere.root) == files(first)


def test_what_one_machine_built_the_check_of_another_finds_current(first: Path, again: Project) -> None:
    shutil.copytree(first, again.root, dirs_exist_ok=True)
    done = again.apart("check", environment=ELSEWHERE)
    assert (done.code, done.out) == (0, "")


def test_no_file_says_where_or_when_it_was_made(first: Path) -> None:
    for name, content in files(first).items():
        assert str(first).encode() not in content, name
        assert b"tIME" not in content, name
