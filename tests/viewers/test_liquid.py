"""What Liquid leaves of a document, and how it is said where it stops."""

from __future__ import annotations

import pytest

from generator.viewers.liquid import render
from generator.viewers.shown import BuildError


@pytest.mark.parametrize(
    ("source", "left"),
    [
        ("a {{ page.title }} b", "a  b"),
        ("a {{- x -}} b", "ab"),
        ("x^{{2}} {{ 'b' }} {{ \"/c\" | relative_url }}", "x^2 b /c"),
        ("{% if a %}b{% elsif c %}d{% else %}e{% endif %}", "bde"),
        ("{% assign a = 1 %}{% include b.html c='d' %}{% post_url 2025-07-02-lenet %}e", "e"),
        ("{% capture a %}b{% endcapture %}c", "c"),
        ("{% comment %}{% nobody knows %}{% endcomment %}a", "a"),
        ("{% raw %}{{ a }} {% b %} {{c}{% endraw %}d", "{{ a }} {% b %} {{c}d"),
        ("a } b }} c %} { { d", "a } b }} c %} { { d"),
    ],
)
def test_outputs_and_tags_vanish_but_for_what_is_known(source: str, left: str) -> None:
    assert render(source) == left


def test_code_is_marked_as_code() -> None:
    assert "<pre><code>a &lt; b</code></pre>" in render("{% highlight python %}\na < b\n{% endhighlight %}")


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("$e^{{a}_b$", "'{{a}_b$'"),
        ("a {{ b", "'{{ b'"),
        ("a {%}", "'{%}'"),
        ("{% figure a %}", "'{% figure a %}'"),
        ("{% if a %}b", "{% endif %}"),
        ("{% raw %}b", "{% endraw %}"),
        ("{% highlight %}a{% endhighlight %}", "{% highlight language %}"),
        ("{% for a of b %}{% endfor %}", "{% for name in list %}"),
    ],
)
def test_the_message_names_what_liquid_stumbles_over_or_misses(source: str, says: str) -> None:
    with pytest.raises(BuildError) as stop:
        render("\n\n" + source, first_line=5)

    assert says in stop.value.message
    assert stop.value.line == 7


def test_comments_of_liquid_5_stop_the_liquid_4_that_jekyll_comes_with() -> None:
    with pytest.raises(BuildError):
        render("{% # a %}")
