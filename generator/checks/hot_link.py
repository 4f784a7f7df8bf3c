"""Pictures come from the blog itself, not from somebody else's host.

Others move and remove their files, refuse to serve them to foreign pages, and learn who reads the post.
Badges
are left alone: they show what is so at the moment, which only their maker knows.

Bad:

    ![A 3×3 kernel over a 5×5 input](https://i.imgur.com/kernel.png)

Good:

    ![A 3×3 kernel over a 5×5 input](a.png)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from generator.checking.document import Document
from generator.checking.fault import Fault
from generator.checking.hosts import host, is_badge, is_own
from generator.viewers.viewer import JEKYLL
from generator.writing.markdown import LIQUID

# They answer with a page about the file, not with the file.
_PAGES = (
    "dropbox.com",
    "drive.google.com",
    "onedrive.live.com",
    "1drv.ms",
    "photos.google.com",
    "photos.app.goo.gl",
)
_SUFFIXES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif")


def find(document: Document) -> Iterator[Fault]:
    """A fault for every picture from another host than the site's own or its CDN."""
    if JEKYLL not in document.viewers:
        return
    for image in document.images:
        found = host(image.address)
        if (
            not found
            or image.place is None
            or is_badge(image.address)
            or is_own(image.address, document.blog)
        ):
            continue
        if LIQUID in image.address:
            continue
        name = re.sub(r"[^\w.-]+", "-", PurePosixPath(unquote(urlsplit(image.address).path)).name)
        own = f"/assets/img/{name if name.lower().endswith(_SUFFIXES) else 'NAME.png'}"
        page = any(found == each or found.endswith(f".{each}") for each in _PAGES)
        why = "shows a page about it rather than the picture" if page else "may remove it or refuse it"
        message = f"the picture comes from {found}, which {why}; save it in your blog and type {own}"
        yield Fault(*image.place, message)
