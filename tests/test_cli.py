from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator import catalog, workbook
from generator.cli import cli
from tests.projects import DOWNLOADING, HEAVY, TRAINING, Project, without

COMMANDS = ("build", "check", "clean", "draw", "gallery", "list", "show", "train", "why")


def test_help_teaches_what_a_post_is_and_what_to_type() -> None:
    text = CliRunner().invoke(cli, ["--help"]).output
    assert '<@ figure("convolution", stride=2) @>' in text
    for command in COMMANDS:
        assert re.search(rf"^  {command} ", text, re.MULTILINE)
    for line in ("generator list", "generator show convolution", "generator build", "generator check"):
        assert line in text


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_a_sentence(command: str) -> None:
    done = CliRunner().invoke(cli, [command, "-h"])
    assert done.exit_code == 0
    assert done.output.startswith("Usage: ")
    assert re.search(r"^  [A-Z][^:]*[.:] ?", done.output, re.MULTILINE)


@pytest.mark.parametrize(
    "arguments", [["--help"], ["list"], ["--version"], ["show", "convolution"], ["draw", "-h"]]
)
def test_what_only_tells_loads_no_heavy_library(project: Project, arguments: list[str]) -> None:
    assert project.apart(*arguments, before=without(*HEAVY)).code == 0


def test_list_has_a_line_for_every_figure(project: Project) -> None:
    lines = project.run("list").out.splitlines()
    assert tuple(line.split()[0] for line in lines) == catalog.names()


def test_list_names_the_exercises(project: Project) -> None:
    lines = project.run("list", "--exercises").out.splitlines()
    assert tuple(line.split()[0] for line in lines) == workbook.names()


def test_show_tells_parameters_and_an_example(project: Project) -> None:
    out = project.run("show", "convolution").out
    assert "stride    1" in out
    assert '<@ figure("convolution", stride=2) @>' in out
    assert "generator draw convolution stride=2" in out


def test_draw_writes_every_format_light_and_dark_into_the_working_folder(
    project: Project, tmp_path: Path
) -> None:
    done = project.run("draw", "convolution", "size=4", "stride=1", "--to", str(tmp_path / "out"))
    assert done.code == 0
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert names == {"convolution-size-4.svg", "convolution-size-4.png", "convolution-size-4-dark.png"}
    assert [Path(line).name for line in done.out.splitlines()] == [
        "convolution-size-4.svg",
        "convolution-size-4.png",
        "convolution-size-4-dark.png",
    ]


def test_draw_works_where_there_is_no_project(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "anywhere").mkdir()
    monkeypatch.chdir(tmp_path / "anywhere")
    assert project.run("draw", "pooling", "--format", "svg", "--language", "en").code == 0
    text = (tmp_path / "anywhere" / "pooling-en.svg").read_text(encoding="utf-8")
    assert 'lang="en"' in text
    assert "window" in text


def test_draw_reads_pairs_words_and_negative_numbers(project: Project, tmp_path: Path) -> None:
    to = ["--format", "svg", "--to", str(tmp_path / "out")]
    assert project.run("draw", "convolution", "size=(4, 6)", "bias=-1", *to).code == 0
    assert project.run("draw", "pooling", "kind=average", "--name", "mean", *to).code == 0
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert names == {"convolution-size-4x6-bias-minus-1.svg", "mean.svg"}


def test_draw_puts_a_picture_of_a_post_in_its_place_and_the_project_stays_whole(built: Project) -> None:
    before = built.files()
    (built.figures / "convolution-stride-2.png").unlink()
    done = built.run("draw", "convolution", "stride=2", "kernel=3")
    assert done.code == 0
    assert all("figures" in line for line in done.out.splitlines())
    assert built.files() == before
    assert built.run("check").code == 0


def test_draw_imports_neither_tensorflow_nor_what_downloads(project: Project, tmp_path: Path) -> None:
    done = project.apart(
        "draw", "convolution", "--to", str(tmp_path), before=without(*TRAINING, *DOWNLOADING)
    )
    assert done.code == 0, done.err


def test_draw_asks_for_no_data_set_where_the_figure_shows_none(project: Project, tmp_path: Path) -> None:
    project.settings("[tool.generator]\n")
    done = project.run("draw", "convolution", "--format", "svg", "--to", str(tmp_path))
    assert (done.code, done.err) == (0, "")


