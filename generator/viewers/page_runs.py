"""A page's text as MathJax looks at it: runs between elements, without code."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape

from generator.viewers.html_elements import SKIPPED_BY_MATHJAX
from generator.viewers.kramdown_nodes import Definitions, Node
from generator.viewers.kramdown_spans import read_spans
from generator.viewers.shown import BuildError

# What is written as these does not end a run.
_INSIDE_RUNS = {"br": "\n", "wbr": ""}
_REFERENCE = re.compile(r"&(?:[a-zA-Z0-9_:][-a-zA-Z0-9_.:]*|#[0-9]+|#x[0-9a-fA-F]+);")
_CONTENTS = re.compile(r"(?:^|\s)toc(?=\s|$)")
# References to attributes that are named elsewhere give an element none of its own.
_OWN_ATTRIBUTES = re.compile(r"(?:^|\s)(?:[.#]\S|[\w-]+=[\"'])")
_TAG = re.compile(r"<[a-zA-Z/!?]")
_IGNORED = re.compile(r"\.mathjax_ignore\b")


def page_runs(root: Node, definitions: Definitions) -> list[str]:
    """The runs of a document's page, its footnotes at the end.

    Raises:
        BuildError: a footnote has no text, which kramdown cannot bear.
    """
    page = _Page(definitions, _abbreviation(definitions))
    page.walk(root)
    for name in page.footnotes:  # grows while footnotes mention others
        page.close()
        page.footnote(name)
    page.close()
    if page.contents is None:
        return page.runs
    contents = _Page(definitions, page.abbreviation)
    for header in page.headers:
        contents.apart(header, in_html=False)
    return page.runs[: page.contents] + contents.runs + page.runs[page.contents :]


def _abbreviation(definitions: Definitions) -> re.Pattern[str] | None:
    if not definitions.abbreviations:
        return None
    longest_first = sorted(definitions.abbreviations, key=len, reverse=True)
    return re.compile(
        rf"(?<![a-zA-Z0-9_])(?:{'|'.join(map(re.escape, longest_first))})(?![a-zA-Z0-9_])",
    )


@dataclass
class _Page:
    definitions: Definitions
    abbreviation: re.Pattern[str] | None
    headers: list[Node] = field(default_factory=list)
    footnotes: list[str] = field(default_factory=list)
    runs: list[str] = field(default_factory=list)
    run: list[str] = field(default_factory=list)
    contents: int | None = None  # the number of runs before the table of contents

    def close(self) -> None:
        """End the run, as an element does at its start and its end."""
        if self.run:
            self.runs.append("".join(self.run))
            self.run = []

    def walk(self, node: Node, in_html: bool = False) -> None:
        """Add what is inside ``node``."""
        in_html = in_html or node.verbatim or node.kind in ("html", "del")
        for child in node.children:
            if child.kind == "text":
                self.text(child.text, node.verbatim, in_html)
            else:
                self.element(child, in_html)

    def element(self, node: Node, in_html: bool) -> None:
        if node.kind == "mark":
            self.run.append(node.text)
        elif node.kind == "raw":
            self.walk(Node("raw", children=read_spans(node.text, self.definitions)), in_html)
        elif node.kind in ("math", "formula"):
            self.formula(node)
        elif node.kind in _INSIDE_RUNS or (node.kind == "html" and node.text in _INSIDE_RUNS):
            self.run.append(_INSIDE_RUNS.get(node.kind) or _INSIDE_RUNS.get(node.text, ""))
        elif node.kind == "blank":
            self.run.append("\n")
        elif node.kind == "p" and node.transparent:
            self.walk(node, in_html)
        elif node.kind not in ("comment", "end"):
            self.apart(node, in_html)

    def apart(self, node: Node, in_html: bool) -> None:
        """An element between whose start and end runs are its own."""
        self.close()
        if node.kind == "footnote" and node.text not in self.footnotes:
            self.footnotes.append(node.text)
        if node.kind == "header" and ".no_toc" not in node.attributes:
            self.headers.append(node)
        if node.kind in ("ul", "ol") and self.contents is None and _CONTENTS.search(node.attributes):
            self.contents = len(self.runs)
        elif not _IGNORED.search(node.attributes) and not (
            node.kind == "html" and node.text in SKIPPED_BY_MATHJAX
        ):
            self.walk(node, in_html)
        self.close()

    def footnote(self, name: str) -> None:
        """A footnote at the page's end; kramdown breaks down if nothing but definitions is in it."""
        note = self.definitions.footnotes[name]
        if all(child.kind == "end" for child in note.children):
            raise BuildError(f"kramdown stops the build at the footnote [^{name}]: give it text of its own")
        self.walk(note)

    def formula(self, node: Node) -> None:
        block = node.kind == "formula"
        written = rf"\[{node.text}\]" if block else rf"\({node.text}\)"
        if _OWN_ATTRIBUTES.search(node.attributes):
            self.close()
            # In a span kramdown forgets to hide what begins like a tag.
            if block or not _TAG.search(node.text):
                self.runs.append(written if block else f"${node.text}$")
        else:
            self.run.append(written)

    def text(self, text: str, verbatim: bool, in_html: bool) -> None:
        if "&" in text:
            text = _REFERENCE.sub(lambda found: unescape(found[0]), text)
        if not in_html:
            text = text.replace("\\\n", "\n\n")
        if self.abbreviation is None or verbatim:
            self.run.append(text)
            return
        for number, part in enumerate(self.abbreviation.split(text)):
            if number:
                self.close()
            self.run.append(part)
