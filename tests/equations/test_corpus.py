"""The documents that a check of equations is measured with are themselves what they say."""

from __future__ import annotations

import re

import pytest

from generator.equations.proving import prove
from tests.equations.corpus_reader import SETS, hostile, right, wrong
from tests.equations.slips import KINDS, false_links, proved
from tests.equations.truth import FORMULA, links

# Read without their words these equalities look false; the text around them says what they mean: shapes, an
# equation to be solved, a growth, a symbol defined by another, a value at another place.
TRUE_BY_MEANING = {
    "affine-backward": 3,
    "asymptotics": 3,
    "attention-scaling": 1,
    "attention-shapes": 2,
    "batchnorm-invariance": 1,
    "batchnorm-numbers": 1,
    "chain-rule": 2,
    "complexity": 1,
    "embedding": 1,
    "gan-losses": 1,
    "letters-reused": 1,
    "log-likelihood-bernoulli": 1,
    "momentum": 1,
    "output-same-padding": 2,
    "perceptron-gates": 1,
    "piecewise": 1,
    "rounded-with-equals": 1,
    "separable": 1,
    "softmax-derivative": 2,
    "softmax-numbers": 1,
    "tanh-derivative": 1,
    "xavier": 1,
}


@pytest.mark.slow
@pytest.mark.parametrize("name", SETS)
def test_right_documents_are_right_by_a_second_way(name: str) -> None:
    for document in right(name):
        false = false_links(document.text)
        assert len(false) == TRUE_BY_MEANING.get(document.origin, 0), (document.origin, false)


@pytest.mark.slow
@pytest.mark.parametrize("name", SETS)
def test_every_fifth_slip_makes_something_false_on_its_line(name: str) -> None:
    before = {document.origin: document.text for document in right(name)}
    # vouch.py proves each of them; here a few must do.
    for document in list(wrong(name))[::5]:
        assert document.mark is not None
        if not document.mark.by_hand:
            assert proved(before[document.origin], document.text, document.mark.line), document.path.stem


@pytest.mark.parametrize("name", SETS)
def test_wrong_documents_differ_from_right_ones_in_one_line(name: str) -> None:
    before = {document.origin: document.text.rstrip().splitlines() for document in right(name)}
    for document in wrong(name):
        assert document.mark is not None
        old, new = before[document.origin], document.text.rstrip().splitlines()
        changed = [n for n, (a, b) in enumerate(zip(old, new, strict=True), 1) if a != b]
        assert changed == [document.mark.line], document.path.stem
        assert document.mark.kind in KINDS


@pytest.mark.parametrize(("name", "most", "least"), [("corpus", 75, 160), ("held_out", 25, 50)])
def test_there_are_enough_documents(name: str, most: int, least: int) -> None:
    originals, made = list(right(name)), list(wrong(name))
    assert len(originals) >= most
    assert len(made) >= least
    per_original = {d.origin: sum(w.origin == d.origin for w in made) for d in originals}
    assert min(per_original.values()) >= 2
    assert all(len(FORMULA.findall(document.text)) >= 3 for document in originals)


def test_no_right_document_of_the_corpus_is_doubted() -> None:
    assert [document.origin for document in right("corpus") if prove(document.text).doubts] == []


@pytest.mark.slow
def test_nine_in_ten_slips_of_the_corpus_are_found_at_their_line() -> None:
    verdicts = [
        document.mark.line
        in {document.text.count("\n", 0, one.start) + 1 for one in prove(document.text).doubts}
        for document in wrong("corpus")
        if document.mark is not None and not document.mark.question
    ]
    assert sum(verdicts) >= 0.9 * len(verdicts)


def test_sets_have_no_document_in_common() -> None:
    corpus, held_out = ({document.origin for document in right(name)} for name in SETS)
    assert not corpus & held_out


def test_hostile_documents_are_hostile() -> None:
    assert len(list(hostile())) >= 20
    assert any(document.text.count("=") >= 10_000 for document in hostile())
    assert all(re.search(r"\$2\+3=5\$", document.text) for document in hostile())


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("$2+3=5$", [True]),
        ("$2+3=6$", [False]),
        (r"$\frac{27}{2}=13.5$ and $\frac13=0.33$, $\frac13=0.34$", [True, True, False]),
        (r"$b_1=2$ $$a_2=7+2\cdot b_1=7+2\cdot3=13$$", [None, None, False, True]),
        (r"$$(x+1)^2=x^2+2x+1=x^2+1$$", [True, False]),
        (r"$$\frac{d}{dx}x^3=3x^2$$ $$\frac{d}{dx}x^3=2x^2$$", [True, False]),
        (r"$\frac{dy}{dx}=f(x)$", [None]),
    ],
)
def test_the_second_way_judges_plain_equalities(text: str, verdicts: list[bool | None]) -> None:
    assert [link.verdict for link in links(text)] == verdicts
