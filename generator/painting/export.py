"""Pictures as bytes: one writer a suffix. Equal pictures give equal bytes.

imageio writes what it can write exactly: WebP, and PNG of more than 256 colours. It hands Pillow RGB pictures
alone, and Pillow's ``quantize`` moves white to (250, 250, 251). So the blocks of a GIF are laid out here and
Pillow, the library under imageio, packs their pixels. A PNG with a palette is laid out here altogether,
because Pillow does not let its row filter be chosen, on which its size hangs.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from generator.painting.palette import Colour, Palette, Pixels, Runs, choose, packed

_LONGEST = 655_350  # milliseconds that a GIF frame can stay
_UNCHANGED = np.uint32(1 << 24)  # no colour has this number


@dataclass(frozen=True)
class _Step:
    """A frame as what changes: a box with ``_UNCHANGED`` pixels in it, and how long it stays."""

    x: int
    y: int
    runs: Runs
    duration: int


def gif(frames: Sequence[Pixels], durations_ms: Sequence[int], first_colours: Sequence[Colour] = ()) -> bytes:
    """An endless animation of RGB frames, each of shape (height, width, 3).

    One palette serves all frames: ``first_colours`` that occur, then the most frequent ones, 255 at most; a
    further colour becomes the nearest of them. The index after the last is kept for "unchanged". Equal
    neighbours become one frame for the sum of their times. Times are rounded to 10 ms, which is GIF's step.

    :raises ValueError: frames that differ in size, or a time for each that is missing or too long.
    """
    steps = list(_steps(_merged(frames, durations_ms)))
    palette = _gif_palette(steps, first_colours)
    height, width, _ = frames[0].shape
    bits = len(palette).bit_length()  # enough for one more than the palette has
    table = palette.rgb().ljust(3 << bits, b"\0")
    loop = b"!\xff\x0bNETSCAPE2.0\x03\x01\0\0\0" if len(steps) > 1 else b""
    head = b"GIF89a" + struct.pack("<HHBBB", width, height, 0xF0 | bits - 1, 0, 0) + table + loop
    return head + b"".join(_gif_block(step, palette) for step in steps) + b";"


def _steps(merged: Sequence[tuple[Pixels, int]]) -> Iterator[_Step]:
    before = None
    for frame, duration in merged:
        after = packed(frame)
        if before is None:
            yield _Step(0, 0, Runs.of(after), duration)
        else:
            changed = after != before
            rows, columns = np.flatnonzero(changed.any(axis=1)), np.flatnonzero(changed.any(axis=0))
            box = slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1)
            seen = np.where(changed[box], after[box], _UNCHANGED)
            yield _Step(int(columns[0]), int(rows[0]), Runs.of(seen), duration)
        before = after


def _gif_palette(steps: Sequence[_Step], first: Sequence[Colour]) -> Palette:
    """One entry more is asked for than there is room, since ``_UNCHANGED`` may be among them."""
    chosen = choose((step.runs for step in steps), 256, first).colours
    return Palette(chosen[chosen != _UNCHANGED][:255])


def _gif_block(step: _Step, palette: Palette) -> bytes:
    from PIL import GifImagePlugin, Image

    unchanged = len(palette)
    entries = np.where(step.runs.colours == _UNCHANGED, unchanged, palette.entries(step.runs.colours))
    picture = Image.fromarray(step.runs.filled(entries.astype(np.uint8)))  # to Pillow they are grey levels
    time = (step.duration + 5) // 10 * 10
    return b"".join(
        GifImagePlugin.getdata(picture, (step.x, step.y), duration=time, disposal=1, transparency=unchanged)
    )


def _merged(frames: Sequence[Pixels], durations: Sequence[int]) -> list[tuple[Pixels, int]]:
    """Frames that differ from the one before, with the times of the equal ones added."""
    if not frames or len(frames) != len(durations):
        raise ValueError(f"{len(frames)} frames and {len(durations)} durations")
    if any(frame.shape != frames[0].shape or frame.shape[2:] != (3,) for frame in frames):
        raise ValueError(f"frames of different shapes: {sorted({frame.shape for frame in frames})}")
    merged: list[tuple[Pixels, int]] = []
    for frame, duration in zip(frames, durations, strict=True):
        if merged and np.array_equal(merged[-1][0], frame):
            merged[-1] = frame, merged[-1][1] + duration
        else:
            merged.append((frame, duration))
    if any(not 0 <= duration <= _LONGEST for _, duration in merged):
        raise ValueError(f"a frame stays between 0 and {_LONGEST} ms, not {[d for _, d in merged]}")
    return merged


def webp(frames: Sequence[Pixels], durations_ms: Sequence[int]) -> bytes:
    """An endless lossless animation of RGB frames, each of shape (height, width, 3); times in milliseconds.

    :raises ValueError: as :func:`gif` does.
    """
    import imageio.v3 as iio

    merged = _merged(frames, durations_ms)
    written = iio.imwrite(
        "<bytes>",
        [frame for frame, _ in merged],
        extension=".webp",
        duration=[duration for _, duration in merged],
        loop=0,
        lossless=True,
        method=4,
        quality=75,
    )
    return bytes(written)


def png(image: Pixels) -> bytes:
    """A still picture: RGB of shape (height, width, 3) or grey levels of shape (height, width), exactly.

    At most 256 colours become a palette with the fewest bits a pixel; grey levels are a kind of PNG that
    needs no palette. Rows of palette indices are stored as differences to the row above: figures are boxes,
    so most of these are zero, and run lengths alone (:func:`_run_lengths`) come within a tenth of a full
    search for repeats, in half its time. Without the differences they take twice the bytes.

    :raises ValueError: an array of another shape.
    """
    if image.ndim == 2:
        return _png_file(image.shape, 8, 0, b"", _filtered(image, above=False))
    if image.shape[2:] != (3,):
        raise ValueError(f"a picture is (height, width, 3) or (height, width), not {image.shape}")
    runs = Runs.of(packed(image))
    if runs.colours.size > 256:
        return _png_rgb(image)
    depth = next(bits for bits in (1, 2, 4, 8) if runs.colours.size <= 1 << bits)
    rows = _bits(runs.filled(np.arange(runs.colours.size, dtype=np.uint8)), depth)
    return _png_file(image.shape, depth, 3, Palette(runs.colours).rgb(), _filtered(rows, above=True))


def _png_rgb(image: Pixels) -> bytes:
    import imageio.v3 as iio

    return bytes(iio.imwrite("<bytes>", image, extension=".png", compress_type=zlib.Z_RLE))


def _bits(indices: Pixels, depth: int) -> Pixels:
    """Rows of samples of ``depth`` bits, packed into bytes from the left."""
    if depth == 8:
        return indices
    height, width = indices.shape
    samples = 8 // depth
    padded = np.zeros((height, -(-width // samples), samples), np.uint8)
    padded.reshape(height, -1)[:, :width] = indices
    rows = padded[..., 0]
    for place in range(1, samples):
        rows = rows << depth | padded[..., place]
    return rows


def _filtered(rows: Pixels, *, above: bool) -> bytes:
    """Rows behind PNG's filter byte: 2 for differences to the row above, 0 for rows as they are."""
    framed = np.full((rows.shape[0], rows.shape[1] + 1), 2 if above else 0, np.uint8)
    framed[:, 1:] = rows
    if above:
        framed[1:, 1:] -= rows[:-1]
    return framed.tobytes()


def _run_lengths(data: bytes) -> bytes:
    """A zlib stream with runs alone, whose bytes are the same with zlib and zlib-ng.

    That holds for ``memLevel`` 9, which ends the blocks where zlib-ng does; 8, the default, does not.
    """
    packer = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS, 9, zlib.Z_RLE)
    return packer.compress(data) + packer.flush()


def _png_file(shape: tuple[int, ...], depth: int, kind: int, table: bytes, rows: bytes) -> bytes:
    header = struct.pack(">IIBBBBB", shape[1], shape[0], depth, kind, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"PLTE", table), (b"IDAT", _run_lengths(rows)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
        if data or name != b"PLTE"
    )
