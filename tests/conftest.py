"""What several tests need."""

from __future__ import annotations

import importlib
import os
import shutil
import sys
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

import generator.figures
from generator import catalog
from generator.cli import cli
from generator.running import run
from tests.projects import FILMS, POOLING, SETTINGS, Project

# How long an example takes says nothing on a machine that is busy.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


@pytest.fixture(autouse=True, scope="session")
def cache_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Tests neither see nor change what the user's own runs have kept."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def mnist_folder() -> Path:
    """The folder of the real ``mnist.npz``: GENERATOR_DATA or ../shared/data; skips where there is none."""
    beside = Path(__file__).resolve().parents[2] / "shared" / "data"
    for folder in (os.environ.get("GENERATOR_DATA"), beside):
        if folder and (Path(folder) / "mnist.npz").is_file():
            return Path(folder)
    pytest.skip("the real MNIST is not at hand; GENERATOR_DATA names the folder of mnist.npz")


@pytest.fixture
def empty_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Project:
    """A project without posts; the working folder is its folder."""
    project = Project(tmp_path / "blog", lambda: tuple(capfd.readouterr()))
    project.posts.mkdir(parents=True)
    project.settings(SETTINGS)
    monkeypatch.chdir(project.root)
    monkeypatch.delenv("GENERATOR_DATA", raising=False)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    return project


@pytest.fixture
def project(empty_project: Project) -> Project:
    """Two posts with three figures, of which none is drawn yet."""
    empty_project.post("films", FILMS)
    empty_project.post("pooling", POOLING)
    return empty_project


@pytest.fixture(scope="session")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project of the fixture ``project``, built."""
    root = tmp_path_factory.mktemp("built")
    (root / "posts").mkdir()
    (root / "pyproject.toml").write_text(SETTINGS, encoding="utf-8")
    (root / "posts" / "films.md.j2").write_text(FILMS, encoding="utf-8")
    (root / "posts" / "pooling.md.j2").write_text(POOLING, encoding="utf-8")
    assert run(cli, ["-C", str(root), "build"]) == 0
    return root


@pytest.fixture
def built(project: Project, built_once: Path) -> Project:
    """The same project with everything drawn and written."""
    shutil.copytree(built_once, project.root, dirs_exist_ok=True)
    return project


@pytest.fixture
def own_figure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str, str], None]]:
    """Adds a figure to the catalogue: its name and the source of its function."""
    folder = tmp_path / "own_figures"
    folder.mkdir()
    names: list[str] = []

    def add(name: str, source: str) -> None:
        head = (
            "from __future__ import annotations\n"
            "from generator.catalog import figure\nfrom generator.scene import Dot, Drawing, Frame, Label\n"
        )
        (folder / f"{name}.py").write_text(head + textwrap.dedent(source), encoding="utf-8")
        names.append(name)
        importlib.invalidate_caches()
        catalog.names.cache_clear()

    monkeypatch.setattr(generator.figures, "__path__", [*generator.figures.__path__, str(folder)])
    yield add
    for name in names:
        sys.modules.pop(f"generator.figures.{name}", None)
    catalog.names.cache_clear()
    catalog.find.cache_clear()
