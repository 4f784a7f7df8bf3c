"""The real Jekyll builds a site in a subfolder: every picture of a published post is where its page looks."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.projects import Project
from tests.publishing.conftest import THEMES

pytestmark = [
    pytest.mark.slow,
    pytest.mark.viewers,
    pytest.mark.skipif(shutil.which("jekyll") is None, reason="needs Jekyll (Debian: apt install jekyll)"),
]
CAPTION = r'''caption="1. The \"sum\" " ~ math("x_{i+1} \times 2") ~ " [a] | b"'''
MORE = f"""

<@ figure("pooling", name="small", width=350, {CAPTION}) @>

<@ figure("pooling", name="wide", {CAPTION}) @>

<@ figure("pooling", name="raster", format="png") @>
"""


class Page(HTMLParser):
    """The addresses of a page's pictures, and its words."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.tags: list[str] = []
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.addresses += [value or "" for name, value in attrs if tag == "img" and name == "src"]

    def handle_data(self, data: str) -> None:
        self.words += data


def built_by_jekyll(root: Path) -> Path:
    done = subprocess.run(
        ["jekyll", "build", "--source", str(root), "--destination", str(root / "_site")],
        capture_output=True,
        text=True,
        cwd=root,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "_site"


@pytest.mark.parametrize("theme", THEMES)
def test_every_picture_is_where_its_page_looks(
    dated: Project, site: Callable[[str], Path], theme: str
) -> None:
    root = site(theme)
    template = dated.posts / "pooling.md.j2"
    template.write_text(template.read_text(encoding="utf-8") + MORE, encoding="utf-8")
    assert dated.run("publish", "--to", str(root)).code == 0
    # Jekyll itself would look for the theme's gem.
    config = (root / "_config.yml").read_text(encoding="utf-8")
    (root / "_config.yml").write_text(config.replace("theme: jekyll-theme-chirpy\n", ""), encoding="utf-8")
    built = built_by_jekyll(root)
    pages = [Page(path.read_text(encoding="utf-8")) for path in sorted(built.rglob("index.html"))]
    assert [len(page.addresses) for page in pages] == [2, 5 if theme == "chirpy" else 4]
    for address in (address for page in pages for address in page.addresses):
        assert address.startswith("/notes/assets/"), address
        assert (built / address.removeprefix("/notes/")).is_file(), address
    # kramdown makes typographic quotes of plain ones, and leaves those that an attribute has to hide.
    words = pages[1].words.replace("“", '"').replace("”", '"')
    assert words.count(r'1. The "sum" $x_{i+1} \times 2$ [a] | b') == 2
    assert not {"table", "ol", "ul"} & set(pages[1].tags)
    assert not list(built.rglob("*generator*"))
