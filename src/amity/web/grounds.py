"""What maps are drawn on: Natural Earth, or an office's own GeoJSON; with boundaries or with land alone.

An office's file (RFC 7946) holds polygons, which become land with an outline, and lines, which become boundaries; a line whose
properties say ``"disputed": true`` is drawn as one that states differ on.
"""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from amity.errors import UsageError
from amity.web.maps import Base, Point, base

LARGEST = 50 * 1024 * 1024
"""Bytes of an office's own base map."""
LAND, COUNTRIES, DISPUTED = "land", "countries", "disputed"
SOURCE = "Natural Earth"


class Ground(msgspec.Struct, frozen=True, eq=False):
    """What maps of a server are drawn on; ``key`` stands in the addresses of its images, so that browsers keep no older ones."""

    source: str = SOURCE
    boundaries: bool = True
    key: str = ""
    own: Base | None = None

    def base(self, wide: bool) -> Base:
        """Return the base of a map; ``wide`` ones need no first-level units."""
        return self.own or base("world" if wide else "detail")


def ground(path: Path | None = None, boundaries: bool = True) -> Ground:
    """Return Natural Earth, or the base in an office's file; raise UsageError for a file that holds none."""
    if path is None:
        return Ground(boundaries=boundaries, key="" if boundaries else "&ground=land")
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UsageError(f"basemap {path}: {error.strerror}; name a GeoJSON file") from error
    if len(content) > LARGEST:
        raise UsageError(f"basemap {path}: {len(content) / 2**20:,.0f} MB; simplify it to {LARGEST // 2**20} MB at most")
    try:
        told = read_geojson(msgspec.json.decode(content))
    except (msgspec.DecodeError, ValueError, TypeError, KeyError, AttributeError, IndexError, RecursionError) as error:
        raise UsageError(f"basemap {path}: no GeoJSON in degrees with polygons or lines ({error}); see RFC 7946") from error
    return Ground(path.name, boundaries, f"&ground={hashlib.sha256(content).hexdigest()[:8]}{'' if boundaries else 'land'}", told)


def read_geojson(told: Any) -> Base:
    """Return the base that GeoJSON tells; raise ValueError, TypeError or KeyError where it makes no sense."""
    layers: dict[str, list[list[int]]] = {LAND: [], COUNTRIES: [], DISPUTED: []}
    arcs: list[list[Point]] = []
    for layer, line in _drawn(told, {}):
        points = [_point(one) for one in line]
        if len(points) > 1:
            layers[layer].append([len(arcs)])
            arcs.append(points)
    if not arcs:
        raise ValueError("nothing in it can be drawn")
    return Base(arcs, layers)


def _drawn(told: dict[str, Any], properties: dict[str, Any]) -> Iterator[tuple[str, list[Any]]]:
    """Yield each ring and line with the layer that it belongs to."""
    kind = told["type"]
    if kind == "FeatureCollection":
        for one in told["features"]:
            yield from _drawn(one, {})
    elif kind == "Feature" and told["geometry"]:
        yield from _drawn(told["geometry"], told.get("properties") or {})
    elif kind == "GeometryCollection":
        for one in told["geometries"]:
            yield from _drawn(one, properties)
    else:
        yield from _lines(kind, told.get("coordinates", []), DISPUTED if properties.get("disputed") is True else COUNTRIES)


def _lines(kind: str, coordinates: list[Any], layer: str) -> Iterator[tuple[str, list[Any]]]:
    if kind == "LineString":
        yield layer, coordinates
    elif kind == "MultiLineString":
        yield from ((layer, line) for line in coordinates)
    elif kind in ("Polygon", "MultiPolygon"):
        for polygon in [coordinates] if kind == "Polygon" else coordinates:
            yield from ((LAND, ring) for ring in polygon)


def _point(told: list[float]) -> Point:
    lon, lat = float(told[0]), float(told[1])
    if not (-180 <= lon <= 180 and -90 <= lat <= 90):
        raise ValueError(f"{lon:g}, {lat:g} is no longitude and latitude")
    return lon, lat
