"""What stops Liquid is told, and nothing is said to stop it that does not: compared with Liquid."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.checking.document import Document
from generator.checks.liquid import find

PIECES = (
    "{{ x }}", "{{x}", "{{", "{%", "{% raw %}", "{% endraw %}", "{% if a %}", "{% endif %}",
    "{%- if b -%}", "{{ page.title }}", "{% highlight py %}", "{% endhighlight %}", "}}", "%}",
    "{{{ W }}}", "{{1, 2}, {3}}", "{% for p in q %}", "{% endfor %}", "{% assign z = 1 %}", "words ",
    "`", "```\n", "\n", "\n\n", "<!-- ", " -->",
)  # fmt: skip
READ = """
require "json"
require "jekyll"
stops = JSON.parse($stdin.read).map do |text|
  begin
    Liquid::Template.parse(text, error_mode: :lax)
    false
  rescue Liquid::SyntaxError
    true
  end
end
puts JSON.generate(stops)
"""


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("jekyll") is None, reason="Jekyll brings Liquid and its tags")
def test_what_stops_liquid_is_told_and_nothing_else_is_said_to_stop_it() -> None:
    choose = random.Random(20251126)
    texts = ["".join(choose.choices(PIECES, k=choose.randint(1, 5))) for _ in range(500)]
    done = subprocess.run(
        ["ruby", "-e", READ], input=json.dumps(texts), capture_output=True, text=True, check=True
    )
    stops = json.loads(done.stdout.splitlines()[-1])
    assert 50 < sum(stops) < 450
    for text, stop in zip(texts, stops, strict=True):
        told = [fault.message for fault in find(Document(Path("post.md"), text))]
        if stop:
            assert told, repr(text)
        else:
            assert not [message for message in told if "stops the build" in message], repr(text)
