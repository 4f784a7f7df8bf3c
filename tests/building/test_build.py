from __future__ import annotations

import json
from collections.abc import Callable
from types import MappingProxyType, ModuleType

import pytest

from generator.building import build as building
from generator.building import stamps
from generator.building.opening import open_settings
from generator.building.project import wishes_of
from generator.building.workshop import workshop_for_checking
from generator.figures import convolution as convolution_module
from generator.figures import pooling as pooling_module
from generator.painting import document, pictures, themes
from generator.scene import Drawing, colours
from tests.projects import GRAPHVIZ, HEAVY, POOLING, TRAINING, Project, without

CONVOLUTION = {"figures/convolution.svg", "figures/convolution.png", "figures/convolution-dark.png"}
STRIDE_2 = {name.replace("convolution", "convolution-stride-2") for name in CONVOLUTION}
POOL = {name.replace("convolution", "pooling") for name in CONVOLUTION}
MANIFEST = "figures/manifest.json"


def test_a_build_draws_every_figure_and_fills_every_post(project: Project) -> None:
    done = project.run("build")
    assert done.code == 0
    posts = {"posts/films.md", "posts/pooling.md"}
    sources = {"pyproject.toml", "posts/films.md.j2", "posts/pooling.md.j2"}
    assert project.files().keys() == CONVOLUTION | STRIDE_2 | POOL | posts | sources | {MANIFEST}
    assert "../figures/convolution-stride-2.svg" in (project.posts / "films.md").read_text(encoding="utf-8")
    assert done.out == "11 files written, 0 pictures were current, data: digits\n"


def test_a_second_build_writes_nothing(built: Project) -> None:
    with built.changes() as changed:
        done = built.run("build")
    assert not changed
    assert done.out == "0 files written, 3 pictures were current, data: digits\n"


def test_nothing_to_do_imports_no_library_of_drawing_or_training(built: Project) -> None:
    done = built.apart("build", before=without(*HEAVY))
    assert done.code == 0, done.err
    assert done.out.startswith("0 files written")


def test_drawing_needs_neither_tensorflow_nor_a_download(project: Project) -> None:
    done = project.apart("build", before=without(*TRAINING, *GRAPHVIZ, "pooch", "sklearn"))
    assert done.code == 0, done.err
    assert done.out.startswith("11 files written")


def test_a_changed_parameter_draws_the_new_picture_and_leaves_the_others(built: Project) -> None:
    built.change("films", "stride=2", "stride=1, padding=1")
    with built.changes() as changed:
        assert built.run("build").code == 0
    new = {name.replace("convolution", "convolution-padding-1") for name in CONVOLUTION}
    assert changed == new | {"posts/films.md", MANIFEST}


def test_a_changed_parameter_of_a_named_figure_draws_it_anew(built: Project) -> None:
    built.change("pooling", '"pooling", name', '"pooling", kind="average", name')
    with built.changes() as changed:
        assert built.run("build").code == 0
    assert changed == POOL | {"posts/pooling.md", MANIFEST}


def test_a_changed_word_of_a_post_writes_the_post_alone(built: Project) -> None:
    built.change("pooling", "The window keeps", "Each window keeps")
    with built.changes() as changed:
        assert built.run("build").code == 0
    assert changed == {"posts/pooling.md"}


def test_a_comment_in_a_template_writes_nothing(built: Project) -> None:
    built.change("pooling", "The window keeps", "<!--# of four #-->The window keeps")
    with built.changes() as changed:
        assert built.run("build").code == 0
    assert not changed


def test_a_caption_that_a_post_gives_is_the_posts_alone(built: Project) -> None:
    built.change("pooling", 'name="pooling"', 'name="pooling", caption="What is left"')
    with built.changes() as changed:
        assert built.run("build").code == 0
    assert changed == {"posts/pooling.md"}


def test_a_changed_caption_of_a_figure_writes_its_svg_and_no_raster_picture(
    built: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        pooling_module, "_caption", lambda *_: "Only the largest number of each window is left."
    )
    with built.changes() as changed:
        assert built.run("build").code == 0
    assert changed == {"figures/pooling.svg", "posts/pooling.md", MANIFEST}


