"""The macros and signs that expressions are written with."""

from __future__ import annotations

TIMES = frozenset({"\\times", "\\cdot", "*", "\\ast", "\\odot"})
DIVIDED = frozenset({"/", "\\div"})
REMAINDERS = frozenset({"\\bmod", "\\mod"})
FUNCTIONS = frozenset(
    {"exp", "log", "ln", "sin", "cos", "tan", "sinh", "cosh", "tanh", "max", "min", "lg", "arctan"}
)
FRACTIONS = frozenset({"frac", "dfrac", "tfrac", "cfrac"})
BINOMIALS = frozenset({"binom", "dbinom", "tbinom"})
ACCENTS = frozenset(
    {"hat", "bar", "tilde", "vec", "dot", "ddot", "widehat", "widetilde", "overline", "check", "underline"}
)
FONTS = frozenset(
    {"mathbf", "mathrm", "mathit", "mathsf", "mathtt", "mathcal", "mathbb", "mathscr", "mathfrak", "bm"}
    | {"boldsymbol", "operatorname", "mathnormal", "pmb"}
)
GREEK = frozenset(
    {"alpha", "beta", "gamma", "delta", "epsilon", "varepsilon", "zeta", "eta", "theta", "vartheta", "iota"}
    | {"kappa", "lambda", "mu", "nu", "xi", "pi", "rho", "varrho", "sigma", "varsigma", "tau", "upsilon"}
    | {"phi", "varphi", "chi", "psi", "omega", "ell", "hbar", "omicron"}
    | {"Gamma", "Delta", "Theta", "Lambda", "Xi", "Pi", "Sigma", "Upsilon", "Phi", "Psi", "Omega"}
)
BRACKETS = {"(": ")", "[": "]", "\\{": "\\}", "\\lbrace": "\\rbrace", "\\lbrack": "\\rbrack"}
HALVES = {"\\lfloor": ("\\rfloor", "floor"), "\\lceil": ("\\rceil", "ceiling")}
BARS = {"|": "|", "\\vert": "\\vert", "\\lvert": "\\rvert"}
# Letters that the field reads as functions before a bracket.
CALLED = frozenset("fghFG") | {"\\sigma", "\\phi", "\\varphi", "\\psi", "\\Phi", "\\Psi", "\\delta"}
# Superscripts that belong to a name.
MARKS = frozenset(
    {"(", "[", "*", "\\ast", "\\top", "\\star", "+", "\\dagger", "T", "\\mathsf", "\\text", "\\mathrm"}
)

_OPENING = frozenset({"(", "[", "{", "\\{", "\\lbrace", "\\lvert", *HALVES})
_BEGINNING = (
    FUNCTIONS | FONTS | ACCENTS | GREEK | FRACTIONS | BINOMIALS | {"sqrt", "sum", "prod", "boxed", "partial"}
)


def word(text: str) -> str:
    """A macro's name; empty for all else."""
    return text[1:] if text[:1] == "\\" else ""


def begins_factor(text: str) -> bool:
    """Whether what comes next is a further factor where no sign stands between."""
    return text in _OPENING or text[:1].isalnum() or text[:1] == "." or word(text) in _BEGINNING
