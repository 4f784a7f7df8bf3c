"""A built project whose posts have dates, and small Jekyll sites that look at pictures as the themes do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.projects import Project

LAYOUT = "<!doctype html>\n<title>{{ page.title }}</title>\n{{ content }}\n"
# Chirpy puts media_subpath and baseurl before the address of every picture of a post.
CHIRPY_LAYOUT = LAYOUT.replace(
    "{{ content }}",
    """{% assign before = site.baseurl | append: page.media_subpath | append: '/' %}
{% assign opened = '<img src="' | append: before %}
{{ content | replace: '<img src="/', opened }}""",
)
# Minimal Mistakes takes a picture through relative_url, and reads the caption as Markdown.
FIGURE = """<figure><img src="{{ include.image_path | relative_url }}" alt="{{ include.alt | escape_once }}">
<figcaption>{{ include.caption | markdownify }}</figcaption></figure>
"""
DEFAULTS = "defaults:\n- scope: {path: '', type: posts}\n  values: {layout: post}\n"
THEMES = {
    "portable": "theme_color: blue\n",
    "chirpy": "theme: jekyll-theme-chirpy\n",
    "minimal-mistakes": "remote_theme: mmistakes/minimal-mistakes@4.26.2\n",
}


@pytest.fixture
def dated(built: Project) -> Project:
    """The posts films, whose name has a date, and pooling, whose front matter has one."""
    (built.posts / "films.md.j2").rename(built.posts / "2026-01-05-films.md.j2")
    (built.posts / "films.md").unlink()
    built.change("pooling", "lang: en\n", "lang: en\ndate: 2026-01-07 09:00:00 +0900\n")
    return built


@pytest.fixture
def site(tmp_path: Path) -> Callable[[str], Path]:
    """Makes the folder of a site for one theme; its baseurl is /notes."""

    def make(theme: str) -> Path:
        root = tmp_path / "site"
        files = {
            "_config.yml": f"baseurl: /notes\npermalink: /:title/\n{THEMES[theme]}{DEFAULTS}",
            "_layouts/post.html": CHIRPY_LAYOUT if theme == "chirpy" else LAYOUT,
            "_layouts/single.html": LAYOUT,
            "_includes/figure": FIGURE,
        }
        for name, text in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return root

    return make
