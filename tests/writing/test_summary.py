from __future__ import annotations

import re
from html import unescape

import pytest

from generator.errors import GeneratorError
from generator.networks import NETWORKS
from generator.painting.themes import THEMES
from generator.writing.named import model_name
from generator.writing.summary import block, model_summary, plain, rows_of


def words(html: str) -> str:
    return unescape(re.sub(r"<[^>]+>", "", html))


@pytest.mark.parametrize("name", NETWORKS)
def test_the_coloured_table_reads_as_the_plain_one(name: str) -> None:
    assert words(model_summary(name)) == plain(model_name(NETWORKS[name]), rows_of(NETWORKS[name]))


@pytest.mark.parametrize(
    ("name", "total"),
    [("paper", "61,706"), ("post", "82,826"), ("fashion", "333,526"), ("alexnet", "62,378,344")],
)
def test_the_totals_are_those_of_the_network(name: str, total: str) -> None:
    assert f" Total params: {total} (" in words(model_summary(name))


def test_every_line_of_the_table_is_equally_long() -> None:
    lines = words(model_summary("fashion")).splitlines()
    assert len({len(line) for line in lines if line[0] in "┏┃┡│├└"}) == 1


def test_a_long_name_widens_its_column() -> None:
    row = rows_of(NETWORKS["paper"])[0]
    long = type(row)("a_very_long_name_for_a_layer_indeed", row.class_name, row.shape, row.parameters)
    lines = plain("x", (long,)).splitlines()
    assert len({len(line) for line in lines if line[0] in "┏┃┡│├└"}) == 1


def test_the_block_is_one_element_with_inks_for_light_and_dark() -> None:
    html = model_summary("paper")
    assert html.startswith("<pre style=") and html.endswith("</pre>") and "\n\n" not in html
    assert f"light-dark({THEMES['light']['input-strong']},{THEMES['dark']['input-strong']})" in html
    assert html.count("<span") == html.count("</span>")


def test_html_in_a_name_is_shown_and_not_read() -> None:
    assert "&lt;b&gt;" in block("<b>", rows_of(NETWORKS["paper"]))


def test_an_unknown_network_is_refused() -> None:
    with pytest.raises(GeneratorError, match="did you mean post"):
        model_summary("pots")


@pytest.mark.slow
@pytest.mark.parametrize("name", NETWORKS)
def test_the_table_is_the_one_that_keras_prints(name: str) -> None:
    from generator.learning.model import build

    lines: list[str] = []
    build(NETWORKS[name]).summary(line_length=76, print_fn=lambda text, **_: lines.append(text))
    assert "\n".join(lines).strip() == plain(model_name(NETWORKS[name]), rows_of(NETWORKS[name]))
