"""A post's front matter as one theme reads it: missing keys added, those of other themes translated.

A template says its front matter once. Every line that no rule speaks of stays as it is, byte by byte.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.mathematics.meant import meant

_KEY = re.compile(r"([A-Za-z_][\w-]*)[ \t]*:(?=\s|\Z)")
_FENCE = "---\n"


@dataclass(frozen=True)
class ThemeKeys:
    """What a theme wants.

    ``added`` are values by key, for posts that lack the key; ``for_formulas`` the same for posts with
    formulas; ``renamed`` keys that other themes use for what this one calls otherwise; ``values`` values of a
    key that this theme spells otherwise.
    """

    added: Mapping[str, str] = field(default_factory=dict)
    for_formulas: Mapping[str, str] = field(default_factory=dict)
    renamed: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[tuple[str, str], str] = field(default_factory=dict)


NO_KEYS = ThemeKeys()

# Source: Chirpy's _layouts/post.html and _includes/js-selector.html, which ask for page.math alone.
CHIRPY_KEYS = ThemeKeys(
    for_formulas={"math": "true"},
    renamed={"use_math": "math", "mathjax": "math", "katex": "math"},
    values={("layout", "single"): "post"},
)
# Its own pages show no formulas, so a key for them is the site's own and stays. It ships no layout "post".
MINIMAL_MISTAKES_KEYS = ThemeKeys(
    added={"layout": "single", "toc": "true"}, values={("layout", "post"): "single"}
)


def shows_formulas(text: str) -> bool:
    """Whether the author means mathematics anywhere in the text."""
    return bool(meant(text))


def adapted(front: str, keys: ThemeKeys, *, formulas: bool) -> str:
    """The front matter, from its first line of hyphens to its last, as the theme wants it.

    The author's own keys win over those that would be added. A post without front matter gets one where a key
    is wanted.
    """
    lines = front.splitlines(keepends=True)
    there = {found[1] for line in lines if (found := _KEY.match(line))}
    written = [out for line in lines for out in _line(line, keys, there)]
    present = {found[1] for line in written if (found := _KEY.match(line))}
    wanted = {**keys.added, **(keys.for_formulas if formulas else {})}
    missing = [f"{key}: {value}\n" for key, value in wanted.items() if key not in present]
    if not missing:
        return "".join(written)
    if not written:
        return "".join([_FENCE, *missing, _FENCE])
    return "".join([*written[:-1], *missing, written[-1]])


def _line(line: str, keys: ThemeKeys, there: set[str]) -> list[str]:
    """The line as this theme spells it; none where the theme's own key says the same already."""
    found = _KEY.match(line)
    if found is None:
        return [line]
    key, rest = found[1], line[found.end(1) :]
    if key in keys.renamed:
        name = keys.renamed[key]
        if name in there:
            return []
        there.add(name)
        return [name + rest]
    value = rest.lstrip(" \t:").rstrip()
    spelled = keys.values.get((key, value.strip("\"'")))
    return [line if spelled is None else f"{key}: {spelled}\n"]
