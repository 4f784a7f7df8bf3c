"""Keras' own picture: kept, read back, and made into marks."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import GeneratorError
from generator.learning import keras_plot
from generator.learning.graphviz_marks import plot_from
from generator.learning.keras_plot import MISSING, PlotOptions, Plots, described, laid_out
from generator.networks import NETWORKS
from generator.scene import Box, Label
from tests.network_figures import drawn, marks, overlapping, sticks_out, texts

TABLE = """<svg xmlns="http://www.w3.org/2000/svg" width="108pt" height="68pt">
<g id="graph0" class="graph" transform="translate(4 64)">
<polygon fill="white" stroke="none" points="-4,4 -4,-64 104,-64 104,4 -4,4"/>
<g id="node1" class="node"><title>layer0</title>
<polygon fill="black" stroke="black" points="0,0 0,-60 100,-60 100,0 0,0"/>
<text text-anchor="start" x="10" y="-30" font-weight="bold" font-size="14.00" fill="white">C1</text>
<text text-anchor="start" x="30" y="-30" font-size="14.00" fill="white"> (Conv2D)</text>
</g>
</g>
</svg>
"""


@pytest.fixture
def no_keras(monkeypatch: pytest.MonkeyPatch) -> None:
    """Makes asking Keras an error."""

    def refuse(*_: object) -> str:
        raise AssertionError("Keras was asked")

    monkeypatch.setattr(keras_plot, "described", refuse)


@pytest.fixture
def by_table(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Lets Graphviz answer with a small table, and counts how often it is asked."""
    asked: list[str] = []
    monkeypatch.setattr(keras_plot, "can_draw", lambda: True)
    monkeypatch.setattr(keras_plot, "described", lambda network, options: network.name)
    monkeypatch.setattr(keras_plot, "laid_out", lambda source: asked.append(source) or TABLE)
    return asked


def test_a_kept_picture_is_read_without_keras_or_graphviz(tmp_path: Path, by_table: list[str]) -> None:
    first = Plots(tmp_path).svg(NETWORKS["paper"], PlotOptions())
    again = Plots(tmp_path, may_draw=False).svg(NETWORKS["paper"], PlotOptions())
    assert first == again
    assert by_table == ["paper"]


def test_another_network_or_option_has_a_picture_of_its_own(tmp_path: Path, by_table: list[str]) -> None:
    plots = Plots(tmp_path)
    for network, options in (
        ("paper", PlotOptions()),
        ("post", PlotOptions()),
        ("paper", PlotOptions(show_dtype=True)),
    ):
        plots.svg(NETWORKS[network], options)
    assert len(by_table) == 3
    names = {"paper-plot.svg", "post-plot.svg", "paper-plot-show_dtype-true.svg"}
    assert {path.name for path in tmp_path.iterdir()} == names


@pytest.mark.parametrize("damage", ["", "<!-- 0 -->\n" + TABLE, None])
def test_a_stale_or_damaged_picture_is_made_anew(
    tmp_path: Path, by_table: list[str], damage: str | None
) -> None:
    plots = Plots(tmp_path)
    whole = plots.svg(NETWORKS["paper"], PlotOptions())
    assert whole
    path = plots.path(NETWORKS["paper"], PlotOptions())
    path.write_text(whole[: len(whole) // 2] if damage is None else damage)
    assert plots.svg(NETWORKS["paper"], PlotOptions()) == whole
    assert path.read_text() == whole


def test_without_graphviz_layer_boxes_stand_in_and_the_user_is_told_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, no_keras: None
) -> None:
    monkeypatch.setattr(keras_plot, "can_draw", lambda: False)
    told: list[str] = []
    plots = Plots(tmp_path, tell=told.append)
    assert plots.svg(NETWORKS["paper"], PlotOptions()) is None
    assert plots.svg(NETWORKS["post"], PlotOptions()) is None
    assert told == [MISSING]
    assert "pip install 'generator[graphviz]'" in MISSING
    assert drawn("keras_plot_model", plots=tmp_path) == drawn("layer_boxes")


def test_checking_never_asks_keras(tmp_path: Path, no_keras: None) -> None:
    assert Plots(tmp_path, may_draw=False).svg(NETWORKS["paper"], PlotOptions()) is None


def test_black_and_white_become_roles_and_words_stand_in_the_middle_of_their_cell() -> None:
    plot = plot_from("<!-- x -->\n" + TABLE)
    box, name, kind = plot.block.marks
    assert isinstance(box, Box) and isinstance(name, Label) and isinstance(kind, Label)
    assert (plot.block.width, plot.block.height) == (108, 68)
    assert (box.x, box.y, box.width, box.height, box.fill) == (4, 4, 100, 60, "ink")
    assert (name.text, name.weight, name.ink, name.y) == ("C1", "bold", "page", 34)
    assert plot.tables == (("C1 (Conv2D)",),)


@pytest.mark.parametrize("text", ["", "no svg", "<svg/>"])
def test_what_graphviz_never_wrote_is_refused(text: str) -> None:
    with pytest.raises(GeneratorError, match="cannot be read"):
        plot_from(text)


@pytest.mark.slow
@pytest.mark.skipif(not keras_plot.can_draw(), reason="needs pydot and Graphviz")
def test_the_picture_is_kerass_own_and_repeats_its_bytes(tmp_path: Path) -> None:
    network = NETWORKS["paper"]
    source = described(network, PlotOptions())
    assert source == described(network, PlotOptions())
    assert laid_out(source) == laid_out(source)
    drawing = drawn("keras_plot_model", plots=tmp_path)
    for row in ("C1 (Conv2D)", "Input shape: (None, 32, 32, 1)", "Output shape: (None, 28, 28, 6)"):
        assert row in drawing.alt
    assert {"C1", " (Conv2D)", "(None, 28, 28, 6)"} <= set(texts(drawing))
    assert not sticks_out(drawing)
    assert not overlapping(drawing)
    assert all(mark.size >= 11 for mark in marks(drawing) if isinstance(mark, Label))


@pytest.mark.slow
@pytest.mark.skipif(not keras_plot.can_draw(), reason="needs pydot and Graphviz")
def test_all_options_at_once_fit_a_page(tmp_path: Path) -> None:
    drawing = drawn(
        "keras_plot_model", plots=tmp_path, model="fashion", show_dtype=True, show_layer_activations=True
    )
    assert "Activation: relu" in drawing.alt
    assert "Output dtype: float32" in drawing.alt
    assert not sticks_out(drawing)
