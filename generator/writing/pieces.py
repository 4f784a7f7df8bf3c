"""Formulas and blocks on their way into a post, with the rules of where they may stand.

While a template is filled, each carries the line that made it between three characters that no text holds
(Unicode's noncharacters). ``settle`` takes them out again, checks what stands beside each formula, and gives
each block its blank lines.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

from generator.errors import GeneratorError

_OPEN_INLINE, _OPEN_BLOCK, _MIDDLE, _END = "\ufdd0", "\ufdd1", "\ufdd2", "\ufdd3"

Kind = Literal["display", "figure", "summary"]

INLINE = re.compile(f"{_OPEN_INLINE}[0-9]+{_MIDDLE}[^{_END}]*{_END}")
_INLINE_PARTS = re.compile(f"{_OPEN_INLINE}([0-9]+){_MIDDLE}([^{_END}]*){_END}")
_BLOCK_PARTS = re.compile(f"{_OPEN_BLOCK}([0-9]+){_MIDDLE}([a-z]+):(.*?){_END}{_OPEN_BLOCK}", re.DOTALL)
# After these every viewer finds a dollar: after the others Markdown makes a new piece of text.
_OPENERS = "\n (*~|>"
_QUOTE = re.compile(r"(?:> ?)*")


def inline(text: str, line: int) -> str:
    """A formula in the running text."""
    return f"{_OPEN_INLINE}{line}{_MIDDLE}{text}{_END}"


def block(kind: Kind, text: str, line: int) -> str:
    """What stands in a paragraph of its own."""
    return f"{_OPEN_BLOCK}{line}{_MIDDLE}{kind}:{text}{_END}{_OPEN_BLOCK}"


def bare(text: str) -> str:
    """The text with its formulas as they will stand in the post."""
    return _INLINE_PARTS.sub(r"\2", text)


def masked(text: str) -> str:
    """The text with letters in the place of formulas and blocks that are made already; offsets stay."""
    for pattern in (_BLOCK_PARTS, _INLINE_PARTS):
        text = pattern.sub(lambda found: re.sub(r"[^\n]", "x", found.group()), text)
    return text


def settle(text: str, file: Path) -> str:
    """The post's text with every piece in its place.

    Raises:
        GeneratorError: a formula touches what it must not touch, or a block shares its line.
    """
    return _settle_inline(_settle_blocks(text, file), file)


def _settle_blocks(text: str, file: Path) -> str:
    parts: list[str] = []
    end = 0
    for found in _BLOCK_PARTS.finditer(text):
        line, kind, inside = int(found[1]), found[2], found[3]
        parts.append(text[end : found.start()])
        before = "".join(parts)
        prefix = before[before.rfind("\n") + 1 :]
        rest = text[found.end() :].partition("\n")[0]
        _check_alone(kind, prefix, rest, file, line)
        above = before[: len(before) - len(prefix)]
        if not _follows_blank(above):
            parts = [above, f"{prefix.rstrip()}\n{prefix}"]
        parts.append(inside.replace("\n", f"\n{prefix}"))
        # Spaces after a closing $$ make VS Code swallow the rest of the post.
        end = found.end() + len(rest)
        following = text[end + 1 :].partition("\n")[0]
        if not _is_blank(following):
            parts.append(f"\n{prefix.rstrip()}")
    return "".join([*parts, text[end:]])


def _follows_blank(before: str) -> bool:
    return not before or _is_blank(before[:-1].rpartition("\n")[2])


def _is_blank(line: str) -> bool:
    return not line.replace(">", "").strip()


def _check_alone(kind: str, prefix: str, rest: str, file: Path, line: int) -> None:
    if rest.strip() or not (_QUOTE.fullmatch(prefix) or prefix.isspace()):
        beside = rest.strip() or prefix.strip()
        raise GeneratorError(
            f"a {kind} stands on a line of its own, and here is {beside[:40]!r} beside it",
            file=file,
            line=line,
        )
    if prefix.isspace() and kind == "display":
        raise GeneratorError(
            "a display formula cannot stand in a list; end the list before it and take the spaces away",
            file=file,
            line=line,
        )


def _settle_inline(text: str, file: Path) -> str:
    for found in _INLINE_PARTS.finditer(text):
        before, after = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
        if before not in _OPENERS and before:
            hint = "put a space between" if before.isalnum() else "put a space or a parenthesis there"
            raise GeneratorError(
                f"{before!r} stands right before a formula; {hint}", file=file, line=int(found[1])
            )
        if re.fullmatch(rf"[A-Za-z0-9_${_OPEN_INLINE}]", after):
            shown = "another formula" if after in (_OPEN_INLINE, "$") else repr(after)
            raise GeneratorError(
                f"{shown} stands right after a formula; put a space between", file=file, line=int(found[1])
            )
    return _INLINE_PARTS.sub(r"\2", text)
