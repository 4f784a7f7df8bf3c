"""A post's front matter as YAML, with the place of every key and value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.front import FRONT


@dataclass(frozen=True)
class Entry:
    """A key with its value; ``path`` is the key behind those it is nested in: ``image.alt``.

    ``texts`` are the value's words: one for a plain value, each for a list, none for a mapping. Offsets are
    those of the document.
    """

    path: str
    texts: tuple[str, ...]
    start: int
    end: int
    value_start: int
    value_end: int

    @property
    def text(self) -> str:
        """The value where it is a single one, else empty."""
        return self.texts[0] if len(self.texts) == 1 else ""

    @property
    def is_true(self) -> bool:
        """Whether YAML reads the value as true."""
        return self.text.lower() in ("true", "yes", "on")


@dataclass(frozen=True)
class Front:
    """The YAML from ``start`` to ``end``, where the closing line begins; ``body`` is where the text begins.

    ``problem`` is where YAML gives up, and what it says; ``entries`` are then those of single lines.
    """

    start: int = 0
    end: int = 0
    body: int = 0
    entries: tuple[Entry, ...] = ()
    problem: tuple[int, str] | None = None

    @cached_property
    def _last(self) -> Mapping[str, Entry]:
        return {entry.path: entry for entry in self.entries}

    def get(self, path: str) -> Entry | None:
        """The entry of that path, the last where there are several, as Jekyll takes it."""
        return self._last.get(path)

    def says(self, path: str) -> bool:
        """Whether the value at that path is true."""
        entry = self.get(path)
        return entry is not None and entry.is_true


def front_matter(text: str) -> Front:
    """The front matter of a document; an empty one where there is none."""
    found = FRONT.match(text)
    if found is None:
        return Front()
    start, end = found.span("yaml")
    node, problem = composed(found["yaml"])
    entries = tuple(_entries(node, start, "") if problem is None else _by_line(found["yaml"], start))
    return Front(start, end, found.end(), entries, problem and (start + problem[0], problem[1]))


def composed(text: str) -> tuple[Any, tuple[int, str] | None]:
    """YAML's node for the text, or the place and the words of its complaint."""
    import yaml

    try:
        return yaml.compose(text, Loader=yaml.SafeLoader), None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return None, (min(mark.index, len(text)) if mark else 0, error.problem or str(error))
    except yaml.YAMLError as error:
        return None, (getattr(error, "position", 0), getattr(error, "reason", str(error)))


def _entries(node: Any, base: int, inside: str) -> Iterator[Entry]:
    if node is None or node.id != "mapping":
        return
    for key, value in node.value:
        path = inside + str(key.value)
        yield Entry(
            path,
            _texts(value),
            *(base + mark.index for mark in (key.start_mark, key.end_mark, value.start_mark, value.end_mark)),
        )
        yield from _entries(value, base, f"{path}.")


def _by_line(yaml: str, start: int) -> Iterator[Entry]:
    """The keys of lines that are YAML by themselves, which is what they will be once the rest is mended."""
    for match in re.finditer(r"^[\w-]+:[ \t]+\S[^\n]*$", yaml, re.MULTILINE):
        node, problem = composed(match.group())
        if problem is None:
            yield from _entries(node, start + match.start(), "")


def _texts(node: Any) -> tuple[str, ...]:
    if node.id == "scalar":
        return (str(node.value),)
    return tuple(str(one.value) for one in node.value if one.id == "scalar") if node.id == "sequence" else ()
