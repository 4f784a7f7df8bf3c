"""What ``generator check --explain`` tells."""

from __future__ import annotations

from generator.checking.registry import Check, checks, codes
from generator.errors import GeneratorError
from generator.suggest import instead

_LOOKS_AT = {"find": "a post", "look": "a Jekyll site, with --site", "check": "the project"}


def listed() -> str:
    """Every check with its first sentence, one a line."""
    width = max(map(len, codes()))
    return "\n".join(f"{check.code:{width}}  {check.summary}" for check in checks())


def explained(code: str) -> str:
    """A check in the words of its docstring, and how to leave it out.

    Raises:
        GeneratorError: there is no such check.
    """
    for check in checks():
        if check.code == code:
            return f"{code}\n\n{check.docstring}\n\nLooks at {_LOOKS_AT[check.kind]}. {_ways_off(check)}"
    raise GeneratorError(f"there is no check {code!r}; {instead(code, codes())}")


def _ways_off(check: Check) -> str:
    ways = [f"--off {check.code}", f'off = ["{check.code}"] in [tool.generator.check]']
    if check.kind != "check":
        ways.append(f"<!-- check: off {check.code}: reason --> in the post")
    return f"Leave it out with {', '.join(ways[:-1])} or {ways[-1]}."
