"""What the lines look like that begin and end kramdown's blocks (with the changes of its GFM parser).

Blocks begin where a pattern is matched, so that patterns have no ``^`` in front. White space is ASCII's, as
in Ruby.
"""

from __future__ import annotations

import re

from generator.viewers.html_elements import SPAN_ELEMENTS

SPACE = r"[ \t\n\r\f\v]"
NAME = r"[^\W\d][\w\-.]*(?::[^\W\d][\w\-.]*)?"
ID = r"[a-zA-Z0-9_][a-zA-Z0-9_-]*"
ATTRIBUTES = r"(?:\\\}|[^}])"

COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
INSTRUCTION = re.compile(r"<\?.*?\?>", re.DOTALL)
OPEN_TAG = re.compile(
    rf"<((?>{NAME})){SPACE}*"
    rf"((?>{SPACE}+{NAME}(?:{SPACE}*={SPACE}*(?:\w+|(\"|').*?\3))?)*){SPACE}*(/)?>",
    re.DOTALL,
)
CLOSE_TAG = re.compile(rf"</({NAME}){SPACE}*>")
ENTITY = re.compile(r"&(?:([a-zA-Z0-9_:][-a-zA-Z0-9_.:]*)|#([0-9]+)|#x([0-9a-fA-F]+));")

_INLINE = "|".join(sorted(SPAN_ELEMENTS | {"script"}))
_TAG = rf"<(?:/(?!(?:{_INLINE})\b){NAME}{SPACE}*>|(?!(?:{_INLINE})\b){NAME})"
_BLOCK_TAG = rf" {{0,3}}{_TAG}"
_LINE_ATTRIBUTES = rf"\{{:(?![:/]){ATTRIBUTES}+\}}{SPACE}*?\n"
_BLANK = rf"(?>{SPACE}*\n)"
_END_OF_BLOCK = rf"\^{SPACE}*?\n"
_TAIL = r"[\t| ].*?\n"
_HEADER = r"#{1,6}[\t ]+.*\n"
_LIST = rf" {{0,3}}(?:[+*-]|[0-9]+\.){_TAIL}"
_DEFINITION = rf" {{0,3}}:{_TAIL}"
_QUOTE = r" {0,3}> ?"
_FENCE = r" {0,3}[~`]{3,}"

BLANK = re.compile(_BLANK)
END_OF_BLOCK = re.compile(_END_OF_BLOCK)
LINE_ATTRIBUTES = re.compile(rf" {{0,3}}\{{:(?![:/])({ATTRIBUTES}+)\}}{SPACE}*?\n")
BOUNDARY = re.compile(rf"{_BLANK}|{_END_OF_BLOCK}| {{0,3}}{_LINE_ATTRIBUTES}|\n?\Z")
# No lazy line of a quotation, a list or indented code looks like this.
LAZY_END = re.compile(rf"{_BLANK}| {{0,3}}{_LINE_ATTRIBUTES}|{_END_OF_BLOCK}|{_BLOCK_TAG}|\n?\Z")
PARAGRAPH_END = re.compile(rf"{LAZY_END.pattern}|{_LIST}|{_HEADER}|{_DEFINITION}|{_QUOTE}|{_FENCE}")
CODE_LINE = re.compile(r"(?:\t| {4})[ \t]*[^ \t\n\r\f\v].*\n")
CODE_STOP = re.compile(rf" {{0,3}}{_LINE_ATTRIBUTES}|{_END_OF_BLOCK}|{_BLOCK_TAG}")
INDENT = re.compile(r"^(?:\t| {4})", re.MULTILINE)
LIST_START = re.compile(_LIST)
DEFINITION_START = re.compile(_DEFINITION)
QUOTE_START = re.compile(rf"^{_QUOTE}", re.MULTILINE)
RULE = re.compile(r" {0,3}([*_-])[ \t]*\1[ \t]*\1(?:\1|[ \t])*\n")
FENCED_CODE = re.compile(
    r" {0,3}(([~`]){3,})\s*?(?:\S+?(?:\?\S*)?)?\s*?\n.*?^ {0,3}\1\2*\s*?\n",
    re.DOTALL | re.MULTILINE | re.ASCII,
)
NO_LAZY_LINE = [re.compile(rf" {{0,{width}}}(?:{_LINE_ATTRIBUTES}|{_TAG})") for width in range(4)]
ITEM_ATTRIBUTES = re.compile(rf"{SPACE}*\{{:(?!(?:{ID})?:|/)({ATTRIBUTES}+)\}}{SPACE}*")


def line_end(text: str, place: int) -> int:
    """Where the line at ``place`` ends, its line break included."""
    end = text.find("\n", place)
    return len(text) if end < 0 else end + 1


def stripped(text: str) -> str:
    """The text without white space at both ends, as Ruby strips it."""
    return text.strip(" \t\n\r\f\v\0")


def code_end(text: str, place: int) -> int:
    """Where indented code that starts at ``place`` ends, lazy lines included; ``place`` if there is none."""
    end = place
    while True:
        start = end
        while blank := BLANK.match(text, start):
            start = blank.end()
        if not CODE_LINE.match(text, start):
            return end
        end = start
        while (code := CODE_LINE.match(text, end)) or (
            end < len(text) and not BLANK.match(text, end) and not CODE_STOP.match(text, end)
        ):
            end = code.end() if code else line_end(text, end)
