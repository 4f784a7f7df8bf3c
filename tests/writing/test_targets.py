from __future__ import annotations

import re
from html import unescape

import pytest

from generator.writing import escape, pieces
from generator.writing.placed import Placed
from generator.writing.request import Options
from generator.writing.targets import TARGETS, Picture, picture
from generator.writing.templating import macros

PLACED = Placed(
    "convolution", "convolution", 700, 301, "커널이 입력 위를 움직인다", "합성곱", ("svg", "png", "gif"), True
)
AWKWARD = 'a] (b) | c * d_e _f_ $5 {{ g }} {% h %} {: .i } <j> `k` \\l "m" ~~n~~ & [^1] ![o](p)'


def written(target: str, options: Options, placed: Placed = PLACED, url: str = "../figures") -> str:
    return macros(TARGETS[target].source())("figure", picture(placed, options, url))


def test_portable_writes_an_image_and_its_caption_below() -> None:
    assert (
        written("portable", Options())
        == "![커널이 입력 위를 움직인다](../figures/convolution.svg)  \n*합성곱*"
    )


def test_portable_says_a_width_in_an_element_of_its_own() -> None:
    assert written("portable", Options(width=350)) == (
        '<img src="../figures/convolution.svg" alt="커널이 입력 위를 움직인다" width="350">\n\n*합성곱*'
    )


def test_chirpy_reserves_the_place() -> None:
    assert written("chirpy", Options(width=350), url="/assets/img/") == (
        '![커널이 입력 위를 움직인다](/assets/img/convolution.svg){: width="350" height="150" }\n*합성곱*'
    )


def test_chirpy_pairs_raster_pictures_for_light_and_dark() -> None:
    assert written("chirpy", Options(format="gif")).splitlines() == [
        '![커널이 입력 위를 움직인다](../figures/convolution.gif){: .light width="700" height="301" }',
        '![커널이 입력 위를 움직인다](../figures/convolution-dark.gif){: .dark width="700" height="301" }',
        "*합성곱*",
    ]


def test_portable_shows_the_raster_picture_for_light_pages() -> None:
    assert written("portable", Options(format="gif")).startswith(
        "![커널이 입력 위를 움직인다](../figures/convolution.gif)  \n"
    )


def test_minimal_mistakes_gives_the_figure_to_its_include() -> None:
    assert written("minimal-mistakes", Options(caption='The "sum"'), url="/assets/images") == (
        '{% include figure image_path="/assets/images/convolution.svg" alt="커널이 입력 위를 움직인다" '
        'caption="The &quot;sum&quot;" %}'
    )


def test_minimal_mistakes_shows_the_raster_picture_for_light_pages_alone() -> None:
    text = written("minimal-mistakes", Options(format="gif"), url="/assets/images")
    assert "/assets/images/convolution.gif" in text and "-dark" not in text


def test_minimal_mistakes_says_a_width_in_an_attribute_list() -> None:
    assert written("minimal-mistakes", Options(width=350), url="/assets/images").splitlines() == [
        "![커널이 입력 위를 움직인다]({{ site.baseurl }}/assets/images/convolution.svg)"
        '{: width="350" height="150" }  ',
        "*합성곱*",
    ]


@pytest.mark.parametrize("start", ["1. 층", "2) 층", "- 층", "+ 층", "# 층", ": 층", "> 층", "* 층"])
def test_an_include_s_caption_begins_no_list_heading_or_quote(start: str) -> None:
    text = escape.quoted_caption(start)
    assert unescape(text) == start
    assert re.match(r"\d*&#\d+; 층", text)


def test_github_is_told_a_width_and_no_height_that_phones_would_keep() -> None:
    assert written("github", Options()) == (
        '<img src="../figures/convolution.svg" alt="커널이 입력 위를 움직인다" width="700">\n\n*합성곱*'
    )


def test_github_chooses_a_raster_picture_by_the_page_s_colours() -> None:
    assert written("github", Options(format="png", caption="")).splitlines() == [
        "<picture>",
        '<source media="(prefers-color-scheme: dark)" srcset="../figures/convolution-dark.png">',
        '<img src="../figures/convolution.png" alt="커널이 입력 위를 움직인다" width="700">',
        "</picture>",
    ]


def test_no_caption_leaves_no_line() -> None:
    for target in TARGETS:
        assert "합성곱" not in written(target, Options(caption=""))
        assert written(target, Options(caption="")).count("\n") == 0


def test_what_the_post_says_goes_before_what_the_figure_says() -> None:
    found = picture(PLACED, Options(alt="다른 글", caption="다른 제목"), "f")
    assert found == Picture("다른 글", "다른 제목", "f/convolution.svg", "", 700, 301, False)


def test_alt_text_cannot_end_its_brackets_or_mean_anything() -> None:
    text = escape.alt(AWKWARD)
    assert not set(text) & set('[]|*${}<>`\\"~')
    assert "d_e" in text and "_f_" not in text


def test_a_caption_hides_its_dollars_from_mathjax_and_keeps_its_formulas() -> None:
    text = escape.caption(AWKWARD + pieces.inline("$x_1 [a] (b)$", 3))
    assert "<span>$</span>5" in text
    assert not set(text.split("\ufdd0")[0].replace("<span>$</span>", "")) & set("[]|*${}<>`\\~")
    assert pieces.bare(text).endswith("$x_1 [a] (b)$")


def test_both_are_one_line() -> None:
    assert escape.alt(" a\n\n b ") == escape.caption("a \n b") == "a b"


@pytest.mark.parametrize("target", [name for name in TARGETS if name != "github"])
def test_themes_of_jekyll_get_formulas_between_dollars(target: str) -> None:
    call = macros(TARGETS[target].source())
    assert call("inline", "x_1") == "$x_1$"
    assert call("display", "x_1") == "$$x_1$$"


def test_github_gets_formulas_in_its_own_spelling() -> None:
    call = macros(TARGETS["github"].source())
    assert call("inline", "x_1") == "$`x_1`$"
    assert call("display", "x_1") == "```math\nx_1\n```"
