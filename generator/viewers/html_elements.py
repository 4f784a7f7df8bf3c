"""HTML's elements as kramdown sorts them."""

from __future__ import annotations

# What may stand in running text, and what makes a block of its own; some are neither.
SPAN_ELEMENTS = frozenset((
    "a", "abbr", "acronym", "b", "bdo", "big", "br", "button", "cite", "code", "del", "dfn", "em", "i",
    "img", "input", "ins", "kbd", "label", "mark", "option", "q", "rb", "rbc", "rp", "rt", "rtc", "ruby",
    "samp", "select", "small", "span", "strong", "sub", "sup", "tt", "u", "var",
))  # fmt: skip
BLOCK_ELEMENTS = frozenset((
    "address", "applet", "article", "aside", "blockquote", "body", "caption", "col", "colgroup", "dd",
    "div", "dl", "dt", "fieldset", "figcaption", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "head", "header", "hgroup", "hr", "html", "iframe", "legend", "li", "main", "map", "menu", "nav",
    "ol", "optgroup", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead",
    "tr", "ul",
))  # fmt: skip
EMPTY_ELEMENTS = frozenset((
    "area", "base", "br", "col", "command", "embed", "hr", "img", "input", "keygen", "link", "meta",
    "param", "source", "track", "wbr",
))  # fmt: skip
# In which Markdown is read, if it is at all: as blocks, or as running text. In all others it never is.
BLOCK_CONTENT = frozenset((
    "address", "applet", "article", "aside", "blockquote", "body", "dd", "details", "div", "dl",
    "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup", "iframe", "li", "main",
    "map", "menu", "nav", "noscript", "object", "section", "summary", "td",
))  # fmt: skip
SPAN_CONTENT = frozenset((
    "a", "abbr", "acronym", "b", "bdo", "big", "button", "caption", "cite", "del", "dfn", "dt", "em",
    "h1", "h2", "h3", "h4", "h5", "h6", "i", "ins", "label", "legend", "optgroup", "p", "q", "rb", "rbc",
    "rp", "rt", "rtc", "ruby", "select", "small", "span", "strong", "sub", "sup", "th", "tt",
))  # fmt: skip
_VERBATIM = frozenset((
    "code", "kbd", "math", "option", "pre", "samp", "script", "style", "textarea", "var",
))  # fmt: skip
KNOWN_ELEMENTS = SPAN_ELEMENTS | BLOCK_ELEMENTS | EMPTY_ELEMENTS | BLOCK_CONTENT | SPAN_CONTENT | _VERBATIM
# What MathJax does not look into.
SKIPPED_BY_MATHJAX = frozenset((
    "annotation", "annotation-xml", "code", "noscript", "pre", "script", "style", "textarea",
))  # fmt: skip
