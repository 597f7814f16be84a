"""What maps are drawn on: an office's own GeoJSON, boundaries hidden; and what is new since the last visit."""

import json
import shutil
from datetime import date, timedelta
from pathlib import Path

import httpx
import pytest

from amity.errors import UsageError
from amity.register import open_register
from amity.register.queries.arrivals import arrivals
from amity.web.grounds import COUNTRIES, DISPUTED, LAND, Ground, ground, read_geojson
from amity.web.maps import base_svg
from amity.web.visits import COOKIE
from tests.web.conftest import LONG, served

SQUARE = [[0, 0], [10, 0], [10, 10], [0, 10], [0, 0]]
FRAME = (-5.0, -5.0, 15.0, 15.0)
OWN = {
    "type": "FeatureCollection",
    "features": [
        {"type": "Feature", "properties": {}, "geometry": {"type": "MultiPolygon", "coordinates": [[SQUARE]]}},
        {"type": "Feature", "properties": None, "geometry": {"type": "LineString", "coordinates": [[0, 5, 12.5], [10, 5, 0]]}},
        {"type": "Feature", "properties": {"disputed": True}, "geometry": {"type": "MultiLineString", "coordinates": [[[5, 0], [5, 10]]]}},
        {"type": "Feature", "properties": {}, "geometry": None},
    ],
}


def written(tmp_path: Path, content: object) -> Path:
    """Return a file that holds some JSON, or some words."""
    path = tmp_path / "own.geojson"
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


def test_polygons_are_land_and_lines_are_boundaries() -> None:
    found = read_geojson(OWN)
    assert [len(found.layers[layer]) for layer in (LAND, COUNTRIES, DISPUTED)] == [1, 1, 1]
    assert list(found.lines(COUNTRIES)) == [[(0, 5), (10, 5)]]


def test_an_own_base_is_drawn_instead(tmp_path: Path) -> None:
    own = ground(written(tmp_path, OWN))
    drawn = base_svg(FRAME, True, own.base)
    assert drawn.count("M") == 3
    assert 'class="line disputed"' in drawn
    assert base_svg(FRAME, False, own.base).count("M") == 1
    assert own.source == "own.geojson"


@pytest.mark.parametrize(
    "content",
    ["no json", [], {"type": "FeatureCollection"}, {"type": "Point", "coordinates": [1, 2]}, {"type": "LineString", "coordinates": "x"},
     {"type": "LineString", "coordinates": [[0, 0], [500, 0]]}, {"type": "Polygon", "coordinates": [[[0], [1]]]},
     {"type": "LineString", "coordinates": [["a", 0], [1, 0]]}, "[" * 100_000],
)  # fmt: skip
def test_a_file_that_holds_no_base_is_told(tmp_path: Path, content: object) -> None:
    with pytest.raises(UsageError, match=r"own\.geojson: no GeoJSON"):
        ground(written(tmp_path, content))


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="name a GeoJSON file"):
        ground(tmp_path / "none.geojson")


@pytest.mark.parametrize("own", [False, True])
def test_pages_say_what_maps_are_drawn_on(samples_file: Path, tmp_path: Path, own: bool) -> None:
    register = tmp_path / "own.db"
    shutil.copy(samples_file, register)
    chosen = ground(written(tmp_path, OWN) if own else None, boundaries=own)
    with served(register, ground=chosen) as site, httpx.Client(base_url=site, timeout=LONG / 1000) as asking:
        page = asking.get("/").text
        assert ("own.geojson" in page) is own
        assert ("Boundaries are hidden" in page) is not own
        assert chosen.key.replace("&", "&amp;") in page
        assert ("line" in asking.get("/map.svg?frame=0,0,90,40").text.partition("</style>")[2]) is own


def test_a_reader_hides_boundaries(client: httpx.Client) -> None:
    page = client.get("/?boundaries=false").text
    assert "Boundaries are hidden" in page
    assert "Show boundaries" in page
    assert "&amp;boundaries=false" in page
    assert Ground().key == ""


def test_home_tells_what_came_in_since_the_last_visit(client: httpx.Client) -> None:
    first = client.get("/")
    assert "Since your last visit" not in first.text
    assert first.cookies[COOKIE].startswith(date.today().isoformat())
    visited = date.today() - timedelta(days=3)
    before, shown = visited.isoformat(), f"{visited.day} {visited:%b %Y}"
    client.cookies.clear()
    for kept in (f"{before}|", f"{date.today().isoformat()}|{before}"):
        page = client.get("/", headers={"cookie": f"{COOKIE}={kept}"})
        assert f"Since your last visit on {shown}: <a" in page.text
        assert page.cookies[COOKIE].strip('"') == f"{date.today().isoformat()}|{before}"


@pytest.mark.parametrize("kept", ["x", "<script>|", "2999-01-01|", "2024-99-99|2024-13-01"])
def test_a_cookie_that_makes_no_sense_says_nothing(client: httpx.Client, kept: str) -> None:
    assert "Since your last visit" not in client.get("/", headers={"cookie": f"{COOKIE}={kept}"}).text


def test_what_came_in_is_counted_by_the_log(samples_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "own.db"
    shutil.copy(samples_file, path)
    with open_register(path) as register:
        with register.reading() as connection:
            before = arrivals(connection, "2000-01-01")
        register.judge("confirm", ["ins-1"], by="Ann")
        with register.reading() as connection:
            after = arrivals(connection, "2000-01-01")
            assert arrivals(connection, "2999-01-01") == (0, 0, False)
    assert before.added == after.added > 0
    assert after.decided == before.decided + 1
