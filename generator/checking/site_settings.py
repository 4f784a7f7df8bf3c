"""What a Jekyll site's settings and layouts say about its pages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from generator.checking.blog import Blog

_PAGE_KEY = re.compile(r"\b(?:page|post)(?:\.(\w+)|\[[\"'](\w+)[\"']\])")

_LOADED_IF = re.compile(
    r"\{%-?\s*if\s+page\.(\w+)(?:\s*==\s*true)?\s*-?%\}((?:(?!\{%-?\s*(?:if|else|elsif|endif)\b).)*)",
    re.DOTALL,
)

_LAYOUT = re.compile(r"---[ \t]*\r?\n(?:(?!---).*\n)*?layout[ \t]*:[ \t]*[\"']?([\w./-]+)")
_INCLUDE = re.compile(r"\{%-?\s*include(?:_cached)?\s+([^\s%]+)")


def text(blog: Blog, key: str) -> str:
    """A setting's words; empty where there are none."""
    value = blog.config.get(key)
    return value if isinstance(value, str) else ""


def baseurl(blog: Blog) -> str:
    """The folder of the host in which the site lies: ``/blog``, or empty."""
    written = text(blog, "baseurl").strip("/")
    return f"/{written}" if written else ""


def defaults(blog: Blog, kind: str) -> Mapping[str, object]:
    """What ``_config.yml`` says for all pages of a kind ("posts") in place of their front matter."""
    values: dict[str, object] = {}
    entries = blog.config.get("defaults")
    for entry in entries if isinstance(entries, list) else []:
        scope, given = (entry.get("scope"), entry.get("values")) if isinstance(entry, dict) else (None, None)
        everywhere = isinstance(scope, dict) and not scope.get("path") and scope.get("type", kind) == kind
        if everywhere and isinstance(given, dict):
            values |= given
    return values


def plugins(blog: Blog) -> frozenset[str]:
    """The names of the plugins that the settings ask for."""
    listed = blog.config.get("plugins") or blog.config.get("gems")
    return frozenset(map(str, listed)) if isinstance(listed, list) else frozenset()


def page_keys(blog: Blog) -> frozenset[str]:
    """The keys of the front matter that the site's own layouts and includes read."""
    return _page_keys(blog.root)


def mathematics_switches(blog: Blog) -> frozenset[str]:
    """The keys without which the site's own layouts load no MathJax or KaTeX for a page."""
    found = (match for one in templates(blog.root).values() for match in _LOADED_IF.finditer(one))
    return frozenset(match[1] for match in found if re.search("mathjax|katex", match[2], re.IGNORECASE))


def own_layouts(blog: Blog) -> list[Path]:
    """The layouts in the site's folder that its posts go through, from the innermost out."""
    layouts = blog.root / "_layouts"
    texts, found = templates(blog.root), list[Path]()
    name = str(defaults(blog, "posts").get("layout") or "post")
    while (path := layouts / f"{name}.html") in texts and path not in found:
        found.append(path)
        above = _LAYOUT.match(texts[path])
        name = above[1] if above else ""
    return found


def uses_theme(blog: Blog) -> bool:
    """Whether something of a post's page may come from a theme that lies elsewhere."""
    own, texts = own_layouts(blog), templates(blog.root)
    if not own or _LAYOUT.match(texts[own[-1]]):
        return True
    includes = blog.root / "_includes"
    named = (match[1] for text in texts.values() for match in _INCLUDE.finditer(text))
    return any(includes / name not in texts for name in named)


@lru_cache(maxsize=8)
def templates(root: Path) -> Mapping[Path, str]:
    """The texts of the layouts and includes in a site's folder."""
    folders = (root / name for name in ("_layouts", "_includes"))
    files = (path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file())
    return {path: path.read_text(encoding="utf-8", errors="replace") for path in files}


@lru_cache(maxsize=8)
def _page_keys(root: Path) -> frozenset[str]:
    texts = templates(root).values()
    return frozenset(match[1] or match[2] for one in texts for match in _PAGE_KEY.finditer(one))
