from __future__ import annotations

import pytest

from generator.writing.literals import raw_strings


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (r'<@ math("\nu") @>', r'<@ math("\\nu") @>'),
        (r"<@ math('a\\b') @>", r"<@ math('a\\\\b') @>"),
        (r'<@ f("say \"x\"") @>', r'<@ f("say \"x\"") @>'),
        (r"""<@ f('\"') @>""", r"""<@ f('\\"') @>"""),
        (r'<!--% set a = "\x" %-->\n', r'<!--% set a = "\\x" %-->\n'),
        (r'<!--# "\n" #--> "\n"', r'<!--# "\n" #--> "\n"'),
        (
            r'<!--% raw %--><@ "\n" @><!--% endraw %--><@ "\n" @>',
            r'<!--% raw %--><@ "\n" @><!--% endraw %--><@ "\\n" @>',
        ),
        (r'<@ "@>\t" @> "\t"', r'<@ "@>\\t" @> "\t"'),
        (r'"\n" $\nabla$', r'"\n" $\nabla$'),
        ('<@ "a', '<@ "a'),
    ],
)
def test_backslashes_are_doubled_in_strings_alone(source: str, expected: str) -> None:
    assert raw_strings(source) == expected
