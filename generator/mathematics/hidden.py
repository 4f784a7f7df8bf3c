"""The parts of a post in which no author means mathematics, made blank; every offset stays what it was."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.writing.markdown import uncoded

_TAGS = "include|post_url|link|raw|highlight|if|unless|elsif|else|for|assign|capture|case|when|comment|end"
_OBJECTS = "site|page|include|post|content|layout"
_LIQUID = re.compile(rf"\{{%-?\s*(?:{_TAGS})[^{{}}]*?%\}}|\{{\{{\s*(?:{_OBJECTS})\b[^{{}}]*\}}\}}")
# Minimal Mistakes' figure, whose caption is read as Markdown.
_FIGURE = re.compile(r"(\{%-?\s*include\s+figure\b[^{}]*?\bcaption=\")([^\"]*)(\"[^{}]*%\})")
_TAG = re.compile(r"</?[A-Za-z][\w-]*(?=[\s/>])(?:[^<>\"'`$]|\"[^\"\n]*\"|'[^'\n]*')*>")
# Addresses and alt texts matter only where a dollar in them could be taken for one of mathematics.
_ADDRESS = re.compile(
    r"(?<=\])\((?:<[^>\n]*>|(?:[^()\s]|\([^()\s]*\))*\$(?:[^()\s]|\([^()\s]*\))*)[^()\n]*\)"
)
_ALT = re.compile(r"!\[(?:[^\[\]\\]|\\.)*\](?=[\[(])")
_URL = re.compile(r"<[a-z]+:[^<>\s]*>|\bhttps?://[^\s<>()]*\$[^\s<>()]*")
_MONEY = re.compile(r"<span>\$</span>")
_LIST = re.compile(r"\{:[^{}\n$]*\}")


@lru_cache(maxsize=8)
def visible(text: str) -> str:
    """The text with spaces for front matter, code, comments, HTML tags, addresses, alt texts and Liquid."""
    text = _FIGURE.sub(lambda found: _blank(found[1]) + found[2] + _blank(found[3]), uncoded(text))
    for pattern in (_MONEY, _URL, _LIQUID, _ALT, _ADDRESS, _TAG, _LIST):
        text = pattern.sub(lambda found: _blank(found.group()), text)
    return text


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)
