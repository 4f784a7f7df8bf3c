"""Own models in a project: settings, staleness, the shortcut, and the figures that show them."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from generator import catalog
from generator.building.shortcut import inputs_of
from generator.errors import GeneratorError
from generator.learning.traced import Traced
from generator.learning.traced_file import save_traced
from generator.pyproject import find_root
from generator.scene import Box, Drawing, Label, Line
from generator.settings import read_settings
from generator.sources import Models, sources
from generator.words import LANGUAGES, Language
from tests.drawn import words
from tests.legible import assert_apart, assert_readable, assert_within
from tests.own_models import SOURCE, own_traced, write_project
from tests.projects import Project


def models(root: Path, made: Traced | None = None) -> Models:
    """The models of a project in which ``made`` was traced from the file as it is."""
    settings = read_settings(write_project(root))
    traced = replace(made or own_traced(), source=settings.models["mine"].digest())
    save_traced(traced, settings.trained / "mine-digits.npz")
    return Models(settings.trained, "digits", own=settings.models)


def drawn(found: Models, figure: str, language: Language = "en", **given: object) -> Drawing:
    return catalog.draw(figure, given, sources(found, "digits", None, language))


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("models = 3", "models is 3; it must be a table: [tool.generator.models]"),
        ('models = {paper = "x.py:f"}', "models has the name 'paper', which is a built-in network's"),
        ('models = {alexnet = "x.keras"}', "models has the name 'alexnet', which is a built-in network's"),
        ('models = {"my-net" = "x.py:f"}', "models has the name 'my-net'; it must be made of letters"),
        ("models = {mine = 3}", "models.mine is 3; it must be 'models/mine.py:build'"),
        ('models = {mine = "x.py"}', "models.mine is 'x.py'; it must be 'models/mine.py:build'"),
        ('models = {mine = "x.h5"}', "models.mine is 'x.h5'; it must be"),
        ('models = {mine = "x.py:two words"}', "models.mine is 'x.py:two words'; it must be"),
    ],
)
def test_a_model_that_cannot_be_is_refused_with_its_key(tmp_path: Path, line: str, message: str) -> None:
    (tmp_path / "pyproject.toml").write_text(f"[tool.generator]\n{line}\n", encoding="utf-8")
    with pytest.raises(GeneratorError, match=re.escape(message)) as refused:
        read_settings(tmp_path, {})
    assert refused.value.file == tmp_path / "pyproject.toml"


def test_paths_of_models_are_relative_to_the_project(tmp_path: Path) -> None:
    source = read_settings(write_project(tmp_path), {}).models["mine"]
    assert (source.file, source.function) == (tmp_path / "models" / "mine.py", "build")


def test_a_table_of_models_alone_makes_a_project(tmp_path: Path) -> None:
    write_project(tmp_path, '[tool.generator.models]\nmine = "models/mine.keras"\n')
    assert find_root(tmp_path / "models") == tmp_path


def test_a_missing_file_is_told_with_what_lies_beside_it(tmp_path: Path) -> None:
    write_project(tmp_path, '[tool.generator.models]\nmine = "models/mime.py:build"\n')
    with pytest.raises(
        GeneratorError, match=r"models.mine is .*; there is no such file \(did you mean mine.py"
    ):
        read_settings(tmp_path, {}).models["mine"].digest()


def test_the_digest_changes_with_the_file_and_with_the_function(tmp_path: Path) -> None:
    source = read_settings(write_project(tmp_path), {}).models["mine"]
    digest = source.digest()
    assert digest == source.digest()
    assert digest != replace(source, function="other").digest()
    write_project(tmp_path, source=SOURCE + "\n")
    assert digest != source.digest()


def test_a_changed_file_is_reported_with_the_command_that_traces_it(tmp_path: Path) -> None:
    found = models(tmp_path)
    assert found.graph("mine").title == "branching"
    write_project(tmp_path, source=SOURCE + "\n")
    fresh = Models(tmp_path / "figures" / "trained", "digits", own=read_settings(tmp_path, {}).models)
    with pytest.raises(GeneratorError, match=r"mine.py has changed; generator train mine --data digits"):
        fresh.graph("mine")


def test_a_changed_or_missing_file_is_traced_anew_where_networks_may_be_trained(tmp_path: Path) -> None:
    models(tmp_path)
    write_project(tmp_path, source=SOURCE + "\n")
    settings = read_settings(tmp_path, {})
    traced: list[str] = []

    def train(name: str) -> None:
        traced.append(name)
        digest = settings.models[name].digest()
        save_traced(replace(own_traced(), source=digest), settings.trained / "mine-digits.npz")

    found = Models(settings.trained, "digits", train, settings.models)
    assert found.graph("mine") == found.graph("mine") == own_traced().graph
    (settings.trained / "mine-digits.npz").unlink()
    Models(settings.trained, "digits", train, settings.models).outputs("mine")
    assert traced == ["mine", "mine"]


def test_names_that_nobody_knows_are_refused_with_what_there_is(tmp_path: Path) -> None:
    found = models(tmp_path)
    with pytest.raises(GeneratorError, match="no network 'mime'; did you mean mine"):
        found.graph("mime")
    with pytest.raises(GeneratorError, match="'alexnet' is not trained here; there are paper, post, fashion"):
        drawn(found, "feature_maps", model="alexnet")
    with pytest.raises(GeneratorError, match="'mine' is not trained here"):
        found["mine"]


def test_check_tells_at_the_posts_line_that_a_model_is_out_of_date(empty_project: Project) -> None:
    models(empty_project.root)
    empty_project.post("own", '---\ntitle: t\n---\n\n<@ figure("layer_boxes", model="mine") @>\n')
    empty_project.run("build")
    assert empty_project.run("check").code == 0
    write_project(empty_project.root, source=SOURCE + "\n")
    outcome = empty_project.run("check")
    assert outcome.code == 1
    assert "posts/own.md.j2:5: the model 'mine' is out of date: mine.py has changed" in outcome.out


def test_a_changed_model_file_makes_the_build_look_for_itself(tmp_path: Path) -> None:
    write_project(tmp_path)
    before = inputs_of(read_settings(tmp_path, {}), "digits")
    write_project(tmp_path, source=SOURCE + "\n")
    assert inputs_of(read_settings(tmp_path, {}), "digits") != before


FIGURES = [
    ("layer_boxes", {}),
    ("layer_boxes", {"show_shapes": False}),
    ("layer_boxes", {"start": "pool"}),
    ("layer_boxes", {"start": "left", "end": "add", "direction": "down"}),
    ("feature_maps", {"layer": "stem", "maps": 3}),
    ("feature_maps", {"layer": "add"}),
    ("feature_maps", {"layer": "output"}),
    ("receptive_field", {"layer": "pool", "unit": (3, 9)}),
    ("receptive_field_centres", {"layer": "pool"}),
    ("receptive_field_growth", {}),
    ("receptive_field_growth", {"axis": "horizontal", "layer": "add", "unit": 0}),
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("figure", "given"), FIGURES)
def test_own_models_can_be_drawn_and_read(
    figure: str, given: dict[str, object], language: Language, tmp_path: Path
) -> None:
    drawing = drawn(models(tmp_path), figure, language, model="mine", **given)
    assert drawing.width == 700
    assert_within(drawing)
    assert_readable(drawing)
    assert_apart(drawing)


def _boxes(drawing: Drawing) -> dict[str, Box]:
    """Each layer's box by the first label in it."""
    marks = drawing.frames[0].marks
    boxes = [mark for mark in marks if isinstance(mark, Box)]
    labels = [mark for mark in marks if isinstance(mark, Label)]
    inside = {
        box: [m for m in labels if box.y < m.y < box.y + box.height and abs(m.x - box.x - box.width / 2) < 1]
        for box in boxes
    }
    return {found[0].text: box for box, found in inside.items() if found}


