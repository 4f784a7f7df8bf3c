"""Right derivations are never doubted, and most of them are proved."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.equations.proving import prove

RIGHT = {
    path.stem: path.read_text(encoding="utf-8") for path in (Path(__file__).parent / "right").glob("*.md")
}
# From physics, statistics, economics, school and this field, in many ways of writing.
STYLES = (Path(__file__).parent / "other_styles.md").read_text(encoding="utf-8").split("<!-- next -->")
POSTS = sorted((Path(__file__).parents[2] / "posts").glob("*.md"))


@pytest.mark.parametrize("name", RIGHT)
def test_a_right_derivation_is_not_doubted(name: str) -> None:
    assert prove(RIGHT[name]).doubts == ()


@pytest.mark.parametrize("name", RIGHT)
def test_most_of_it_is_proved(name: str) -> None:
    proof = prove(RIGHT[name])
    assert proof.held > 10
    assert proof.held > 2 * (proof.undecided + proof.unread)


@pytest.mark.parametrize("text", STYLES, ids=lambda text: text.strip().partition("\n")[0].strip("# "))
def test_a_right_text_of_another_field_is_not_doubted(text: str) -> None:
    assert prove(text).doubts == ()


@pytest.mark.parametrize("post", POSTS, ids=lambda post: post.stem)
def test_the_posts_of_the_project_are_right(post: Path) -> None:
    assert prove(post.read_text(encoding="utf-8")).doubts == ()


@pytest.mark.parametrize(
    "text",
    [
        # Definitions and conditions, not claims.
        "$y = wx + b$ and $wx + b = 0$, $p + q = 1$",
        "$2x+3=x+5$, $x^2-4=0$, $ax+b=cx+d$",
        "Solve the equation $3^{2x} = 2^{x+3}$.",
        "$f(x+y) = f(x)+f(y)$, $\\mathrm{Var}(aX) = a^2\\,\\mathrm{Var}(X)$, $E[X+Y]=E[X]+E[Y]$",
        "$H_0: p_1 = p_2$ and $b' = x_0 + F \\cdot (x_1 - x_2)$",
        "$f'(x) = 2x$ for some $f$",
        "$(AB)^T = B^T A^T$, $\\mathbf{w}^\\top\\mathbf{x} = 0$",
        "$e^{ix} = \\cos x + i\\sin x = \\cos x + i \\sin x$",
        # Rounded and cut off.
        "$0.6457\\cdot 2 = 1.2913$, $2/3=0.66$, $2/3=0.667$, $\\sqrt 2 = 1.414$, $0.33+0.33+0.33=1$",
        "$\\frac{351}{355} = 98.87\\%$, $\\log 100 = 2$, $\\log 2 = 0.693$, $\\log 8 = 3$",
        "$9^{5} \\approx 59{,}000$, $21^7 \\approx 2 \\times 10^9$, $\\pi\\approx 3.14$",
        # Units, sizes.
        "$61{,}706\\times4/1024=241.04\\text{ KB}$, $138\\text{M}=138\\times10^6$",
        "$1\\text{ KB}=1024\\text{ B}$",
        "$X = 28\\times28$, $28\\times28\\times6=4{,}704$, $3\\times 3 = 1\\times 9$",
        "$(4\\times64)(64\\times4)=4\\times4$, $(n\\times d)(d\\times n) = n\\times n$",
        # Several to a formula.
        "$n=5,\\ k=3$, $x = 1, 2, 3$ and $x = 3$",
        "$$\\begin{aligned} x &= 0.4 & y &\\approx 0.6 \\cr x &= 2 + 3 \\end{aligned}$$",
        "$$\\begin{aligned} x &= 2 + 3 \\cr &\\quad {} + 4 \\cr &= 9 \\end{aligned}$$",
        # Set anew.
        "$k=3$ and $k=5$: $1+(k-1)=1+(5-1)=5$",
        "$x=0.5$ then $x \\leftarrow x - 0.1 = 0.4$ and $2x = 2\\cdot0.4=0.8$",
        "$x_1=2$\n\n## A new section\n\n$x_1+1=5+1=6$",
        # Dots leave something out.
        "$1+2+\\cdots+10=55$, $5!=5\\cdot4\\cdots1=120$, $1, 2, 4, \\ldots, 64$",
        "$w=3$, $wx=2\\cdot3=6$",
        # One rule for several inputs.
        "$(x_1,x_2)=(1,0)$: $w_1x_1+w_2x_2=0.5\\cdot1+0.5\\cdot0=0.5$; "
        "$(x_1,x_2)=(1,1)$: $w_1x_1+w_2x_2=0.5\\cdot1+0.5\\cdot1=1$",
        "$x_1=1$, $x_2=0$: $ax_1+bx_2=2\\cdot1+3\\cdot0=2$; for (1, 1): $ax_1+bx_2=2\\cdot1+3\\cdot1=5$",
        "$w_1=0.5$: $w_1^{+}=w_1-0.1\\cdot2=0.5-0.1\\cdot2=0.3$, "
        "then $w_1^{+}=w_1-0.1\\cdot2=0.3-0.1\\cdot2=0.1$",
        "$x=2$, $b=-1$, $w=3$: $wx+b=3\\cdot2-1=5$",
        # Told behind, or of what comes next.
        "$y=wx+b=2\\cdot3+1=7$ for $w=2$, $x=3$, $b=1$, and $y=wx+b=2\\cdot4+1=9$ for $x=4$.",
        "$n=20$: $3(n+1)=63$. It has $3(n+1)=3\\cdot21$; with $n=40$ it is $3(n+1)=123$.",
        # Derivatives and functions' values of several samples.
        "$-g\\frac{dL}{dw}=-0.1\\cdot0.5$ by $\\frac{dL}{dw}=0.5$. "
        "When $\\frac{dL}{dw}=-2$, $-g\\frac{dL}{dw}=-0.1\\cdot(-2)=0.2$",
        "$P(A)=0.3$: $2P(A)=2\\cdot0.3=0.6$. For dice $P(A)=\\frac16$ and $2P(A)=2\\cdot\\frac16$",
        "$\\frac{\\partial}{\\partial w}L^2=2L\\frac{\\partial L}{\\partial w}$, "
        "$\\frac{d}{dt}(xy)=x\\frac{dy}{dt}+y\\frac{dx}{dt}$",
        "$zz^*=|z|^2$, $w^*=3$, $w_0=5$: $w_0-w^*=5-3=2$, $\\sqrt{(-3)^2}=3$",
        "$\\left.\\frac{df}{dx}\\right|_{x=2}=4$, $\\left[0,1\\right)$, $A\\leftarrow B$",
        "$N_{\\mathrm{in}}=3$: $9N_{\\mathrm{in}}=9\\cdot3=27$; next $9N_{\\mathrm{in}}=9\\cdot64=576$",
        # Shares that add up to one, Kronecker's delta.
        "$p_i=\\frac{e^{z_i}}{\\sum_j e^{z_j}}$: "
        "$\\frac{\\partial p_i}{\\partial z_j}=p_i(\\delta_{ij}-p_j)$",
        "$p_i=\\frac{e^{z_i}}{\\sum_j e^{z_j}}$, $L=-\\sum_i y_i\\log p_i$: "
        "$\\frac{\\partial L}{\\partial z_i}=p_i-y_i$",
        "$a\\approx0.8$: $a-1=0.8022-1=-0.1978$, $3:1=6:2$, $0.1+0.2=0.30000000000000004$",
        "$\\frac{18}{25}\\times100=72\\%$, $\\log_28=3$, $K=5$, $P=(K-1)/2=2$, then $P=0$",
    ],
)
def test_what_authors_write_and_mean_is_not_doubted(text: str) -> None:
    assert prove(text).doubts == ()


def test_a_layer_computed_by_the_rule_of_another_takes_its_own_sizes() -> None:
    rule = "H = \\frac{n - k}{s} + 1"
    text = (
        f"With $n=32$, $k=5$, $s=1$: $${rule} = \\frac{{32 - 5}}{{1}} + 1 = 28$$\n\n"
        f"The next layer: $${rule} = \\frac{{14 - 5}}{{1}} + 1 = 10$$"
    )
    assert prove(text).doubts == ()
