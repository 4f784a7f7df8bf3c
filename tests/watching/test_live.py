"""The whole program: a real save, and how soon the page hears of it; the page itself in Chromium."""

from __future__ import annotations

import shutil
import time
from pathlib import Path
from typing import Any

import pytest

from tests.projects import Project
from tests.watching.live import ROOT, watching

# The colour of the first words of the first picture, as the browser shows the file that the page asks for.
INK = """async () => {
  const svg = await (await fetch(document.images[0].src)).text();
  const box = document.createElement("iframe");
  box.srcdoc = svg;
  document.body.append(box);
  await new Promise(done => box.addEventListener("load", done));
  const ink = box.contentWindow.getComputedStyle(box.contentDocument.querySelector("svg .a")).fill;
  box.remove();
  return ink;
}"""
pytestmark = pytest.mark.slow


def test_a_sentence_of_the_longest_post_is_on_the_page_within_half_a_second(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("posts", "figures"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    longest = max((tmp_path / "posts").glob("*.md.j2"), key=lambda path: path.stat().st_size)
    text = longest.read_text(encoding="utf-8")
    with watching(tmp_path) as live:
        times = [live.seconds_until_news(longest, f"{text}\n문장 {number}\n") for number in range(5)]
        assert "문장 4" in live.state(longest.name.removesuffix(".md.j2"))["body"]
    with capsys.disabled():
        print(f"\nfrom a save to the page: {', '.join(f'{seconds:.2f}' for seconds in times)} s")
    assert sorted(times)[2] < 0.5
    assert live.process.returncode == 0


def test_posts_that_went_and_came_back_are_followed(built: Project) -> None:
    away = built.root / "away"
    with watching(built.root) as live:
        built.posts.rename(away)
        live.next_news()
        assert live.state("")["posts"] == {}
        away.rename(built.posts)
        live.next_news()
        assert list(live.state("")["posts"]) == ["films", "pooling"]
        time.sleep(2)
        template = built.posts / "films.md.j2"
        live.seconds_until_news(template, template.read_text(encoding="utf-8").replace("보폭을", "걸음을"))
        assert "걸음을" in live.state("films")["body"]


def test_the_page_follows_the_post_keeps_its_pictures_and_shows_mistakes(
    built: Project, browser: Any
) -> None:
    template = built.posts / "films.md.j2"
    text = template.read_text(encoding="utf-8")
    with watching(built.root) as live:
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        wrong: list[str] = []
        page.on("console", lambda message: wrong.append(message.text))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on(
            "request", lambda one: None if one.url.startswith((live.url, "data:")) else wrong.append(one.url)
        )
        page.goto(f"{live.url}/posts/films", wait_until="domcontentloaded")
        page.wait_for_selector("#post img")
        assert page.inner_text("h1") == page.title() == "합성곱"
        page.evaluate("document.querySelector('#post img').mark = 'same'")

        template.write_text(text.replace("보폭을", "걸음 $x_1$ 을"), encoding="utf-8")
        page.wait_for_selector("#post math")
        assert page.evaluate("document.querySelector('#post img').mark") == "same"
        assert page.evaluate("[...document.images].every(image => image.naturalWidth > 0)")

        template.write_text(text.replace("보폭을", "<@ 보폭 @>"), encoding="utf-8")
        page.wait_for_selector("#problems li")
        assert "films.md.j2:10" in page.inner_text("#problems")
        assert page.query_selector("#post math")
        template.write_text(text, encoding="utf-8")
        page.wait_for_selector("#problems", state="hidden")

        page.check("input[value=dark]")
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(27, 27, 30)"
        page.wait_for_selector("#post img[src$='theme=dark']")
        page.wait_for_function("[...document.images].every(image => image.complete)")
        ink = "rgb(232, 234, 237)"
        assert page.evaluate(INK) == ink
        page.check("input[value=narrow]")
        assert page.evaluate("document.querySelector('#post').clientWidth") == 360
        assert page.evaluate("document.querySelector('#post img').clientWidth") <= 360
        page.select_option("#posts", "pooling")
        page.wait_for_function("document.title === 'Pooling'")
        assert page.url.endswith("/posts/pooling")
        assert wrong == []
        page.close()
