"""Straight quotation marks become curved ones, inside single dollars, too."""

from __future__ import annotations

import re

from generator.viewers.kramdown_nodes import Node
from generator.viewers.kramdown_patterns import SPACE
from generator.viewers.kramdown_span_reader import SpanReader

_QUOTE = re.compile(r"[^\\]?[\"']", re.DOTALL)
_PUNCTUATION = r"[!\"#$%'()*+,\-./:;<=>?@\[\\\]^_`{|}~]"
_WORD = r"[a-zA-Z0-9_]"
_OPENING = {"'": "‘", '"': "“"}
_CLOSING = {"'": "’", '"': "”"}
# The first that fits decides: what stands before, the marks, and for each mark which way it is curved.
_RULES = [
    (re.compile(r"()([\"'])(?=[_*]{1,2}[^ \t\n\r\f\v])"), (_OPENING,)),
    (re.compile(rf"()([\"'])(?={_PUNCTUATION}(?!\.\.)\B)"), (_CLOSING,)),
    (re.compile(rf"({SPACE}?)(\"')(?={_WORD})"), (_OPENING, _OPENING)),
    (re.compile(rf"({SPACE}?)('\")(?={_WORD})"), (_OPENING, _OPENING)),
    (re.compile(rf"({SPACE}?)(')(?=[0-9][0-9]s)"), (_CLOSING,)),
    (re.compile(rf"({SPACE})([\"'])(?={_WORD})"), (_OPENING,)),
    (re.compile(r"([^ \\\t\r\n\[{(-])([\"'])"), (_CLOSING,)),
    (re.compile(rf"()([\"'])(?={SPACE}|s\b|$)", re.MULTILINE), (_CLOSING,)),
    (re.compile(r"(.?)(')", re.DOTALL), (_OPENING,)),
    (re.compile(r"(.?)(\")", re.DOTALL), (_OPENING,)),
]


def quotes(reader: SpanReader) -> bool:
    """A quotation mark, with the character before it."""
    if not reader.match(_QUOTE):
        return False
    for pattern, curves in _RULES:
        if found := reader.take(pattern):
            if found[1]:
                reader.write(found[1])
            for mark, curve in zip(found[2], curves, strict=True):
                reader.add(Node("mark", curve[mark]))
            return True
    return False
