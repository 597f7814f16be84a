"""Maps: a base of land and boundaries (Natural Earth), and what is drawn on it, as SVG made on the server.

Coordinates are degrees (WGS 84) in an equirectangular projection whose scale is true along the middle of the frame. Lines where states
differ on whose a place is are dashed, and the map says so.
"""

import math
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

DATA = Path(__file__).parent / "data"
WIDTH = 960
"""Units of a map's width; its height follows from its frame."""
WORLD = (-170.0, -56.0, 180.0, 76.0)
"""West, south, east, north of a map of the world."""
NARROWEST = 12.0
"""Degrees of longitude that a map shows at least."""
MARGIN = 0.18
"""Share of a frame that is left free around what is drawn."""
WIDE = 120.0
"""Degrees of longitude from which on the base without first-level units is enough."""
Frame = tuple[float, float, float, float]
Point = tuple[float, float]


class Mark(NamedTuple):
    """A place on a map: where, what it is called and leads to, and what its coordinates are the centre of."""

    lon: float
    lat: float
    label: str
    href: str
    precision: str = "municipality"


class Line(NamedTuple):
    """A relation of two places on a map; ``kind`` is told by its dashes as well as in words."""

    one: Point
    other: Point
    label: str
    href: str
    kind: str = ""


class Projection:
    """From degrees to the units of a map."""

    def __init__(self, frame: Frame) -> None:
        west, south, east, north = frame
        self.frame = frame
        self.squeeze = math.cos(math.radians((south + north) / 2))
        self.scale = WIDTH / ((east - west) * self.squeeze)
        self.height = round((north - south) * self.scale)

    def __call__(self, lon: float, lat: float) -> Point:
        """Return where a place is on the map, from its upper left."""
        west, _, _, north = self.frame
        return round((lon - west) * self.squeeze * self.scale, 1), round((north - lat) * self.scale, 1)


def frame_of(points: Iterable[Point]) -> Frame:
    """Return the frame that shows some places (longitude, latitude), with a margin; the world if there are none."""
    known = list(points)
    if not known:
        return WORLD
    west, east = min(lon for lon, _ in known), max(lon for lon, _ in known)
    south, north = min(lat for _, lat in known), max(lat for _, lat in known)
    wide = max(east - west, (north - south) * 1.6, NARROWEST) * (1 + 2 * MARGIN)
    high = max((north - south) * (1 + 2 * MARGIN), wide / 2)
    lon, lat = (west + east) / 2, (south + north) / 2
    return max(-180.0, lon - wide / 2), max(-85.0, lat - high / 2), min(180.0, lon + wide / 2), min(85.0, lat + high / 2)


class Base(msgspec.Struct, frozen=True):
    """A base map in degrees: its arcs, and layer → rings (land) or lines, each a list of arc numbers (TopoJSON)."""

    arcs: list[list[Point]]
    layers: dict[str, list[list[int]]]

    def lines(self, layer: str) -> Iterator[list[Point]]:
        """Yield the lines of a layer, each joined of its arcs."""
        for ring in self.layers.get(layer, ()):
            joined: list[Point] = []
            for number in ring:
                arc = self.arcs[number] if number >= 0 else self.arcs[~number][::-1]
                joined += arc[1:] if joined else arc
            yield joined


@lru_cache(maxsize=4)
def base(name: str) -> Base:
    """Return the base map of a name: ``world``, or ``detail`` with first-level units."""
    return read_topology((DATA / f"{name}.json").read_bytes())


def read_topology(content: bytes) -> Base:
    """Return the base map in a TopoJSON file."""
    told = msgspec.json.decode(content)
    scale, shift = told["transform"]["scale"], told["transform"]["translate"]
    return Base(
        arcs=[list(_unpacked(arc, scale, shift)) for arc in told["arcs"]],
        layers={name: [ring for one in layer["geometries"] for ring in _rings(one)] for name, layer in told["objects"].items()},
    )


