"""What the READMEs and CONTRIBUTING.md say is true of the program."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest

from generator import catalog
from generator.building.opening import open_settings
from generator.building.project import wishes_of
from generator.building.workshop import workshop_for_checking
from generator.checking.settings import CheckSettings
from generator.cli import cli
from generator.errors import GeneratorError
from generator.readme import BEGIN, END, READMES, renewed, table
from generator.running import run
from generator.scene import Drawing
from generator.settings import read_settings
from generator.words import Language, Say
from generator.workbook import solved
from generator.writing.equations import NAMESPACE
from generator.writing.targets import TARGETS

ROOT = Path(__file__).resolve().parents[1]
TEXTS = (*READMES, "CONTRIBUTING.md")

_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_INLINE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
_TARGET = re.compile(r"^([a-z-]+):", re.MULTILINE)
_VARIABLE = re.compile(r"\b([A-Z]+)=")


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def fences(text: str, language: str) -> list[str]:
    return [found[2] for found in _FENCE.finditer(text) if found[1] == language]


def commands(name: str, program: str) -> Iterator[list[str]]:
    """The words after ``program`` wherever code in the text runs it."""
    text = text_of(name)
    code = [line for kind in ("sh", "yaml") for fence in fences(text, kind) for line in fence.splitlines()]
    for line in [*code, *_INLINE.findall(_FENCE.sub("", text))]:
        before, found, after = line.partition("#")[0].partition(f"{program} ")
        if found and re.fullmatch(r"(?:.*(?:run:|&&|bin/|=\S+))?\s*", before):
            yield after.split()


@pytest.mark.parametrize(("name", "language"), READMES.items())
def test_the_table_of_figures_is_current(name: str, language: Language) -> None:
    text = text_of(name)
    assert renewed(text, table(ROOT, language), ROOT / name) == text, "make readme renews it"


@pytest.mark.parametrize("name", READMES)
def test_the_table_has_every_figure_and_its_pictures_are_there(name: str) -> None:
    rows = text_of(name).partition(BEGIN)[2].partition(END)[0]
    assert tuple(re.findall(r"^\| `(\w+)` \|", rows, re.MULTILINE)) == catalog.names()
    pictures = re.findall(r'<img src="([^"]+)"', text_of(name))
    assert [picture for picture in pictures if not (ROOT / picture).is_file()] == []


@pytest.mark.parametrize("text", ["", BEGIN, END + BEGIN, BEGIN + END + BEGIN, BEGIN + BEGIN + END])
def test_a_readme_without_its_two_comments_is_refused(text: str) -> None:
    with pytest.raises(GeneratorError, match=r"README\.md: needs the lines"):
        renewed(text, "rows", Path("README.md"))


def test_only_what_lies_between_the_comments_is_replaced() -> None:
    new = renewed(f"above\n{BEGIN}\nold\n{END}\nbelow\n", "rows", Path("README.md"))
    assert new == f"above\n{BEGIN}\nrows\n{END}\nbelow\n"


@pytest.mark.parametrize("name", TEXTS)
def test_every_make_target_and_variable_exists(name: str) -> None:
    makefile = text_of("Makefile")
    targets = set(_TARGET.findall(makefile))
    shown = list(commands(name, "make"))
    words = [word for command in shown for word in command]
    assert shown
    assert {word for word in words if re.fullmatch(r"[a-z-]+", word)} <= targets
    variables = {variable for word in words for variable in _VARIABLE.findall(word)}
    assert variables <= set(re.findall(r"\$\((?:if \$\()?([A-Z]+)\)", makefile))


@pytest.mark.parametrize("name", TEXTS)
def test_every_command_and_option_of_generator_exists(name: str) -> None:
    shown = [words for words in commands(name, "generator") if not words[0].startswith(("-", "…"))]
    assert {words[0] for words in shown} <= set(cli.commands)
    for words in shown:
        known = {option for parameter in cli.commands[words[0]].params for option in parameter.opts}
        assert {word for word in words if word.startswith("--")} <= known


@pytest.mark.parametrize("name", READMES)
def test_both_readmes_show_every_command(name: str) -> None:
    help_lines = re.findall(r"^([a-z-]+):.*##", text_of("Makefile"), re.MULTILINE)
    shown = {words[0] for words in commands(name, "generator")}
    assert shown & set(cli.commands) == set(cli.commands)
    assert {words[0] for words in commands(name, "make")} == set(help_lines) - {"help"}


@pytest.mark.parametrize("name", READMES)
def test_the_example_gives_what_stands_below_it(name: str, tmp_path: Path) -> None:
    template, result = fences(text_of(name).partition("<!-- example: template -->")[2], "markdown")[:2]
    (tmp_path / "posts").mkdir()
    (tmp_path / "pyproject.toml").write_text("[tool.generator]\ndata = 'digits'\n", encoding="utf-8")
    (tmp_path / "posts" / "stride.md.j2").write_text(template, encoding="utf-8")
    wishes = wishes_of(workshop_for_checking(open_settings(tmp_path, None)))
    assert wishes.problems == []
    assert list(wishes.texts.values()) == [result]
    assert [stem for stem in wishes.pictures if f"figures/{stem}.svg`" not in text_of(name)] == []


@pytest.mark.parametrize(("name", "language"), READMES.items())
def test_the_exercise_shown_gives_question_answer_and_figures(
    name: str, language: Language, tmp_path: Path
) -> None:
    example = fences(text_of(name).partition("<!-- example: exercise -->")[2], "markdown")[0]
    task = solved("valid_convolution", {"stride": 2}, Say(language))
    (tmp_path / "posts").mkdir()
    (tmp_path / "pyproject.toml").write_text(f"[tool.generator]\nlanguage = '{language}'\n", encoding="utf-8")
    (tmp_path / "posts" / "task.md.j2").write_text(example, encoding="utf-8")
    wishes = wishes_of(workshop_for_checking(open_settings(tmp_path, None)))
    assert wishes.problems == []
    (post,) = wishes.texts.values()
    assert task.question in post
    assert task.answer in post
    stem = "exercise-valid-convolution-stride-2"
    assert list(wishes.pictures) == [stem, f"{stem}-answer"]


@pytest.mark.parametrize("name", READMES)
def test_the_equations_shown_are_written_as_stands_below_them(name: str, tmp_path: Path) -> None:
    template, result = fences(text_of(name).partition("<!-- example: derive -->")[2], "markdown")[:2]
    (tmp_path / "posts").mkdir()
    (tmp_path / "pyproject.toml").write_text("[tool.generator]\ndata = 'digits'\n", encoding="utf-8")
    head = "---\ntitle: t\nmath: true\n---\n"
    (tmp_path / "posts" / "proof.md.j2").write_text(head + template, encoding="utf-8")
    wishes = wishes_of(workshop_for_checking(open_settings(tmp_path, None)))
    assert wishes.problems == []
    assert list(wishes.texts.values()) == [head + result]


@pytest.mark.parametrize("name", READMES)
def test_the_check_says_of_its_example_what_stands_below_it_and_mends_it_so(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    shown = text_of(name).partition("<!-- example: check -->")[2]
    (bad, mended), (findings, *_) = fences(shown, "markdown")[:2], fences(shown, "text")
    post = tmp_path / "attention.md"
    post.write_text(bad, encoding="utf-8")
    (tmp_path / "attention.png").write_bytes(b"")
    monkeypatch.chdir(tmp_path)
    assert run(cli, ["check", "attention.md", "--format", "text"]) == 1
    assert capfd.readouterr().out == findings
    assert run(cli, ["check", "attention.md", "--format", "text", "--fix"]) == 1
    assert capfd.readouterr().out == findings.splitlines(keepends=True)[-1]
    assert post.read_text(encoding="utf-8") == mended


@pytest.mark.slow
def test_the_check_finds_nothing_in_the_texts(capfd: pytest.CaptureFixture[str]) -> None:
    texts = [str(ROOT / name) for name in (*TEXTS, "CHANGELOG.md")]
    assert run(cli, ["check", "--format", "text", *texts]) == 0, capfd.readouterr().out


@pytest.mark.parametrize("name", READMES)
def test_every_setting_and_every_target_is_shown(name: str) -> None:
    tables = tomllib.loads("\n".join(fences(text_of(name), "toml")))["tool"]["generator"]
    assert tables["check"].keys() == {field.name for field in fields(CheckSettings)}
    assert set(TARGETS) <= set(re.findall(r"^\| `([\w-]+)` \|", text_of(name), re.MULTILINE))


@pytest.mark.parametrize("name", READMES)
def test_every_equation_is_shown(name: str) -> None:
    text = text_of(name)
    assert [word for word in NAMESPACE.names() if not re.search(rf"`{word}[(`]", text)] == []


@pytest.mark.parametrize("name", READMES)
def test_the_settings_shown_are_accepted(name: str, tmp_path: Path) -> None:
    tables = fences(text_of(name), "toml")
    (tmp_path / "pyproject.toml").write_text("\n".join(tables), encoding="utf-8")
    settings = read_settings(tmp_path, {})
    assert settings.targets == ("portable", "chirpy")
    assert settings.models["mine"].file == tmp_path / "models" / "mine.py"
    assert sorted(settings.models) == ["mine", "other"]


@pytest.mark.parametrize("name", READMES)
def test_the_figure_shown_draws(name: str) -> None:
    (source,) = fences(text_of(name), "python")
    module: dict[str, object] = {"__name__": "generator.figures.relu"}
    exec(compile(source, "relu.py", "exec", dont_inherit=True), module)
    function = module["relu"]
    assert callable(function)
    for say in (Say("ko"), Say("en")):
        drawing = function(say, size=5)
        assert isinstance(drawing, Drawing)
        assert drawing.alt == drawing.caption
