from __future__ import annotations

from collections.abc import Callable

import pytest

from generator import catalog
from generator.gallery.choices import variants


def test_every_choice_but_the_default_is_shown() -> None:
    assert [given["kind"] for given in variants(catalog.find("pooling")) if "kind" in given] == [
        "average",
        "min",
        "global",
    ]


@pytest.mark.parametrize("name", catalog.names())
def test_each_form_differs_from_the_default_in_one_parameter_that_the_figure_takes(name: str) -> None:
    entry = catalog.find(name)
    for given in variants(entry):
        ((parameter, value),) = catalog.checked(name, given).items()
        assert value != entry.parameters[parameter].default


FIGURE = """
from typing import Literal

@figure
def choosing({sources}, *, model: Literal["paper", "post"] = "paper", size: int = 3) -> Drawing:
    "Shows a network with its layers."
    return Drawing(60, 20, (), alt="", caption="")
"""


@pytest.mark.parametrize(("sources", "shown"), [("say", [{"model": "post"}]), ("say, trained", [])])
def test_another_trained_network_is_no_other_form(
    own_figure: Callable[[str, str], None], sources: str, shown: list[dict[str, object]]
) -> None:
    own_figure("choosing", FIGURE.format(sources=sources))
    assert list(variants(catalog.find("choosing"))) == shown
