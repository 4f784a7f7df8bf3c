"""The Jekyll site that posts are published into: its theme, and where posts and pictures lie."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.checking import blog as blogs
from generator.checking.blog import Blog
from generator.errors import GeneratorError
from generator.writing.targets import TARGETS, Target, find

# Signs that end or change an address in Markdown, in Liquid or in a browser.
_ENDS_AN_ADDRESS = re.compile(r"[\s()<>\[\]{}\"'`\\#?%&|]")


@dataclass(frozen=True)
class Site:
    """The site that ``blog`` is, whose files Jekyll reads from ``source``.

    ``target`` is the kind of Markdown that its theme wants; ``posts`` is the folder of its posts, ``assets``
    the one of the pictures as it stands in an address, without slashes at its ends.
    """

    blog: Blog
    source: Path
    target: Target
    posts: Path
    assets: str

    @property
    def root(self) -> Path:
        """The folder with ``_config.yml``."""
        return self.blog.root

    @property
    def theme(self) -> str:
        """The theme that its posts are written for; empty where checks know none."""
        return self.target.name if self.target.name in blogs.THEMES else self.blog.theme

    @property
    def pictures(self) -> Path:
        """The folder that published pictures go into."""
        return self.source / self.assets

    @property
    def url(self) -> str:
        """What stands before a picture's name in an address."""
        return f"{self.target.site_url}/{self.assets}"


def open_site(root: Path, target: str | None = None, assets: str | None = None) -> Site:
    """The site in the folder, with the target of its theme and that target's assets folder, or those named.

    Raises:
        GeneratorError: the folder holds no Jekyll site, its configuration is no YAML, the target is for no
            Jekyll site, or the assets folder lies outside.
    """
    blog = blogs.read(root)
    kind = find(target or blog.theme or "portable")
    if not kind.assets:
        names = ", ".join(name for name, each in TARGETS.items() if each.assets)
        raise GeneratorError(f"the target {kind.name!r} is for no Jekyll site; publish as one of {names}")
    source = (blog.root / _text(blog.config, "source")).resolve()
    posts = (source / _text(blog.config, "collections_dir")).resolve() / "_posts"
    if not posts.is_relative_to(source) or not source.is_relative_to(blog.root):
        raise GeneratorError(
            "keeps its posts outside of this folder (source, collections_dir); publish into a site that has "
            "them inside",
            file=blog.root / blogs.CONFIG,
        )
    return Site(blog, source, kind, posts, _inside(assets or kind.assets))


def _text(config: Mapping[str, object], key: str) -> str:
    value = config.get(key)
    return value if isinstance(value, str) else ""


def _inside(folder: str) -> str:
    path = PurePosixPath(folder.strip("/"))
    hidden = not path.parts or ".." in path.parts or path.parts[0].startswith(("_", "."))
    if hidden or _ENDS_AN_ADDRESS.search(folder):
        raise GeneratorError(
            f"pictures cannot go into {folder!r}; --assets takes a folder that Jekyll publishes and an "
            "address may name, as in assets/img"
        )
    return str(path)
