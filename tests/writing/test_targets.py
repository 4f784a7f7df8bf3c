from __future__ import annotations

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
        '<img src="../figures/convolution.svg" alt="커널이 입력 위를 움직인다" width="350" height="150">'
        "\n\n*합성곱*"
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


def test_no_caption_leaves_no_line() -> None:
    for target in TARGETS:
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


def test_every_target_has_its_macros() -> None:
    for target in TARGETS.values():
        call = macros(target.source())
        assert call("inline", "x_1") == "$x_1$"
        assert call("display", "x_1") == "$$x_1$$"
