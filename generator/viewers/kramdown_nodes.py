"""The parts of a document as kramdown sees them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field


@dataclass(slots=True)
class Node:
    """A part of the document; kramdown hangs attributes and children on it after it was made.

    ``kind`` is "text", "raw" (text that still has to be read as spans), "mark" (characters that were written
    otherwise), "math" and "formula" (in a line and in a block), "html", or the name of what it is.
    ``attributes`` is the text in ``{: … }``.
    """

    kind: str
    text: str = ""
    children: list[Node] = field(default_factory=list)
    attributes: str = ""
    transparent: bool = False  # a paragraph without an element of its own, in a tight list
    verbatim: bool = False  # an HTML element in which Markdown is not read


@dataclass
class Definitions:
    """What a document defines for all of its text."""

    footnotes: dict[str, Node] = field(default_factory=dict)
    links: set[str] = field(default_factory=set)
    abbreviations: list[str] = field(default_factory=list)


def write(node: Node, text: str, kind: str = "text") -> None:
    """Add text to a node, to its last child if that is text, too."""
    if node.children and node.children[-1].kind == kind:
        node.children[-1].text += text
    elif text:
        node.children.append(Node(kind, text))


def link_name(text: str) -> str:
    """The name under which a link's definition is kept."""
    return re.sub(r"[ \t\n\r\f\v]+", " ", text).lower()
