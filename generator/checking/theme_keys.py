"""Keys of the front matter that a theme does not read, and what to write in their place.

Sources: Chirpy's own post on writing posts and its ``_layouts/post.html`` and ``_includes/js-selector.html``
(cotes2020/jekyll-theme-chirpy, versions 5 to 7); ``_layouts/single.html`` and ``_includes/seo.html`` of
mmistakes/minimal-mistakes 4; Jekyll's documentation of front matter.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

# Empty where there is nothing to write instead. With a colon it is a whole line, else a key's new name.
_EVERYWHERE = {"draft": "published: false"}

_CHIRPY = {
    **dict.fromkeys(("lastmod", "updated"), "last_modified_at"),
    **dict.fromkeys(("use_math", "usemath", "mathjax", "katex", "latex", "mathjax3"), "math"),
    "pinned": "pin",
    "sticky": "pin",
    "comment": "comments",
    "subtitle": "description",
    "thumbnail": "image",
    "cover": "image",
    **dict.fromkeys(("toc_sticky", "toc_label", "toc_icon", "author_profile", "read_time"), ""),
    **dict.fromkeys(("related", "share", "show_date", "classes", "sidebar", "header"), ""),
}

_MINIMAL_MISTAKES = {
    **dict.fromkeys(("lastmod", "updated"), "last_modified_at"),
    **dict.fromkeys(("pin", "pinned", "mermaid", "media_subpath", "img_path"), ""),
    "comment": "comments",
    "subtitle": "excerpt",
}

IGNORED: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "": _EVERYWHERE,
        "chirpy": _EVERYWHERE | _CHIRPY,
        "minimal-mistakes": _EVERYWHERE | _MINIMAL_MISTAKES,
    }
)

MATHEMATICS = frozenset({
    "math", "use_math", "usemath", "mathjax", "mathjax3", "katex", "latex",
})  # fmt: skip

# Keys that Jekyll, its usual plugins or a theme read: what is nearly one of them is a slip.
KNOWN = frozenset({
    "author", "authors", "canonical_url", "categories", "category", "classes", "comments", "date",
    "description", "excerpt", "excerpt_separator", "header", "image", "img_path", "lang",
    "last_modified_at", "layout", "math", "media_subpath", "mermaid", "permalink", "pin", "published",
    "read_time", "redirect_from", "redirect_to", "related", "render_with_liquid", "share", "sidebar",
    "sitemap", "slug", "tagline", "tag", "tags", "title", "toc", "toc_icon", "toc_label", "toc_sticky",
    "author_profile", "hidden",
})  # fmt: skip
