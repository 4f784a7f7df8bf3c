"""Site skeletons say in their _config.yml what is found: # finds: FILE:LINE: beginning of a message."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from generator.checking.blog import read
from generator.checking.site_settings import templates
from generator.checks import site_mathjax
from generator.checks.site_mathjax import look

SITES = Path(__file__).parents[1] / "documents" / "sites"


def told(root: Path) -> list[str]:
    return [
        f"{fault.path.relative_to(root).as_posix()}:{fault.line}: {fault.message}"
        for fault in look(read(root))
    ]


@pytest.mark.parametrize("root", sorted(SITES.iterdir()), ids=lambda root: root.name)
def test_a_site_is_told_what_its_typesetter_does_not_know(root: Path) -> None:
    wanted = re.findall(r"^# finds: (.*)$", (root / "_config.yml").read_text(encoding="utf-8"), re.MULTILINE)
    found = sorted(told(root))
    assert len(found) == len(wanted), found
    for message, part in zip(found, sorted(wanted), strict=True):
        assert message.startswith(part)


@pytest.mark.parametrize(("kind", "count"), [("Bad", 1), ("Good", 0)])
def test_the_docstrings_examples_are_true(tmp_path: Path, kind: str, count: int) -> None:
    example = re.search(rf"{kind}:\n\n((?:    .*\n|\n)+)", site_mathjax.__doc__ or "")
    assert example
    (tmp_path / "_config.yml").write_text("title: x\n", encoding="utf-8")
    (tmp_path / "_layouts").mkdir()
    (tmp_path / "_layouts" / "default.html").write_text(example[1], encoding="utf-8")
    assert len(told(tmp_path)) == count


@pytest.mark.parametrize(
    ("name", "place"),
    [("chirpy-with-its-own-layout", "_layouts/post.html"), ("no-loader", "_includes/head/custom.html")],
)
def test_what_a_site_without_mathjax_is_told_to_type_leaves_nothing_to_tell(
    tmp_path: Path, name: str, place: str
) -> None:
    root = tmp_path / "site"
    shutil.copytree(SITES / name, root)
    (message,) = told(root)
    file = root / place
    file.parent.mkdir(parents=True, exist_ok=True)
    old = file.read_text(encoding="utf-8") if file.exists() else ""
    file.write_text(message[message.index("<script>") :] + old, encoding="utf-8")
    templates.cache_clear()
    assert told(root) == []
