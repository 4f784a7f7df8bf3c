r"""Draws slips by chance: python -m tests.equations.mutate FOLDER [--each 1] > FOLDER/slips-NAME.txt

FOLDER has ``right/``. A drawn slip is kept only where the plain second way proves that it is one.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from tests.equations.slips import Slip, false_links, proved, with_slip
from tests.equations.tex_tokens import UnreadError
from tests.equations.tex_values import value
from tests.equations.truth import FORMULA, RELATION

# Short forms such as \frac12 and digits inside names are left alone.
NUMBER = re.compile(
    r"(?<![\w{}\\.])\d+(?:\{,\}\d{3})*(?:\.\d+)?(?![\w.{}])|(?<=[{( ])\d+(?:\.\d+)?(?=[})\s])"
)
DRAWS = 60


def drawn(name: str, text: str, each: int, source: random.Random, kinds: Sequence[str]) -> Iterator[Slip]:
    """Up to ``each`` slips of different formulas of a document, proved to be false."""
    formulas = [tex for found in FORMULA.finditer(text) if "=" in (tex := found[1] or found[2] or "")]
    # What the plain second way takes for false already proves nothing.
    doubtful = {side for link in false_links(text) for side in (link.left, link.right)}
    candidates = [
        tex
        for tex in formulas
        if text.count(tex) == 1
        and "\n" not in tex
        and not any(side in tex for side in doubtful if len(side) > 3)
    ]
    taken: set[str] = set()
    for _ in range(DRAWS if candidates else 0):
        tex = source.choice(candidates)
        kind = source.choice(kinds)
        changed = CHANGES[kind](tex, source)
        if tex in taken or changed in (None, tex):
            continue
        slip = Slip(name, kind, tex, str(changed))
        wrong, line = with_slip(text, slip)
        if proved(text, wrong, line):
            taken.add(tex)
            yield slip
        if len(taken) == each:
            return


def other_number(tex: str, source: random.Random) -> str | None:
    """A digit off by one, or two digits swapped."""
    places = [found for found in NUMBER.finditer(tex) if len(found[0]) > 1 or found[0] not in "01"]
    if not places:
        return None
    found = source.choice(places)
    return tex[: found.start()] + _miscopied(found[0], source) + tex[found.end() :]


def _miscopied(number: str, source: random.Random) -> str:
    digits = [at for at, sign in enumerate(number) if sign.isdigit()]
    pairs = [(a, b) for a, b in pairwise(digits) if number[a] != number[b] and a > 0]
    signs = list(number)
    if pairs and source.random() < 0.6:
        a, b = source.choice(pairs)
        signs[a], signs[b] = signs[b], signs[a]
    else:
        at = digits[-1]
        signs[at] = str((int(signs[at]) + source.choice((1, 9))) % 10)
    return "".join(signs)


def other_sign(tex: str, source: random.Random) -> str | None:
    """A plus for a minus between two terms, or the other way round."""
    return _swapped(tex, r"(?<=[\w})\]])(\s*)([+-])(?=\s*[\w\\({])", {"+": "-", "-": "+"}, source)


def other_operator(tex: str, source: random.Random) -> str | None:
    """A plus for a product."""
    return _swapped(
        tex, r"(?<=[\d)])(\s*)(\\cdot|\\times)(?=\s*[\d(])", {r"\cdot": "+", r"\times": "+"}, source
    )


def other_index(tex: str, source: random.Random) -> str | None:
    """The neighbour's index."""
    places = [found for found in re.finditer(r"_(\d)(?!\d)", tex) if tex[: found.start()].count("=")]
    if not places:
        return None
    found = source.choice(places)
    index = int(found[1]) + source.choice((-1, 1))
    return None if index < 0 else f"{tex[: found.start(1)]}{index}{tex[found.end(1) :]}"


def dropped_term(tex: str, source: random.Random) -> str | None:
    """A short term less."""
    places = list(re.finditer(r"\s*[+-]\s*(?:\d[\d.{},]*|\w)(?=\s*[+=)}-]|\s*\\(?:cdots|right))", tex))
    if not places:
        return None
    found = source.choice(places)
    return tex[: found.start()] + tex[found.end() :]


def other_value(tex: str, source: random.Random) -> str | None:
    """A wrong number carried over, and the result that follows from it."""
    parts = RELATION.split(tex)
    sides = parts[::2]
    if len(sides) < 3 or parts[1::2] != ["="] * (len(sides) - 1) or not re.search(r"[a-z]", sides[-3]):
        return None
    filled, result = sides[-2], sides[-1].strip()
    changed = other_number(filled, source)
    if changed is None or not re.fullmatch(r"-?\d[\d{},.]*", result):
        return None
    try:
        new = value(changed.replace("&", ""))
    except UnreadError:
        return None
    if not new.is_Rational or not (new * 10000).is_Integer:
        return None
    shown = (
        f"{int(new):,}".replace(",", "{,}" if "{,}" in result else "")
        if new.is_Integer
        else f"{float(new):.4f}".rstrip("0")
    )
    end = sides[-1].replace(result, shown)
    return "".join([*parts[:-3], changed, parts[-2], end])


def _swapped(tex: str, pattern: str, other: dict[str, str], source: random.Random) -> str | None:
    places = list(re.finditer(pattern, tex))
    if not places:
        return None
    found = source.choice(places)
    return tex[: found.start(2)] + other[found[2]] + tex[found.end(2) :]


CHANGES = {
    "number": other_number,
    "sign": other_sign,
    "operator": other_operator,
    "index": other_index,
    "term": dropped_term,
    "value": other_value,
}


def main() -> None:
    """Print the slips in the form of ``slips.txt``."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--each", type=int, default=1)
    parser.add_argument("--kinds", nargs="+", choices=sorted(CHANGES), default=list(CHANGES))
    wishes = parser.parse_args()
    entries = []
    for path in sorted((wishes.folder / "right").glob("*.md")):
        source = random.Random(f"{wishes.seed} {path.stem}")
        for slip in drawn(path.stem, path.read_text(encoding="utf-8"), wishes.each, source, wishes.kinds):
            entries.append(f"{slip.name}: {slip.kind}\n  {slip.was}\n  {slip.now}\n")
    sys.stdout.write("\n".join(entries))


if __name__ == "__main__":
    main()
