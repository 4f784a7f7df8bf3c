from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
import zlib
from pathlib import Path

import imageio.v3 as iio
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from generator.painting import export

WHITE = (255, 255, 255)


def many_colours(number: int, frames: int = 3, seed: int = 0) -> list[np.ndarray]:
    """Frames of flat 4 × 4 boxes that use exactly ``number`` colours in all, white among them."""
    random = np.random.default_rng(seed)
    numbers = np.append(random.choice(2**24 - 1, number - 1, replace=False), 2**24 - 1)
    table = np.stack([numbers & 255, numbers >> 8 & 255, numbers >> 16], axis=1).astype(np.uint8)
    cells = np.append(np.arange(number), random.integers(0, number, frames * 12 * 15 - number))
    boxes = table[random.permutation(cells).reshape(frames, 12, 15)]
    return list(boxes.repeat(4, axis=1).repeat(4, axis=2))


def read(data: bytes, suffix: str) -> np.ndarray:
    return iio.imread(data, extension=suffix, mode="RGB", index=...)


def durations(data: bytes) -> list[int]:
    with Image.open(io.BytesIO(data)) as image:
        found = []
        for number in range(image.n_frames):
            image.seek(number)
            image.load()
            found.append(image.info["duration"])
        return found


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5, 16, 127, 128, 129, 254, 255])
def test_gif_keeps_every_pixel_of_at_most_255_colours(number):
    frames = many_colours(number) if number > 1 else [np.full((40, 60, 3), 255, np.uint8)]
    assert (read(export.gif(frames, [100] * len(frames)), ".gif") == np.array(frames)).all()


@pytest.mark.parametrize("number", [256, 257, 300])
def test_gif_keeps_the_first_colours_and_makes_the_rest_the_nearest_it_has(number):
    frames = many_colours(number)
    first = [WHITE, *(tuple(int(v) for v in c) for c in np.unique(np.reshape(frames, (-1, 3)), axis=0)[-20:])]
    shown = read(export.gif(frames, [100] * 3, first), ".gif")
    table = np.unique(shown.reshape(-1, 3), axis=0).astype(int)
    assert len(table) <= 255
    away = ((np.array(frames)[..., None, :].astype(int) - table) ** 2).sum(axis=-1)
    assert (((shown.astype(int) - np.array(frames)) ** 2).sum(axis=-1) == away.min(axis=-1)).all()
    asked = (np.array(frames)[..., None, :] == np.array(first)).all(axis=-1).any(axis=-1)
    assert (shown[asked] == np.array(frames)[asked]).all()


@st.composite
def animations(draw: st.DrawFn) -> tuple[list[np.ndarray], list[int]]:
    height, width, number = draw(st.integers(1, 9)), draw(st.integers(1, 9)), draw(st.integers(1, 5))
    few = draw(st.lists(st.tuples(*[st.integers(0, 255)] * 3), min_size=1, max_size=4))
    random = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    frames = [np.array(few, np.uint8)[random.integers(0, len(few), (height, width))]]
    for _ in range(number - 1):
        after = frames[-1].copy()
        row, column = random.integers(0, height), random.integers(0, width)
        after[row:, column : column + 2] = few[random.integers(0, len(few))]
        frames.append(after)
    return frames, [draw(st.integers(2, 300)) * 10 for _ in frames]


def merged(frames: list[np.ndarray], times: list[int]) -> tuple[list[np.ndarray], list[int]]:
    kept: list[tuple[np.ndarray, int]] = []
    for frame, time in zip(frames, times, strict=True):
        if kept and (kept[-1][0] == frame).all():
            time += kept.pop()[1]
        kept.append((frame, time))
    return [frame for frame, _ in kept], [time for _, time in kept]


@settings(deadline=None, max_examples=40)
@given(animations())
def test_gif_shows_the_frames_for_their_times_with_equal_neighbours_merged(animation):
    frames, times = merged(*animation)
    data = export.gif(*animation, [WHITE])
    assert (read(data, ".gif") == np.array(frames)).all()
    assert durations(data) == times


@settings(deadline=None, max_examples=40)
@given(animations())
def test_webp_shows_the_frames_for_their_times_with_equal_neighbours_merged(animation):
    frames, times = merged(*animation)
    data = export.webp(*animation)
    assert (read(data, ".webp") == np.array(frames)).all()
    if len(frames) > 1:
        assert durations(data) == times


def test_gif_rounds_times_to_ten_milliseconds_after_adding_them_up():
    frames = many_colours(5)
    assert durations(export.gif([frames[0], *frames], [4, 4, 126, 124])) == [10, 130, 120]


def test_animations_loop_for_ever():
    frames = many_colours(9)
    for data in (export.gif(frames, [50] * 3), export.webp(frames, [50] * 3)):
        with Image.open(io.BytesIO(data)) as image:
            assert image.info["loop"] == 0
            assert image.n_frames == 3


def test_a_single_frame_is_a_still_picture():
    frame = many_colours(9)[0]
    for data, suffix in ((export.gif([frame], [900]), ".gif"), (export.webp([frame], [900]), ".webp")):
        assert (read(data, suffix) == frame).all()
        assert b"NETSCAPE" not in data
        assert b"ANMF" not in data


