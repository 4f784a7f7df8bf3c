"""What ``generator check --explain`` tells."""

from __future__ import annotations

import textwrap

from generator.checking.registry import Check, checks, codes, plain
from generator.errors import UnknownNameError
from generator.suggest import instead

ALL = "generator check --explain"
_WIDTH = 100
_LOOKS_AT = {"find": "a post", "look": "a Jekyll site, with --site", "check": "the project"}


def listed() -> str:
    """Every check with its first sentence, one a line."""
    width = max(map(len, codes()))
    return "\n".join(f"{check.code:{width}}  {check.summary}" for check in checks())


def explained(code: str) -> str:
    """A check in the words of its docstring, and how to leave it out.

    Raises:
        UnknownNameError: there is no such check.
    """
    for check in checks():
        if check.code == code:
            ending = f"Looks at {_LOOKS_AT[check.kind]}. {_ways_off(check)}"
            return "\n\n".join([code, *map(_filled, [*check.docstring.strip().split("\n\n"), ending])])
    raise UnknownNameError(f"there is no check {code!r}; {instead(code, codes(), ALL)}")


def _filled(paragraph: str) -> str:
    """A paragraph in lines of one length; examples, which are indented, stay as they are."""
    if paragraph.startswith(" "):
        return paragraph
    words = " ".join(plain(paragraph).split())
    return textwrap.fill(words, _WIDTH, break_long_words=False, break_on_hyphens=False)


def _ways_off(check: Check) -> str:
    ways = [f"--off {check.code}", f'off = ["{check.code}"] in [tool.generator.check]']
    if check.kind != "check":
        ways.append(f"<!-- check: off {check.code}: reason --> in the post")
    return f"Leave it out with {', '.join(ways[:-1])} or {ways[-1]}."