def test_a_changed_label_draws_the_figure_anew_wherever_it_is_used(
    built: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(convolution_module, "titled", lambda title, block: _titled(title + "!", block))
    with built.changes() as changed:
        assert built.run("build").code == 0
    assert changed == CONVOLUTION | STRIDE_2 | {MANIFEST}


_titled = convolution_module.titled


def with_ink(monkeypatch: pytest.MonkeyPatch, theme: str, role: str, ink: str) -> None:
    """Change one colour in every module that knows the themes."""
    changed = {name: MappingProxyType({**inks}) for name, inks in themes.THEMES.items()}
    changed[theme] = MappingProxyType({**themes.THEMES[theme], role: ink})  # type: ignore[index]
    knowing: tuple[ModuleType, ...] = (themes, stamps, document, pictures)
    for module in knowing:
        monkeypatch.setattr(module, "THEMES", MappingProxyType(changed))


def drawings(project: Project) -> dict[str, Drawing]:
    wishes = wishes_of(workshop_for_checking(open_settings(project.root, None)))
    return {stem: wish.drawing for stem, wish in wishes.pictures.items()}


@pytest.mark.parametrize(("theme", "ending"), [("light", ".png"), ("dark", "-dark.png")])
def test_a_changed_colour_draws_anew_what_shows_it(
    built: Project, monkeypatch: pytest.MonkeyPatch, theme: str, ending: str
) -> None:
    used = {stem: colours(drawing) for stem, drawing in drawings(built).items()}
    (role, *_) = sorted(used["pooling"] - used["convolution"] - {"page"})
    with_ink(monkeypatch, theme, role, "#336699")
    with built.changes() as changed:
        assert built.run("build").code == 0
    assert changed == {"figures/pooling.svg", f"figures/pooling{ending}", MANIFEST}


def test_a_colour_that_a_figure_does_not_use_changes_no_byte_of_it(
    built: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    used = {stem: colours(drawing) for stem, drawing in drawings(built).items()}
    (role, *_) = sorted(used["pooling"] - used["convolution"])
    with_ink(monkeypatch, "light", role, "#336699")
    before = built.files()
    assert built.run("build", "--force").code == 0
    after = built.files()
    assert {name for name in before if before[name] != after[name]} == {
        "figures/pooling.svg",
        "figures/pooling.png",
        MANIFEST,
    }


def test_a_new_version_of_the_painter_draws_everything_anew(
    built: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stamps, "PAINTER_VERSION", -1)
    with built.changes() as changed:
        assert built.run("build").code == 0
    assert changed == CONVOLUTION | STRIDE_2 | POOL | {MANIFEST}


@pytest.mark.parametrize("spoil", ["remove", "damage"])
def test_a_picture_that_is_missing_or_damaged_is_drawn_again(built: Project, spoil: str) -> None:
    picture = built.figures / "pooling.png"
    content = picture.read_bytes()
    picture.unlink()
    if spoil == "damage":
        picture.write_bytes(content[:100])
    done = built.run("build")
    assert done.err == "pooling: .png\n"
    assert picture.read_bytes() == content


def test_an_older_time_of_a_file_means_nothing(built: Project) -> None:
    import os

    for name in built.files():
        os.utime(built.root / name, (0, 0))
    assert built.run("build").out.startswith("0 files written")


def test_force_draws_current_pictures_too_and_gives_the_same_bytes(built: Project) -> None:
    before = built.files()
    done = built.run("build", "--force")
    assert done.out.startswith("9 files written, 0 pictures were current")
    assert built.files() == before


def test_a_post_can_be_built_alone(project: Project) -> None:
    for name in ("pooling", "pooling.md", "pooling.md.j2", "posts/pooling.md.j2"):
        assert project.run("build", name).code == 0
    assert {name for name in project.files() if "convolution" in name} == set()
    assert (project.posts / "pooling.md").is_file()
    assert not (project.posts / "films.md").exists()


def test_a_figure_can_be_built_alone_by_its_name_or_its_files(project: Project) -> None:
    assert project.run("build", "convolution-stride-2").code == 0
    assert {name for name in project.files() if name.startswith("figures/")} == STRIDE_2 | {MANIFEST}
    assert project.run("build", "convolution").code == 0
    assert {name for name in project.files() if name.startswith("figures/")} == CONVOLUTION | STRIDE_2 | {
        MANIFEST
    }


def test_building_one_post_keeps_what_the_manifest_says_of_the_others(built: Project) -> None:
    built.post("pooling", POOLING.replace('"pooling", name', '"pooling", kind="min", name'))
    assert built.run("build", "pooling").code == 0
    assert built.run("check").code == 0


def test_a_name_that_is_neither_a_post_nor_a_figure_is_told_with_what_there_is(project: Project) -> None:
    done = project.run("build", "convolutoin")
    assert done.code == 2
    (sentence,) = done.sentences
    assert "'convolutoin'" in sentence
    assert "films, pooling" in sentence
    assert "convolution-stride-2" in sentence


def test_every_format_is_made_of_a_film_and_only_still_ones_of_a_still_figure(project: Project) -> None:
    project.settings('[tool.generator]\ndata = "digits"\n')
    project.post("films", '<@ figure("convolution_equation") @>\n')
    assert project.run("build").code == 0
    endings = {path.name.removeprefix("pooling") for path in project.figures.glob("pooling*")}
    assert endings == {f"{dark}.{suffix}" for dark in ("", "-dark") for suffix in ("png", "gif", "webp")} | {
        ".svg"
    }
    still = {path.suffix for path in project.figures.glob("convolution-equation*")}
    assert still == {".svg", ".png"}


def test_every_target_gets_a_post_of_its_own_and_pictures_are_drawn_once(project: Project) -> None:
    project.settings(
        '[tool.generator]\ndata = "digits"\nformats = ["svg"]\ntargets = ["portable", "chirpy"]\n'
    )
    assert project.run("build").out.startswith("7 files written")
    assert (project.posts / "chirpy" / "films.md").is_file()
    assert project.run("check").code == 0


def test_the_manifest_says_what_each_picture_is(built: Project) -> None:
    manifest = json.loads((built.figures / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["data"] == "digits"
    entry = manifest["pictures"]["convolution-stride-2"]
    assert entry["figure"] == "convolution"
    assert entry["parameters"] == {"stride": 2}
    assert entry["language"] == "ko"
    assert (entry["width"], entry["height"]) > (0, 0)
    assert entry["alt"] in (built.figures / "convolution-stride-2.svg").read_text(encoding="utf-8").replace(
        "&amp;", "&"
    )
    for name, digest in entry["files"].items():
        assert building.digest_of((built.figures / name).read_bytes()) == digest


def test_a_figure_is_added_by_adding_one_file(
    project: Project, own_figure: Callable[[str, str], None]
) -> None:
    own_figure(
        "dots",
        """
        @figure
        def dots(*, count: int = 3) -> Drawing:
            \"\"\"Dots in a row.\"\"\"
            marks = tuple(Dot(20 + 30 * i, 20, 8, "ink") for i in range(count))
            return Drawing(700, 40, (Frame(marks),), f"{count} dots in a row, all alike", f"{count} dots")
        """,
    )
    project.post("films", 'Dots:\n\n<@ figure("dots", count=5) @>\n')
    assert project.run("build").code == 0
    assert (project.figures / "dots-count-5.png").is_file()
    assert project.run("show", "dots").out.startswith("dots: Dots in a row.")


def test_a_post_in_a_folder_of_its_own_finds_the_pictures(project: Project) -> None:
    project.settings(
        '[tool.generator]\ndata = "digits"\nformats = ["svg"]\ntargets = ["chirpy", "portable"]\n'
    )
    assert project.run("build").code == 0
    assert "(../../figures/pooling.svg)" in (project.posts / "portable" / "pooling.md").read_text(
        encoding="utf-8"
    )
    assert "(/figures/pooling.svg)" in (project.posts / "pooling.md").read_text(encoding="utf-8")
    assert project.run("check").code == 0
