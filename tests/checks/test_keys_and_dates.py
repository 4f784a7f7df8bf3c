"""Dates and keys in front matter that nobody reads, or not as they are meant."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from generator.checking.blog import Blog, read
from generator.checking.document import Document
from generator.checks import date, duplicate_key, ignored_key, math_switch


def post(front: str, body: str = "", theme: str = "", blog: Blog | None = None) -> Document:
    return Document(Path("_posts/2025-03-09-post.md"), f"---\n{front}\n---\n{body}", theme, blog)


def mended(document: Document, faults: list) -> str:  # type: ignore[type-arg]
    text = document.text
    for edit in sorted((edit for fault in faults for edit in fault.edits), reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


@pytest.mark.parametrize(
    "written",
    [
        "2025-03-09",
        "2025-03-09 21:00:00 +0900",
        "2025-03-09T21:00:00+09:00",
        "2025-03-09T21:00Z",
        "2025-3-9 9:05",
        "2025/03/09 09:00:00.5 KST",
        '"2025-03-09 21:00:00"',
        "March 9, 2025",
    ],
)
def test_dates_that_ruby_reads_are_left_alone(written: str) -> None:
    assert list(date.find(post(f"date: {written}"))) == []


@pytest.mark.parametrize(
    ("written", "part"),
    [
        ("2025-13-08", "there is no day 2025-13-08"),
        ("2025-02-30", "there is no day 2025-02-30"),
        ("2025-03-09 9시", "does not read '9시' as a time; type the date as 2025-"),
        ("2025-03-09 오후 3:00", "does not read '오후 3:00' as a time"),
        ("2025-03-09 25:00:00 +0900", "there is no time 25:00:00 +0900"),
        ("오늘", "Jekyll may stop the whole build"),
        ("2025년 3월 9일", "Jekyll may stop the whole build"),
        ("2025-03-08 09:00:00", "the file's name says another day, and Jekyll takes 2025-03-08"),
    ],
)
def test_dates_that_it_reads_otherwise_or_not_at_all_are_told(written: str, part: str) -> None:
    (fault,) = date.find(post(f"date: {written}"))
    assert part in fault.message


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("_posts/post.md", "Jekyll leaves post.md out"),
        ("_posts/2025-13-01-post.md", "does not exist; Jekyll stops the whole build"),
        ("_posts/2025-03-09-post.md", ""),
        ("_posts/cnn/2025-3-9-post.md", ""),
        ("_drafts/post.md", ""),
        ("posts/post.md", ""),
    ],
)
def test_a_posts_file_name_begins_with_a_day_that_exists(name: str, part: str) -> None:
    found = [fault.message for fault in date.find(Document(Path(name), "---\ntitle: x\n---\n"))]
    assert len(found) == bool(part)
    assert all(part in message for message in found)


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("ruby") is None, reason="Ruby reads dates for Jekyll")
def test_ruby_stops_at_days_that_are_told_to_stop_it() -> None:
    program = (
        'require "time"; ARGV.each { |s| begin; Time.parse(s); puts 1; rescue ArgumentError; puts 0; end }'
    )
    dates = ["2025-13-08", "오늘", "2025년 3월 9일", "2025-03-09 9:05", "March 9, 2025", "2025-02-30"]
    done = subprocess.run(["ruby", "-e", program, *dates], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["0", "0", "0", "1", "1", "1"]


def test_a_key_that_stands_twice_is_told_with_the_line_that_is_lost() -> None:
    (fault,) = duplicate_key.find(post("tags: [a]\ntitle: x\ntags: [b]"))
    assert "stands in line 2, too, which is lost" in fault.message
    assert not list(duplicate_key.find(post("image:\n  path: a\nheader:\n  path: b")))


@pytest.mark.parametrize(
    ("theme", "front", "right"),
    [
        ("chirpy", "use_math: true", "math: true"),
        ("chirpy", "use_math: false", None),
        ("chirpy", "math: true\npin: true\nimg_path: /a/\nmermaid: true\ncustom: 1", None),
        ("chirpy", "pinned: true", "pin: true"),
        ("chirpy", "thumbnail: /a.png", "image: /a.png"),
        ("", "draft: true", "published: false"),
        ("", "Tags: [a]", "tags: [a]"),
        ("", "catagories: [a]", "categories: [a]"),
        ("", "titel: a", "title: a"),
        ("", "use_math: true\nmathjax: true\ntoc_sticky: true", None),
        ("minimal-mistakes", "toc_sticky: true\nauthor_profile: true\nmathjax: true", None),
        ("minimal-mistakes", "comment: false", "comments: false"),
    ],
)
def test_a_key_that_nobody_reads_becomes_the_one_that_is_read(
    theme: str, front: str, right: str | None
) -> None:
    document = post(front, theme=theme)
    found = list(ignored_key.find(document))
    assert mended(document, found) == f"---\n{right or front}\n---\n"
    assert bool(found) == bool(right)


def test_a_key_of_another_theme_is_told_and_left() -> None:
    (fault,) = ignored_key.find(post("toc_sticky: true", theme="chirpy"))
    assert fault.message == "Chirpy does not read the key toc_sticky; take it out"
    assert not fault.edits


@pytest.fixture
def asking_blog(tmp_path: Path) -> Blog:
    """A blog whose own layout loads MathJax under a key of its own."""
    (tmp_path / "_config.yml").write_text("minimal_mistakes_skin: default\n", encoding="utf-8")
    (tmp_path / "_includes").mkdir()
    (tmp_path / "_includes" / "head.html").write_text(
        '{% if page.use_math %}<script src="/mathjax.js"></script>{% endif %}{{ page.my_own_key }}',
        encoding="utf-8",
    )
    return read(tmp_path)


def test_what_the_blogs_own_layouts_read_is_read(asking_blog: Blog) -> None:
    document = post("use_math: true\nmy_own_key: 1", theme="minimal-mistakes", blog=asking_blog)
    assert list(ignored_key.find(document)) == []


def test_a_switch_that_the_blog_does_not_have_becomes_its_own(asking_blog: Blog) -> None:
    document = post("mathjax: true", "$x^2$", "minimal-mistakes", asking_blog)
    assert "use_math: true" in mended(document, list(ignored_key.find(document)))


def test_a_post_with_mathematics_switches_it_on(asking_blog: Blog) -> None:
    for theme, blog, switch in (("chirpy", None, "math"), ("minimal-mistakes", asking_blog, "use_math")):
        document = post("title: x", "\nA size $n+2p$.\n", theme, blog)
        right = mended(document, list(math_switch.find(document)))
        assert right == f"---\ntitle: x\n{switch}: true\n---\n\nA size $n+2p$.\n"
        assert not list(math_switch.find(Document(document.path, right, theme, blog)))


@pytest.mark.parametrize(
    ("front", "body", "theme"),
    [
        ("title: x", "It costs $5 or $6.", "chirpy"),
        ("title: x", "`$x^2$`", "chirpy"),
        ("title: x", "$x^2$", ""),
        ("title: x", "$x^2$", "minimal-mistakes"),
        ("math: true", "$x^2$", "chirpy"),
        ("use_math: true", "$x^2$", "chirpy"),
    ],
)
def test_a_post_that_needs_no_switch_is_left_alone(front: str, body: str, theme: str) -> None:
    assert list(math_switch.find(post(front, body, theme))) == []


def test_a_switch_that_is_off_is_turned() -> None:
    document = post("math: false", "$x^2$", "chirpy")
    assert mended(document, list(math_switch.find(document))) == "---\nmath: true\n---\n$x^2$"
