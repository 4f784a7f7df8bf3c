"""The preview's page: a bar with the posts and the switches, and under it the post."""

from __future__ import annotations

import json
import re
from html import escape
from pathlib import Path

from generator.painting.themes import THEMES
from generator.watching.board import State
from generator.words import Language, Say

_HERE = Path(__file__).parent


def page(state: State, name: str, language: Language) -> str:
    """The whole page of the post of that name; where there is none, of the one saved last, or the first."""
    say = Say(language)
    chosen = name if name in state.posts else state.latest or next(iter(state.posts), "")
    post = state.posts.get(chosen)
    words = {
        "language": language,
        "title": escape(post.title if post else say("미리 보기", "Preview")),
        "inks": _inks(),
        "style": _text("page.css"),
        "script": _text("page.js"),
        "posts": say("글", "Post"),
        "auto": say("자동", "Auto"),
        "light": say("밝게", "Light"),
        "dark": say("어둡게", "Dark"),
        "narrow": say("360픽셀", "360 pixels"),
        "wide": say("넓게", "Wide"),
        "colours": say("색", "Colours"),
        "width": say("너비", "Width"),
        "words": json.dumps(
            {
                "waiting": say("그리는 중…", "Drawing…"),
                "lost": say("generator watch가 멈추었다.", "generator watch has stopped."),
            },
            ensure_ascii=False,
        ),
        "name": escape(json.dumps(chosen, ensure_ascii=False)),
    }
    return re.sub(r"\[\[(\w+)\]\]", lambda found: words[found[1]], _text("page.html"))


def _inks() -> str:
    light, dark = (
        "".join(f"--{role}:{ink};" for role, ink in THEMES[name].items()) for name in ("light", "dark")
    )
    return (
        f":root{{color-scheme:light dark;{light}}}"
        f"@media(prefers-color-scheme:dark){{:root:not([data-theme=light]){{{dark}}}}}"
        f":root[data-theme=light]{{color-scheme:light}}:root[data-theme=dark]{{color-scheme:dark;{dark}}}"
    )


def _text(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")
