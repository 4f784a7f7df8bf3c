"""The page that shows the whole catalogue, read without a browser."""

from __future__ import annotations

import base64
import re
from collections import Counter
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from generator import catalog
from generator.gallery.entries import Entry
from generator.gallery.page import page, pictures
from generator.gallery.studio import Missing, Picture
from generator.painting.themes import THEMES
from generator.words import LANGUAGES, Language
from tests.drawn import drawn
from tests.gallery.reader import Reader

pytestmark = pytest.mark.slow

both_languages = pytest.mark.parametrize("language", LANGUAGES)
every_figure = pytest.mark.parametrize("name", catalog.names())


@pytest.fixture(scope="module")
def read(html: dict[Language, str]) -> dict[Language, Reader]:
    return {language: Reader(text) for language, text in html.items()}


def one(whole: dict[Language, list[Entry]], language: Language, name: str) -> Entry:
    return next(entry for entry in whole[language] if entry.name == name)


@every_figure
@both_languages
def test_every_figure_of_the_catalogue_is_drawn(
    whole: dict[Language, list[Entry]], language: Language, name: str
) -> None:
    shown = one(whole, language, name).picture
    assert isinstance(shown, Picture), shown.reason
    drawing = drawn(name, language)
    assert (shown.alt, shown.caption, shown.moving) == (drawing.alt, drawing.caption, drawing.moving)


@every_figure
@both_languages
def test_every_other_form_of_a_figure_is_drawn(
    whole: dict[Language, list[Entry]], language: Language, name: str
) -> None:
    missing = [form for form in one(whole, language, name).variants if isinstance(form, Missing)]
    assert missing == []


@both_languages
def test_every_figure_has_a_heading_an_anchor_and_a_place_in_the_list(
    read: dict[Language, Reader], language: Language
) -> None:
    articles = [attributes["id"] for attributes in read[language].all("article")]
    assert tuple(articles) == catalog.names()
    targets = [attributes["href"] for attributes in read[language].all("a")]
    for name in articles:
        assert targets.count(f"#{name}") == 2
    names = {attributes["id"] for attributes in read[language].all("h2")}
    assert names == {f"{name}-name" for name in articles}


@both_languages
def test_ids_are_unique_and_every_reference_has_its_target(
    read: dict[Language, Reader], language: Language
) -> None:
    ids = Counter(attributes["id"] for _, attributes in read[language].elements if "id" in attributes)
    assert set(ids.values()) == {1}
    elements = [attributes for _, attributes in read[language].elements]
    named = (element.get(key) for element in elements for key in ("for", "aria-labelledby"))
    fragments = (attributes["href"].removeprefix("#") for attributes in read[language].all("a"))
    assert {name for name in (*named, *fragments) if name} <= ids.keys()


@both_languages
def test_parameters_stand_with_defaults_and_types(
    whole: dict[Language, list[Entry]], read: dict[Language, Reader], language: Language
) -> None:
    code = read[language].text("code")
    for entry in whole[language]:
        if entry.parameters:
            known = catalog.find(entry.name).parameters
            assert [row.name for row in entry.parameters] == list(known)
            assert [eval(row.default) for row in entry.parameters] == [p.default for p in known.values()]
            assert all(f"{row.name}{row.default}" in code for row in entry.parameters)


@both_languages
def test_the_line_for_a_post_gives_the_very_picture(
    whole: dict[Language, list[Entry]], language: Language
) -> None:
    for picture in pictures(whole[language]):
        inside = picture.line.removeprefix("<@ figure(").removesuffix(") @>")
        figure, given = eval(f"(lambda figure, **given: (figure, given))({inside})")
        assert drawn(figure, language, **given).alt == picture.alt
        assert picture.given in picture.line


@both_languages
def test_words_code_and_pictures_are_all_on_the_page(
    whole: dict[Language, list[Entry]], read: dict[Language, Reader], language: Language
) -> None:
    reader = read[language]
    images = reader.all("img")
    assert [image["alt"] for image in images] == [picture.alt for picture in pictures(whole[language])]
    assert [image["src"] for image in images] == [picture.address for picture in pictures(whole[language])]
    shown = {tag: reader.text(tag) for tag in ("p", "figcaption", "code")}
    for picture in pictures(whole[language]):
        assert picture.alt in shown["p"]
        assert picture.caption in shown["figcaption"]
        assert picture.line in shown["code"]


