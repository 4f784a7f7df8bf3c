"""Measure what reads LaTeX: SymPy's Lark and ANTLR parsers, and the reader that ``generator check`` has.

Each is given the formulas of tests/viewers/snippets.json and sides of derivations whose value is known. Read
rightly is what has that value where the symbols have some. Run it with lark and antlr4-python3-runtime==4.11:

    pip install sympy lark antlr4-python3-runtime==4.11
    python benchmarks/latex_parsers.py
"""

from __future__ import annotations

import json
import math
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from generator.equations.budget import Budget, UndecidedError
from generator.equations.cursor import UnreadableError
from generator.equations.evaluating import Evaluator, Numbers
from generator.equations.reading import read
from generator.equations.signs import signs
from generator.equations.statements import statements
from generator.mathematics.meant import meant

SNIPPETS = Path(__file__).parents[1] / "tests" / "viewers" / "snippets.json"

VALUES = {
    "a": 1.3,
    "b": 0.7,
    "c": 2.1,
    "d": 1.9,
    "k": 3.0,
    "n": 9.0,
    "p": 1.1,
    "s": 2.0,
    "w": 0.4,
    "x": 0.6,
    "y": 1.7,
    "z": 0.8,
    "i": 4.0,
    "m": 4.0,
    "L": 2.5,
    "N": 8.0,
    "H": 7.0,
    "R_0": 1.0,
    "R_1": 5.0,
    "J_0": 1.5,
    "J_1": 2.5,
    "k_1": 5.0,
    "k_2": 2.0,
    "s_1": 1.5,
    "x_1": 0.3,
    "x_2": 0.9,
    "w_1": 0.2,
    "w_2": -0.6,
    "a_1": 8.0,
    "b_1": 6.0,
    "z_1": 0.1,
    "z_2": 0.4,
    "R_l-1": 4.5,
    "J_l-1": 2.25,
    "k_l": 6.0,
    "hat y": 0.65,
    "hat y_i": 0.35,
    "y_i": 0.85,
    "mu": 0.15,
    "sigma": 1.2,
    "epsilon": 0.05,
    "gamma": 1.05,
    "beta": 0.95,
    "eta": 0.1,
    "alpha": 0.45,
    "theta": 0.5,
    "C_in": 16.0,
    "C_out": 32.0,
    "H_in": 28.0,
    "d_k": 64.0,
    "delta": 0.55,
    "lambda": 0.01,
    "W": 5.5,
    "P": 2.0,
    "K": 5.0,
    "S": 2.0,
    "D": 6.0,
    "M": 3.0,
    "D_F": 7.0,
    "D_K": 3.0,
    "t": 0.75,
    "v": 0.33,
    "g": 0.21,
    "y_1": 0.5,
    "C": 4.0,
    "l": 2.0,
    "mathbf x": 0.6,
    "R_C1": 5.0,
    "J_C1": 1.0,
    "q": 0.31,
    "r": 0.27,
    "f": 3.5,
    "u": 1.2,
    "h": 4.4,
}

# TeX, and the same for Python; an underscore in a name is one.
DERIVATIONS: list[tuple[str, float]] = []


def _side(tex: str, value: float) -> None:
    DERIVATIONS.append((tex, value))


