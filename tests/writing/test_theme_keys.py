from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.writing.theme_keys import (
    CHIRPY_KEYS,
    MINIMAL_MISTAKES_KEYS,
    NO_KEYS,
    ThemeKeys,
    adapted,
    shows_formulas,
)

FRONT = '---\ntitle: "A: b"   # as it is\ntags: [cnn,  mnist]\n---\n'


def test_chirpy_learns_of_formulas_where_there_are_some() -> None:
    assert adapted(FRONT, CHIRPY_KEYS, formulas=True) == FRONT[:-4] + "math: true\n---\n"
    assert adapted(FRONT, CHIRPY_KEYS, formulas=False) == FRONT


@pytest.mark.parametrize("key", ["use_math", "mathjax", "katex"])
def test_chirpy_gets_its_own_word_for_another_theme_s(key: str) -> None:
    assert adapted(f"---\n{key}: true\ntitle: t\n---\n", CHIRPY_KEYS, formulas=True) == (
        "---\nmath: true\ntitle: t\n---\n"
    )


def test_the_author_s_own_key_wins_over_another_theme_s() -> None:
    front = "---\nuse_math: true\nmath: false\n---\n"
    assert adapted(front, CHIRPY_KEYS, formulas=True) == "---\nmath: false\n---\n"


def test_two_foreign_words_become_one() -> None:
    front = "---\nuse_math: true\nmathjax: true\n---\n"
    assert adapted(front, CHIRPY_KEYS, formulas=True) == "---\nmath: true\n---\n"


def test_minimal_mistakes_gets_a_layout_and_a_table_of_contents() -> None:
    expected = FRONT[:-4] + "layout: single\ntoc: true\n---\n"
    assert adapted(FRONT, MINIMAL_MISTAKES_KEYS, formulas=True) == expected


def test_minimal_mistakes_has_no_layout_post_and_leaves_other_layouts_and_keys_alone() -> None:
    front = "---\nlayout: post\ntoc: false\nuse_math: true\n---\n"
    assert adapted(front, MINIMAL_MISTAKES_KEYS, formulas=True) == front.replace("post", "single")
    front = front.replace("post", "wide")
    assert adapted(front, MINIMAL_MISTAKES_KEYS, formulas=True) == front


def test_a_post_without_front_matter_gets_what_its_theme_wants() -> None:
    assert adapted("", CHIRPY_KEYS, formulas=True) == "---\nmath: true\n---\n"
    assert adapted("", CHIRPY_KEYS, formulas=False) == ""


def test_nested_keys_and_comments_are_nobody_s_business() -> None:
    front = "---\nheader:\n  math: true\n# math: true\n---\n"
    assert adapted(front, CHIRPY_KEYS, formulas=True) == front[:-4] + "math: true\n---\n"


@given(st.lists(st.sampled_from(["title: x", "use_math : y", "  math: z", "layout: wide", "", "#", "- a"])))
def test_no_other_line_changes(lines: list[str]) -> None:
    front = "".join(f"{line}\n" for line in ["---", *lines, "---"])
    assert adapted(front, NO_KEYS, formulas=True) == front
    there = adapted(front, ThemeKeys(added={"new": "1"}), formulas=False)
    assert there == front[:-4] + "new: 1\n---\n"
    once = adapted(front, CHIRPY_KEYS, formulas=True)
    assert adapted(once, CHIRPY_KEYS, formulas=True) == once


@pytest.mark.parametrize(
    ("text", "formulas"),
    [
        ("값은 $x_1$이다", True),
        ("$$x$$", True),
        ("$$\nx\n$$", True),
        ("`$x$` 와 `$$x$$`", False),
        ("```sh\necho $A $B\n```", False),
        ("5 $", False),
        ("<span>$</span>5 <span>$</span>6", False),
    ],
)
def test_formulas_are_seen_outside_code(text: str, formulas: bool) -> None:
    assert shows_formulas(text) is formulas
