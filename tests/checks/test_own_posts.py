"""What the program writes is what its checks ask for."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.checking.document import Document
from generator.checking.runner import chosen, faults

POSTS = Path(__file__).parents[2] / "posts"


@pytest.mark.parametrize(
    "path", sorted(POSTS.rglob("*.md")), ids=lambda path: f"{path.parent.name}/{path.stem}"
)
def test_no_check_finds_anything_in_a_post_of_this_repository(path: Path) -> None:
    theme = path.parent.name if path.parent != POSTS else ""
    found = faults(Document(path, path.read_text(encoding="utf-8"), theme), chosen())
    assert [(code, fault.message) for code, fault in found] == []
