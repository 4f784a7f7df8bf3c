"""Posts that somebody wrote, in any folder: opening, checking and mending them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.checking.blog import Blog
from generator.checking.document import Document
from generator.checking.fault import Fault
from generator.checking.finding import Finding, finding_of
from generator.checking.mending import Mended, mend
from generator.checking.runner import chosen, faults
from generator.checking.settings import CheckSettings, read_check_settings
from generator.checking.source import Source, read_source
from generator.errors import GeneratorError
from generator.pyproject import NAME, find_root, read_table
from generator.viewers.viewer import JEKYLL

_TEMPLATE = ".j2"
_NO_PAGES = frozenset({"README", "CHANGELOG", "CONTRIBUTING", "CODE_OF_CONDUCT", "SECURITY", "LICENSE"})


@dataclass(frozen=True)
class Post:
    """A file with the settings of the project that it lies in, if any, and its Jekyll site, if any.

    ``template`` is the template that makes it, if one does; then nobody else should write it.
    """

    path: Path
    source: Source
    settings: CheckSettings
    blog: Blog | None
    template: Path | None

    def findings(self, off: Collection[str], only: Collection[str]) -> list[Finding]:
        """What the checks find, less what settings, comments and the command line leave out."""
        document = self._document(self.source.text)
        return self.told(document, self._look(document, off, only))

    def mended(self, off: Collection[str], only: Collection[str]) -> Mended:
        """The post as ``--fix`` would leave it; nothing is written.

        Raises:
            GeneratorError: mending it comes to no end.
        """
        return mend(self.source, self._document, lambda document: self._look(document, off, only))

    def told(self, document: Document, found: list[tuple[str, Fault]]) -> list[Finding]:
        """The findings that the faults of a state of this post are."""
        here = Path.cwd()
        return [finding_of(document, code, fault, here, not self.template) for code, fault in found]

    def _document(self, text: str) -> Document:
        theme = self.settings.theme or (self.blog.theme if self.blog else "")
        viewers = viewers_of(self.path, text, self.settings.viewers)
        return Document(self.path, text, theme, self.blog, viewers)

    def _look(
        self, document: Document, off: Collection[str], only: Collection[str]
    ) -> list[tuple[str, Fault]]:
        return faults(document, chosen({*off, *self.settings.off}, only))


def open_post(path: Path, blog: Blog | None) -> Post:
    """The post at ``path``.

    Raises:
        GeneratorError: it cannot be read, is not UTF-8 or a template, or its project's settings cannot be.
    """
    if path.suffix == _TEMPLATE:
        raise GeneratorError("is a template; generator check without a file checks what it gives", file=path)
    # Whole paths, so that those of posts and of their site can be compared; a link counts where it leads.
    path = path.resolve()
    return Post(path, read_source(path), _settings(find_root(path.parent)), blog, template_of(path))


def viewers_of(path: Path, text: str, viewers: tuple[str, ...]) -> tuple[str, ...]:
    """Who shall show a file: all of ``viewers``, but for Jekyll where it is a README without front matter."""
    if path.stem.partition(".")[0].upper() not in _NO_PAGES or text.lstrip("\ufeff").startswith("---\n"):
        return viewers
    return tuple(viewer for viewer in viewers if viewer != JEKYLL) or viewers


def template_of(path: Path) -> Path | None:
    """The template that makes the post at ``path``, if one does."""
    beside = path.with_name(path.name + _TEMPLATE)
    if beside.exists():
        return beside
    above = path.parent.parent / beside.name
    if not above.exists():
        return None
    from generator.writing.targets import TARGETS

    return above if path.parent.name in TARGETS else None


def speaking(folder: Path, off: Collection[str], only: Collection[str]) -> frozenset[str]:
    """The codes that speak in a folder, by the command line and the settings of its project, if any.

    Raises:
        GeneratorError: a setting cannot be.
    """
    return chosen({*off, *_settings(find_root(folder.resolve())).off}, only)


@cache
def _settings(root: Path) -> CheckSettings:
    try:
        return read_check_settings(read_table(root).get("check", {}))
    except GeneratorError as problem:
        raise GeneratorError(problem.message, file=problem.file or root / NAME) from None