def _crosses(line: Line, box: Box) -> bool:
    """Whether a line of horizontal and vertical pieces passes through a box's inside."""
    for (x0, y0), (x1, y1) in zip(line.points, line.points[1:], strict=False):
        left, right, top, bottom = min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1)
        if left < box.x + box.width and right > box.x and top < box.y + box.height and bottom > box.y:
            return True
    return False


def test_branches_are_joined_by_lines_that_cross_no_box(tmp_path: Path) -> None:
    drawing = drawn(models(tmp_path), "layer_boxes", model="mine")
    boxes = _boxes(drawing)
    graph = own_traced().graph
    assert set(boxes) == {"input", *(node.name for node in graph.nodes)}
    lines = [mark for mark in drawing.frames[0].marks if isinstance(mark, Line)]
    assert len(lines) == sum(len(node.inputs) for node in graph.nodes)
    assert not [(line, name) for line in lines for name, box in boxes.items() if _crosses(line, box)]
    for node in graph.nodes:
        for name in node.inputs:
            assert boxes[name].y + boxes[name].height < boxes[node.name].y
    assert "left, right, stem → add (Add) (None, 32, 20, 4)" in drawing.alt


def test_a_part_of_a_network_says_so_and_dashes_what_comes_from_outside(tmp_path: Path) -> None:
    drawing = drawn(models(tmp_path), "layer_boxes", model="mine", start="left", end="add")
    assert "3 of the 7 layers of branching: left … add" in drawing.caption
    assert sum(isinstance(m, Line) and m.dash is not None for m in drawing.frames[0].marks) == 3


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"start": "stam"}, "start is 'stam', which is no layer of the network; did you mean stem"),
        ({"start": "pool", "end": "stem"}, "end is 'stem', which comes before start, 'pool'"),
    ],
)
def test_a_part_that_is_none_is_refused(given: dict[str, object], told: str, tmp_path: Path) -> None:
    with pytest.raises(GeneratorError, match=told):
        drawn(models(tmp_path), "layer_boxes", model="mine", **given)


