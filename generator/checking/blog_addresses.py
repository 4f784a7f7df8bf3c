"""The posts of a Jekyll site and the addresses at which it shows them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote, urljoin

from generator.checking.blog import Blog
from generator.checking.front import Front, front_matter
from generator.checking.site_settings import defaults, text

_NAME = re.compile(r"(\d{2,4}-\d{1,2}-\d{1,2})-(.+)\.(?:md|markdown|html)$")
_HEAD = 4096
# Jekyll's names for shapes of addresses.
_STYLES = {
    "": "/:categories/:year/:month/:day/:title.html",
    "date": "/:categories/:year/:month/:day/:title.html",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "none": "/:categories/:title.html",
}


@dataclass(frozen=True)
class BlogPost:
    """A post: its path in ``_posts`` without the suffix, the title in its name, and its address.

    The address has neither host nor baseurl, and is empty where it cannot be known.
    """

    name: str
    slug: str
    address: str


def permalink(blog: Blog) -> str:
    """The shape of the posts' addresses, in Jekyll's words: ``/posts/:title/``."""
    given = defaults(blog, "posts").get("permalink") or text(blog, "permalink")
    return _STYLES.get(str(given), str(given))


def posts(blog: Blog) -> tuple[BlogPost, ...]:
    """The posts of the site by name."""
    return _posts(blog.root, permalink(blog))


def page_address(blog: Blog, path: Path) -> str:
    """Where the site shows the post at ``path``; empty where that cannot be known, or it is no post."""
    name = path.with_suffix("").as_posix()
    return next((post.address for post in posts(blog) if name.endswith(f"_posts/{post.name}")), "")


def joined(page: str, address: str) -> str:
    """The path that a relative address means on a page."""
    return urljoin(f"http://site{page}", quote(address, safe="/%#?=&;:@!$'()*+,~")).removeprefix(
        "http://site"
    )


@lru_cache(maxsize=8)
def _posts(root: Path, shape: str) -> tuple[BlogPost, ...]:
    return tuple(_found(root, shape))


def _found(root: Path, shape: str) -> Iterator[BlogPost]:
    folders = [root / "_posts", *root.glob("[!_.]*/**/_posts")]
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if name := _NAME.match(path.name):
                inside = path.relative_to(folder).with_suffix("").as_posix()
                front = front_matter(_head(path))
                above = folder.relative_to(root).parts[:-1]
                yield BlogPost(inside, _slug(name[2], front), _address(name[1], name[2], front, shape, above))


def _head(path: Path) -> str:
    with path.open("rb") as file:
        return file.read(_HEAD).decode("utf-8", errors="ignore").replace("\r\n", "\n").lstrip("\ufeff")


def _slug(name: str, front: Front) -> str:
    entry = front.get("slug")
    return re.sub(r"[^\w.~!$&'()+,;=@-]+", "-", entry.text if entry else name).strip("-")


def _address(date: str, name: str, front: Front, shape: str, above: tuple[str, ...]) -> str:
    if (own := front.get("permalink")) and own.text:
        return f"/{own.text.lstrip('/')}" if ":" not in own.text else ""
    given = front.get("date")
    day = re.match(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", given.text if given else date)
    year, month, number = day.groups() if day else date.split("-")
    values = {
        "categories": "/".join([*above, *_categories(front)]).lower(),
        "year": year,
        "month": f"{int(month):02}",
        "day": f"{int(number):02}",
        "title": _slug(name, front),
        "slug": _slug(name, front).lower(),
        "output_ext": ".html",
    }
    address = re.sub(r":(\w+)", lambda match: values.get(match[1], match.group()), shape)
    return "" if ":" in address else re.sub(r"/{2,}", "/", f"/{address}")


def _categories(front: Front) -> list[str]:
    if (one := front.get("category")) and one.texts:
        return list(one.texts)
    many = front.get("categories")
    if many is None:
        return []
    return many.text.split() if len(many.texts) == 1 and " " in many.text else list(many.texts)
