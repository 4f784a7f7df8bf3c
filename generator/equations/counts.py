"""Numbers of parameters that the running text gives to networks by name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.equations.findings import Doubt

if TYPE_CHECKING:
    from generator.networks import Network

_SENTENCE = re.compile(r"(?:[^.!?\n]|\.(?=\S)|\n(?!\s*\n))+")
_WORD = r"(?:parameters|params|weights|매개변수|파라미터|가중치|모수)"
_COUNT = re.compile(
    rf"(?P<before>\d{{1,3}}(?:,\d{{3}})+|\d{{4,}})\s*개?의?\s*(?:trainable |learnable |학습 가능한 )?{_WORD}"
    rf"|{_WORD}(?:의 수|의 개수| 수| 개수)?(?:는|은|가|이|:| is| are|=)?\s*(?:모두 |총 |전부 |약 )?"
    r"(?P<behind>\d{1,3}(?:,\d{3})+|\d{4,})(?![\d.,]*\d)",
    re.IGNORECASE,
)
# Who says so tells of another network than the one that is named.
_OTHER = re.compile(
    r"same|variant|variation|변형|변종|달리|대신|instead|unlike|than|보다|without|빼면|없이|층|layer|padding|패딩",
    re.IGNORECASE,
)


def counts(prose: str) -> Iterator[Doubt]:
    """Counts that belong to another network, or miss the right one by a digit."""
    if not _COUNT.search(prose):
        return
    from generator.networks import DESCRIBED, parameter_counts

    totals = {network.title: sum(parameter_counts(network)) for network in DESCRIBED.values()}
    for sentence in _SENTENCE.finditer(prose):
        named = [network for network in DESCRIBED.values() if _names(network, sentence.group())]
        if len(named) != 1 or _OTHER.search(sentence.group()):
            continue
        title = named[0].title
        right = totals[title]
        if re.search(rf"(?<!\d){right:,}(?!\d)|(?<!\d){right}(?!\d)", sentence.group()):
            continue
        for found in _COUNT.finditer(sentence.group()):
            group = "before" if found["before"] else "behind"
            value = int(found[group].replace(",", ""))
            whose = next((name for name, total in totals.items() if total == value), None)
            if whose is None and not _near(value, right):
                continue
            start = sentence.start() + found.start(group)
            told = f", which {whose} has" if whose else ""
            message = f"{title} has {right:,} parameters, not {value:,}{told}"
            yield Doubt(start, start + len(found[group]), message)


def _names(network: Network, sentence: str) -> bool:
    # A title with a space or digit in it is a name; "LeNet" alone may be any of them.
    if network.title == "LeNet":
        return False
    return re.search(rf"(?<![\w-]){re.escape(network.title)}(?![\w-]*[A-Za-z0-9])", sentence) is not None


def _near(value: int, right: int) -> bool:
    one, other = str(value), str(right)
    if len(one) != len(other) or len(one) < 4:
        return False
    different = [at for at in range(len(one)) if one[at] != other[at]]
    swapped = len(different) == 2 and different[1] == different[0] + 1 and sorted(one) == sorted(other)
    return len(different) == 1 or swapped