@both_languages
def test_a_moving_figure_stands_still_for_readers_who_want_no_motion(
    whole: dict[Language, list[Entry]], read: dict[Language, Reader], language: Language
) -> None:
    moving = [picture for picture in pictures(whole[language]) if picture.moving]
    sources = read[language].all("source")
    assert [source["srcset"] for source in sources] == [picture.still for picture in moving]
    assert {source["media"] for source in sources} == {"(prefers-reduced-motion:reduce)"}
    assert all(b"@keyframes" not in svg_of(picture.still) for picture in moving)
    assert all(b"@keyframes" in svg_of(picture.address) for picture in moving)


def svg_of(address: str) -> bytes:
    return base64.b64decode(address.removeprefix("data:image/svg+xml;base64,"))


@both_languages
def test_pictures_are_whole_documents_in_the_language_of_the_page(
    whole: dict[Language, list[Entry]], language: Language
) -> None:
    for picture in pictures(whole[language]):
        root = ElementTree.fromstring(svg_of(picture.address))
        assert root.get("lang") == language
        assert f'"{picture.width}"'.strip('"') == str(-(-float(root.get("width", "0")) // 1)).removesuffix(
            ".0"
        )


@both_languages
def test_the_switches_find_in_the_pictures_what_they_rewrite(
    whole: dict[Language, list[Entry]], html: dict[Language, str], language: Language
) -> None:
    dark, motion = b"(prefers-color-scheme:dark)", b"(prefers-reduced-motion:no-preference)"
    for picture in pictures(whole[language]):
        svg = svg_of(picture.address)
        assert svg.count(dark) == 1
        assert svg.count(motion) == picture.moving
    assert f'DARK = "{dark.decode()}"' in html[language]
    assert f'MOTION = "{motion.decode()}"' in html[language]


@both_languages
def test_nothing_comes_from_elsewhere(
    html: dict[Language, str], read: dict[Language, Reader], language: Language
) -> None:
    for _, attributes in read[language].elements:
        for name in {"href", "src", "srcset", "action", "data", "poster"} & attributes.keys():
            assert attributes[name].startswith(("#", "data:"))
    code = read[language].text("style") + read[language].text("script")
    assert not re.findall(r"https?:|//\w|url\(|@import|\bimport\(|fetch\(|XMLHttp", code)
    assert "default-src 'none'" in html[language]


@both_languages
def test_the_page_says_its_language_and_has_landmarks_and_headings_in_order(
    read: dict[Language, Reader], language: Language
) -> None:
    reader = read[language]
    assert reader.all("html") == [{"lang": language}]
    assert [len(reader.all(tag)) for tag in ("header", "nav", "main", "h1", "title")] == [1] * 5
    levels = [int(tag[1]) for tag, _ in reader.elements if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))
    hangul = re.search("[가-힣]", reader.text("legend") + reader.text("summary") + reader.text("th"))
    assert bool(hangul) == (language == "ko")


def test_an_english_page_has_no_korean_word(html: dict[Language, str]) -> None:
    assert not re.search("[가-힣]", html["en"])


@both_languages
def test_the_colours_are_those_of_the_themes(html: dict[Language, str], language: Language) -> None:
    style = html[language].partition("<style>")[2].partition("</style>")[0]
    for theme, times in (("light", 1), ("dark", 2)):
        inks = "".join(f"--{role}:{ink};" for role, ink in THEMES[theme].items())
        assert style.count(inks) == times
    used = set(re.findall(r"var\(--([\w-]+)\)", style)) - {"hair", "text", "code"}
    assert used <= THEMES["light"].keys()
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b", style.partition("*,*::before")[2])


def test_a_page_is_not_heavy(html: dict[Language, str]) -> None:
    assert all(len(text.encode()) < 8_000_000 for text in html.values())


def test_the_same_catalogue_gives_the_same_bytes(
    whole: dict[Language, list[Entry]], html: dict[Language, str]
) -> None:
    assert page(whole["ko"], "ko", "digits") == html["ko"]
