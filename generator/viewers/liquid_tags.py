"""The tags that Liquid 4 and Jekyll know, and what must stand in them."""

from __future__ import annotations

import re
from collections.abc import Iterator

BLOCKS = {"capture", "case", "comment", "for", "highlight", "if", "ifchanged", "tablerow", "unless"}
# What may stand between a block's start and its end.
BRANCHES = {
    "if": ("else", "elsif"),
    "unless": ("else", "elsif"),
    "case": ("else", "when"),
    "for": ("else",),
}
_SIMPLE = {
    "assign", "break", "continue", "cycle", "decrement", "include", "include_cached", "include_relative",
    "increment", "link", "post_url", "seo", "feed_meta",
}  # fmt: skip

_TAG = re.compile(r"\{%-?\s*(\w+)(?:(?!\{%|%\}).)*%\}", re.DOTALL | re.ASCII)
_VALUE = r"""(?:[^\s,|'"]|"[^"]*"|'[^']*')"""
_FORMS = {
    "assign": (r"[\s\S]*[\w.\-\[\]]\)?\s*=", "{% assign name = value %}"),
    "capture": (r"""[\s\S]*["'\w\-.\[\]]""", "{% capture name %}"),
    "case": (rf"[\s\S]*?{_VALUE}", "{% case value %}"),
    "if": (rf"[\s\S]*?{_VALUE}", "{% if condition %}"),
    "unless": (rf"[\s\S]*?{_VALUE}", "{% unless condition %}"),
    "for": (rf"[\w-]+\s+in\s+{_VALUE}", "{% for name in list %}"),
    "tablerow": (rf"[\w-]+\s+in\s+{_VALUE}", "{% tablerow name in list %}"),
    "highlight": (
        r"""[a-zA-Z0-9.+#_-]+(?:\s+\w+(?:=(?:\w+|"(?:[0-9]+\s)*[0-9]+"))?)*\s*\Z""",
        "{% highlight language %}",
    ),
    "raw": (r"\Z", "{% raw %}"),
}


def is_simple(name: str) -> bool:
    """Whether a tag stands alone, without an end."""
    return name in _SIMPLE or name in _FORMS


def plugin_tags(text: str) -> Iterator[tuple[int, int]]:
    """Where the tags of a text begin and end that only a plugin may know: ``{% gist 1 %}``."""
    branches = {branch for group in BRANCHES.values() for branch in group}
    known = {"raw", *branches, *BLOCKS, *(f"end{name}" for name in ("raw", *BLOCKS))}
    for found in _TAG.finditer(text):
        if found[1] not in known and not is_simple(found[1]):
            yield found.span()


def flaw(name: str, words: str) -> str:
    """What a tag's words should look like, if they do not; else nothing."""
    form = _FORMS.get(name)
    return "" if form is None or re.match(form[0], words.strip(), re.ASCII) else f"write {form[1]}"


_CAPTION = re.compile(r"\bcaption\s*=\s*(?P<mark>[\"'])(?P<words>.*?)(?P=mark)", re.DOTALL)


def caption(name: str, words: str) -> str:
    """What Minimal Mistakes' ``{% include figure %}`` gives to Markdown; nothing of any other tag."""
    found = _CAPTION.search(words) if name == "include" and words.split()[:1] == ["figure"] else None
    return found["words"] if found else ""
