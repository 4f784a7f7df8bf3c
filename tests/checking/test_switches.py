from __future__ import annotations

from pathlib import Path

import pytest

from generator.checking.document import Document
from generator.checking.mending import mend
from generator.checking.runner import chosen, faults
from generator.checking.source import Source

ALT = chosen(only=["alt-text", "switched-off"])
OFF = "<!-- check: off alt-text: it is decoration -->"


def found(text: str, speaking: frozenset[str] = ALT) -> list[tuple[int, str]]:
    document = Document(Path("post.md"), text)
    return [(document.place(fault.start)[0], code) for code, fault in faults(document, speaking)]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (f"![](a.png) {OFF}\n\n![](b.png)\n", [3]),
        (f"{OFF}\n![](a.png)\n![](b.png)\n\n![](c.png)\n", [5]),
        (f"![](a.png)\n\n{OFF}\n\n![](b.png)\n", [1]),
        (f"> {OFF}\n> ![](a.png)\n>\n> ![](b.png)\n", [4]),
        (f"{OFF}\n<!-- check: off links: they come later -->\n![](a.png)\n", []),
        ("![](a.png)\n\n![](b.png)\n\n<!-- check: off-file alt-text: all are decoration -->\n", []),
        ("<!--\ncheck: off alt-text, links:\nall `![](x.png)` are decoration\n-->\n![](a.png)\n", []),
        (f"![](a.png)\n`{OFF}`\n", [1]),
        (f"```html\n{OFF}\n```\n![](a.png)\n", [4]),
        (f"text\n\n    {OFF}\n\n![](a.png)\n", [5]),
    ],
)
def test_a_comment_holds_for_its_line_the_block_below_or_the_file(text: str, lines: list[int]) -> None:
    assert found(text) == [(line, "alt-text") for line in lines]


@pytest.mark.parametrize("opening", ["```", "~~~~", "$$"])
def test_a_block_between_fences_ends_at_its_fence(opening: str) -> None:
    text = f"<!-- check: off links: x -->\n{opening}\na\n\nb\n{opening}\n\n[x](#no)\n"
    codes = [code for _, code in found(text, chosen(only=["links"]))]
    assert codes == ["links"]
    switched = Document(Path("post.md"), text)
    from generator.checking.switches import switches

    (switch,) = switches(switched)
    assert (switch.first, switch.last) == (1, 6)


@pytest.mark.parametrize(
    ("comment", "message"),
    [
        ("<!-- check: off alt-text -->", "say why: <!-- check: off alt-text: reason -->"),
        ("<!-- check: off alt-text:  -->", "say why"),
        ("<!-- check: off alt-txt: why -->", "there is no check 'alt-txt'; did you mean alt-text?"),
        ("<!-- check: off qqqq: why -->", "there is no check 'qqqq'; generator check --explain lists all"),
        ("<!-- check: off: why -->", "this switches nothing off"),
        ("<!-- check: off orphans: why -->", "orphans looks at the project"),
        ("<!-- check: off alt-text: why -->", "alt-text finds nothing here any more"),
        ("<!-- check: off-file alt-text: why -->", "alt-text finds nothing here any more"),
    ],
)
def test_a_comment_without_reason_code_or_effect_is_a_finding(comment: str, message: str) -> None:
    text = f"{comment}\nwords\n" + ("\n![](a.png)\n" if "finds nothing" not in message else "")
    if "say why" in message:
        text = f"![](a.png) {comment}\n"
    document = Document(Path("post.md"), text)
    messages = [fault.message for code, fault in faults(document, ALT) if code == "switched-off"]
    assert len(messages) == 1
    assert message in messages[0]


def test_other_comments_are_nobody_s_business() -> None:
    assert (
        found("<!-- check: is this right? -->\n<!-- check: offers -->\n<!-- check: off-filed a -->\n") == []
    )


def test_a_check_that_does_not_speak_makes_no_comment_idle() -> None:
    text = f"{OFF}\nwords\n"
    assert found(text, chosen(off=["alt-text"])) == []
    assert found(text, chosen(off=["switched-off"])) == []
    assert found(text) == [(1, "switched-off")]


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        (f"a\n\n{OFF}\n\nb\n", "a\n\nb\n"),
        (f"{OFF}\n\nb\n", "b\n"),
        (f"a {OFF}\nb\n", "a\nb\n"),
        (f"a {OFF} b\n", "a b\n"),
        (f"a\n{OFF}\nb\n", "a\n\nb\n"),
        (f"a\n\n{OFF}\nb\n", "a\n\nb\n"),
        (f"a\n\n{OFF}", "a\n\n"),
        (f"a\n{OFF}\n\nb\n", "a\n\nb\n"),
    ],
)
def test_mending_takes_an_idle_comment_out_with_its_line(text: str, mended: str) -> None:
    def document_of(text: str) -> Document:
        return Document(Path("post.md"), text)

    assert mend(Source(text), document_of, lambda document: faults(document, ALT)).source.text == mended
