"""Which macros and environments both MathJax (tex-chtml) and KaTeX know, and which signs nobody can spell."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache

from generator.errors import GeneratorError
from generator.viewers.engines import knowledge

# Inside dollars an environment without a number looks like its starred form.
ENVIRONMENTS = {
    "aligned": "aligned", "alignedat": "alignedat", "array": "array", "cases": "cases",
    "gathered": "gathered", "smallmatrix": "smallmatrix", "split": "split", "subarray": "subarray",
    **{f"{kind}matrix": f"{kind}matrix" for kind in ("", "p", "b", "B", "v", "V")},
    "align": "align", "align*": "aligned", "gather": "gather", "gather*": "gathered", "alignat": "alignat",
    "alignat*": "alignedat",
}  # fmt: skip

_REPLACED = frozenset({"bm", "argmax", "argmin", "coloneqq", "degree", "thickspace", "medspace", "dotsx"})

# What to write instead of a macro that has no replacement that would always be right.
_ADVICE = {
    "rm": r"\mathrm{…}", "bf": r"\mathbf{…}", "it": r"\mathit{…}", "sf": r"\mathsf{…}", "tt": r"\mathtt{…}",
    "cal": r"\mathcal{…}", "label": r"\tag{1} and the number in the words", "eqref": "(1)", "ref": "1",
    "newcommand": "the macro's meaning each time", "renewcommand": "the macro's meaning each time",
    "def": "the macro's meaning each time", "mbox": r"\text{…}",
    "newline": r"\begin{aligned} … \\ … \end{aligned}", "lparen": "(", "rparen": ")",
    "footnotesize": r"\small", "hspace*": r"\hspace{…}", "tag*": r"\tag{…}",
    "Set": r"\lbrace … \rbrace", "set": r"\lbrace … \rbrace", "bra": r"\langle … \vert",
    "ket": r"\vert … \rangle",
    "mathds": r"\mathbb{…}", "mathbbm": r"\mathbb{…}", "E": r"\mathbb{E}", "norm": r"\lVert … \rVert",
    "abs": r"\lvert … \rvert", "grad": r"\nabla", "dd": r"\mathrm{d}", "defeq": r"\mathrel{ :}=",
    "coloneq": r"\mathrel{ :}=", "displaylines": r"\begin{gathered} … \end{gathered}",
    "eqalign": r"\begin{aligned} … \end{aligned}", "llbracket": r"\lbrack\lbrack", "textsc": r"\text{…}",
    **{name: rf"\operatorname{{{name}}}" for name in (
        "softmax", "relu", "ReLU", "sigmoid", "KL", "Var", "Cov", "diag", "tr", "sgn", "sign", "rank", "MSE"
    )},
    "R": r"\mathbb{R}", "N": r"\mathbb{N}", "Z": r"\mathbb{Z}", "empty": r"\emptyset",
}  # fmt: skip

_SIGNS = {
    "\\%": r"put the percent sign outside the formula: $98.7$ %",
    "\\#": r"write \sharp, or the words",
    "\\_": r"write the name as code outside the formula, or with a hyphen in \text{…}",
    "\\$": "put the price outside the formula: <span>$</span>5",
    "$": "a formula holds no dollars; leave them out",
    "#": r"write \sharp, or the words",
    '"': r"write quotes inside \text{…}",
    "`": r"write \text{‘}",
    "\\": "the formula ends in a backslash; take it away",
}


# Both know these, but as definitions, by way of a package, or to each its own way.
_NOT_ALIKE = frozenset(
    {
        "Bra", "Braket", "Ket", "braket", "colorbox", "fcolorbox", "hdashline", "href", "let", "mathchoice",
        "restriction", "space", "verb", "xlongequal", "xmapsto", "xtofrom", "xtwoheadleftarrow",
        "xtwoheadrightarrow",
    }
)  # fmt: skip


# Names that are less alike are no slips of the pen.
_CLOSE = 0.75


@cache
def macros() -> frozenset[str]:
    """Names of macros that typeset in MathJax 3 with tex-chtml's packages and in KaTeX 0.16 alike."""
    both = knowledge("mathjax").macros & knowledge("katex").macros
    return both - _ADVICE.keys() - _NOT_ALIKE


def check_macro(token: str, following: str) -> None:
    """Raise GeneratorError where not every viewer knows the macro."""
    name = token[1:]
    starred = name + "*" if following == "*" and name + "*" in _ADVICE else ""
    if not starred and (name in macros() or name in _REPLACED):
        return
    advice = _ADVICE.get(starred or name)
    if advice is None:
        close = get_close_matches(name, macros(), n=3, cutoff=_CLOSE)
        advice = " or ".join([*("\\" + match for match in close), "what it stands for"])
    raise GeneratorError(f"TeX: not every viewer knows \\{starred or name}; write {advice}")


def no_spelling(token: str) -> None:
    """Raise GeneratorError for a sign that survives in no spelling."""
    if token in _SIGNS:
        raise GeneratorError(f"TeX: {token} has no portable spelling; {_SIGNS[token]}")
    if token in ("\\(", "\\)", "\\[", "\\]"):
        raise GeneratorError(f"TeX: {token} is a delimiter, and a formula holds none; leave it out")
    if len(token) == 2 and token[0] == "\\" and not token[1].isspace() and token[1] not in "{}|,;:>!\\&/-":
        raise GeneratorError(
            f"TeX: {token} has no portable spelling; write the accented letter or a named macro"
        )
