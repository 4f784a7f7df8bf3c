"""Small documents: what Jekyll's page makes of their mathematics, and what stops its build."""

from __future__ import annotations

# What the example shows, the document, and the formulas: TeX, and whether it is displayed.
EXAMPLES: dict[str, tuple[str, list[tuple[str, bool]]]] = {
    "two dollars in a paragraph of its own are a display": ("앞\n\n$$a=b$$\n\n뒤", [("a=b", True)]),
    "two dollars in a line are inline": ("값 $$a_b$$ 이다.", [("a_b", False)]),
    "two dollars right under text are inline": ("앞\n$$a$$\n\n뒤", [("a", False)]),
    "two dollars right above attributes are a display": ("$$a$$\n{: .wide }", [("a", True)]),
    "a backslash before two dollars makes no display": ("\\$$a$$\n\n$$c$$", [("a", False), ("c", True)]),
    "low lines after a brace are emphasis": (r"값 $\mathbf{x}_{i}$ 와 $\mathbf{y}_{j}$", [(" 와 ", False)]),
    "low lines after a letter are not": ("값 $a_b$ 와 $c_d$", [("a_b", False), ("c_d", False)]),
    "stars are emphasis": ("값 $a*b$ 와 $c*d$ 이다.", [(" 와 ", False)]),
    "stars between spaces are not": ("값 $a * b$ 와 $c * d$", [("a * b", False), ("c * d", False)]),
    "a backslash before punctuation is lost": (r"$\{1,2\}$ 와 $a\!b$", [("{1,2}", False), ("a!b", False)]),
    "a backslash before other signs stays": (r"값 $a\,b\;c\%$", [(r"a\,b\;c\%", False)]),
    "two backslashes become one": (r"식 $a\\b$", [(r"a\b", False)]),
    "brackets with a backslash are lost": (r"값 \(a\) 와 \[b\]", []),
    "brackets with two backslashes are found": (r"값 \\(a\\) 와 \\[b\\]", [("a", False), ("b", True)]),
    "a straight quotation mark is curved": ("도함수 $f'(x)$", [("f’(x)", False)]),
    "three dots and two hyphens are set": ("값 $1,...,n$ 과 $a--b$", [("1,…,n", False), ("a–b", False)]),
    "a bar in a paragraph makes a table": ("확률 $p(a|b)$ 이다.", []),
    "a bar in code makes none": ("확률 `a|b` $c$ 이다.", [("c", False)]),
    "a bar on one of two lines makes none": ("확률 $p(a|b)$\n이다.", [("p(a|b)", False)]),
    "cells of a table are read one by one": (
        "| $a$ | $b |\n|---|---|\n| $c$ | d$ |",
        [("a", False), ("c", False)],
    ),
    "brackets and parentheses are a link": ("식 $[a](b)$", []),
    "brackets alone are not": ("식 $[a]_{ij}$", [("[a]_{ij}", False)]),
    "a defined name in brackets is a link": ("식 $[a]$\n\n[a]: /b", []),
    "code is not looked into": ("`$x$` 와 $y$\n\n    $z$\n\n```tex\n$w$\n```\n", [("y", False)]),
    "an abbreviation splits a formula": (r"식 $\text{CNN}$" + "\n\n*[CNN]: net", []),
    "a footnote's formulas come last": (
        "글[^1] $b$\n\n[^1]: 각주 $a$\n\n끝 $c$",
        [("b", False), ("c", False), ("a", False)],
    ),
    "a footnote without a mark shows nothing": ("글 $b$\n\n[^1]: 각주 $a$", [("b", False)]),
    "a header shows in the table of contents, too": (
        "* toc\n{:toc}\n\n## 값 $a$",
        [("a", False), ("a", False)],
    ),
    "a list's item holds a display": ("- 앞\n\n  $$a$$\n\n- 뒤", [("a", True)]),
    "a quotation holds a display": ("> 앞\n>\n> $$a$$\n{: .prompt-info }", [("a", True)]),
    "a definition list holds formulas": ("값 $a$\n: 뜻 $b$", [("a", False), ("b", False)]),
    "an HTML block is handed through": (
        "<div>\n$a_b$ $\\{c\\}$\n$$d$$\n</div>",
        [("a_b", False), (r"\{c\}", False), ("d", True)],
    ),
    "Markdown in an HTML block is read where it is asked for": (
        '<div markdown="1">\n$\\{a\\}$\n</div>',
        [("{a}", False)],
    ),
    "an element ends a formula": ("값 $a<b>c$ d</b>", []),
    "a line break does not": ("값 $a<br>b$", [("a\nb", False)]),
    "a comment does not": ("값 $a<!-- x -->b$", [("ab", False)]),
    "a price opens a formula": ("가격 $5 에서 $x$ 를 뺀다.", [("5 에서 ", False)]),
    "a dollar with a backslash opens one, too": (r"가격 \$5 and \$6", [("5 and ", False)]),
    "a dollar with two backslashes is a dollar": (r"가격 \\$5 에서 $x$", [("x", False)]),
    "a dollar sign in an element of its own opens none": ("<span>$</span>5 에서 $x$", [("x", False)]),
    "an end inside braces does not count": (r"식 $\text{a $b$ c}$ d", [(r"\text{a $b$ c}", False)]),
    "an environment needs no dollars": (
        "\\begin{align}\na&=b\n\\end{align}",
        [("\\begin{align}\na&=b\n\\end{align}", True)],
    ),
    "a reference to an equation is mathematics": (r"식 \eqref{a}", [(r"\eqref{a}", False)]),
    "Liquid's outputs vanish": ("값 $e^{{x}}$", [("e^", False)]),
    "Liquid's numbers stay": ("값 $x^{{2}}$", [("x^2", False)]),
    "raw text is kept from Liquid": ("{% raw %}값 $e^{{x}}${% endraw %}", [("e^{{x}}", False)]),
    "Liquid's comments vanish": ("{% comment %}$a${{b}}{% endcomment %}$c$", [("c", False)]),
    "Liquid's code is not looked into": (
        "{% highlight tex %}\n$a$\n{% endhighlight %}\n\n$b$",
        [("b", False)],
    ),
}  # fmt: skip

# A document, and the line at which Liquid stops.
STOPS: dict[str, tuple[str, int]] = {
    "an output without an end": ("앞\n\n$\\text{a {{ b}$", 3),
    "an output that ends with one brace": ("$e^{{a}_{b}}$", 1),
    "a tag without an end": ("앞\n$\\text{5{%}}$", 2),
    "an unknown tag": ("{% figure a.png %}", 1),
    "a tag without its end tag": ("앞\n{% if a %}\n뒤", 2),
    "raw text without its end": ("앞\n\n{% raw %}\n뒤", 3),
    "an end without its start": ("앞 {% endif %}", 1),
    "another tag's end": ("{% if a %}{% endfor %}{% endif %}", 1),
    "a condition without words": ("{% if %}a{% endif %}", 1),
    "an assignment without a value": ("{% assign a %}", 1),
    "front matter counts": ("---\ntitle: a\n---\n\n{{", 5),
}
