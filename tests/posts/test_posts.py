"""Every post of this project: no number typed in its prose, and both languages of one post say the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from generator.writing.front_matter import parse

POSTS = Path(__file__).resolve().parents[2] / "posts"
TEMPLATES = sorted(POSTS.glob("*.md.j2"))
IN_ENGLISH = [path for path in TEMPLATES if path.name.endswith("-en.md.j2")]

_CODE = re.compile(r"^```.*?^```$|`[^`\n]+`", re.MULTILINE | re.DOTALL)
_FILLED_IN = re.compile(r"<!--[%#].*?[%#]-->|<@.*?@>", re.DOTALL)
_ALLOWED = re.compile(
    r"[A-Za-z]+(?:-?\d+[a-z]*)+"  # names: LeNet-5, C1, im2col
    r"|^[ \t]*\d+\.(?= )"  # the numbers of a list
    r"|(?<![\d.,])[01](?![\d%]|[.,]\d| %)",  # where a scale begins and ends, which nothing computes
    re.MULTILINE,
)
_DIGITS = re.compile(r".{0,20}\d.{0,20}")
_HANGUL = re.compile("[\uac00-\ud7a3\u3131-\u318e]+")
_PLACED = re.compile(r"<@ ((?:figure|display|task|table|model_summary|keras_code|exercise).*?) @>")
_SET = re.compile(r"<!--% (set .*?) %-->", re.DOTALL)
_OWN_WORDS = re.compile(r'(caption=)"[^"]+"(?: ~ [^,]+)*|(name="[^"]+?)(?:-en)?(?=")')


def typed_digits(text: str) -> list[str]:
    prose = _FILLED_IN.sub("", _CODE.sub("", text))
    return [found.strip() for found in _DIGITS.findall(_ALLOWED.sub("", prose))]


def body(template: Path) -> str:
    return parse(template.read_text(encoding="utf-8"), template).body


def korean_of(english: Path) -> Path:
    return english.with_name(english.name.replace("-en.md.j2", ".md.j2"))


def fences(text: str) -> list[str]:
    return re.findall(r"^```\w+\n.*?^```$", text, re.MULTILINE | re.DOTALL)


def what_is_computed(template: Path) -> list[str]:
    """The values that a post sets and what it places, in order, without words of its own language."""
    code = re.compile(f"{_PLACED.pattern}|{_SET.pattern}", re.DOTALL)
    found = (placed or given for placed, given in code.findall(body(template)))
    return [_OWN_WORDS.sub(lambda words: words[1] or words[2], each) for each in found]


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_no_number_of_the_prose_is_typed(template: Path) -> None:
    assert typed_digits(body(template)) == []


@pytest.mark.parametrize(
    "text",
    [
        "28픽셀",
        "LeNet has 61,706 weights.",
        "about 0.5",
        "1,024",
        "1998년",
        "7 of 10",
        "1.5",
        "32×32",
        "10 %",
    ],
)
def test_a_typed_number_is_found(text: str) -> None:
    assert typed_digits(text)


@pytest.mark.parametrize(
    "text",
    [
        "LeNet-5의 C1은",
        "1. First",
        "from 0 to 1.",
        "<@ display(7) @>",
        "`Conv2D(6, 5)`",
        "<!--% set n = 28 %-->",
        "im2col",
    ],
)
def test_names_lists_and_what_is_computed_are_not(text: str) -> None:
    assert typed_digits(text) == []


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_the_front_matter_has_what_blogs_need(template: Path) -> None:
    front = yaml.safe_load(parse(template.read_text(encoding="utf-8"), template).front.strip("-\n"))
    assert set(front) == {"title", "description", "date", "categories", "tags", "lang", "math"}
    assert template.name.startswith(f"{front['date'][:10]}-")
    assert front["lang"] == ("en" if template in IN_ENGLISH else "ko")


@pytest.mark.parametrize("english", IN_ENGLISH, ids=lambda path: path.name)
def test_both_languages_of_a_post_compute_and_show_the_same(english: Path) -> None:
    assert what_is_computed(english) == what_is_computed(korean_of(english))
    assert len(what_is_computed(english)) > 20


@pytest.mark.parametrize("english", IN_ENGLISH, ids=lambda path: path.name)
def test_both_languages_of_a_post_have_the_same_code(english: Path) -> None:
    assert fences(body(english)) == fences(body(korean_of(english))) != []


@pytest.mark.parametrize("english", IN_ENGLISH, ids=lambda path: path.name)
def test_an_english_post_has_no_word_of_korean_and_neither_have_its_figures(english: Path) -> None:
    post = english.with_name(english.name.removesuffix(".j2"))
    text = post.read_text(encoding="utf-8")
    assert _HANGUL.findall(text) == []
    figures = [post.parent / address for address in re.findall(r"\]\((\S+?\.svg)\)", text)]
    assert len(figures) > 10
    assert [f.name for f in figures if _HANGUL.search(f.read_text(encoding="utf-8"))] == []
