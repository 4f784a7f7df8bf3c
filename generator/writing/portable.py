"""TeX in the one spelling that Jekyll, GitHub and VS Code all show as it was meant.

Markdown reads a formula before MathJax or KaTeX does: it takes backslashes away, makes emphasis of ``*`` and
``_``, tables of ``|``. The portable form avoids every character that Markdown, kramdown or Liquid has a
say in. It is a fixed point: what is portable already comes back unchanged.
"""

from __future__ import annotations

import re

from generator.errors import GeneratorError
from generator.writing.portable_names import ENVIRONMENTS, check_macro, no_spelling
from generator.writing.portable_text import BRACED_NAMES, TEXT_MACROS, plain_text
from generator.writing.tex import Reader, Writer, tokens

_DISTANCE = re.compile(r"\s*\[\s*-?[\d.]+\s*[a-z]{2}\s*\]")

# What an author who thinks of HTML writes for a sign.
_HTML = {"&lt;": "<", "&gt;": ">", "&amp;": "&"}

# Control symbols and single characters, and how they are spelled.
_SPELLINGS = {
    "\\{": "\\lbrace", "\\}": "\\rbrace", "\\|": "\\Vert", "\\,": "\\thinspace", "\\;": "\\mkern5mu",
    "\\:": "\\mkern4mu", "\\>": "\\mkern4mu", "\\!": "\\negthinspace", "\\\\": "\\cr", "\\&": "\\And",
    "\\/": "", "\\-": "", "*": "\\ast", "<": "\\lt", ">": "\\gt", "|": "\\vert", "...": "\\ldots", "~": "\\ ",
    "\\bm": "\\boldsymbol", "\\argmax": "\\operatorname{argmax}", "\\argmin": "\\operatorname{argmin}",
    "\\coloneqq": "\\mathrel{ :}=", "\\degree": "{}^{\\circ}", "\\thickspace": "\\mkern5mu",
    "\\medspace": "\\mkern4mu", "\\dotsx": "\\dots",
}  # fmt: skip


def portable(tex: str, display: bool = False, *, lines: bool = False) -> str:
    """The formula (without its dollars) in the portable form, on one line, or on as many as it has.

    Raises:
        GeneratorError: it has no portable spelling, or is no TeX; the message says what to write instead.
    """
    for written, sign in _HTML.items():
        tex = tex.replace(written, sign)
    reader = Reader(tokens(tex), display, lines)
    writer = Writer()
    while reader.at < len(reader.tokens):
        _next(reader, writer)
    if reader.braces or reader.environments:
        left = f"\\begin{{{reader.environments[-1]}}} has no \\end" if reader.environments else "a { has no }"
        raise GeneratorError(f"TeX: {left} in {tex!r}")
    # A space at the end that was written as "\ " would take the closing dollar's meaning away.
    result = re.sub(r"(?:\s|(?<!\\)\\\s)+$", "", "".join(writer.parts))
    if not result:
        raise GeneratorError("TeX: the formula is empty")
    return result


def _next(reader: Reader, writer: Writer) -> None:
    token = reader.take()
    if token.isspace():
        writer.put("\n" if reader.lines and "\n" in token else " ")
    elif token.startswith("\\") and token[1:].isalpha() and token.isascii():
        _macro(token, reader, writer)
    elif token.startswith("'"):
        _primes(len(token), reader, writer)
    elif token == "_":
        _subscript(reader, writer)
    elif token in "{}":
        _brace(token, reader, writer)
    else:
        _symbol(token, reader, writer)


def _symbol(token: str, reader: Reader, writer: Writer) -> None:
    if token == "\\\\":
        _line_end(reader)
    if token[0] == "\\" and token[1:].isspace():
        token = "\\ "
    no_spelling(token)
    if token.startswith("--"):
        writer.put(" ".join(token))
    elif token == "&":
        writer.put("&")
        # "&lt" and the like are HTML: kramdown and GitHub would make a character of it.
        if reader.peek()[:1].isalpha() or reader.peek() == "#":
            writer.put(" ")
    else:
        writer.put(_SPELLINGS.get(token, token))


def _line_end(reader: Reader) -> None:
    if not reader.environments and not reader.braces:
        raise GeneratorError(
            r"TeX: \\ outside an environment has no portable spelling; write \begin{aligned}…\end{aligned}, "
            "and before a macro one backslash"
        )
    if reader.peek() == "*":
        reader.take()
    if _DISTANCE.match("".join(reader.tokens[reader.at : reader.at + 12])):
        raise GeneratorError(r"TeX: \\[…] has no portable spelling; write \\ without a distance")


def _brace(token: str, reader: Reader, writer: Writer) -> None:
    reader.braces += 1 if token == "{" else -1
    if reader.braces < 0:
        raise GeneratorError("TeX: a } has no {")
    writer.put(token)


def _subscript(reader: Reader, writer: Writer) -> None:
    writer.put("_")
    before = "".join(writer.parts[-2:-1])[-1:]
    if not before.isalpha():
        writer.put(" ")
        reader.skip_space()


def _primes(count: int, reader: Reader, writer: Writer) -> None:
    """``f''`` as a superscript, together with a superscript that follows: TeX allows one only."""
    primes = "\\prime" * count
    mark = reader.at
    reader.skip_space()
    if reader.peek() != "^":
        reader.at = mark
        writer.put(f"^{{{primes}}}")
        return
    reader.take()
    reader.skip_space()
    inside = reader.group() if reader.peek() == "{" else reader.take()
    writer.put(f"^{{{primes} {portable(inside, reader.display)}}}")


def _macro(token: str, reader: Reader, writer: Writer) -> None:
    name = token[1:]
    if name in ("begin", "end"):
        _environment(name, reader, writer)
    elif name in TEXT_MACROS:
        writer.put(f"{token}{{{plain_text(reader.group())}}}")
    elif name == "tag" and not reader.display:
        raise GeneratorError(
            r"TeX: \tag stands in display formulas only; write the number beside the formula"
        )
    elif name == "operatorname" and reader.peek() == "*":
        reader.take()
        writer.put(f"\\mathop{{\\operatorname{{{portable(reader.group())}}}}}\\limits")
    elif name in BRACED_NAMES:
        writer.put(f"{token}{{{reader.group().strip()}}}")
    else:
        check_macro(token, reader.peek())
        writer.put(_SPELLINGS.get(token, token))


def _environment(side: str, reader: Reader, writer: Writer) -> None:
    name = reader.group().strip()
    if name in ("equation", "equation*") and reader.display:
        return  # What stands between double dollars is one already.
    known = ENVIRONMENTS.get(name)
    if known is None:
        names = ", ".join(sorted(set(ENVIRONMENTS.values())))
        raise GeneratorError(f"TeX: not every viewer knows the environment {name!r}; use {names}")
    if side == "begin":
        reader.environments.append(known)
    elif not reader.environments or reader.environments.pop() != known:
        raise GeneratorError(f"TeX: \\end{{{name}}} has no \\begin{{{name}}}")
    writer.put(f"\\{side}{{{known}}}")
    if side == "begin" and known in ("array", "alignedat", "alignat", "subarray"):
        columns = reader.group().replace(" ", "")
        if not re.fullmatch(r"[lcr]+|\d+", columns):
            raise GeneratorError(
                f"TeX: the columns {columns!r} have no portable spelling; use l, c and r alone"
            )
        writer.put(f"{{{columns}}}")
