"""The painter: well-formed documents, legible inks, one file for light and dark pages."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from generator.painting.document import grounded, page_svg, painted_box
from generator.painting.svg import Painter, bounds, joined, number
from generator.painting.themes import THEME_NAMES, THEMES, ThemeName, signed
from generator.scene import Box, Dot, Drawing, Frame, Label, Line, Mark, Picture, moved
from tests.contrast import contrast, luminance, rgb
from tests.svg_reader import SVG, read_sheet, style_of, visible
from tests.test_scene import MARKS, kind

STILL = tuple(mark for mark in MARKS if kind(mark) != "Chart")
TEXT = ("ink", "muted", "input-strong", "kernel-strong", "output-strong", "accent-strong", "padding-strong")
TINTS = ("input-tint", "kernel-tint", "output-tint", "accent-tint", "padding-tint")


def page(*marks: Mark) -> str:
    return page_svg(Drawing(120, 90, (Frame(marks),), 'a < b & "c"', "5 > 4"), "ko")


@pytest.mark.parametrize("mark", MARKS, ids=kind)
def test_every_kind_of_mark_gives_well_formed_xml(mark: Mark) -> None:
    if kind(mark) == "Chart":
        pytest.importorskip("generator.painting.charts")
    for svg in (page(mark), *(painted_box([mark], (0, 0, 120, 90)).svg(theme) for theme in THEME_NAMES)):
        ElementTree.fromstring(svg)


@pytest.mark.parametrize("mark", MARKS, ids=kind)
def test_equal_marks_give_equal_bytes(mark: Mark) -> None:
    if kind(mark) == "Chart":
        pytest.importorskip("generator.painting.charts")
    assert page(mark) == page(mark)


def test_words_beside_the_picture_are_escaped_and_complete() -> None:
    root = ElementTree.fromstring(page(*STILL))
    assert root.findtext(SVG + "title") == "5 > 4"
    assert root.findtext(SVG + "desc") == 'a < b & "c"'
    assert (root.get("width"), root.get("height"), root.get("lang")) == ("120", "90", "ko")


def test_no_text_waits_for_a_font_and_no_colour_for_a_variable() -> None:
    svg = page(*STILL)
    assert not list(ElementTree.fromstring(svg).iter(SVG + "text"))
    assert "var(" not in svg
    assert "font" not in svg
    assert "dominant-baseline" not in svg


def test_every_ink_that_differs_has_its_override_for_dark_pages() -> None:
    svg = page(*STILL)
    root = ElementTree.fromstring(svg)
    sheet = read_sheet("".join(style.text or "" for style in root.iter(SVG + "style")))
    (dark,) = (inside for query, inside in sheet.media.items() if "prefers-color-scheme:dark" in query)
    pairs = 0
    for element in root.iter():
        for name in ("fill", "stroke"):
            light_ink, dark_ink = style_of(sheet, element).get(name), style_of(dark, element).get(name)
            if light_ink in (None, "none"):
                continue
            roles = {role for role, ink in THEMES["light"].items() if ink == light_ink}
            assert dark_ink in {THEMES["dark"][role] for role in roles}
            pairs += 1
    assert pairs >= len(STILL)


@pytest.mark.parametrize("theme", THEME_NAMES)
def test_text_is_legible_on_the_page_and_in_cells(theme: ThemeName) -> None:
    inks = {role: rgb(ink) for role, ink in THEMES[theme].items()}
    assert all(contrast(inks[role], inks["page"]) >= 4.5 for role in TEXT)
    assert all(contrast(inks["ink"], inks[tint]) >= 9 for tint in TINTS)
    assert all(contrast(inks["muted"], inks[tint]) >= 4.5 for tint in ("padding-tint",))
    assert contrast(inks["grid"], inks["page"]) >= 3


@pytest.mark.parametrize("theme", THEME_NAMES)
def test_a_strong_ink_stands_out_from_its_own_tint(theme: ThemeName) -> None:
    inks = {role: rgb(ink) for role, ink in THEMES[theme].items()}
    for tint in TINTS:
        assert contrast(inks[tint.replace("tint", "strong")], inks[tint]) >= 3


def test_both_themes_have_the_same_roles_and_the_pages_are_those_of_blogs() -> None:
    assert THEMES["light"].keys() == THEMES["dark"].keys()
    assert THEMES["light"]["page"] == "#FFFFFF"
    assert THEMES["dark"]["page"] == "#1B1B1E"  # rgb(27 27 30)


def test_signed_colours_are_symmetric_around_near_white() -> None:
    assert (signed(1), signed(128), signed(255)) == ((0xA0, 0x3A, 0), (0xF7, 0xF7, 0xF7), (0x1D, 0x5F, 0xC2))
    light = [luminance(signed(level)) for level in range(256)]
    assert light[1:129] == sorted(light[1:129])
    assert light[128:] == sorted(light[128:], reverse=True)


def test_a_box_svg_paints_the_themes_page_under_everything() -> None:
    for theme in THEME_NAMES:
        svg = painted_box([], (10, 20, 30, 40)).svg(theme)
        assert THEMES[theme]["page"] in svg
        assert ElementTree.fromstring(svg).get("viewBox", "").split()[2:] == ["30", "40"]


def test_a_page_svg_paints_no_ground_so_that_it_fits_every_page() -> None:
    assert THEMES["light"]["page"] not in page(Box(1, 2, 3, 4, "ink"))


@pytest.mark.parametrize("theme", THEME_NAMES)
def test_a_grounded_one_brings_the_ground_of_the_inks_it_shows(theme: ThemeName) -> None:
    svg = page(Box(1, 2, 3, 4, "ink"))
    first, *_ = ElementTree.fromstring(grounded(svg.encode())).iter(SVG + "style")
    sheet = read_sheet(first.text or "")
    if theme == "dark":
        (sheet,) = (inside for query, inside in sheet.media.items() if "prefers-color-scheme:dark" in query)
    assert dict(sheet.rules) == {"svg": {"background": THEMES[theme]["page"]}}


def test_a_picture_of_one_colour_scheme_gets_no_ground() -> None:
    own = b"<svg><style>a{}</style></svg>"
    assert grounded(own) == own


def test_lines_of_different_widths_stay_different() -> None:
    widths = (0.5, 1, 1.5, 2, 3, 5, 15)
    svg = page(*(Box(0, 0, 50 + i, 50, None, "ink", width) for i, width in enumerate(widths)))
    root = ElementTree.fromstring(svg)
    sheet = read_sheet("".join(style.text or "" for style in root.iter(SVG + "style")))
    shapes = [element for element in root.iter() if element.get("class")]
    found = [style_of(sheet, e).get("stroke-width", e.get("stroke-width", "1")) for e in shapes]
    assert [float(width) for width in found] == list(widths)


@pytest.mark.parametrize("mark", STILL, ids=kind)
def test_bounds_move_with_the_mark(mark: Mark) -> None:
    left, top, right, bottom = bounds(mark)
    assert left < right
    assert top < bottom
    assert bounds(moved(mark, 5, 7)) == pytest.approx((left + 5, top + 7, right + 5, bottom + 7))


def test_bounds_include_outlines_and_arrow_heads() -> None:
    assert bounds(Box(10, 10, 20, 20, None, "ink", 3)) == (8.5, 8.5, 31.5, 31.5)
    assert bounds(Dot(10, 10, 3, "ink", "page"))[0] <= 6.5
    assert bounds(Line(((0, 0), (9, 0)), arrow=True))[1] <= -3


def test_bounds_of_a_turned_label_stand_upright() -> None:
    left, top, right, bottom = bounds(Label(50, 50, "accuracy", 14, turned=True))
    assert bottom - top > right - left


@pytest.mark.parametrize("theme", THEME_NAMES)
@pytest.mark.parametrize("mark", STILL, ids=kind)
def test_nothing_is_painted_outside_of_a_marks_bounds(mark: Mark, theme: ThemeName) -> None:
    from generator.painting.raster import rasterise

    placed = moved(mark, 20, 20)
    left, top, right, bottom = bounds(placed)
    picture = rasterise(painted_box([placed], (0, 0, 100, 100)).svg(theme), 200, 200)
    painted = (picture != picture[0, 0]).any(axis=2).nonzero()
    assert len(painted[0])
    # Half a pixel for the document's shift, half for the rounding to pixels.
    assert painted[1].min() / 2 >= left - 1
    assert painted[1].max() / 2 <= right + 1
    assert painted[0].min() / 2 >= top - 1
    assert painted[0].max() / 2 <= bottom + 1


def test_white_on_a_light_page_is_exactly_white() -> None:
    from generator.painting.raster import rasterise

    picture = rasterise(painted_box([Box(40, 40, 5, 5, "ink")], (0, 0, 100, 100)).svg("light"), 100, 100)
    assert picture[0, 0].tolist() == [255, 255, 255]


def test_pixels_of_a_picture_come_out_as_their_levels() -> None:
    from generator.painting.raster import rasterise

    levels = (bytes([0, 255, 7]), bytes([100, 100, 200]))
    for cell in (1, 2, 4, 10):
        picture = rasterise(
            painted_box([Picture(0, 0, cell, levels)], (0.5, 0.5, 3 * cell, 2 * cell)).svg("light"),
            3 * cell,
            2 * cell,
        )
        assert [list(row) for row in levels] == picture[cell // 2 :: cell, cell // 2 :: cell, 0].tolist()


def test_glyphs_are_defined_once_whatever_their_size() -> None:
    svg = page(Label(10, 10, "11", 12), Label(40, 10, "1", 18), Label(60, 10, "1", 18, "muted"))
    assert [len(defs) for defs in ElementTree.fromstring(svg).iter(SVG + "defs")] == [1]
    assert len(visible(svg, "use", None)) == 4


@pytest.mark.parametrize(
    ("value", "text"), [(0.5, ".5"), (-0.25, "-.25"), (3.0, "3"), (-0.001, "0"), (2.345, "2.35")]
)
def test_numbers_are_as_short_as_svg_allows(value: float, text: str) -> None:
    assert number(value) == text


def test_joined_numbers_can_be_read_back() -> None:
    values = [1.0, -2.5, 0.0, 0.5, -0.25, 100.0]
    assert [float(text) for text in re.findall(r"-?(?:\d+\.?\d*|\.\d+)", joined(*values))] == values


def test_a_mark_of_no_known_kind_is_refused() -> None:
    with pytest.raises(TypeError, match="no painter for str"):
        Painter().paint("mark")  # type: ignore[arg-type]
