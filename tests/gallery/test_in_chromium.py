"""The gallery as a reader meets it: in Chromium, from a file."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from generator import catalog
from generator.gallery.entries import entry_of
from generator.gallery.page import page
from generator.gallery.studio import Studio
from generator.painting.themes import THEME_NAMES, THEMES, ThemeName
from generator.words import LANGUAGES, Language
from tests.gallery.conftest import Open, opening

pytestmark = pytest.mark.slow

WIDTHS = (360, 768, 1280)
both_languages = pytest.mark.parametrize("language", LANGUAGES)
both_themes = pytest.mark.parametrize("theme", THEME_NAMES)


def colours_of(shot: bytes) -> set[str]:
    """The colours of a screenshot's pixels: #1D5FC2."""
    from PIL import Image

    pixels = np.asarray(Image.open(io.BytesIO(shot)).convert("RGB")).reshape(-1, 3)
    return {"#{:02X}{:02X}{:02X}".format(*pixel) for pixel in np.unique(pixels, axis=0)}


def other(theme: ThemeName) -> ThemeName:
    return "dark" if theme == "light" else "light"


def film(opened: Any) -> Any:
    """The picture of a moving figure, in sight and decoded."""
    image = opened.locator("#pooling img").first
    image.scroll_into_view_if_needed()
    image.evaluate("image => image.decode()")
    opened.wait_for_timeout(200)
    return image


def moves(opened: Any) -> bool:
    """Whether a figure that changes every 0.9 to 2.4 s looks different 1.5 or 3 s later."""
    image = film(opened)
    first = image.screenshot()
    for _ in range(2):
        opened.wait_for_timeout(1500)
        if image.screenshot() != first:
            return True
    return False


def comes_to(opened: Any, name: str) -> bool:
    """Whether the page scrolls to a figure within two seconds."""
    top = f"document.getElementById('{name}').getBoundingClientRect().y"
    for _ in range(20):
        if abs(opened.evaluate(top)) < 80:
            return True
        opened.wait_for_timeout(100)
    return False


def assert_in_theme(opened: Any, theme: ThemeName) -> None:
    """The page, its letters, and the inks inside of a picture are the theme's."""
    inks = THEMES[theme]
    style = opened.evaluate(
        "(({backgroundColor, color}) => [backgroundColor, color])(getComputedStyle(document.body))"
    )
    assert [hexadecimal(colour) for colour in style] == [inks["page"], inks["ink"]]
    opened.wait_for_timeout(200)
    shown = colours_of(film(opened).screenshot())
    assert {inks["page"], inks["input-tint"], inks["kernel-tint"]} <= shown
    assert THEMES[other(theme)]["input-tint"] not in shown


def hexadecimal(colour: str) -> str:
    return "#{:02X}{:02X}{:02X}".format(*map(int, colour.removeprefix("rgb(").removesuffix(")").split(",")))


@both_languages
@both_themes
def test_every_picture_loads(open_whole_page: Open, language: Language, theme: ThemeName) -> None:
    opened = open_whole_page(language, color_scheme=theme)
    sizes = opened.evaluate(
        """async () => {
            const images = [...document.images];
            for (const image of images) image.loading = "eager";
            await Promise.all(images.map((image) => image.decode()));
            return images.map((one) => [one.naturalWidth, one.naturalHeight, one.width, one.height]);
        }"""
    )
    assert len(sizes) >= len(catalog.names())
    assert all(min(size) > 0 for size in sizes)


def assert_not_wider(opened: Any, width: int) -> None:
    opened.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
    wide = opened.evaluate(
        """[...document.querySelectorAll("body *:not(.skip)")]
            .filter((part) => part.getBoundingClientRect().right > innerWidth + 0.5)
            .map((part) => part.outerHTML.slice(0, 200))"""
    )
    assert wide == []
    assert opened.evaluate("document.documentElement.scrollWidth") <= width


@both_languages
@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_scrolls_sideways(open_whole_page: Open, language: Language, width: int) -> None:
    assert_not_wider(open_whole_page(language, viewport={"width": width, "height": 740}), width)


LONG = """
from typing import Literal

@figure
def lengthy(
    say, *, words_without_end: str = "ab" * 60, how: Literal["one", "{long}"] = "one"
) -> Drawing:
    "Shows what becomes of words that are longer than a line."
    return Drawing(700, 20, (Frame((Dot(9, 9, 5, "ink"),)),), alt="alt" * 99, caption="caption" * 50)
"""


