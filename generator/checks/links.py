"""Links inside a post lead somewhere: headings and files that exist.

A link to a heading breaks when the heading is reworded, and nothing else tells.

Bad:

    ## Stride

    As the section on [stride](#strides) says.

Good:

    ## Stride

    As the section on [stride](#stride) says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from urllib.parse import unquote

from generator.checking.blog_addresses import joined, page_address
from generator.checking.document import Document
from generator.checking.fault import Edit, Fault
from generator.checking.files import SUFFIXES
from generator.checking.picture_files import same_kind
from generator.checking.site_links import root_problem, tag_problem
from generator.checking.site_settings import baseurl, plugins
from generator.writing.anchors import anchors
from generator.writing.markdown import LIQUID, Link, links

# Another site or another scheme: what is there is not known here.
_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")

_POSTS = frozenset({"_posts", "_drafts"})
# A plugin that makes addresses of pages out of those of files.
_REWRITES = "jekyll-relative-links"


def find(document: Document) -> Iterator[Fault]:
    """A fault for every fragment, file, post and tag of Liquid that leads nowhere; pictures are left out."""
    own = anchors(document.text)
    pictures = {image.place for image in document.images if image.place}
    for link in links(document.prose):
        address = link.address
        if not address or LIQUID in address or _ELSEWHERE.match(address):
            continue
        if any(start < link.end and link.start < end for start, end in pictures):
            continue
        if address.startswith("/"):
            yield from _from_root(document, link.start, link.end, address)
            continue
        if fault := _to_a_post_s_file(document, link, address):
            yield fault
            continue
        if _is_of_a_page(document, address):
            continue
        file, _, fragment = address.partition("#")
        if message := _message(unquote(file.partition("?")[0]), unquote(fragment), document.path, own):
            yield Fault(link.start, link.end, message)
    yield from _tags(document)


def _from_root(document: Document, start: int, end: int, address: str) -> Iterator[Fault]:
    if document.blog is None:
        return
    message, right = root_problem(document.blog, address)
    if message:
        at = document.text.find(address, start, end)
        yield Fault(start, end, message, (Edit(at, at + len(address), right),) if right and at >= 0 else ())


def _to_a_post_s_file(document: Document, link: Link, address: str) -> Fault | None:
    """A fault for a link from one post's file to another's: the site has pages, and none at that address."""
    blog = document.blog
    if blog is None or not _POSTS & set(document.path.parts) or _REWRITES in plugins(blog):
        return None
    file, mark, fragment = address.partition("#")
    target = document.path.parent.joinpath(unquote(file)).resolve()
    if target.suffix not in SUFFIXES or "_posts" not in target.parts or not target.is_file():
        return None
    below = len(target.parts) - target.parts[::-1].index("_posts")
    typed = f"{{% post_url {'/'.join(target.with_suffix('').parts[below:])} %}}{mark}{fragment}"
    at = document.text.find(address, link.start, link.end)
    edits = (Edit(at, at + len(address), typed),) if at >= 0 else ()
    return Fault(link.start, link.end, f"the site has no page {file}; type {typed}", edits)


def _is_of_a_page(document: Document, address: str) -> bool:
    """Whether a relative address leads somewhere from the page of a post, as browsers look for it."""
    if "_posts" not in document.path.parts or address.startswith("#"):
        return False
    if document.blog is None:
        return address.startswith("../")
    page = page_address(document.blog, document.path)
    target = joined(page, address)
    return not page or not root_problem(document.blog, f"{baseurl(document.blog)}{target}")[0]


def _tags(document: Document) -> Iterator[Fault]:
    if document.blog is None:
        return
    for token in document.liquid:
        if token.closed and token.name in ("post_url", "link"):
            message = tag_problem(document.blog, token)
            if message:
                yield Fault(token.start, token.end, message, stops=True)


def _message(file: str, fragment: str, path: Path, own: frozenset[str]) -> str:
    if not file:
        return _no_anchor(fragment, own, "here")
    target = path.parent / file
    if not target.exists():
        return f"there is no file {file}{_near(target)}"
    if fragment and target.suffix == ".md":
        return _no_anchor(fragment, anchors(target.read_text(encoding="utf-8")), f"in {file}")
    return ""


def _no_anchor(fragment: str, known: frozenset[str], where: str) -> str:
    if fragment in known or fragment in ("", "top"):
        return ""
    close = get_close_matches(fragment, sorted(known), n=1)
    hint = f"; did you mean #{close[0]}?" if close else ""
    return f"there is no heading #{fragment} {where}{hint}"


def _near(target: Path) -> str:
    entries = target.parent.iterdir() if target.parent.is_dir() else ()
    beside = sorted(entry.name for entry in entries if same_kind(entry.name, target.name))
    close = get_close_matches(target.name, beside, n=1)
    return f"; did you mean {close[0]}?" if close else ""