V = {re.sub(r"\W", "_", name): value for name, value in VALUES.items()}
for _tex, _python in [
    ("8+(2-1)\\cdot5", "13"),
    ("a_1+(k_2-1)\\cdot b_1", "a_1+(k_2-1)*b_1"),
    ("2\\cdot3", "6"),
    ("R_{l-1} + (k_l - 1) J_{l-1}", "R_l_1+(k_l-1)*J_l_1"),
    ("1 + (5 - 1) \\times 1", "5"),
    ("J_0 s_1", "J_0*s_1"),
    ("(5 \\times 5 \\times 1 + 1) \\times 6", "156"),
    ("156 + 2{,}416 + 48{,}120", "50692"),
    ("61{,}706", "61706"),
    ("61,706", "61706"),
    ("\\left\\lfloor \\frac{32 + 2 \\times 0 - 5}{1} \\right\\rfloor + 1", "28"),
    ("\\left\\lfloor \\frac{n + 2p - k}{s} \\right\\rfloor + 1", "floor((n+2*p-k)/s)+1"),
    ("\\frac{n-k}{s}+1", "(n-k)/s+1"),
    ("\\lceil \\frac{n}{s} \\rceil", "ceil(n/s)"),
    ("\\lfloor (227-11)/4 \\rfloor + 1", "55"),
    ("d(k-1)+1", "d*(k-1)+1"),
    ("s(n-1)+k-2p", "s*(n-1)+k-2*p"),
    ("k^2 C_{in} C_{out}", "k**2*C_in*C_out"),
    ("(k^2 C_{\\text{in}} + 1) C_{\\text{out}}", "(k**2*C_in+1)*C_out"),
    ("(3^2 \\cdot 64 + 1)\\cdot 128", "73856"),
    ("\\frac{1}{1+e^{-x}}", "1/(1+exp(-x))"),
    ("e^{-x}", "exp(-x)"),
    ("\\exp(-x)", "exp(-x)"),
    ("\\frac{e^{-x}}{(1+e^{-x})^2}", "exp(-x)/(1+exp(-x))**2"),
    ("\\tanh x", "tanh(x)"),
    ("1-\\tanh^2(x)", "1-tanh(x)**2"),
    ("\\log x", "log(x)"),
    ("\\ln x", "log(x)"),
    ("-\\log p", "-log(p)"),
    ("\\log_2 8", "3"),
    ("\\log_{10} 100", "2"),
    ("-y\\log\\hat{y}-(1-y)\\log(1-\\hat{y})", "-y*log(hat_y)-(1-y)*log(1-hat_y)"),
    ("\\frac{1}{2}(y-\\hat y)^2", "(y-hat_y)**2/2"),
    ("\\frac12(a-y)^2", "(a-y)**2/2"),
    ("\\hat{y}_i - y_i", "hat_y_i-y_i"),
    ("\\frac{x-\\mu}{\\sqrt{\\sigma^2+\\epsilon}}", "(x-mu)/sqrt(sigma**2+epsilon)"),
    ("\\gamma x + \\beta", "gamma*x+beta"),
    ("\\sqrt{2}", "sqrt(2)"),
    ("\\sqrt[3]{8}", "2"),
    ("\\sqrt{\\frac{6}{100+50}}", "0.2"),
    ("\\frac{2+4+6+8}{4}", "5"),
    ("w_1 x_1 + w_2 x_2", "w_1*x_1+w_2*x_2"),
    ("wx+b", "w*x+b"),
    ("\\max(0, x)", "max(0,x)"),
    ("\\max(0,-1)", "0"),
    ("\\min\\{a,b\\}", "min(a,b)"),
    ("|x-y|", "abs(x-y)"),
    ("\\lvert -3 \\rvert", "3"),
    ("5!", "120"),
    ("\\binom{5}{2}", "10"),
    ("\\sum_{i=1}^{10} i", "55"),
    ("\\sum_{i=1}^{3} 2 \\cdot 2^{i-1}", "14"),
    ("\\prod_{i=1}^{4} i", "24"),
    ("\\sum_{k=0}^{4} k^2", "30"),
    ("2ab", "2*a*b"),
    ("(a+b)^2", "(a+b)**2"),
    ("a^2+2ab+b^2", "a**2+2*a*b+b**2"),
    ("(x-y)(x+y)", "(x-y)*(x+y)"),
    ("x^2y^3", "x**2*y**3"),
    ("\\frac{a}{b}\\cdot\\frac{c}{d}", "a/b*c/d"),
    ("a/b", "a/b"),
    ("2 \\div 4", "0.5"),
    ("-x", "-x"),
    ("-(a-b)", "-(a-b)"),
    ("(-0.0811) \\times 0.5", "-0.04055"),
    ("0.5\\cdot(-0.25)", "-0.125"),
    ("w - \\eta g", "w-eta*g"),
    ("98.87\\%", "0.9887"),
    ("10^{-3}", "0.001"),
    ("1.3 \\times 10^{8}", "1.3e8"),
    ("x^{-1}", "1/x"),
    ("x^{\\frac{1}{2}}", "sqrt(x)"),
    ("\\left(\\frac{a}{b}\\right)^{2}", "(a/b)**2"),
    ("{}+ 3 \\times 1", "3"),
    ("\\mathrm{H}_{in}", "H_in"),
    ("R_{\\mathrm{C1}} + (k - 1) J_{\\mathrm{C1}}", "R_C1+(k-1)*J_C1"),
    ("\\mathbf{x}", "x"),
    ("\\frac{d}{dx} x^2", "2*x"),
    ("\\frac{d}{dx}\\left(x^3+2x\\right)", "3*x**2+2"),
    ("\\frac{\\partial}{\\partial w}(wx+b)", "x"),
    ("\\frac{\\partial}{\\partial x}\\frac{1}{2}x^2", "x"),
    ("\\frac{d}{dx}e^{2x}", "2*exp(2*x)"),
    ("\\alpha x + (1-\\alpha) y", "alpha*x+(1-alpha)*y"),
    ("\\beta v + (1-\\beta) g", "beta*v+(1-beta)*g"),
    ("\\frac{D_K^2 M D_F^2 + M N D_F^2}{D_K^2 M N D_F^2}", "1/N+1/D_K**2"),
    ("\\frac{1}{N} + \\frac{1}{D_K^2}", "1/N+1/D_K**2"),
    ("2(1+2+4)", "14"),
    ("1 + 2(1+2+4)", "15"),
    ("(k-1)(s-1)", "(k-1)*(s-1)"),
    ("x(1-x)", "x*(1-x)"),
    ("\\hat y(1-\\hat y)", "hat_y*(1-hat_y)"),
    ("4 d^2", "4*d**2"),
    ("\\frac{x}{\\sqrt{d_k}}", "x/8"),
    ("\\dfrac{1}{2} + \\tfrac{1}{4}", "0.75"),
    ("a\\,b", "a*b"),
    ("3\\,\\text{px}", "3"),
    ("\\displaystyle a+b", "a+b"),
    ("\\sin x\\cos x", "sin(x)*cos(x)"),
    ("\\sin^2 x + \\cos^2 x", "1"),
    ("\\lambda w^2", "lambda_*w**2"),
    ("2\\pi", "2*pi"),
]:
    _scope = {**vars(math), **V, "lambda_": VALUES["lambda"], "max": max, "min": min, "abs": abs}
    _side(_tex, float(eval(_python, _scope)))  # the benchmark's own text