@pytest.mark.parametrize("width", WIDTHS)
def test_words_longer_than_a_line_are_broken(
    own_figure: Callable[[str, str], None],
    studio: Callable[..., Studio],
    browser: Any,
    tmp_path: Path,
    width: int,
) -> None:
    own_figure("lengthy", LONG.replace("{long}", "unbreakable" * 6))
    shown = page([entry_of(studio(), "lengthy")], "en", "digits")
    with opening(browser, {"en": shown}, tmp_path) as open_it:
        assert_not_wider(open_it(viewport={"width": width, "height": 740}), width)


@both_themes
def test_without_a_choice_the_page_follows_the_reader(open_page: Open, theme: ThemeName) -> None:
    opened = open_page(color_scheme=theme)
    assert_in_theme(opened, theme)
    opened.emulate_media(color_scheme=other(theme))
    assert_in_theme(opened, other(theme))


@both_themes
def test_the_switch_changes_page_and_pictures_and_is_remembered(open_page: Open, theme: ThemeName) -> None:
    opened = open_page(color_scheme=theme)
    names = {"light": "Light", "dark": "Dark"}
    opened.get_by_role("radio", name=names[other(theme)]).check()
    assert_in_theme(opened, other(theme))
    opened.reload()
    assert opened.get_by_role("radio", name=names[other(theme)]).is_checked()
    assert_in_theme(opened, other(theme))
    opened.get_by_role("radio", name="Auto").check()
    assert_in_theme(opened, theme)


def test_figures_move(open_page: Open) -> None:
    opened = open_page(reduced_motion="no-preference")
    assert opened.get_by_role("switch").is_checked()
    assert moves(opened)


def test_figures_stand_still_under_reduced_motion(open_page: Open) -> None:
    opened = open_page(reduced_motion="reduce")
    assert not opened.get_by_role("switch").is_checked()
    assert not moves(opened)


def test_figures_stand_still_under_reduced_motion_in_either_theme(open_page: Open) -> None:
    opened = open_page(reduced_motion="reduce", color_scheme="light")
    opened.get_by_role("radio", name="Dark").check()
    assert not moves(opened)
    assert_in_theme(opened, "dark")


def test_a_film_stands_still_by_itself_where_the_system_asks_for_it(
    launch: Callable[..., Any], few: dict[Language, str], tmp_path: Path
) -> None:
    file = tmp_path / "index.html"
    file.write_text(few["ko"], encoding="utf-8")
    # Emulated, the wish does not reach the media queries inside of an image; the system's does.
    chromium = launch("--force-prefers-reduced-motion")
    opened = chromium.new_page()
    opened.goto(file.as_uri())
    opened.evaluate("for (const still of document.querySelectorAll('source')) still.remove()")
    assert not moves(opened)
    chromium.close()


def test_the_switch_stops_and_starts_figures_and_is_remembered(open_page: Open) -> None:
    opened = open_page(reduced_motion="no-preference")
    opened.get_by_role("switch").uncheck()
    assert not moves(opened)
    opened.reload()
    assert not opened.get_by_role("switch").is_checked()
    assert not moves(opened)
    opened.get_by_role("switch").check()
    assert moves(opened)


def test_who_wants_no_motion_may_still_let_figures_move(open_page: Open) -> None:
    opened = open_page(reduced_motion="reduce")
    opened.get_by_role("switch").check()
    assert moves(opened)


def test_the_page_works_where_nothing_can_be_remembered(open_page: Open, browser: Any) -> None:
    opened = open_page(color_scheme="light")
    opened.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no') }})"
    )
    opened.reload()
    opened.get_by_role("radio", name="Dark").check()
    assert_in_theme(opened, "dark")


@pytest.mark.parametrize("script", [True, False])
def test_without_scripts_all_is_there_but_the_switches(open_whole_page: Open, script: bool) -> None:
    opened = open_whole_page(java_script_enabled=script, color_scheme="dark")
    assert opened.locator("article").count() == len(catalog.names())
    assert opened.get_by_role("radio").first.is_visible() == script
    assert opened.get_by_role("button", name="Copy").first.is_visible() == script
    assert opened.get_by_role("heading", name="pooling", exact=True).is_visible()


