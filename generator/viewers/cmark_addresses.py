"""Bare addresses as GitHub links them: behind anything but an ASCII letter, whatever stands in them."""

from __future__ import annotations

import re

from markdown_it.rules_inline import StateInline

_PROTOCOL = re.compile(r"(?<![A-Za-z])(?:https?|ftp)\Z", re.IGNORECASE)
# The letters of "https", and the one before them.
_LONGEST = 6
_REST = re.compile(r"://(?=[^\W_])[^\s<]+")
_ENTITY = re.compile(r"&[A-Za-z]+;\Z")


def address(state: StateInline, silent: bool) -> bool:
    """The rule for ``https://…``."""
    rest = _REST.match(state.src, state.pos, state.posMax)
    protocol = _PROTOCOL.search(state.pending[-_LONGEST:]) if rest else None
    if silent or state.linkLevel or not protocol or not rest:
        return False
    address = _without_its_end(rest.group())
    state.pending = state.pending.removesuffix(protocol.group())
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