def own(tex: str) -> float | None:
    text = f"${tex}$"
    found = statements(signs(text, meant(text)[0]))
    node = read(found[0].sides[0].signs)
    world = _World()
    try:
        return float(Evaluator(world, Budget(5)).value(node))
    except (UndecidedError, KeyError):
        return None


class _World(Numbers):
    def symbol(self, key: Any, evaluator: Any) -> Any:
        from generator.equations import quantity as q

        if override := self.fixed.get(key):
            return override
        return q.reals().mpf(VALUES[_plain(key[0] + "".join(f"_{_index(one)}" for one in key[1]))])

    def __init__(self) -> None:
        super().__init__()
        self.fixed: dict[Any, Any] = {}

    def derivative(self, node: Any, evaluator: Any) -> Any:
        from generator.equations import quantity as q

        body, by = node.parts
        key = evaluator.key(by)
        centre, sides = self.symbol(key, evaluator), []
        for step in (q.step(), -q.step()):
            self.fixed = {key: centre + step}
            sides.append(q.real(evaluator.value(body)))
        self.fixed = {}
        return (sides[0] - sides[1]) / (2 * q.step())


def _index(one: object) -> str:
    found = str(one)
    if found.startswith("sum:"):
        return "l-1"
    return re.sub(r"^symb:(.*)\(\)$", r"\1", re.sub(r"^prod.*symb:i\(\),symb:n.*$", "in", found))


def _plain(name: str) -> str:
    name = name.replace("\\", "").replace("_i_n", "_in").replace("_o_u_t", "_out")
    return re.sub(r"_\{?([^{}]*)\}?", r"_\1", name)


def sympy_with(backend: str) -> Callable[[str], float | None]:
    from sympy.parsing.latex import parse_latex

    def value(tex: str) -> float | None:
        found = parse_latex(tex, backend=backend)
        if not hasattr(found, "free_symbols"):
            return None
        values = {}
        for one in found.free_symbols:
            plain = re.sub(r"\\?(hat|mathbf|mathrm|text|bar)\s*\{?([^{}]*)\}?", r"\1 \2", str(one))
            plain = re.sub(r"[{}\\]|mathrm |text |mathbf ", "", plain).replace("  ", " ").strip()
            known = {**VALUES, "e": math.e, "pi": math.pi}
            if plain not in known:
                return None
            values[one] = known[plain]
        try:
            return float(found.doit().subs(values).evalf())
        except (TypeError, ValueError, AttributeError):
            return None

    return value


def measured(
    name: str, value: Callable[[str], float | None], failures: tuple[type[BaseException], ...]
) -> None:
    """Print one line: what was read of both sets, what of the second rightly, and how long one takes."""
    formulas = sorted(
        {one["tex"] for snippet in json.loads(SNIPPETS.read_text()) for one in snippet["expressions"]}
    )
    value("x+1")
    shares = []
    for number, tex_set in enumerate((formulas, [tex for tex, _ in DERIVATIONS])):
        began, done, wrong = time.perf_counter(), 0, []
        for at, tex in enumerate(tex_set):
            try:
                found = value(tex)
            except failures:
                continue
            done += 1
            if number and (found is None or not math.isclose(found, DERIVATIONS[at][1], rel_tol=1e-9)):
                wrong.append(tex)
        each = (time.perf_counter() - began) / len(tex_set) * 1000
        shares.append(f"{done}/{len(tex_set)} read" + (f", {done - len(wrong)} rightly" if number else ""))
        shares.append(f"{each:.1f} ms each")
    print(f"{name:14} snippets: {shares[0]:12} {shares[1]:14} derivations: {shares[2]:28} {shares[3]}")
    if wrong:
        print(" " * 14, "read wrongly:", "   ".join(wrong[:12]), "…" if len(wrong) > 12 else "")


def main() -> None:
    """Measure all three."""
    measured("own reader", own, (UnreadableError, IndexError))
    for backend in ("lark", "antlr"):
        began = time.perf_counter()
        value = sympy_with(backend)
        try:
            value("x")
        except ImportError as problem:
            print(f"{backend}: {problem}")
            continue
        ready = time.perf_counter() - began
        measured(f"SymPy's {backend}", value, (Exception,))
        print(" " * 14, f"ready after {ready:.1f} s")


if __name__ == "__main__":
    main()
