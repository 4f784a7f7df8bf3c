"""Charts as marks."""

from __future__ import annotations

from itertools import pairwise

import pytest

from generator.painting.charts import marks, paint, value_in_words
from generator.painting.svg import Painter
from generator.scene import Chart, Curve, Dot, Label, Line, moved
from tests.network_figures import drawn

CURVES = (
    Curve("training", (2.0, 1.0, 0.5, 0.25), "input"),
    Curve("validation", (1.5, 1.0, 0.8, 0.9), "kernel", (6, 3)),
)
CHART = Chart(10, 20, 652, 300, CURVES, "epoch", "loss", 3, "best")


def test_every_value_of_a_curve_is_a_point_at_its_height() -> None:
    lines = {mark.stroke: mark for mark in marks(CHART) if isinstance(mark, Line) and mark.line == 2}
    training = lines["input-strong"].points
    assert len(training) == 4
    # Equal steps across; heights fall by 1, then by half of it, then by a quarter.
    assert training[1][0] - training[0][0] == pytest.approx(training[3][0] - training[2][0], abs=0.02)
    falls = [after[1] - before[1] for before, after in pairwise(training)]
    assert falls[1] == pytest.approx(falls[0] / 2, abs=0.02)
    assert falls[2] == pytest.approx(falls[0] / 4, abs=0.02)
    assert lines["kernel-strong"].dash == (6, 3)


def test_curves_are_named_at_their_ends_in_their_own_ink() -> None:
    names = {
        mark.ink: mark.text for mark in marks(CHART) if isinstance(mark, Label) and mark.weight == "bold"
    }
    assert names == {"input-strong": "training 0.25", "kernel-strong": "validation 0.9"}


def test_names_of_curves_that_end_together_stand_apart() -> None:
    together = Chart(
        0, 0, 652, 300, tuple(Curve(name, (1.0, 0.5), name) for name in ("input", "kernel", "output")), "", ""
    )
    heights = sorted(mark.y for mark in marks(together) if isinstance(mark, Label) and mark.weight == "bold")
    assert all(after - before >= 17 for before, after in pairwise(heights))


def test_the_marked_step_has_a_dot_on_every_curve_and_its_note() -> None:
    dots = [mark for mark in marks(CHART) if isinstance(mark, Dot)]
    third = {
        mark.stroke: mark.points[2] for mark in marks(CHART) if isinstance(mark, Line) and mark.line == 2
    }
    assert {(dot.fill, round(dot.x, 3), round(dot.y, 3)) for dot in dots} == {
        (role, round(x, 3), round(y, 3)) for role, (x, y) in third.items()
    }
    assert "best" in [mark.text for mark in marks(CHART) if isinstance(mark, Label)]


def test_a_chart_stays_within_its_box_and_repeats_its_bytes() -> None:
    for mark in marks(CHART):
        points = mark.points if isinstance(mark, Line) else ((mark.x, mark.y),)  # type: ignore[union-attr]
        assert all(0 <= x <= 652 and 0 <= y <= 300 for x, y in points)
    assert paint(CHART, Painter()) == paint(CHART, Painter())


def test_a_chart_is_painted_with_classes_and_no_colour() -> None:
    painter = Painter()
    svg = paint(CHART, painter)
    assert "#" not in svg.replace('href="#', "")
    assert {"input-strong", "kernel-strong", "muted", "grid"} <= set(painter.colours)


def test_a_moved_chart_is_the_same_chart_elsewhere() -> None:
    assert marks(CHART) == marks(moved(CHART, 5, 5))  # type: ignore[arg-type]


def test_the_users_settings_of_matplotlib_change_nothing() -> None:
    import matplotlib as mpl

    usual = marks(CHART)
    with mpl.rc_context({"axes.grid": False, "lines.linewidth": 9, "font.size": 30, "xtick.bottom": False}):
        assert marks(CHART) == usual


def test_training_curve_says_best_epoch_and_accuracy_in_words() -> None:
    drawing = drawn("training_curve")
    assert "epoch, 2" in drawing.caption
    assert "90 %" in drawing.caption
    assert "0.25" in drawing.alt
    assert value_in_words(0.0123) == "0.012"
    assert value_in_words(2) == "2"
