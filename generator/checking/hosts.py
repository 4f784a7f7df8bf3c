"""Where an address leads: to a file of the site, to its own host, or to somebody else's."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from generator.checking.blog import Blog
from generator.checking.site_settings import text

_ABSOLUTE = re.compile(r"(?:https?:)?//", re.IGNORECASE)
# Badges say what is so at the moment, and so must come from whoever knows.
_BADGE = re.compile(
    r"(?:img\.)?shields\.io/|badge\.fury\.io/|badgen\.net/|/badge\.svg|colab-badge\.svg|mybinder\.org/badge"
    r"|hits\.seeyoufarm\.com/|hits\.sh/|visitor-badge|codecov\.io/.*graph|open-in-.*\.svg",
    re.IGNORECASE,
)


def host(address: str) -> str:
    """The host of an absolute address in small letters; empty for every other."""
    if not _ABSOLUTE.match(address):
        return ""
    try:
        return (urlsplit(address).hostname or "").lower()
    except ValueError:
        return ""


def is_badge(address: str) -> bool:
    """Whether the picture is a badge: small, and made anew at every look."""
    return bool(_BADGE.search(address))


def is_own(address: str, blog: Blog | None) -> bool:
    """Whether an absolute address is of the site's own host, its CDN, or its author's folder on one."""
    if blog is None:
        return False
    own = {host(text(blog, key)).removeprefix("www.") for key in ("url", "cdn", "img_cdn")} - {""}
    found = host(address)
    if any(found == each or found.endswith(f".{each}") for each in own):
        return True
    names = _github_names(blog)
    parts = urlsplit(address).path.strip("/").lower().split("/")
    if found == "cdn.jsdelivr.net":
        return len(parts) > 1 and parts[0] == "gh" and parts[1] in names
    return found in ("raw.githubusercontent.com", "github.com") and parts[0] in names


def _github_names(blog: Blog) -> set[str]:
    found = [text(blog, "github_username"), text(blog, "repository").partition("/")[0]]
    github = blog.config.get("github")
    if isinstance(github, dict):
        found.append(str(github.get("username") or ""))
    return {name.lower() for name in found if name}
