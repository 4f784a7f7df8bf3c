"""The lists of names say what the typesetters know."""

from __future__ import annotations

import pytest

from generator.viewers.engines import Engine, knowledge
from tests.viewers.marks import ASKS_VIEWERS
from tests.viewers.write_arguments import arguments, asked, in_text, not_as_script, only_in_text
from tests.viewers.write_macros import files

pytestmark = ASKS_VIEWERS


def test_the_lists_of_names_are_those_of_the_typesetters() -> None:
    assert [path.name for path, text in files().items() if path.read_text("utf-8") != text] == []


@pytest.mark.parametrize("engine", ["mathjax", "katex"])
def test_macros_take_as_many_arguments_as_the_lists_say(engine: Engine) -> None:
    sample = asked(engine)[::20]

    listed = {name: number for name, number in knowledge(engine).arguments.items() if name in sample}

    assert arguments(engine, sample) == listed


def test_katex_takes_macros_where_the_lists_say() -> None:
    known = knowledge("katex")
    sample = set(sorted(known.macros)[::7])

    assert set(not_as_script(sample)) == sample & known.not_as_script
    assert set(in_text(sample)) == sample & (known.in_text or set())
    assert set(only_in_text(sample)) == sample & known.only_in_text