def _unpacked(arc: list[list[int]], scale: Point, shift: Point) -> Iterator[Point]:
    x = y = 0
    for dx, dy in arc:
        x, y = x + dx, y + dy
        yield x * scale[0] + shift[0], y * scale[1] + shift[1]


def _rings(geometry: dict[str, Any]) -> Iterator[list[int]]:
    arcs, kind = geometry.get("arcs", []), geometry.get("type")
    if kind == "LineString":
        yield arcs
    elif kind in ("MultiLineString", "Polygon"):
        yield from arcs
    elif kind == "MultiPolygon":
        for polygon in arcs:
            yield from polygon


def _touches(line: list[Point], frame: Frame) -> bool:
    west, south, east, north = frame
    return (
        min(x for x, _ in line) <= east and max(x for x, _ in line) >= west
        and min(y for _, y in line) <= north and max(y for _, y in line) >= south
    )  # fmt: skip


def _path(lines: Iterable[list[Point]], project: Projection, close: str) -> str:
    parts = []
    for line in lines:
        if _touches(line, project.frame):
            parts.append("M" + "L".join(f"{x:g},{y:g}" for x, y in (project(*point) for point in line)) + close)
    return "".join(parts)


STYLE = """<style>
.land{fill:#ebe7df;fill-rule:evenodd;stroke:#b9b2a4;stroke-width:.6}.countries{stroke:#8d8674;stroke-width:.9}.units{stroke:#cfc8ba;stroke-width:.5}
.disputed{stroke:#8d8674;stroke-width:.9;stroke-dasharray:3 3}.line{fill:none}
@media (prefers-color-scheme:dark){.land{fill:#2a2f37;stroke:#4b5361}.countries,.disputed{stroke:#7b8494}.units{stroke:#3c434e}}
</style>"""
"""Colours of the base, which is an image of its own and follows light and dark by itself."""


@lru_cache(maxsize=64)
def base_svg(frame: Frame, boundaries: bool = True, of: Callable[[bool], Base] | None = None) -> str:
    """Return the base of a map as an SVG document; without boundaries it shows land alone.

    ``of`` gives the base for a wide frame or a narrow one, Natural Earth without it.
    """
    project = Projection(frame)
    wide = frame[2] - frame[0] > WIDE
    source = of(wide) if of else base("world" if wide else "detail")
    parts = [f'<path class="land" d="{_path(source.lines("land"), project, "Z")}"/>']
    if boundaries:
        parts += [
            f'<path class="line {name}" d="{_path(source.lines(name), project, "")}"/>' for name in ("units", "countries", "disputed")
        ]
    size = f'viewBox="0 0 {WIDTH} {project.height}" width="{WIDTH}" height="{project.height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{STYLE}{"".join(parts)}</svg>'


class Drawn(NamedTuple):
    """A map ready for its template: the address of its base, its size, and what is drawn on it, in its units."""

    base: str
    height: int
    marks: list[tuple[Point, Mark]]
    lines: list[tuple[Point, Point, Line]]


def draw(marks: Iterable[Mark], lines: Iterable[Line] = ()) -> Drawn:
    """Return a map that shows all of the marks and the lines between some of them."""
    placed, drawn = list(marks), list(lines)
    project = Projection(_rounded(frame_of((one.lon, one.lat) for one in placed)))
    query = ",".join(f"{degree:g}" for degree in project.frame)
    return Drawn(
        base=f"/map.svg?frame={query}",
        height=project.height,
        marks=[(project(one.lon, one.lat), one) for one in placed],
        lines=[(project(*one.one), project(*one.other), one) for one in drawn],
    )


def _rounded(frame: Frame) -> Frame:
    """Return a frame of whole degrees, so that near frames share a base; a frame that is nearly the world is the world."""
    if frame[2] - frame[0] > WIDE:
        return WORLD
    return math.floor(frame[0]), math.floor(frame[1]), math.ceil(frame[2]), math.ceil(frame[3])
