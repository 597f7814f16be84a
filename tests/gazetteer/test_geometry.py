"""Centres."""

import pytest

from tools.gazetteer.geometry import outline_centre, weighted_centre

SQUARE = [[[0.0, 0.0], [4.0, 0.0], [4.0, 2.0], [0.0, 2.0], [0.0, 0.0]]]
ISLAND = [[[50.0, 50.0], [51.0, 50.0], [51.0, 51.0], [50.0, 51.0], [50.0, 50.0]]]


def test_the_centre_of_an_outline() -> None:
    assert outline_centre({"type": "Polygon", "coordinates": SQUARE}) == pytest.approx((1.0, 2.0))


def test_islands_do_not_pull_the_centre() -> None:
    assert outline_centre({"type": "MultiPolygon", "coordinates": [ISLAND, SQUARE]}) == pytest.approx((1.0, 2.0))


def test_an_outline_without_area_has_its_first_point() -> None:
    assert outline_centre({"type": "Polygon", "coordinates": [[[7.0, 8.0], [7.0, 8.0]]]}) == (8.0, 7.0)


def test_the_centre_of_towns_is_weighted_by_persons() -> None:
    assert weighted_centre([(0.0, 0.0, 3), (4.0, 8.0, 1)]) == pytest.approx((1.0, 2.0))
    assert weighted_centre([(0.0, 0.0, 0), (4.0, 8.0, 0)]) == pytest.approx((2.0, 4.0))
    assert weighted_centre([]) is None


def test_units_on_both_sides_of_the_date_line_stay_whole() -> None:
    centre = weighted_centre([(-17.0, 179.0, 1), (-17.0, -179.0, 1)])
    assert centre is not None
    assert abs(centre[1]) == pytest.approx(180.0)