def test_gif_stores_only_the_changed_box_and_leaves_the_rest_of_it_transparent():
    before = np.full((40, 60, 3), 255, np.uint8)
    after = before.copy()
    after[10, 20] = after[19, 34] = (160, 58, 0)
    with Image.open(io.BytesIO(export.gif([before, after], [900, 900]))) as image:
        image.seek(1)
        assert image.dispose_extent == (20, 10, 35, 20)
        assert image.disposal_method == 1
        assert image._frame_transparency == 2


@pytest.mark.parametrize("number", [1, 2, 3, 4, 7, 8, 127, 128, 255])
def test_the_index_for_unchanged_is_inside_the_gifs_table(number):
    frames = many_colours(number) if number > 1 else [np.full((40, 60, 3), 255, np.uint8)]
    data = export.gif(frames, [100] * len(frames))
    entries = 2 << (data[10] & 7)
    assert number + 1 <= entries
    assert entries // 2 <= max(number, 1)


def test_white_is_white_in_every_format():
    frames = many_colours(200)
    white = np.array(frames[0] == 255).all(axis=-1)
    for data, suffix in (
        (export.gif(frames, [50] * 3, [WHITE]), ".gif"),
        (export.webp(frames, [50] * 3), ".webp"),
        (export.png(frames[0]), ".png"),
    ):
        assert (read(data, suffix)[0][white] == 255).all()


@pytest.mark.parametrize("write", [lambda *given: export.gif(*given), export.webp])
@pytest.mark.parametrize(
    "given_",
    [
        ([], []),
        ([np.zeros((2, 2, 3), np.uint8)], [10, 20]),
        ([np.zeros((2, 2, 3), np.uint8), np.zeros((2, 3, 3), np.uint8)], [10, 20]),
        ([np.zeros((2, 2), np.uint8)], [10]),
        ([np.zeros((2, 2, 3), np.uint8)], [-10]),
        ([np.zeros((2, 2, 3), np.uint8)] * 2, [655_350, 10]),
    ],
)
def test_frames_that_make_no_animation_are_refused(write, given_):
    with pytest.raises(ValueError):
        write(*given_)


@pytest.mark.parametrize(
    ("number", "depth"), [(2, 1), (3, 2), (4, 2), (5, 4), (16, 4), (17, 8), (128, 8), (256, 8)]
)
@pytest.mark.parametrize("width", [1, 27, 36, 60])
def test_png_keeps_every_pixel_with_a_palette_of_the_fewest_bits(number, depth, width):
    frame = np.concatenate(many_colours(number)).reshape(-1, width, 3)
    data = export.png(frame)
    assert (data[24], data[25]) == (depth, 3)
    assert (read(data, ".png") == frame).all()


def test_png_of_one_colour_takes_a_bit_a_pixel():
    data = export.png(np.full((3, 5, 3), 255, np.uint8))
    assert data[24] == 1
    assert (read(data, ".png") == 255).all()


def test_png_of_more_than_256_colours_is_rgb_and_exact():
    frame = np.concatenate(many_colours(257))
    data = export.png(frame)
    assert (data[24], data[25]) == (8, 2)
    assert (read(data, ".png") == frame).all()


@settings(deadline=None, max_examples=40)
@given(st.integers(1, 40), st.integers(1, 40), st.integers(0, 2**32 - 1))
def test_png_keeps_grey_levels(height, width, seed):
    levels = np.random.default_rng(seed).integers(0, 256, (height, width), np.uint8)
    assert (iio.imread(export.png(levels), extension=".png") == levels).all()


def test_png_refuses_another_shape():
    with pytest.raises(ValueError, match=r"\(2, 2, 4\)"):
        export.png(np.zeros((2, 2, 4), np.uint8))


def test_run_lengths_are_the_same_bytes_with_the_zlib_inside_pillow():
    levels = np.concatenate(many_colours(200))[..., 1].repeat(8, axis=1)
    buffer = io.BytesIO()
    Image.fromarray(levels).save(buffer, "PNG", compress_type=zlib.Z_RLE)
    parts, rest = b"", buffer.getvalue()[8:]
    while rest:
        size, name = int.from_bytes(rest[:4]), rest[4:8]
        parts += rest[8 : 8 + size] if name == b"IDAT" else b""
        rest = rest[12 + size :]
    assert export._run_lengths(zlib.decompress(parts)) == parts


DIGEST = """
import hashlib, sys
sys.path.insert(0, sys.argv[1])
from tests.painting.test_export import digest_of_everything
print(digest_of_everything())
"""


def digest_of_everything() -> str:
    frames = many_colours(280, seed=3)
    grey = frames[0][..., 0]
    parts = [
        export.gif(frames, [100, 200, 300], [WHITE]),
        export.webp(frames, [100, 200, 300]),
        *(export.png(image) for image in (frames[0], np.concatenate(frames), grey)),
    ]
    return hashlib.sha256(b"".join(parts)).hexdigest()


def test_equal_pictures_give_equal_bytes_in_another_process_zone_and_locale():
    root = Path(__file__).parents[2]
    here = digest_of_everything()
    assert digest_of_everything() == here
    for zone, language, seed in (("Asia/Seoul", "ko_KR.UTF-8", "1"), ("America/New_York", "C", "2")):
        other = os.environ | {"TZ": zone, "LANG": language, "LC_ALL": language, "PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", DIGEST, str(root)]
        result = subprocess.run(command, env=other, capture_output=True, text=True, check=True, cwd="/")
        assert result.stdout.strip() == here
