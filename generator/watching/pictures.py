"""The pictures that a preview shows, in the colours that its reader has chosen."""

from __future__ import annotations

from pathlib import Path

_KINDS = {
    ".svg": "image/svg+xml", ".png": "image/png", ".gif": "image/gif", ".webp": "image/webp",
    ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".avif": "image/avif",
}  # fmt: skip
_DARK_PAGES = b"@media(prefers-color-scheme:dark)"
# Media that every page is, and that none is.
_FIXED = {"dark": b"@media all", "light": b"@media not all"}


def picture(root: Path, address: str, *, theme: str = "") -> tuple[str, bytes] | None:
    """Kind and content of a picture of the project, ``None`` where there is none.

    ``theme`` is "dark" or "light" where the reader has chosen; else a picture follows the system by itself.
    """
    if "\0" in address:
        return None
    file = (root / address.lstrip("/")).resolve()
    if file.suffix.lower() not in _KINDS or not file.is_relative_to(root.resolve()):
        return None
    twin = file.with_name(f"{file.stem}-dark{file.suffix}")
    try:
        if theme == "dark" and file.suffix != ".svg" and twin.is_file():
            file = twin
        content = file.read_bytes()
    except OSError:
        return None
    if file.suffix == ".svg" and theme in _FIXED:
        content = content.replace(_DARK_PAGES, _FIXED[theme])
    return _KINDS[file.suffix.lower()], content
