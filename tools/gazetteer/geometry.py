"""Centres: of outlines, and of groups of places."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

Ring = Sequence[Sequence[float]]


def outline_centre(geometry: dict[str, Any]) -> tuple[float, float]:
    """Return the centroid (lat, lon) of a GeoJSON outline's largest polygon: overseas parts do not pull it into the sea."""
    polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    ring = max((polygon[0] for polygon in polygons), key=lambda ring: abs(_area(ring)))
    return _centroid(ring)


def _area(ring: Ring) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring)) / 2


def _centroid(ring: Ring) -> tuple[float, float]:
    area = _area(ring)
    if not area:
        return ring[0][1], ring[0][0]
    pairs = [(a, b, a[0] * b[1] - b[0] * a[1]) for a, b in pairwise(ring)]
    lon = sum((a[0] + b[0]) * cross for a, b, cross in pairs) / (6 * area)
    lat = sum((a[1] + b[1]) * cross for a, b, cross in pairs) / (6 * area)
    return lat, lon


def weighted_centre(points: Iterable[tuple[float, float, int]]) -> tuple[float, float] | None:
    """Return the mean (lat, lon) of places weighted by their persons (at least one each); None when there is none.

    Longitudes are measured from the first place, so that a unit on both sides of the 180th meridian stays whole.
    """
    places = list(points)
    if not places:
        return None
    base = places[0][1]
    weights = [max(persons, 1) for *_, persons in places]
    total = sum(weights)
    lat = sum(place[0] * weight for place, weight in zip(places, weights, strict=True)) / total
    east = sum(((place[1] - base + 180) % 360 - 180) * weight for place, weight in zip(places, weights, strict=True)) / total
    return lat, (base + east + 180) % 360 - 180
