"""Every HTML element that is opened is closed.

kramdown takes all that follows an open ``<p>`` or ``<div>`` for its inside, where Markdown is no longer read;
browsers make the rest of the page bold, centred or hidden.

Bad:

    <details>
    <summary>Answer</summary>

    It is 5.

Good:

    <details>
    <summary>Answer</summary>

    It is 5.

    </details>
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from generator.checking.document import Document
from generator.checking.elements import VOID, Tag
from generator.checking.fault import Edit, Fault

_ELEMENTS = frozenset({
    "a", "abbr", "address", "article", "aside", "audio", "b", "bdi", "bdo", "big", "blockquote", "body",
    "button", "canvas", "caption", "center", "cite", "code", "colgroup", "data", "datalist", "dd",
    "del", "details", "dfn", "dialog", "div", "dl", "dt", "em", "fieldset", "figcaption", "figure",
    "font", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup", "html",
    "i", "iframe", "ins", "kbd", "label", "legend", "li", "main", "map", "mark", "math", "menu",
    "meter", "nav", "noscript", "object", "ol", "optgroup", "option", "output", "p", "picture", "pre",
    "progress", "q", "rp", "rt", "ruby", "s", "samp", "script", "search", "section", "select", "slot",
    "small", "span", "strike", "strong", "style", "sub", "summary", "sup", "svg", "table", "tbody",
    "td", "template", "textarea", "tfoot", "th", "thead", "time", "title", "tr", "tt", "u", "ul", "var",
    "video",
})  # fmt: skip


def find(document: Document) -> Iterator[Fault]:
    """A fault for every tag without its end, and for every tag without its partner."""
    open_tags: list[Tag] = []
    for tag in document.tags:
        if not tag.whole and tag.name in _ELEMENTS | VOID:
            yield _broken(document, tag)
        if tag.closing and tag.name not in VOID:
            yield from _closed(document, tag, open_tags)
        elif tag.closing and tag.name != "br":
            message = f"</{tag.name}> closes nothing, because <{tag.name}> has no inside; take it out"
            yield Fault(tag.start, tag.end, message, (Edit(tag.start, tag.end, ""),))
        elif not tag.alone and (tag.whole or tag.name in _ELEMENTS):
            open_tags.append(tag)
    for tag in open_tags:
        yield from _unclosed(document, tag)


def _broken(document: Document, tag: Tag) -> Fault:
    written = document.words[tag.start : tag.end].rstrip()
    if sum(tag.inside.count(sign) for sign in "\"'") % 2:
        message = f"a quotation mark is missing in {_short(written)}; type it before the >"
        return Fault(tag.start, tag.end, message)
    end = tag.start + len(written)
    return Fault(tag.start, end, f"{_short(written)} has no end; type > behind it", (Edit(end, end, ">"),))


def _closed(document: Document, tag: Tag, open_tags: list[Tag]) -> Iterator[Fault]:
    """Take the element off that a closing tag closes, and tell of those within that were left open."""
    names = [each.name for each in open_tags]
    if tag.name in names:
        while (inner := open_tags.pop()).name != tag.name:
            yield from _unclosed(document, inner)
    elif names and get_close_matches(tag.name, names[-1:], cutoff=0.75):
        meant = f"</{open_tags.pop().name}>"
        message = f"</{tag.name}> closes nothing; did you mean {meant}?"
        yield Fault(tag.start, tag.end, message, (Edit(tag.start, tag.end, meant),))
    else:
        yield Fault(tag.start, tag.end, f"</{tag.name}> closes nothing that is open here; take it out")


def _unclosed(document: Document, tag: Tag) -> Iterator[Fault]:
    if not tag.whole:
        return
    written = document.text[tag.start : tag.end]
    message = f"{written} is taken for HTML and not shown; type `{written}`, or &lt; for <"
    # In a<b and c>d the letter is a variable.
    compares = len(tag.name) == 1 and tag.inside.strip() and "=" not in tag.inside
    if tag.name in _ELEMENTS and not compares:
        message = f"<{tag.name}> is never closed; type </{tag.name}> where it ends"
    yield Fault(tag.start, tag.end, message)


def _short(written: str) -> str:
    return written if len(written) <= 40 else f"{written[:37]}…"
