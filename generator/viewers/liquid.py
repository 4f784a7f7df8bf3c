"""A document after Liquid 4, as Jekyll sets it: outputs and tags gone, raw text kept.

What an output or a tag would write is known for literals alone; of all others nothing is left. The bodies of
conditions and loops stay, once each.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape

from generator.viewers.liquid_tags import BLOCKS, BRANCHES, caption, flaw, is_simple
from generator.viewers.shown import BuildError

_TOKEN = re.compile(r"\{%.*?%\}|\{\{.*?\}\}?|\{%|\{\{", re.DOTALL)
_OUTPUT = re.compile(r"\{\{-?(.*?)-?\}\}", re.DOTALL)
_TAG = re.compile(r"\{%-?\s*(\w+)\s*(.*?)-?%\}", re.DOTALL | re.ASCII)
_END_RAW = re.compile(r"(.*)\{%-?\s*endraw\b.*?%\}", re.DOTALL)
_LITERAL = re.compile(r"""\s*(?:"([^"]*)"|'([^']*)'|(-?\d+(?:\.\d+)?|true|false)(?=\s|\||,|\Z))""")


@dataclass
class _Block:
    """A tag that waits for its end, and what was written before it."""

    name: str
    line: int
    before: list[str]


@dataclass
class _Rendering:
    source: str
    first_line: int
    written: list[str] = field(default_factory=list)
    open: list[_Block] = field(default_factory=list)
    trims: bool = False

    def line(self, place: int) -> int:
        return self.first_line + self.source.count("\n", 0, place)

    def write(self, text: str) -> None:
        self.written.append(text.lstrip() if self.trims else text)

    def trim(self, token: str) -> None:
        """Take white space away where a hyphen inside the braces asks for it."""
        if token[2:3] == "-" and self.written:
            self.written[-1] = self.written[-1].rstrip()
        self.trims = token[-3:-2] == "-"


def render(source: str, first_line: int = 1) -> str:
    """What Liquid leaves of ``source``, whose first line is number ``first_line`` of its file.

    Raises:
        BuildError: an output or a tag does not end, a tag is unknown, badly written, or never closed.
    """
    if "{{" not in source and "{%" not in source:
        return source
    state = _Rendering(source, first_line)
    place = 0
    while found := _TOKEN.search(source, place):
        if found.start() > place:
            state.write(source[place : found.start()])
        state.trim(found[0])
        place = _tag(state, found) if found[0].startswith("{%") else _output(state, found)
    if place < len(source):
        state.write(source[place:])
    if state.open:
        block = state.open[-1]
        raise BuildError(
            f"Liquid misses the end of {{% {block.name} %}}; put {{% end{block.name} %}} after it, "
            "or a space between { and %",
            line=block.line,
        )
    return "".join(state.written)


def _output(state: _Rendering, found: re.Match[str]) -> int:
    content = _OUTPUT.fullmatch(found[0])
    if not content:
        raise BuildError(
            f"Liquid takes {{{{ for the start of an output, which }}}} has to end, in {_shortened(found)}; "
            "put a space between the braces",
            line=state.line(found.start()),
        )
    # What is written stands between tokens and is never trimmed itself.
    if literal := _LITERAL.match(content[1]):
        state.written.append(next(group for group in literal.groups() if group is not None))
    else:
        state.written.append("")
    return found.end()


def _tag(state: _Rendering, found: re.Match[str]) -> int:
    line = state.line(found.start())
    tag = _TAG.fullmatch(found[0])
    if not tag:
        raise BuildError(
            f"Liquid takes {{% for the start of a tag, which needs a name and %}}, in {_shortened(found)}; "
            "put a space between { and %",
            line=line,
        )
    name, words = tag[1], tag[2]
    if name == "raw" and not words.strip():
        return _raw(state, found.end(), line)
    inside = state.open[-1].name if state.open else ""
    if inside and name == f"end{inside}":
        _close(state)
    elif name in BLOCKS or is_simple(name):
        if wrong := flaw(name, words):
            raise BuildError(f"Liquid cannot read the tag {_shortened(found)}: {wrong}", line=line)
        state.written.append(caption(name, words))
        if name in BLOCKS:
            state.open.append(_Block(name, line, state.written))
            state.written = []
    elif inside != "comment" and name not in BRANCHES.get(inside, ()):
        raise BuildError(f"Liquid knows no tag {_shortened(found)} at this place", line=line)
    return found.end()


def _raw(state: _Rendering, start: int, line: int) -> int:
    place = start
    while found := _TOKEN.search(state.source, place):
        if end := _END_RAW.fullmatch(found[0]):
            state.written.append(state.source[start : found.start()] + end[1])
            state.trims = False
            return found.end()
        place = found.end()
    raise BuildError("Liquid misses the end of {% raw %}; put {% endraw %} after it", line=line)


def _close(state: _Rendering) -> None:
    block = state.open.pop()
    body, state.written = "".join(state.written), block.before
    if block.name == "highlight":
        code = escape(body.strip("\r\n"), quote=False)
        state.written.append(f'\n<figure class="highlight"><pre><code>{code}</code></pre></figure>\n')
    elif block.name not in ("comment", "capture"):
        state.written.append(body)


def _shortened(found: re.Match[str]) -> str:
    text = found.string[found.start() : max(found.end(), found.start() + 20)].split("\n")[0]
    return repr(text if len(text) <= 40 else text[:39] + "…")
