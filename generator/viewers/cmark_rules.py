"""Where GitHub's reader of Markdown departs from markdown-it: tildes, bare addresses, signs that are no letters."""

from __future__ import annotations

import re
import unicodedata

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter

_PROTOCOL = re.compile(r"(?<![A-Za-z])(?:https?|ftp)\Z", re.IGNORECASE)
_REST = re.compile(r"://(?=[^\W_])[^\s<]+")
_ENTITY = re.compile(r"&[A-Za-z]+;\Z")
# Characters for private use, which Markdown takes for letters.
_PRIVATE = 0xF0000


def add_departures(reader: MarkdownIt) -> None:
    """Teach a markdown-it reader the rules."""
    reader.inline.ruler.at("strikethrough", _tildes)
    reader.inline.ruler.before("gfm_autolink_protocol", "bare_address", _address)


def signs(text: str) -> dict[int, int]:
    """A letter for each sign in the text that is no ASCII, such as → or ×.

    Newer readers take signs for punctuation, beside which emphasis begins and ends by other rules.
    """
    found = sorted({sign for sign in text if sign > "\x7f" and unicodedata.category(sign)[0] == "S"})
    return {ord(sign): _PRIVATE + place for place, sign in enumerate(found)}


def _tildes(state: StateInline, silent: bool) -> bool:
    """One or two tildes strike through; by their number the rule of three holds for them as for asterisks."""
    if silent or state.src[state.pos] != "~":
        return False
    run = state.scanDelims(state.pos, True)
    state.push("text", "", 0).content = "~" * run.length
    state.pos += run.length
    if run.length <= 2:
        place = len(state.tokens) - 1
        mark = Delimiter(ord("~"), run.length, place, end=-1, open=run.can_open, close=run.can_close)
        state.delimiters.append(mark)
    return True


def _address(state: StateInline, silent: bool) -> bool:
    """``https://…`` behind anything but an ASCII letter is a link, whatever stands in it."""
    protocol = _PROTOCOL.search(state.pending)
    rest = _REST.match(state.src, state.pos, state.posMax)
    if silent or state.linkLevel or not protocol or not rest:
        return False
    address = _without_its_end(rest.group())
    state.pending = state.pending[: protocol.start()]
    state.push("link_open", "a", 1)
    state.push("text", "", 0).content = protocol.group() + address
    state.push("link_close", "a", -1)
    state.pos += len(address)
    return True


def _without_its_end(address: str) -> str:
    """Punctuation behind an address belongs to the sentence, and a bracket that the address did not open."""
    while True:
        shorter = address.rstrip("?!.,:*_~'\"")
        if shorter.endswith(")") and shorter.count("(") < shorter.count(")"):
            shorter = shorter[:-1]
        elif shorter.endswith(";"):
            shorter = _ENTITY.sub("", shorter) if _ENTITY.search(shorter) else shorter[:-1]
        if shorter == address:
            return address
        address = shorter
