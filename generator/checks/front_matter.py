"""The front matter is YAML that Jekyll can read.

Where it cannot, Jekyll goes on without any of it: the post has no title, no tags, and the day of the build as
its date and in its address.

Bad:

    ---
    title: Convolution: a first look
    ---

Good:

    ---
    title: "Convolution: a first look"
    ---
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.checking.document import Document
from generator.checking.fault import Edit, Fault
from generator.checking.front import composed
from generator.viewers.viewer import JEKYLL

_KEY = re.compile(r"^([ \t]*)([\w-]+):(?:[ \t]+(.*?))?[ \t]*$")
_BLOCK = re.compile(r"[|>][-+\d]*$")


def find(document: Document) -> Iterator[Fault]:
    """A fault for every line that YAML does not read, and one for front matter without an end."""
    if JEKYLL not in document.viewers:
        return
    front = document.front
    if not front.body:
        if re.match(r"---[ \t]*\n[\w-]+:", document.text):
            message = "the front matter has no end; type --- on a line of its own below it"
            yield Fault(0, 3, message, stops=True)
        return
    if front.problem is None:
        written = re.sub(r"#[^\n]*", "", document.text[front.start : front.end])
        if not front.entries and written.strip():
            message = (
                "Jekyll takes this for front matter and finds no keys; type key: value, or *** for a rule"
            )
            yield Fault(front.start, front.end, message)
        return
    faults = list(_faults(document.text[front.start : front.end], front.start))
    place, words = front.problem
    faults = faults or [Fault(place, place, f"YAML stops here: {words}; put the value into quotes")]
    yield from (replace(fault, stops=True) for fault in faults)


def _faults(yaml: str, start: int) -> Iterator[Fault]:
    """What is wrong line by line: each is YAML by itself, or begins what the following lines go on with."""
    above = ""
    for line in yaml.split("\n"):
        end = start + len(line)
        if fault := _tab(line, above, start) or _value(line, start):
            yield fault
        above, start = line or above, end + 1


def _tab(line: str, above: str, start: int) -> Fault | None:
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" not in indent or not line.strip():
        return None
    spaces = "  " if above.rstrip().endswith(":") else ""
    message = "a tab stands at the line's start; type " + ("spaces" if spaces else "nothing in its place")
    return Fault(start, start + len(indent), message, (Edit(start, start + len(indent), spaces),))


def _value(line: str, start: int) -> Fault | None:
    key = _KEY.match(line.expandtabs(1))
    if key is None or not key[3] or _BLOCK.match(key[3]) or composed(line.strip())[1] is None:
        return None
    value = key[3]
    at = start + key.start(3)
    for mended in _mended(value):
        if composed(f"{key[2]}: {mended}")[1] is None:
            message = f"YAML cannot read this value; type {key[2]}: {mended}"
            return Fault(at, at + len(value), message, (Edit(at, at + len(value), mended),))
    return None


def _mended(value: str) -> Iterator[str]:
    """Ways to write a value: its list closed, its words in quotes."""
    if value.startswith("[") and "]" not in value:
        yield value + "]"
    bare = value
    if len(value) > 1 and value[0] in "\"'":
        bare = value[1:].removesuffix(value[0])
    if '"' not in bare:
        yield '"' + bare.replace("\\", "\\\\") + '"'
    yield "'" + bare.replace("'", "''") + "'"