def test_the_keyboard_reaches_everything_in_a_sensible_order(open_whole_page: Open) -> None:
    opened = open_whole_page(viewport={"width": 1280, "height": 900})
    met: list[str] = []
    for _ in range(len(catalog.names()) + 12):
        opened.keyboard.press("Tab")
        met.append(
            opened.evaluate(
                "(({id, tagName, className, type, hash}) => [tagName, id, className, type, hash]"
                ".filter(Boolean).join(' '))(document.activeElement)"
            )
        )
        assert opened.evaluate(
            "(({outlineStyle}) => outlineStyle)(getComputedStyle(document.activeElement)) !== 'none'"
            " || document.activeElement.matches('input[type=radio]')"
        ), met[-1]
    assert met[0] == "A skip #figures"
    assert met[1:4] == ["INPUT radio", "INPUT motion checkbox", "INPUT filter search"]
    names = catalog.names()
    assert met[4 : 4 + len(names)] == [f"A #{name}" for name in names]
    after = met[4 + len(names) :]
    assert after[0] == f"A #{names[0]}"
    assert "BUTTON copy button" in after
    assert "SUMMARY" in after


def test_the_skip_link_leads_past_the_list(open_whole_page: Open) -> None:
    opened = open_whole_page()
    opened.keyboard.press("Tab")
    assert opened.locator(".skip").bounding_box()["y"] >= 0
    opened.keyboard.press("Enter")
    opened.keyboard.press("Tab")
    assert opened.evaluate("document.activeElement.closest('article').id") == catalog.names()[0]


def test_the_theme_is_chosen_with_arrow_keys(open_page: Open) -> None:
    opened = open_page(color_scheme="light")
    opened.get_by_role("radio", name="Auto").focus()
    opened.keyboard.press("ArrowRight")
    opened.keyboard.press("ArrowRight")
    assert_in_theme(opened, "dark")


def test_the_filter_leaves_what_fits_and_tells_how_many(open_whole_page: Open) -> None:
    opened = open_whole_page()
    field = opened.get_by_role("searchbox")
    field.focus()
    opened.keyboard.type("Pooling kind")
    shown = opened.locator("article:visible").evaluate_all("all => all.map((one) => one.id)")
    listed = opened.locator("nav a:visible").evaluate_all("all => all.map((one) => one.hash.slice(1))")
    assert "pooling" in shown
    assert "architecture" not in shown
    assert shown == listed
    assert opened.locator(".found").inner_text().startswith(str(len(shown)))
    field.fill("no figure has these words")
    assert opened.locator("article:visible").count() == 0
    assert opened.locator(".found").inner_text() == "No figure found."
    field.fill("")
    assert opened.locator("article:visible").count() == len(catalog.names())
    assert opened.locator(".found").inner_text() == ""


def test_a_link_leads_to_its_figure_whatever_the_filter_says(open_whole_page: Open) -> None:
    opened = open_whole_page()
    opened.get_by_role("searchbox").fill("pooling")
    opened.evaluate("location.hash = '#architecture'")
    opened.locator("#architecture").wait_for(state="visible")
    assert comes_to(opened, "architecture")


def test_the_line_of_a_picture_is_copied_by_keyboard(open_page: Open) -> None:
    opened = open_page(permissions=["clipboard-read", "clipboard-write"])
    button = opened.locator("#pooling button").nth(1)
    button.focus()
    opened.keyboard.press("Enter")
    opened.locator("#pooling button", has_text="Copied").wait_for()
    assert opened.evaluate("navigator.clipboard.readText()") == '<@ figure("pooling", kind="average") @>'
    assert opened.locator(".copied").inner_text() == "Copied"
    assert button.evaluate("button => button === document.activeElement")
    opened.locator("#pooling button", has_text="Copied").wait_for(state="detached")


def test_the_line_is_copied_without_a_clipboard_for_pages(open_page: Open) -> None:
    opened = open_page(permissions=["clipboard-read"])
    opened.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    opened.locator("#pooling button").first.click()
    opened.locator("#pooling button", has_text="Copied").wait_for()
    assert opened.evaluate("String(getSelection())") == '<@ figure("pooling") @>'


def test_a_link_with_a_name_opens_at_its_figure(open_whole_page: Open) -> None:
    opened = open_whole_page(fragment="#prediction", viewport={"width": 1280, "height": 900})
    assert comes_to(opened, "prediction")
    assert opened.locator("nav a[aria-current]").inner_text() == "prediction"
