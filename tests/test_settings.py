from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.checking.settings import CheckSettings
from generator.errors import GeneratorError
from generator.pyproject import find_root
from generator.settings import FORMATS, Settings, read_settings


def settings(folder: Path, text: str, environment: dict[str, str] | None = None) -> Settings:
    (folder / "pyproject.toml").write_text(text, encoding="utf-8")
    return read_settings(folder, environment or {})


def test_a_folder_without_settings_has_the_defaults(tmp_path: Path) -> None:
    assert read_settings(tmp_path, {}) == Settings(tmp_path)
    assert Settings(tmp_path).formats == FORMATS
    assert Settings(tmp_path).data == "auto"


def test_settings_of_other_tools_are_not_ours(tmp_path: Path) -> None:
    assert settings(tmp_path, "[tool.ruff]\nline-length = 110\n") == Settings(tmp_path)


def test_every_setting_can_be_said(tmp_path: Path) -> None:
    text = """
    [tool.generator]
    data = "mnist"
    language = "en"
    formats = ["svg", "gif"]
    targets = ["chirpy"]
    seed = 7
    """
    assert settings(tmp_path, text) == Settings(tmp_path, "mnist", None, "en", ("svg", "gif"), ("chirpy",), 7)


def test_every_setting_of_checks_can_be_said(tmp_path: Path) -> None:
    text = """
    [tool.generator.check]
    off = ["links", "alt-text"]
    viewers = ["github"]
    theme = "minimal-mistakes"
    """
    wanted = CheckSettings(("links", "alt-text"), ("github",), "minimal-mistakes")
    assert settings(tmp_path, text).check == wanted


def test_the_environment_names_the_folder_of_data_sets(tmp_path: Path) -> None:
    assert read_settings(tmp_path, {"GENERATOR_DATA": "/data/sets"}).data_folder == Path("/data/sets")
    assert read_settings(tmp_path, {"GENERATOR_DATA": "~/sets"}).data_folder == Path.home() / "sets"
    assert read_settings(tmp_path, {"GENERATOR_DATA": ""}).data_folder is None


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('data = "minst"', "data is 'minst'; it must be one of auto, digits, mnist, fashion"),
        ("data = 3", "data is 3; it must be one of"),
        ('language = "fr"', "ko and en, not in 'fr'"),
        ('formats = ["jpg"]', "formats is 'jpg'; it must be one of svg, gif, webp, png"),
        ('formats = "svg"', "formats is 'svg'; it must be a list of names"),
        ("formats = []", "formats is []; it must be a list of names"),
        (
            'targets = ["jekyll"]',
            "targets is 'jekyll'; it must be one of portable, chirpy, minimal-mistakes, github",
        ),
        ('seed = "one"', "seed is 'one'; it must be a whole number"),
        ("seed = true", "seed is True; it must be a whole number"),
        (
            'colour = "red"',
            "[tool.generator] has no setting 'colour'; there are data, language, formats, targets, seed, "
            "models, check",
        ),
        ("check = 3", "check is 3; it must be a table"),
        (
            "check.of = []",
            "[tool.generator.check] has no setting 'of'; did you mean off? There are off, viewers",
        ),
        (
            'check.off = ["link"]',
            "check.off has 'link'; did you mean links or hot-link? There are accidental-table, ",
        ),
        ('check.off = "links"', "check.off is 'links'; it must be a list of names"),
        ("check.off = [3]", "check.off has 3; there are accidental-table, "),
        ('check.viewers = ["gitlab"]', "check.viewers has 'gitlab'; did you mean github? There are jekyll"),
        ("check.viewers = []", "check.viewers is []; name at least one of jekyll, vscode, github"),
        ('check.theme = "minima"', "check.theme has 'minima'; "),
        ('data = "digits', "is no TOML"),
    ],
)
def test_a_setting_that_cannot_be_is_refused_with_the_file_and_what_can(
    tmp_path: Path, line: str, message: str
) -> None:
    with pytest.raises(GeneratorError, match=re.escape(message)) as refused:
        settings(tmp_path, f"[tool.generator]\n{line}\n")
    assert refused.value.file == tmp_path / "pyproject.toml"


def test_a_settings_table_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GeneratorError, match="it must be a table"):
        settings(tmp_path, "[tool]\ngenerator = 3 # [tool.generator]\n")


def test_the_project_is_found_from_a_folder_below_it(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.generator]\n", encoding="utf-8")
    below = tmp_path / "posts" / "deep"
    below.mkdir(parents=True)
    assert find_root(below) == tmp_path
    (below / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    assert find_root(below) == tmp_path


def test_where_there_is_no_project_the_folder_itself_is_one(tmp_path: Path) -> None:
    assert find_root(tmp_path) == tmp_path