def test_networks_of_hundreds_of_layers_are_refused_with_the_parameters_that_help(tmp_path: Path) -> None:
    traced = own_traced()
    chain = [
        replace(traced.graph.nodes[0], name=f"n{i}", inputs=(f"n{i - 1}" if i else "input",))
        for i in range(300)
    ]
    long = replace(traced, graph=replace(traced.graph, nodes=tuple(chain)), traces={})
    for direction in ("right", "down"):
        with pytest.raises(GeneratorError, match="show a part of them with start and end"):
            drawn(models(tmp_path, long), "layer_boxes", model="mine", direction=direction)
    branching = [*chain, replace(chain[0], name="end", inputs=("n299", "n2"))]
    long = replace(traced, graph=replace(traced.graph, nodes=tuple(branching)), traces={})
    with pytest.raises(GeneratorError, match="show a part of the network with start and end"):
        drawn(models(tmp_path, long), "layer_boxes", model="mine")
    assert drawn(models(tmp_path, long), "layer_boxes", model="mine", start="n290", end="n299").height < 600


def test_alexnet_is_drawn_from_its_description(tmp_path: Path) -> None:
    found = Models(tmp_path, "digits")
    assert "(None, 227, 227, 3)" in words(drawn(found, "layer_boxes", model="alexnet"))
    assert "R = 195" in words(drawn(found, "receptive_field_growth", model="alexnet"))


def test_a_rectangular_field_has_the_sides_that_its_axes_say(tmp_path: Path) -> None:
    drawing = drawn(models(tmp_path), "receptive_field", model="mine", layer="pool")
    # stem 3×5, stride 1×2; right 5×5 (left 3×3 dilated by 2 spans 5 too); pool 2: 3+4+1 and 5+2·4+2.
    assert {"R = 8×15", "J = 2×4", "pool 16×10", "Input 32×40"} <= set(words(drawing))


def test_maps_that_were_too_many_to_keep_or_to_show_are_refused(tmp_path: Path) -> None:
    traced = own_traced()
    without = {name: trace for name, trace in traced.traces.items() if name != "stem"}
    found = models(tmp_path, replace(traced, traces=without))
    with pytest.raises(GeneratorError, match=r"layer is 'stem'; the 2,560 numbers .* too many to be kept"):
        drawn(found, "feature_maps", model="mine", layer="stem")
    with pytest.raises(GeneratorError, match="maps is 5; add has 1 to 4"):
        drawn(found, "feature_maps", model="mine", layer="add", maps=5)
    with pytest.raises(GeneratorError, match="pictures of 28×28 do not fit into the input of 'mine'"):
        drawn(models(tmp_path, replace(traced, traces={})), "feature_maps", model="mine", layer="add")


@pytest.mark.slow
def test_build_traces_what_a_post_asks_for(empty_project: Project) -> None:
    write_project(empty_project.root)
    empty_project.post("own", '---\ntitle: t\n---\n\n<@ figure("layer_boxes", model="mine") @>\n')
    assert empty_project.run("build").code == 0
    assert (empty_project.figures / "trained" / "mine-digits.npz").exists()
    assert empty_project.run("check").code == 0
    outcome = empty_project.run("train", "mine")
    assert "7 layers, 7 with what they make of digits" in outcome.out
