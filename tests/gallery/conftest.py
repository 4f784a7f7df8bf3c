"""The gallery of the whole catalogue, and a browser to look at it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest

from generator import catalog
from generator.building.workshop import workshop_for_checking
from generator.gallery.entries import Entry, entry_of
from generator.gallery.page import page
from generator.gallery.sizes import KnownSizes
from generator.gallery.studio import Studio
from generator.settings import Settings
from generator.words import LANGUAGES, Language
from tests.drawn import MODELS

# Opens the page of a language; keyword arguments are those of a browser context, such as color_scheme="dark".
Open = Callable[..., Any]


@pytest.fixture(scope="session")
def studio(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Studio]:
    """Makes a studio on the embedded digits; it paints no raster files."""
    settings = Settings(Path(__file__).resolve().parents[2], data="digits", formats=("svg",))
    sizes = KnownSizes(tmp_path_factory.mktemp("sizes") / "sizes.json", settings.formats)

    def make(language: Language = "en") -> Studio:
        return Studio(workshop_for_checking(settings), language, sizes)

    return make


@pytest.fixture(scope="session")
def whole(studio: Callable[..., Studio]) -> dict[Language, list[Entry]]:
    """Every figure of the catalogue in both languages."""
    if not MODELS.path("paper").exists():
        pytest.skip("the networks are not trained here")
    return {
        language: [entry_of(studio(language), name) for name in catalog.names()] for language in LANGUAGES
    }


@pytest.fixture(scope="session")
def html(whole: dict[Language, list[Entry]]) -> dict[Language, str]:
    """The page in both languages."""
    return {language: page(entries, language, "digits") for language, entries in whole.items()}


@pytest.fixture(scope="session")
def few(studio: Callable[..., Studio]) -> dict[Language, str]:
    """The page of three figures, which is quickly opened: one of them moves, and has other forms."""
    names = ("convolution_equation", "pooling", "pooling_comparison")
    return {
        language: page([entry_of(studio(language), name) for name in names], language, "digits")
        for language in LANGUAGES
    }


@pytest.fixture(scope="module")
def launch() -> Iterator[Callable[..., Any]]:
    """Starts Chromium with further arguments; skips where there is none."""
    playwright = pytest.importorskip("playwright.sync_api", reason="needs playwright: pip install '.[test]'")
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        pytest.skip("needs Chromium; on Debian: apt install chromium")
    with playwright.sync_playwright() as engine:

        def start(*arguments: str) -> Any:
            return engine.chromium.launch(executable_path=program, args=["--no-sandbox", *arguments])

        yield start


@pytest.fixture(scope="module")
def browser(launch: Callable[..., Any]) -> Iterator[Any]:
    """Chromium."""
    chromium = launch()
    yield chromium
    chromium.close()


@pytest.fixture
def open_page(browser: Any, few: dict[Language, str], tmp_path: Path) -> Iterator[Open]:
    """Opens the page of a few figures."""
    with opening(browser, few, tmp_path) as open_it:
        yield open_it


@pytest.fixture
def open_whole_page(browser: Any, html: dict[Language, str], tmp_path: Path) -> Iterator[Open]:
    """Opens the page of the whole catalogue."""
    with opening(browser, html, tmp_path) as open_it:
        yield open_it


@contextmanager
def opening(browser: Any, html: dict[Language, str], folder: Path) -> Iterator[Open]:
    """Opens pages as files; at the end nothing must have failed or asked the network."""
    wrong: list[str] = []

    with ExitStack() as contexts:

        def open_it(language: Language = "en", fragment: str = "", **options: Any) -> Any:
            file = folder / f"{language}.html"
            file.write_text(html[language], encoding="utf-8")
            opened = contexts.enter_context(browser.new_context(**options)).new_page()
            opened.on("console", lambda message: wrong.append(f"{message.type}: {message.text}"))
            opened.on("pageerror", lambda error: wrong.append(str(error)))
            opened.on("request", lambda request: wrong.extend(_from_elsewhere(request.url, file)))
            opened.goto(file.as_uri() + fragment)
            return opened

        yield open_it
    assert wrong == []


def _from_elsewhere(address: str, file: Path) -> list[str]:
    here = address.startswith("data:") or address.partition("#")[0] == file.as_uri()
    return [] if here else [f"asks for {address}"]
