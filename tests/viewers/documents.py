"""Random posts for comparing readers of Markdown: common and rare writings, mathematics in every place."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from tests.viewers.field_formulas import formula

WORDS = (
    "합성곱", "층의", "출력은", "kernel", "값", "the loss", "이다.", "학습률을", "바꾼다.", "a_b", "snake_case", "3*4",
    "A | B", "where", "2 < 3", "AT&T", "예를 들어,", "\\*별표\\*", "그림 1:", "e.g.", "C++", "😀", "&amp;", "www.a.kr",
)  # fmt: skip
BEFORE = (" ", " ", " ", " ", " ", "", "", "(", "는", "값은 ", ",", '"', "「", "-", ": ", "x", "5", "*", "**", "_", "[", "\n")
AFTER = (" ", " ", "는 ", "이다.", ".", ",", ")", "의 ", "-차원 ", "x", "2", '"', "*", "**", "_", "]", "\n", "!", "? ", "은")
PRICES = ("$5", "US$5", r"\$5", "<span>$</span>5", "$10에서 $20", "5$", "$1,000", r"\$5 and \$6", "$")
CODE = ("`a_b`", "`$x$`", "``a ` b``", "`{{ x }}`", "`\\(`", "`a|b`")
LIQUID = ("{{ page.title }}", "{% raw %}{{x}}{% endraw %}", "{{ x }}", "{{", "{% if %}", "{%", "}}", "{: .wide }", "{{x")
HTML = ("<b>굵게</b>", '<span style="color:red">빨강</span>', "<br>", "<!-- 말 -->", "<kbd>$x$</kbd>", "<sub>2</sub>")


def random_document(random: Random) -> str:
    """A post of one to five blocks, as people write them and, now and then, as nobody should."""
    gaps = ("\n\n", "\n\n", "\n\n", "\n\n", "\n", "\n\n\n", "  \n")
    text = _block(random)
    for _ in range(random.randint(0, 4)):
        text += random.choice(gaps) + _block(random)
    return text + random.choice(("", "\n", "\n", "\n\n"))


def _block(random: Random) -> str:
    kinds: tuple[tuple[Callable[[Random], str], int], ...] = (
        (_sentence, 12), (_display, 9), (_list, 4), (_quote, 3), (_heading, 2), (_table, 3), (_html, 1),
        (_caption, 2), (_code, 1), (_footnote, 1), (_link, 1), (_indented, 1),
    )  # fmt: skip
    functions, weights = zip(*kinds, strict=True)
    block: str = random.choices(functions, weights)[0](random)
    return block


def _sentence(random: Random) -> str:
    return "".join(_piece(random) for _ in range(random.randint(1, 6))).strip("\n") or "글"


def _piece(random: Random) -> str:
    kind = random.random()
    if kind < 0.4:
        return random.choice(WORDS) + random.choice((" ", " ", " ", "", "\n", "  \n"))
    if kind < 0.8:
        return random.choice(BEFORE) + _inline(random) + random.choice(AFTER)
    if kind < 0.87:
        return f"{_mark(random)}{' ' if random.random() < 0.3 else ''}"
    return random.choice(random.choice((PRICES, CODE, HTML, LIQUID) if kind < 0.9 else (PRICES, CODE, HTML))) + " "


def _mark(random: Random) -> str:
    mark = random.choice(("*", "**", "_", "__", "~~", "***"))
    inner = random.choice(WORDS) if random.random() < 0.4 else f"{random.choice(WORDS)} {_inline(random)}"
    return f"{mark}{inner}{mark}"


def _inline(random: Random) -> str:
    tex = formula(random)
    kind = random.random()
    if kind < 0.68:
        return f"${tex}$"
    if kind < 0.74:
        return random.choice((f"$ {tex} $", f"$ {tex}$", f"${tex} $"))
    if kind < 0.86:
        return random.choice((f"$${tex}$$", f"$${tex}$$", f"$$ {tex} $$"))
    return random.choice((rf"\({tex}\)", rf"\\({tex}\\)", rf"\[{tex}\]", f"$`{tex}`$", f"${tex}", f"\\${tex}\\$"))


def _display(random: Random) -> str:
    tex = formula(random)
    writings = (
        (f"$${tex}$$", 10), (f"$$\n{tex}\n$$", 10), (f"$$ {tex} $$", 2), (f"$${tex}\n$$", 1), (f"$$\n{tex}$$", 1),
        (f"$${tex}$$ ", 1), (f"$${tex}$$.", 1), (f"$${tex}$$\n$${formula(random)}$$", 1), (f"$$\n\n{tex}\n\n$$", 1),
        (f"$$\n{tex}\n+ {formula(random)}\n$$", 1), (f"$$\n{tex}\n= {formula(random)}\n$$", 1), (f"$$\n{tex}", 1),
        (f"$$\n{tex}\n=\n{formula(random)}\n$$", 1), (f"\\[{tex}\\]", 1), (f"\\\\[{tex}\\\\]", 1),
        (f"```math\n{tex}\n```", 2), (f"\\begin{{align}}\n{tex}\n\\end{{align}}", 1), (f"  $${tex}$$", 1),
        (f"값은\n$${tex}$$", 2), (f"$${tex}$$\n이다.", 2), (f"$${tex}$$ 이다.", 1), (f"$${tex}$$ $${tex}$$", 1),
        (f"$$\n{tex}\n- {formula(random)}\n> 0\n$$", 1), (f"$$ {tex}\n$$", 1), (f"$${tex}$$\n{{: .wide }}", 1),
    )  # fmt: skip
    texts, weights = zip(*writings, strict=True)
    text: str = random.choices(texts, weights)[0]
    return text


def _list(random: Random) -> str:
    bullets = random.choice((("- ", "- "), ("* ", "* "), ("1. ", "2. "), ("- [ ] ", "- [x] ")))
    items = []
    for bullet in bullets:
        text = _sentence(random) if random.random() < 0.7 else _display(random)
        indent = "\n" + " " * random.choice((len(bullet), len(bullet), 4, 0))
        items.append(bullet + text.replace("\n", indent))
        if random.random() < 0.2:
            items.append(("\n" + _display(random)).replace("\n", "\n" + " " * len(bullet)))
    return "\n".join(items)


def _quote(random: Random) -> str:
    inner = _sentence(random) if random.random() < 0.6 else f"앞\n\n{_display(random)}\n\n뒤"
    quoted = "\n".join(f"> {line}".rstrip() if random.random() < 0.95 else line for line in inner.split("\n"))
    return quoted + random.choice(("", "", "\n{: .prompt-info }"))


def _heading(random: Random) -> str:
    title = _sentence(random).replace("\n", " ")
    return random.choice((f"## {title}", f"### {title} ##", f"{title}\n---", f"{title}\n==="))


def _table(random: Random) -> str:
    def row() -> str:
        cells = [random.choice((random.choice(WORDS), _inline(random), _sentence(random))) for _ in range(2)]
        return f"| {' | '.join(cells)} |".replace("\n", " ")

    return "\n".join([row(), random.choice(("|---|---|", "|:--|--:|", "| --- | --- |")), row(), row()])


def _html(random: Random) -> str:
    inner = random.choice((_sentence, _display))(random)
    gap = random.choice(("\n", "\n\n", ""))
    tag = random.choice(("div", "details", "p", "center", "span", "figure", 'div markdown="1"'))
    return f"<{tag}>{gap}{inner}{gap}</{tag.split()[0]}>"


def _caption(random: Random) -> str:
    mark = random.choice("*_")
    return f"![그림](/a.png)\n{mark}그림 1: {_inline(random)} 의 값{mark}"


def _code(random: Random) -> str:
    fence = random.choice(("```", "~~~"))
    return f"{fence}{random.choice(('', 'python', 'tex'))}\n{_sentence(random)}\n{fence}"


def _footnote(random: Random) -> str:
    return f"본문[^1] {_inline(random)}\n\n[^1]: 각주 {_inline(random)} 이다."


def _link(random: Random) -> str:
    return f"[글 {_inline(random)}]({random.choice(('/a_b_c', 'https://a.kr/$x$'))}) {_sentence(random)}"


def _indented(random: Random) -> str:
    return " " * random.randint(2, 5) + random.choice((_sentence, _display))(random)
