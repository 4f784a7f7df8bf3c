"""Where templates and the posts that they become lie."""

from __future__ import annotations

from pathlib import Path

from generator.settings import Settings

SUFFIX = ".md.j2"


def templates(settings: Settings) -> list[Path]:
    """The post templates, in alphabetical order."""
    return sorted(settings.posts.glob(f"*{SUFFIX}"))


def post_file(settings: Settings, template: Path, target: str) -> Path:
    """The file that a template becomes: beside it for the first target, in the target's folder for others."""
    name = template.name.removesuffix(SUFFIX) + ".md"
    return template.parent / name if target == settings.targets[0] else template.parent / target / name