def test_why_tells_of_each_picture_what_made_it_stale(built: Project) -> None:
    assert built.run("why", "convolution").out.splitlines() == [
        "convolution is current (posts/films.md.j2:8)",
        "convolution-stride-2 is current (posts/films.md.j2:12)",
    ]
    (built.figures / "pooling.png").unlink()
    built.change("films", "stride=2", "stride=3")
    assert built.run("why", "pooling").out.startswith("pooling.png is missing (")
    lines = built.run("why", "convolution-stride-3.png").out.splitlines()
    assert len(lines) == 3
    assert all("is not drawn yet" in line for line in lines)


def test_why_of_an_unknown_figure_is_told(built: Project) -> None:
    done = built.run("why", "poolign")
    assert done.code == 2
    assert "poolign" in done.sentences[0]


def test_why_tells_of_a_template_that_cannot_be_filled(built: Project) -> None:
    built.change("pooling", "name=", "size=")
    done = built.run("why", "convolution")
    assert done.code == 1
    assert "convolution is current" in done.out
    assert done.err.startswith("posts/pooling.md.j2:8: pooling: size is 'pooling'")
    assert "mend this first: posts/pooling.md.j2:8: " in built.run("why", "pooling_comparison").err


def test_the_project_can_be_named(built: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert built.run("-C", str(built.root), "build").out.startswith("0 files written")
    assert built.run("-C", str(built.posts), "check").code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["paint"],
        ["build", "--fast"],
        ["show"],
        ["draw"],
        ["check", "--format", "xml"],
        ["-C", "nowhere", "check"],
        ["draw", "convolution", "--language"],
    ],
)
def test_a_wrong_command_line_has_exit_code_2_and_says_what_is_right(
    project: Project, arguments: list[str]
) -> None:
    done = project.run(*arguments)
    assert done.code == 2
    assert "Error: " in done.err
    assert done.out == ""


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["show", "convolutoin"], ["'convolutoin'", "did you mean convolution", "generator list names all"]),
        (["show", "xyz"], ["no figure 'xyz'; generator list names all"]),
        (["draw", "convolutoin"], ["'convolutoin'", "did you mean convolution"]),
        (["train", "lenet"], ["'lenet'", "paper, post, fashion"]),
        (["build", "nothing"], ["'nothing'"]),
        (["why", "nothing"], ["'nothing'"]),
        (["check", "--explain", "nothing"], ["'nothing'", "generator check --explain names all"]),
    ],
)
def test_a_name_that_nothing_has_is_a_wrong_command_line(
    project: Project, arguments: list[str], words: list[str]
) -> None:
    done = project.run(*arguments)
    assert (done.code, done.out) == (2, "")
    (sentence,) = done.err.splitlines()
    assert all(word in sentence for word in words), sentence
    assert len(sentence) < 300


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (
            ["draw", "convolution", "strides=2"],
            ["'strides'", "did you mean stride", "padding=0 (a whole number"],
        ),
        (["draw", "convolution", "stride=two"], ["stride is 'two'", "a whole number"]),
        (["draw", "convolution", "stride"], ["'stride' is no parameter; write key=value"]),
        (["draw", "convolution", "size=3", "kernel=5"], ["a kernel of 5", "the input of 3"]),
        (["draw", "convolution", "--format", "jpg"], ["'jpg'", "svg, gif, webp, png"]),
        (["draw", "convolution", "--language", "fr"], ["ko and en", "'fr'"]),
        (["draw", "convolution_equation", "--format", "gif"], ["stands still", "svg and png"]),
        (["draw", "pooling", "drawing=a.b/c"], ["drawing"]),
        (["build", "--data", "minst"], ["'minst'", "auto, digits, mnist, fashion"]),
    ],
)
def test_what_cannot_be_is_one_sentence_with_what_can_and_exit_code_1(
    project: Project, arguments: list[str], words: list[str]
) -> None:
    before = project.files()
    done = project.run(*arguments)
    assert done.code == 1
    (sentence,) = done.err.splitlines()
    assert all(word in sentence for word in words), sentence
    assert "mistake of the program" not in sentence
    assert project.files() == before


def test_without_a_command_the_help_is_shown(project: Project) -> None:
    done = project.run()
    assert done.code in (0, 2)
    assert "generator list" in done.out + done.err


def test_a_reader_that_stops_reading_is_no_mistake(project: Project) -> None:
    import subprocess
    import sys

    command = f"{sys.executable} -m generator list | head -c 1"
    done = subprocess.run(["bash", "-c", f"set -o pipefail; {command}"], capture_output=True, timeout=60)
    assert done.stderr == b""
