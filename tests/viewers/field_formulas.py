"""Formulas of deep learning as people type them in a hurry, with every sign that Markdown quarrels about."""

from __future__ import annotations

from random import Random

NAMES = (
    "x",
    "y",
    "W",
    "b",
    "h",
    r"\theta",
    r"\mathbf{x}",
    r"\hat{y}",
    r"\boldsymbol{w}",
    r"\mathcal{L}",
    "N",
    "크기",
)
INDICES = ("i", "t", "ij", "t-1", "i,j", r"\text{in}", "n+1", "k*", "max")
EXPONENTS = ("2", "T", "*", "{(i)}", "{[l]}", r"\prime", r"\top")
RELATIONS = (
    "=",
    "=",
    "<",
    ">",
    r"\le ",
    r"\approx ",
    ":=",
    r"\in ",
    r"\mid ",
    "|",
    r"\sim ",
    r"\propto ",
    r"\to ",
)
OPERATIONS = (
    "+",
    "-",
    "*",
    r"\cdot ",
    r"\times ",
    r"\,",
    "/",
    r"\;",
    ",",
    r"\!",
    "~",
    "--",
    r"\%",
    "...",
    r"\ldots ",
)
FIELD = (
    r"\frac{e^{z_i}}{\sum_{j=1}^K e^{z_j}}",
    r"-\sum_{i} y_i \log \hat{y}_i",
    r"\left\lfloor\frac{n+2p-f}{s}\right\rfloor+1",
    r"\left[\frac{n+2p-f}{s}\right]+1",
    r"\{x_1,\dots,x_n\}",
    r"\|\mathbf{w}\|_2^2",
    r"\|x\|_{2}",
    r"|x|",
    r"\lvert x\rvert",
    r"P(y|x)",
    r"p_\theta(y\mid x)",
    "f'(x)",
    "g''(z)",
    r"\operatorname{softmax}(z)_i",
    r"\operatorname*{argmax}_{k} p_k",
    r"\arg\max_k p_k",
    r"\mathrm{Input}_{h}",
    r"\rm{Output}",
    r"\bm{x}",
    r"\text{정답 개수}",
    r"\text{a_b}",
    r"\text{conv\_1}",
    r"50\%",
    r"\#params",
    r"\nabla_{\theta}J(\theta)",
    r"\theta_{t+1} \leftarrow \theta_t - \eta\nabla J",
    r"w^{[l]}_{ij}",
    r"a^{(i)}",
    r"[0,1]",
    r"[a](b)",
    r"(28,28,1)",
    "28*28*1",
    r"e^{{x}}",
    r"{{x}}_{i}",
    r"x^{*}",
    r"W^*",
    r"a_1*b_1",
    r"\mathbb{R}^{d\times k}",
    r"\begin{cases}1 & x>0\\0 & x\le 0\end{cases}",
    r"\begin{bmatrix}1&2\\3&4\end{bmatrix}",
    r"\begin{aligned}a&=b\\&=c\end{aligned}",
    "\\begin{aligned}\na&=b\\\\\n&=c\n\\end{aligned}",
    "\\begin{align}\na&=b\\\\\nc&=d\n\\end{align}",
    "\\begin{array}{c|c}\n1&2\\\\\\hline\n3&4\n\\end{array}",
    r"\begin{pmatrix}\cos\theta&-\sin\theta\cr\sin\theta&\cos\theta\end{pmatrix}",
    r"\underbrace{a+b}_{\text{합}}",
    r"\sigma(x)=\frac{1}{1+e^{-x}}",
    r"x\tag{1}",
    r"\label{eq:1}x",
    r"\lbrace 1,2\rbrace",
    r"\mathbf{x}_ {i}",
    r"a\thinspace b",
    r"\boldsymbol{x}\mkern5mu y",
    r"10^{-3}",
    "O(n^2)",
    r"y=\max(0,x)",
    "#{x}",
    "{%x%}",
    "a`b",
    r"\$5",
    "[^1]",
    "a<b>c",
    "&lt;",
    "x<y",
    "i < n",
)


def formula(random: Random) -> str:
    """One formula's TeX: from the field, put together, or a little of both."""
    kind = random.random()
    if kind < 0.35:
        return random.choice(FIELD)
    if kind < 0.6:
        return _term(random)
    if kind < 0.9:
        return f"{_term(random)}{random.choice(RELATIONS)}{_blank(random)}{_side(random)}"
    return f"{_side(random)}{random.choice(OPERATIONS)}{random.choice(FIELD)}"


def _side(random: Random) -> str:
    parts = [_term(random) for _ in range(random.randint(1, 3))]
    return random.choice(OPERATIONS).join(parts)


def _term(random: Random) -> str:
    name = random.choice(NAMES)
    kind = random.random()
    if kind < 0.3:
        return name
    if kind < 0.55:
        return f"{name}_{_index(random)}"
    if kind < 0.65:
        return f"{name}^{_index(random)}"
    if kind < 0.75:
        return f"{name}_{_index(random)}^{random.choice(EXPONENTS)}"
    if kind < 0.82:
        return name + random.choice(("'", "''", "(x)", "[i]", "!", "(x_i)"))
    if kind < 0.9:
        return rf"\frac{{{name}}}{{{random.choice(NAMES)}_{_index(random)}}}"
    return random.choice(
        (rf"\|{name}\|", rf"|{name}|", rf"\{{{name}\}}", rf"\left({name}\right)", rf"\sqrt{{{name}}}")
    )


def _index(random: Random) -> str:
    index = random.choice(INDICES)
    return index if len(index) == 1 else f"{{{index}}}"


def _blank(random: Random) -> str:
    return random.choice(("", "", " "))
