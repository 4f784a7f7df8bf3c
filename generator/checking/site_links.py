"""What is wrong with an address from the site's root, and with Liquid's links to posts and files."""

from __future__ import annotations

import re
from difflib import get_close_matches
from pathlib import PurePosixPath
from urllib.parse import quote, unquote

from generator.checking.blog import Blog
from generator.checking.blog_addresses import permalink, posts
from generator.checking.liquid_tokens import Token
from generator.checking.picture_files import look_up
from generator.checking.site_settings import baseurl

_PAGES = frozenset({".html", ".htm", ".xml", ".php"})
_SUFFIX = re.compile(r"\.[a-z0-9]{2,5}$", re.IGNORECASE)


def root_problem(blog: Blog, address: str) -> tuple[str, str]:
    """What is wrong with an address from the host's root, and the address to type; both may be empty."""
    base = baseurl(blog)
    written = re.split(r"[?#]", address)[0]
    path, rest = unquote(written), address[len(written) :]
    forgotten = bool(base) and path != base and not path.startswith(f"{base}/")
    message, right = _problem(blog, path if forgotten else path[len(base) :] or "/")
    prefix = "{{ site.baseurl }}" if base else ""
    if forgotten and message:
        return f"the address leaves out {base}, where the site lies, and {message}", ""
    if forgotten:
        said = f"the address leaves out {base}, where the site lies; type {prefix}{address}"
        return said, f"{prefix}{address}"
    return message, f"{prefix}{right}{rest}" if right else ""


def tag_problem(blog: Blog, token: Token) -> str:
    """What is wrong with ``{% post_url … %}`` or ``{% link … %}``; empty if nothing."""
    name = token.inside.removeprefix(token.name).strip().strip("\"'")
    if not name or "{{" in name:
        return ""
    if token.name == "post_url":
        names = [post.name for post in posts(blog)]
        if any(name in (known, PurePosixPath(known).name) for known in names):
            return ""
        return f"there is no post {name}, and Jekyll stops the build on it{_meant(name, names)}"
    place = look_up(blog.root, name.lstrip("/"))
    if place.kind in ("there", "composed"):
        return ""
    near = f"; did you mean {place.near}?" if place.near else ""
    return f"there is no file {name}, and Jekyll stops the build on it{near}"


def _problem(blog: Blog, path: str) -> tuple[str, str]:
    """What is wrong with a path below the site; nothing where only Jekyll's plugins may know of it."""
    known = {post.address.rstrip("/"): post.address for post in posts(blog) if post.address}
    bare = path.removesuffix("index.html").rstrip("/")
    if not bare or known.keys() & {bare, bare.removesuffix(".html"), f"{bare}.html"}:
        return "", ""
    suffix = _SUFFIX.search(bare)
    if suffix and suffix.group().lower() not in _PAGES:
        place = look_up(blog.root, path.lstrip("/"))
        near = f"; did you mean /{place.near}?" if place.near else ""
        return ("" if place.kind in ("there", "composed") else f"there is no file {path}{near}"), ""
    return _post_problem(blog, bare, path, known)


def _post_problem(blog: Blog, bare: str, path: str, known: dict[str, str]) -> tuple[str, str]:
    """For a path like that of a post: in the posts' own folder, or with the name of one at its end."""
    folder = permalink(blog).partition(":")[0].rstrip("/")
    name = bare.rpartition("/")[2].removesuffix(".html")
    slugs = {post.slug: post.address for post in posts(blog)}
    if name in slugs and (not slugs[name] or (blog.root / bare.lstrip("/")).exists()):
        return "", ""
    if name in slugs:
        return f"there is no post at {path}; did you mean {slugs[name]}?", quote(slugs[name], safe="/%:")
    if folder and bare.startswith(f"{folder}/"):
        near = _meant(bare, list(known))
        return f"there is no post at {path}{near}", ""
    return "", ""


def _meant(name: str, names: list[str]) -> str:
    near = get_close_matches(name, names, n=1, cutoff=0.75)
    return f"; did you mean {near[0]}?" if near else ""
