"""Bold words in these posts are bold by CommonMark's rules, which ask what stands on both sides of a sign."""

from __future__ import annotations

import pytest
from markdown_it import MarkdownIt

from tests.posts.rendering import ROOT, rendered


@pytest.mark.parametrize("name", ["2025-07-23-visualising-cnn", "2025-07-30-backpropagation"])
def test_no_sign_of_emphasis_is_left_over(name: str) -> None:
    tokens = MarkdownIt("commonmark").enable("table").parse(rendered(ROOT / "posts" / f"{name}.md.j2"))
    children = [child for token in tokens for child in token.children or []]
    assert any(child.type == "strong_open" for child in children)
    assert [child.content for child in children if child.type == "text" and "*" in child.content] == []
