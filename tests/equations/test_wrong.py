"""What does not hold is found, at its smallest part, and told by its symbol or with what is right."""

from __future__ import annotations

import pytest

from generator.equations.proving import prove

VALUES = "$a_1=8$, $b_1=6$, $k_2=2$, $s_1=3$, $s_2=1$: "


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("$8+2=11$", "11", "8+2 is 10, not 11"),
        ("$7/2=3$", "3", "7/2 is 3.5, not 3"),
        ("$2\\cdot3=3+4=6$", "3+4", "3+4 is 7, not 6"),
        ("$(84+1)\\times10=750=850$", "750", "(84+1)×10 is 850, not 750"),
        ("$156+2{,}416=2{,}672$", "2{,}672", "is 2572, not 2{,}672".replace("{,}", ",")),
        ("$\\sqrt{2/50}=0.3$", "0.3", "not 0.3"),
        ("$e^2=7.489$", "7.489", "e^2 is 7.38906, not 7.489"),
        ("$\\frac{351}{355}=97.87\\%$", "97.87\\%", "not 97.87"),
        ("$9^5\\approx 69{,}000$", "69{,}000", "9^5 is 59049, not 69,000"),
        ("$0.3 > 0.5$", "0.5", "0.3 > 0.5 does not hold"),
        ("$61{,}706\\times4/1024=251.04\\text{ KB}$", "251.04", "241.039"),
        ("$\\sum_{i=1}^{10} i=50$", "50", "is 55, not 50"),
        ("$\\lfloor (227-11)/4 \\rfloor + 1 = 56$", "56", "is 55, not 56"),
        ("$\\binom{5}{2}=5!/(2!\\,3!)=20$", "20", "is 10, not 20"),
        # Carried along.
        (VALUES + "$a_1+(k_2-1)b_1=8+(2-1)\\cdot5=13$", "5", "8+(2-1)·5 = 13 holds, but b_1 = 6 (line 1)"),
        (VALUES + "$b_1 s_1=6\\cdot1$", "1", "s_1 stands for 1 here, but s_1 = 3 (line 1); index 2 has 1"),
        (VALUES + "$a_1-b_1=3$", "3", "a_1-b_1 is 2, not 3: a_1 = 8 (line 1), b_1 = 6 (line 1)"),
        ("$x^2+x=3^2+4=13$", "4", "x stands for both 3 and 4 here"),
        ("$n=32$, $k=5$, $s=1$: $\\frac{n-k}{s}+1=\\frac{32-3}{1}+1=30$", "3", "but k = 5 (line 1)"),
        ("$R_l=R_{l-1}+(k_l-1)J$\n\n$k_1=5$\n\n$R_1=1+(4-1)\\cdot 2=7$", "4", "but k_1 = 5 (line 3)"),
        ("$f(x)=x^2+1$ and $f(3)=3^2+2=11$", "3^2+2", "3^2+2 is 11, not 10"),
        ("$f(x)=x^2+3x$ and $f'(2)=2\\cdot2+4=8$", "2\\cdot2+4", "is 8, not 7"),
        # Put in wrongly.
        ("$(k-1)J=(5+1)\\cdot2=12$", "1", "+ 1 stands here for − 1"),
        ("$\\frac{2PR}{P+R}=\\frac{3\\cdot0.8\\cdot0.6}{0.8+0.6}$", "3", "3 stands here for 2"),
        (
            "$w - \\eta g = 0.5 + 0.1\\times(-0.25)=0.475$",
            "0.1\\times(-0.25)",
            "+ 0.1×(-0.25) stands here for −",
        ),
        ("$n=5$ and $m=4$.\n\n$(n+1)m=5\\cdot4=20$", "5", "(n+1) is 6 here, not 5"),
        ("$h=2$ and $w=0.5$.\n\n$wh=0.6\\cdot2=1.2$", "0.6", "but w = 0.5 (line 1)"),
        ("$TP=40$, $FP=10$, $FN=20$: $\\frac{TP}{TP+FN}=\\frac{40}{40+10}$", "10", "but FN = 20 (line 1)"),
        ("$m_0=v_0=2$ and $m_0+1=3+1=4$", "3", "but m_0 = 2 (line 1)"),
        ("$k=3$: $k^2=9$. $k=7$: $k^2=36$", "36", "k^2 is 49, not 36: k = 7 (line 1)"),
        (
            "$w_h=0.5$, $w_x=2$, $h_1=2$, $x_2=3$.\n\n$w_h h_1+w_x x_2=0.5\\cdot2+2=3$",
            "2",
            "w_x x_2 is 6 here, not 2",
        ),
        (
            "$m_2=0.08$, $\\beta_1=0.9$.\n\n$\\frac{m_2}{1+\\beta_1^2}=\\frac{0.08}{1-0.81}$",
            "\\frac{0.08}{1-0.81}",
            "m_2 = 0.08 (line 1)",
        ),
        (
            "$D^*=\\frac{a}{a+b}$. With $a=0.6$ and $b=0.2$: $D^*=\\frac{0.6}{0.6+0.4}$",
            "0.4",
            "but b = 0.2 (line 1)",
        ),
        (
            "$x_3=0.6x_0+0.8u$. With $x_0=2$ and $u=-1$: $x_3=0.6\\cdot3+0.8\\cdot(-1)=1$",
            "3",
            "but x_0 = 2 (line 1)",
        ),
        ("$\\bar\\ell=2$\n\n$2^{\\bar\\ell}=2^3=8$", "3", "2^3 = 8 holds, but \\bar\\ell = 2 (line 1)"),
        (
            "$\\sigma_w=0.0625$\n\nThen we have\n\n$\\sqrt3\\,\\sigma_w=\\sqrt3\\cdot0.625$",
            "0.625",
            "but \\sigma_w = 0.0625 (line 1)",
        ),
        # A value may be told behind.
        ("$m+su=0.5+2\\cdot0.2=0.9$ for $m=0.5$, $s=2$, $u=0.3$.", "0.2", "but u = 0.3 (line 1)"),
        # A derivative and a function's value are carried, too.
        (
            "$\\frac{\\partial E}{\\partial z}=-2$ and $x=3$: "
            "$\\frac{\\partial E}{\\partial z}\\cdot x=-0.5\\cdot3=-1.5$",
            "-0.5",
            "= -2 (line 1)",
        ),
        ("$\\sqrt{3^2-4^2}=5$", "\\sqrt{3^2-4^2}", "is negative and has no root"),
        # Exact decimals are not rounded.
        ("$0.9\\cdot0.01+0.05\\cdot0.99=0.009+0.0495=0.0589$", "0.0589", "is 0.0585, not 0.0589"),
        ("$7\\bmod5=3$", "3", "is 2, not 3"),
        ("$$\\boxed{608\\times4=2{,}342}$$", "2{,}342", "608×4 is 2432, not 2,342"),
        ("$$a=2\\cdot3+4\\cdot5$$\n\n$$=6+20=27$$", "27", "6+20 is 26, not 27"),
        # Steps.
        (
            "$\\ell(\\theta)=h\\ln\\theta$ and $\\frac{d\\ell}{d\\theta}=\\frac{h}{\\theta^2}$",
            "\\frac{h}{\\theta^2}",
            "",
        ),
        ("$ww^2=w^4$", "w^4", "w^4 is not ww^2"),
        ("$\\delta(\\delta+\\frac12\\delta)=\\frac12\\delta^2$", "\\frac12\\delta^2", "is not"),
        ("$(a+b)^2=a^2-2ab+b^2$", "a^2-2ab+b^2", "is not (a+b)^2"),
        ("$\\log(ab)=\\log a-\\log b$", "\\log a-\\log b", "is not"),
        ("$\\frac{k^2C+CD}{k^2CD}=\\frac1D-\\frac{1}{k^2}$", "\\frac1D-\\frac{1}{k^2}", "is not"),
        ("$\\sum_{k=0}^{n}k=\\frac{n(n-1)}{2}$", "\\frac{n(n-1)}{2}", "is not"),
        ("$\\frac{d}{dx}\\sin x=-\\cos x$", "-\\cos x", "-\\cos x is not \\frac{d}{dx}\\sin x = cos(x)"),
        ("$\\frac{\\partial}{\\partial w}(wx+b)=w$", "w", "= x"),
        ("$\\tanh'(x)=1+\\tanh^2(x)$", "1+\\tanh^2(x)", "is not"),
        ("$L=\\frac12(a-y)^2$ and $\\frac{\\partial L}{\\partial a}=y-a$", "y-a", "is not"),
        (
            "$p_i=\\frac{e^{z_i}}{\\sum_j e^{z_j}}$: $\\frac{\\partial p_i}{\\partial z_i}=p_i(1+p_i)$",
            "p_i(1+p_i)",
            "",
        ),
        (
            "$\\sigma(x)=\\frac{1}{1+e^{-x}}$: $\\sigma'(x)=\\sigma(x)(1+\\sigma(x))$",
            "\\sigma(x)(1+\\sigma(x))",
            "",
        ),
        (
            "$p_i=\\frac{e^{z_i}}{\\sum_j e^{z_j}}$, $L=-\\sum_i y_i\\log p_i$: "
            "$\\frac{\\partial L}{\\partial z_i}=p_i+y_i$",
            "p_i+y_i",
            "is not",
        ),
        ("$z_1=2$, $z_2=1$: $\\sum_{j=1}^{2}z_j^2=4+2=6$", "4+2", "is 5, not 4+2: z_1 = 2 (line 1), z_2 = 1"),
        ("$\\frac{m}{m-1}v=\\frac{4}{2}\\cdot5=10$", "2", "m-1 is 3 here, not 2"),
        ("$y-t=(0.6-1, 0.3)=(-0.4, 0.2)$", "0.2", "0.3 = 0.2 does not hold"),
        ("$g(t)=f'(t)=t$ and $f(t)=t^2$, $f'(t)=t$", "t", "t is not f'(t)"),
        (
            "$\\frac{\\partial}{\\partial w}(L+\\frac c2w^2)=\\frac{\\partial L}{\\partial w}+2cw$",
            "\\frac{\\partial L}{\\partial w}+2cw",
            "is not",
        ),
        (
            "$D_{\\mathrm{KL}}=\\frac12(m^2+s^2)$: $\\frac{\\partial D_{\\mathrm{KL}}}{\\partial m}=2m$",
            "2m",
            "is not",
        ),
        (
            "$h=z^2$, $E=\\frac12(h-y)^2$: $\\frac{\\partial E}{\\partial z}"
            "=\\frac{\\partial E}{\\partial h}\\cdot z$",
            "\\frac{\\partial E}{\\partial h}\\cdot z",
            "is not",
        ),
        # Listings and sizes.
        ("$c_i=7+2i$, $i=0,1,\\ldots,9$: $\\{7,9,\\ldots,26\\}$", "26", "the rule gives 25 here, not 26"),
        ("$x_i = 7+2i$ lies in $x_i \\in \\{7, 8, \\ldots, 25\\}$", "8", "the rule gives 9 here, not 8"),
        ("$(4\\times64)(65\\times4)=4\\times4$", "65", "65 does not fit"),
        ("$(n\\times d)(d\\times m)=n\\times d$", "d", "d does not fit"),
        # The keyboard.
        ("$2^10=1024$", "^10", "write ^{10}"),
        ("$8+(2-1)\\cdots5=13$", "\\cdots", "a product is \\cdot"),
        ("$19+2 \\ldots 4=27$", "\\ldots", "a product is \\cdot"),
        ("$3 8+3=27$", "3 8", "a sign is missing between 3 and 8"),
        ("$\\log_1 4=2$", "_1", "1 is no base of a logarithm"),
        ("$\\log_10 100=2$", "_10", "write \\log_{10}"),
        ("$\\rm{Input}=x$", "\\rm", "write \\mathrm{…}"),
        ("$\\left(\\frac13+1)=\\frac43$", "\\left", "has no \\right behind it"),
        ("$(\\frac13+1\\right)=\\frac43$", "\\right", "has no \\left before it"),
        # Counts.
        ("LeNet-5 has 61,760 parameters.", "61,760", "LeNet-5 has 61,706 parameters, not 61,760"),
        ("LeNet-5의 파라미터는 82,826개다.", "82,826", "not 82,826, which LeNet has"),
    ],
)
def test_an_error_is_found_at_its_place(text: str, place: str, message: str) -> None:
    found = [(text[one.start : one.end], one.message, one.question) for one in prove(text).doubts]
    assert [(where, question) for where, _, question in found] == [(place, False)], found
    assert message in found[0][1]


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("$R_l=R_{l-1}+(k_l-1)J_{l-1}$ and $R_3=R_2+(k_2-1)J_2$", "k_2", "R_3 uses k_2; is index 3 meant?"),
        ("$R_l=R_{l-1}+(k_l-1)J$ and $R_3=R_2+(k_3+1)J$", "1", "the rule (line 1) has -1 where 1 stands"),
        ("$b_1=b_0s_1$, $b_2=b_1s_1$, $b_3=b_2s_3$", "s_1", "b_2 uses s_1; is index 2 meant?"),
        ("$z_2=W_2h_1+b_2$, $z_3=W_3h_2+b_2$, $z_4=W_4h_3+b_4$", "b_2", "z_3 uses b_2; is index 3 meant?"),
        ("$\\rm P_a=5wx$", "\\rm", "is \\mathrm{…} meant?"),
        ("$1, 3, 5, \\ldots, 20$", "20", "does 1, 3, 5, … come to 20?"),
        ("$(n-1)s+2p+k=6\\cdot2-2\\cdot1+4$", "- 2\\cdot1".replace(" ", ""), "stands here for + 2p"),
        ("$(n-1)s-2p=(7-1)\\cdot2-2\\cdot1+4=14$", "4", "is a term missing before, for which 4 stands?"),
        ("$(5-1)2=8$", ")2", "is a sign missing between ) and 2?"),
        ("$2w\\cdot x+b=2\\cdot3+5+1$ and $(p+q)(p+r)=(2+3)+(2+5)$", "(2+3)+(2+5)", "is that meant?"),
    ],
)
def test_what_may_be_meant_is_a_question(text: str, place: str, message: str) -> None:
    found = [(text[one.start : one.end], one.message, one.question) for one in prove(text).doubts]
    assert [(where, question) for where, _, question in found] == [(place, True)], found
    assert message in found[0][1]


def test_a_wrong_number_of_many_sides_is_the_one_that_no_other_has() -> None:
    text = "$2\\cdot3\\cdot4=7\\cdot4=24$"
    assert [text[one.start : one.end] for one in prove(text).doubts] == ["7\\cdot4"]


def test_what_is_not_read_or_not_decided_is_counted_and_never_doubted() -> None:
    text = "$\\int x\\,dx = 3$, $9^{9^{9^9}}=1$, $3=4$"
    proof = prove(text)
    assert (len(proof.doubts), proof.unread, proof.undecided) == (1, 1, 1)
    assert [text[one.start : one.end] for one in proof.left] == ["\\int x\\,dx", "9^{9^{9^9}}=1"]
