"""The layout: the same each time, in the shape of the page, without overlaps."""

from __future__ import annotations

import numpy as np
import pytest

from kg.render.layout import ASPECT, lay_out


def star(count: int) -> np.ndarray:
    """Two hubs, joined, and their leaves."""
    return np.array([(0, 1), *((leaf % 2, leaf) for leaf in range(2, count))])


def laid(count: int, **options: np.ndarray) -> np.ndarray:
    plain = {"widths": np.full(count, 60.0), "years": np.zeros(count)}
    return lay_out(star(count), **(plain | options))


@pytest.mark.parametrize("count", [3, 60, 900])
def test_the_same_every_time(count: int):
    assert laid(count).tobytes() == laid(count).tobytes()


def test_nothing_and_one_and_no_edges():
    none = np.zeros((0, 2), dtype=np.int64)
    for count in (0, 1, 5):
        points = lay_out(none, widths=np.full(count, 60.0), years=np.zeros(count))
        assert points.shape == (count, 2)
        assert np.isfinite(points).all()


def test_boxes_of_a_small_layout_do_not_overlap():
    points = laid(60)
    away = np.abs(points[:, None] - points[None])
    close = (away[..., 0] < 56) & (away[..., 1] < 34)
    assert close.sum() == len(points)  # each only with itself


@pytest.mark.parametrize("count", [200, 900])
def test_the_shape_of_the_page(count: int):
    wide, high = np.ptp(laid(count), axis=0)
    assert 0.7 * ASPECT < wide / high < 1.6 * ASPECT


@pytest.mark.parametrize("count", [60, 900])
def test_leaves_stand_near_their_own_hub(count: int):
    points = laid(count)
    to_hubs = np.hypot(*(points[2:, None] - points[None, :2]).transpose(2, 0, 1))
    own = np.arange(2, count) % 2
    nearer = to_hubs[np.arange(count - 2), own] < to_hubs[np.arange(count - 2), 1 - own]
    assert nearer.mean() > 0.9


def test_early_years_stand_left_of_late_ones():
    years = np.where(np.arange(60) % 2, 1.0, -1.0)
    points = laid(60, years=years)
    assert points[years < 0, 0].mean() < points[years > 0, 0].mean()
