from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.watching.mathematics import mathml
from generator.writing.markdown import prose

POSTS = sorted((Path(__file__).parents[2] / "posts").glob("*.md"))
FORMULA = re.compile(r"\$\$(.+?)\$\$|(?<![\\$])\$(?!\$)([^$\n]+)\$", re.DOTALL)


@pytest.mark.parametrize("post", POSTS, ids=lambda path: path.stem)
def test_every_formula_of_the_posts_becomes_mathml(post: Path) -> None:
    text = prose(post.read_text(encoding="utf-8")).replace("<span>$</span>", "")
    for block, inline in FORMULA.findall(text):
        html = mathml(block or inline, display=bool(block))
        assert html.startswith("<math"), block or inline


def test_lines_of_the_portable_form_are_rows() -> None:
    html = mathml(r"\begin{aligned} a &= b \cr c &= d \end{aligned}", display=True)
    assert html.count("<mtr>") == 2 and 'display="block"' in html


@pytest.mark.parametrize(
    "tex",
    [
        r"a\mkern5mu b\mkern4mu c\thinspace d\negthinspace e",
        r"\lbrace x \Vert y \vert z \rbrace \ast \lt \gt \And",
        r"\text{한글}\hbox{x}\operatorname{argmax}_ {i}\mathop{\operatorname{max}}\limits_x",
        r"f^{\prime\prime}(x) = \left\lfloor \frac{a}{b} \right\rfloor \ldots \boldsymbol{w}^{\top}",
        r"{\small x}\pmb{w}\smallsetminus\sum_{\substack{i \cr j}}",
        r"\begin{cases} a \cr b \end{cases}\begin{bmatrix} 1 & 2 \cr 3 & 4 \end{bmatrix}",
    ],
)
def test_the_spellings_of_the_portable_form_are_understood(tex: str) -> None:
    assert mathml(tex, display=False).startswith("<math")


def test_what_is_not_understood_stays_tex_with_the_reason() -> None:
    html = mathml(r"\nothing{x} < y", display=False)
    assert html.startswith('<code class="tex" title="') and "Unknown command" in html
    assert html.endswith(r">\nothing{x} &lt; y</code>")
