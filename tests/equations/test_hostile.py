"""Nothing that a post can hold keeps the check busy for long, or makes it take much memory."""

from __future__ import annotations

import random
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.equations.proving import prove

ROOT = Path(__file__).parents[2]
HOSTILE = {
    "brackets": "$" + "(" * 5000 + "1" + ")" * 5000 + "=1$",
    "fractions": "$" + "\\frac{1}{" * 2000 + "1" + "}" * 2000 + "=1$",
    "indices": "$x" + "_{x" * 2000 + "}" * 2000 + "=1$",
    "environments": "$$" + "\\begin{cases}" * 1000 + "\\end{cases}" * 1000 + "=1$$",
    "bars": "$" + "|x" * 3000 + "=1$",
    "terms": "$" + "+".join(["1"] * 20000) + "=20000$",
    "symbols": "$" + "+".join(["x"] * 1400) + "=1400x$",
    "sides": "$" + "=".join(["1+1"] * 3000) + "$",
    "statements": "$" + ",".join(f"x={number}" for number in range(3000)) + "$",
    "digits": "$" + "9" * 50000 + "=1$",
    "tower": "$9^{9^{9^9}}=1$, $10^{10^{10}}!=1$, $((5!)!)!=1$, $\\binom{10^9}{10^8}=3$, $e^{e^{e^{e^9}}}=1$",
    "sums": "$\\sum_{i=1}^{10^{12}} i=3$, $\\sum_{i=1}^{2000}\\sum_{j=1}^{2000}\\sum_{k=1}^{2000}ijk=3$",
    "powers": "$(x+y)^{100000}=x^{100000}+y^{100000}$, $x^{x^{x^{x}}}=x^{10^{10}}$",
    "definitions": " ".join(f"$f_{{{n}}}(x)=f_{{{n + 1}}}(f_{{{n + 1}}}(x))$" for n in range(100))
    + "$f_0(x)=1$",
    "macros": r"$\newcommand{\a}{\b\b\b\b\b\b}\newcommand{\b}{\c\c\c\c\c\c}\newcommand{\c}{x+x+x+}\a\a\a=1$",
    "listing": "$c_i=7+2i$, $i=0,\\ldots,1000000000000$, $\\{7,9,\\ldots,25\\}$",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_formula_takes_long(name: str) -> None:
    began = time.process_time()
    prove(HOSTILE[name])
    assert time.process_time() - began < 3


@pytest.mark.slow
def test_no_formula_takes_much_memory() -> None:
    program = (
        "import resource; resource.setrlimit(resource.RLIMIT_AS, (700 << 20, 700 << 20))\n"
        "from tests.equations.test_hostile import HOSTILE, prove\n"
        "for text in HOSTILE.values(): prove(text)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr[-500:]


@pytest.mark.parametrize(
    "formula",
    [
        "a_{%d}=a_{0}+(k_{%d}-1)\\cdot b_{%d}=%d+(3-1)\\cdot 4=1",
        "\\frac{d}{dx}\\frac{e^{%dx}}{1+e^{-%dx}}=\\frac{e^{%dx}}{1+e^{-%dx}}",
        "(x+%d)^2=x^2+%dx+%d+y-%dy+1",
        "\\sum_{i=1}^{2000}\\sum_{j=1}^{2000} \\sqrt{ij}=%d%d%d%d",
    ],
)
def test_a_hundred_expressions_take_two_seconds_at_most(formula: str) -> None:
    text = "\n\n".join(f"$${formula % (n, n, n, n)}$$" for n in range(1, 101))
    began = time.process_time()
    prove(text)
    assert time.process_time() - began < 2


def test_what_runs_out_of_its_time_is_not_decided() -> None:
    proof = prove("$\\sum_{i=1}^{2000}\\sum_{j=1}^{2000}\\sum_{k=1}^{2000}ijk=3$")
    assert proof.doubts == ()
    assert proof.undecided == 1
    assert proof.left[0].reason == "too much work"


def test_no_mistyped_formula_raises() -> None:
    source = random.Random(5)
    texts = [
        path.read_text(encoding="utf-8") for path in (ROOT / "tests/equations/corpus/right").glob("*.md")
    ]
    formulas = sorted(formula for text in texts for formula in re.findall(r"\$[^$]{3,200}\$", text))
    pieces = [
        *"0123456789+-=^_{}()[]|,.'&%/ xe",
        "\\frac",
        "\\sum",
        "\\left",
        "\\cdots",
        "\\bmod",
        "\\log",
        "\\Delta",
    ]
    for _ in range(400):
        signs = list(source.choice(formulas))
        for _ in range(source.randint(1, 4)):
            place = source.randrange(1, len(signs) - 1)
            signs[place : place + source.randrange(2)] = [source.choice(pieces)]
        prove(f"$x=2$, $a_1=3$, $f(x)=x^2$: {''.join(signs)}")
