"""The command ``generator gallery``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator import catalog
from tests.gallery.reader import Reader
from tests.projects import DOWNLOADING, TRAINING, Project, without

PAGE = "build/gallery/index.html"


@pytest.fixture
def two_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalog, "names", lambda: ("convolution_equation", "pooling_comparison"))


def figures_of(project: Project, file: str = PAGE) -> list[str]:
    reader = Reader((project.root / file).read_text(encoding="utf-8"))
    return [attributes["id"] for attributes in reader.all("article")]


@pytest.mark.usefixtures("two_figures")
def test_the_page_is_the_one_file_that_is_written(empty_project: Project) -> None:
    with empty_project.changes() as changed:
        done = empty_project.run("gallery")
    assert done.code == 0
    assert changed == {PAGE}
    assert figures_of(empty_project) == ["convolution_equation", "pooling_comparison"]
    assert PAGE in done.out
    assert "2 figures in " in done.out
    assert done.err == ""


@pytest.mark.usefixtures("two_figures")
def test_it_is_written_into_another_folder_in_another_language(empty_project: Project) -> None:
    with empty_project.changes() as changed:
        assert empty_project.run("gallery", "--to", "site/all", "--language", "en").code == 0
    assert changed == {"site/all/index.html"}
    text = (empty_project.root / "site/all/index.html").read_text(encoding="utf-8")
    assert Reader(text).all("html") == [{"lang": "en"}]


@pytest.mark.usefixtures("two_figures")
def test_made_again_it_is_the_same(empty_project: Project) -> None:
    empty_project.run("gallery")
    before = empty_project.files()
    empty_project.run("gallery")
    assert empty_project.files() == before


@pytest.mark.usefixtures("two_figures")
def test_sizes_and_names_are_those_that_draw_writes(empty_project: Project) -> None:
    empty_project.run("gallery")
    empty_project.run("draw", "pooling_comparison", "show=grey", "--to", "out")
    text = (empty_project.root / PAGE).read_text(encoding="utf-8")
    svg, light, dark = (
        (empty_project.root / f"out/pooling-comparison-show-grey{end}").stat().st_size
        for end in (".svg", ".png", "-dark.png")
    )
    assert f'pooling-comparison-show-grey.svg</code></th><td colspan="2">{svg / 1000:.1f} KB' in text
    assert f"<td>{light / 1000:.1f} KB</td><td>{dark / 1000:.1f} KB</td>" in text


BROKEN = """
@figure
def broken(say, *, how: int = 0) -> Drawing:
    "Shows what happens when a figure has a mistake of its own."
    return [][how]
"""


def test_a_figure_that_fails_says_so_in_its_place_and_all_others_are_shown(
    empty_project: Project, own_figure: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    own_figure("broken", BROKEN)
    own_figure("no_python", "def no_python(:\n")
    assert {"broken", "no_python"} <= set(catalog.names())
    with monkeypatch.context() as patch:
        patch.setattr(catalog, "names", lambda: ("broken", "no_python", "pooling_comparison"))
        done = empty_project.run("gallery")
    assert done.code == 1
    assert [line.partition(":")[0] for line in done.err.splitlines()] == [
        "broken is not drawn",
        "no_python is not drawn",
    ]
    text = (empty_project.root / PAGE).read_text(encoding="utf-8")
    assert figures_of(empty_project) == ["broken", "no_python", "pooling_comparison"]
    assert text.count('class="missing"') == 2
    assert "list index out of range" in text
    assert "SyntaxError" in text


def test_networks_that_are_not_trained_are_told_and_none_is_trained(
    empty_project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalog, "names", lambda: ("training_curve", "pooling_comparison"))
    with empty_project.changes() as changed:
        done = empty_project.run("gallery", "--data", "mnist")
    assert done.code == 1
    assert changed == {PAGE}
    assert "training_curve is not drawn: the network 'paper' is not trained on 'mnist' yet" in done.err
    # Once: the figure's other forms lack the same.
    assert (empty_project.root / PAGE).read_text(encoding="utf-8").count('class="missing"') == 1


@pytest.mark.usefixtures("two_figures")
@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--language", "fr"], "figures have words in ko and en, not in 'fr'"),
        (["--data", "cifar"], "data is 'cifar'"),
        (["--to", "pyproject.toml"], "cannot be written"),
    ],
)
def test_a_wrong_wish_is_one_sentence_and_nothing_is_written(
    empty_project: Project, arguments: list[str], sentence: str
) -> None:
    before = empty_project.files()
    done = empty_project.run("gallery", *arguments)
    assert done.code == 1
    assert sentence in done.err
    assert len(done.err.splitlines()) == 1
    assert empty_project.files() == before


@pytest.mark.slow
def test_it_needs_neither_training_nor_the_network(empty_project: Project) -> None:
    few = "from generator import catalog\ncatalog.names = lambda: ('pooling_comparison',)\n"
    done = empty_project.apart("gallery", before=few + without(*TRAINING, *DOWNLOADING))
    assert done.code == 0, done.err


@pytest.mark.slow
def test_without_what_paints_it_says_what_to_install(empty_project: Project, tmp_path: Path) -> None:
    few = "from generator import catalog\ncatalog.names = lambda: ('pooling_comparison',)\n"
    done = empty_project.apart(
        "gallery", before=few + without("resvg"), environment={"XDG_CACHE_HOME": str(tmp_path)}
    )
    assert done.code == 1
    assert "resvg" in done.err
    assert "generator[all]" in done.err
