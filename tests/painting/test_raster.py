from __future__ import annotations

import numpy as np
import pytest

from generator.painting.raster import compose, rasterise

BOXES = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10" width="20" height="10">'
    '<rect width="20" height="10" fill="#ffffff"/>'
    '<rect x="5" y="2" width="4" height="3" fill="#1d5fc2"/></svg>'
)


def test_a_box_covers_exactly_its_pixels_at_twice_the_size():
    expected = np.full((20, 40, 3), 255, np.uint8)
    expected[4:10, 10:18] = (0x1D, 0x5F, 0xC2)
    assert (rasterise(BOXES, 40, 20) == expected).all()


def test_the_page_is_exactly_white():
    assert rasterise(BOXES, 40, 20)[0, 0].tolist() == [255, 255, 255]


@pytest.mark.parametrize("size", [(1, 1), (7, 3), (40, 21), (1400, 700)])
def test_the_array_has_the_asked_size_whatever_the_svg_says(size):
    width, height = size
    image = rasterise(BOXES, width, height)
    assert image.shape == (height, width, 3)
    assert image.dtype == np.uint8


def test_an_svg_without_a_size_of_its_own_is_drawn_as_one_with():
    plain = BOXES.replace(' width="20" height="10">', ">", 1)
    assert (rasterise(plain, 40, 20) == rasterise(BOXES, 40, 20)).all()


def test_a_cut_out_view_equals_the_same_pixels_of_the_whole():
    part = BOXES.replace('viewBox="0 0 20 10"', 'viewBox="4 1 6 5"', 1)
    assert (rasterise(part, 12, 10) == rasterise(BOXES, 40, 20)[2:12, 8:20]).all()


def test_drawing_twice_gives_the_same_pixels():
    round_ = BOXES.replace("</svg>", '<circle cx="12" cy="5" r="3.3" fill="#a03a00"/></svg>')
    assert (rasterise(round_, 200, 100) == rasterise(round_, 200, 100)).all()


def test_an_svg_that_leaves_pixels_transparent_is_refused():
    hole = BOXES.replace('<rect width="20"', '<rect width="19"', 1)
    with pytest.raises(ValueError, match="40 of 800 pixels transparent"):
        rasterise(hole, 40, 20)


@pytest.mark.parametrize(
    "svg",
    [
        "",
        "<html/>",
        BOXES.replace("viewBox", "view"),
        BOXES.replace("</svg>", ""),
        BOXES.replace("</svg>", "<a & b/></svg>"),
        BOXES.replace("0 0 20 10", "0 0 20", 1),
    ],
)
def test_what_is_no_svg_is_refused(svg):
    with pytest.raises(ValueError, match="SVG"):
        rasterise(svg, 40, 20)


@pytest.mark.parametrize("size", [(0, 10), (10, -1), (20000, 20000)])
def test_a_size_that_cannot_be_is_refused(size):
    with pytest.raises(ValueError, match="cannot be drawn"):
        rasterise(BOXES, *size)


def test_patches_are_pasted_in_their_order_and_the_first_frame_stays():
    first = np.zeros((4, 6, 3), np.uint8)
    one, two = np.full((2, 3, 3), 1, np.uint8), np.full((2, 2, 3), 2, np.uint8)
    image = compose(first, [(1, 1, one), (3, 2, two)])
    assert image[..., 0].tolist() == [
        [0, 0, 0, 0, 0, 0],
        [0, 1, 1, 1, 0, 0],
        [0, 1, 1, 2, 2, 0],
        [0, 0, 0, 2, 2, 0],
    ]
    assert not first.any()


def test_composing_nothing_is_a_copy():
    first = np.zeros((2, 2, 3), np.uint8)
    image = compose(first, [])
    assert (image == first).all()
    assert image is not first


@pytest.mark.parametrize("place", [(-1, 0), (0, -1), (5, 0), (0, 3)])
def test_a_patch_over_the_edge_is_refused(place):
    with pytest.raises(ValueError, match="over the edge"):
        compose(np.zeros((4, 6, 3), np.uint8), [(*place, np.ones((2, 2, 3), np.uint8))])
