from __future__ import annotations

from generator.watching.reader import shown


def body(text: str) -> str:
    return shown(text, "name", lambda file: "7").body


def test_the_title_is_the_front_matter_s_and_else_the_post_s_name() -> None:
    assert shown('---\ntitle: "A: b"\n---\nx\n', "name", str).title == "A: b"
    assert shown("---\ntitle: 합성곱 \n---\nx\n", "name", str).title == "합성곱"
    assert shown("x\n", "name", str).title == "name"


def test_front_matter_is_not_shown() -> None:
    assert body("---\ntitle: x\n---\n글\n").strip() == "<p>글</p>"


def test_tables_footnotes_and_html_are_read() -> None:
    html = body("| a | b |\n|---|---|\n| 1 | 2 |\n\n글[^1]\n\n<b>c</b>\n\n[^1]: 주석\n")
    assert "<table>" in html and 'class="footnotes"' in html and "<b>c</b>" in html


def test_formulas_stand_in_the_line_and_by_themselves() -> None:
    html = body("값은 $x_1$이고\n\n$$y$$\n\n가격은 5 $ 이다. `$z$`\n")
    assert html.count("<math") == 2 and html.count('display="block"') == 1
    assert "<code>$z$</code>" in html and "5 $ 이다" in html


def test_pictures_are_asked_for_in_their_present_state() -> None:
    html = body(
        '![a](../figures/a.svg)\n\n<img src="../figures/b.png" alt="b">\n\n![c](https://d.org/c.png)\n'
    )
    assert 'src="/figures/a.svg?v=7"' in html and 'src="/figures/b.png?v=7"' in html
    assert 'src="https://d.org/c.png"' in html
