"""Random posts for comparing readers of Markdown: common and rare writings, mathematics in every place."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from tests.viewers.field_formulas import formula
from tests.viewers.fragments import AFTER, BEFORE, CODE, DISPLAYS, HTML, LIQUID, PRICES, RARE_INLINES, WORDS


def random_document(random: Random) -> str:
    """A post of one to five blocks, as people write them and, now and then, as nobody should."""
    gaps = ("\n\n", "\n\n", "\n\n", "\n\n", "\n", "\n\n\n", "  \n")
    text = _block(random)
    for _ in range(random.randint(0, 4)):
        text += random.choice(gaps) + _block(random)
    return text + random.choice(("", "\n", "\n", "\n\n"))


def _block(random: Random) -> str:
    return random.choices(*BLOCKS)[0](random)


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
    kinds = (PRICES, CODE, HTML, LIQUID) if kind < 0.9 else (PRICES, CODE, HTML)
    return random.choice(random.choice(kinds)) + " "


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
    return random.choice(RARE_INLINES).replace("TEX", tex)


def _display(random: Random) -> str:
    writing = random.choices(*DISPLAYS)[0]
    return writing.replace("TEX", formula(random)).replace("MORE", formula(random))


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


BLOCKS: tuple[tuple[Callable[[Random], str], ...], tuple[int, ...]] = (
    (
        _sentence,
        _display,
        _list,
        _quote,
        _table,
        _heading,
        _caption,
        _html,
        _code,
        _footnote,
        _link,
        _indented,
    ),
    (12, 9, 4, 3, 3, 2, 2, 1, 1, 1, 1, 1),
)
