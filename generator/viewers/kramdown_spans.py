"""A paragraph's spans, as kramdown reads them: what becomes of each sign in running text."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from html.entities import name2codepoint

from generator.viewers.kramdown_emphasis import emphasis, strike
from generator.viewers.kramdown_links import footnote_mark, link
from generator.viewers.kramdown_nodes import Definitions, Node
from generator.viewers.kramdown_patterns import ENTITY, stripped
from generator.viewers.kramdown_quotes import quotes
from generator.viewers.kramdown_span_html import autolink, element, extension
from generator.viewers.kramdown_span_reader import Grammar, SpanReader

_TICKS = re.compile(r"`+")
_FORMULA = re.compile(r"\$\$(.*?)\$\$", re.DOTALL)
_ESCAPED = re.compile(r"\\([\\.*_+`<>()\[\]{}#!:|\"'$=~-])")
_LINE_BREAK = re.compile(r"(?:  |\\\\)(?=\n)")
_SYMBOL = re.compile(r"---|--|\.\.\.|\\<<|\\>>|<< | >>|<<|>>")
_SYMBOLS = {
    "---": "—",
    "--": "–",
    "...": "…",
    r"\<<": "<<",
    r"\>>": ">>",
    "<< ": "«\xa0",
    " >>": "\xa0»",
    "<<": "«",
    ">>": "»",
}
_ENTITY_NAMES = frozenset(name2codepoint) | {"apos", "vellip"}
Handler = Callable[[SpanReader], bool]


def read_spans(text: str, definitions: Definitions) -> list[Node]:
    """The spans of a block's text."""
    root = Node("raw")
    SpanReader(text, SPANS, definitions).read(root)
    return root.children


def code_span(reader: SpanReader) -> bool:
    """Code between backticks."""
    before = reader.before()
    ticks = reader.take(_TICKS)
    if not ticks:
        return False
    if (
        len(ticks[0]) == 1
        and (not before or before in " \t\n\r\f\v")
        and reader.text[reader.place :][:1].isspace()
    ):
        return reader.write("`")
    end = reader.text.find(ticks[0], reader.place)
    if end < 0:
        return reader.write(ticks[0])
    content = reader.text[reader.place : end]
    reader.place = end + len(ticks[0])
    if len(ticks[0]) > 1:
        content = content.removeprefix(" ").removesuffix(" ")
    return reader.add(Node("code", content))


def _formula(reader: SpanReader) -> bool:
    if found := reader.take(_FORMULA):
        return reader.add(Node("math", stripped(found[1])))
    return False


def _entity(reader: SpanReader) -> bool:
    found = reader.take(ENTITY)
    if not found:
        return False
    if found[1] and found[1] not in _ENTITY_NAMES:
        return reader.add(Node("mark", "&")) and reader.write(found[0][1:])
    return reader.add(Node("mark", "⋮" if found[1] == "vellip" else unescape(found[0])))


def _symbol(reader: SpanReader) -> bool:
    if found := reader.take(_SYMBOL):
        return reader.add(Node("mark", _SYMBOLS[found[0]]))
    return False


def _line_break(reader: SpanReader) -> bool:
    return bool(reader.take(_LINE_BREAK)) and reader.add(Node("br"))


def _escaped(reader: SpanReader) -> bool:
    if found := reader.take(_ESCAPED):
        return reader.write(found[1])
    return False


def _grammar() -> Grammar:
    first: dict[str, tuple[Handler, ...]] = {
        "*": (emphasis,),
        "_": (emphasis,),
        "`": (code_span,),
        "<": (autolink, element),
        "[": (footnote_mark, link),
        "!": (link,),
    }
    second: dict[str, tuple[Handler, ...]] = {
        "$": (_formula,),
        "{": (extension,),
        "&": (_entity,),
        "-": (_symbol,),
        ".": (_symbol,),
        "<": (_symbol,),
        ">": (_symbol,),
        " ": (_symbol, _line_break),
        "\\": (_symbol, _line_break, _escaped),
        "~": (strike,),
    }
    handlers = {sign: (*first.get(sign, ()), quotes, *second.get(sign, ())) for sign in first | second}
    start = re.compile(r"[*_`<\[$&\\]|!\[|[^\\]?[\"']|\{:|--|\.\.\.|(?: )?>>| <<|  (?=\n)|~~")
    return Grammar(start, handlers, (quotes,))


SPANS = _grammar()
CODE = Grammar(_TICKS, {"`": (code_span,)})
CODE_AND_HTML = Grammar(re.compile("[`<]"), {"`": (code_span,), "<": (element,)})
