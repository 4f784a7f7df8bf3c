"""Width and height of a picture, read from the beginning of its file."""

from __future__ import annotations

import re
import struct
from pathlib import Path

_ENOUGH = 1 << 16
_SVG = re.compile(rb"<svg\b[^>]*>", re.DOTALL)
_SIDE = re.compile(rb"(?<![\w-])(width|height)\s*=\s*[\"']\s*([\d.]+)(?:px)?\s*[\"']")
_BOX = re.compile(rb"viewBox\s*=\s*[\"']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)\s*[\"']")


def picture_size(path: Path) -> tuple[int, int] | None:
    """Width and height in pixels of a PNG, GIF, JPEG, WebP or SVG; ``None`` for any other file."""
    try:
        with path.open("rb") as file:
            data = file.read(_ENOUGH)
            if data.startswith(b"\xff\xd8"):
                data += file.read()
    except OSError:
        return None
    try:
        return _read(data)
    except (struct.error, ValueError, IndexError):
        return None


def _read(data: bytes) -> tuple[int, int] | None:
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return struct.unpack(">II", data[16:24])
    if data.startswith((b"GIF87a", b"GIF89a")):
        return struct.unpack("<HH", data[6:10])
    if data.startswith(b"\xff\xd8"):
        return _jpeg(data)
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return _webp(data)
    root = _SVG.search(data)
    return _svg(root.group()) if root else None


def _jpeg(data: bytes) -> tuple[int, int] | None:
    """From the first frame header (markers C0 to CF, less three that are none)."""
    at = 2
    while at + 9 <= len(data):
        if data[at] != 0xFF:
            return None
        marker = data[at + 1]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        alone = marker == 0xFF or marker == 0x01 or 0xD0 <= marker <= 0xD8
        at += (1 if marker == 0xFF else 2) if alone else 2 + struct.unpack(">H", data[at + 2 : at + 4])[0]
    return None


def _webp(data: bytes) -> tuple[int, int] | None:
    """From the first chunk: lossy, lossless or extended."""
    kind = data[12:16]
    if kind == b"VP8 ":
        width, height = struct.unpack("<HH", data[26:30])
        return width & 0x3FFF, height & 0x3FFF
    if kind == b"VP8L":
        (bits,) = struct.unpack("<I", data[21:25])
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8X" and len(data) >= 30:
        return int.from_bytes(data[24:27], "little") + 1, int.from_bytes(data[27:30], "little") + 1
    return None


def _svg(root: bytes) -> tuple[int, int] | None:
    sides = {name: float(value) for name, value in _SIDE.findall(root)}
    if len(sides) == 2:
        return round(sides[b"width"]), round(sides[b"height"])
    box = _BOX.search(root)
    return (round(float(box[1])), round(float(box[2]))) if box else None
