"""The sources joined, on made-up rows."""

import pytest

from tools.gazetteer import joins
from tools.gazetteer.draft import Draft
from tools.gazetteer.sources import City, Country, Subdivision, Unit, unit

COUNTRY = Country("AA", 1, "Aland", "Mira", 1_000_000, ("Republic of Aland", "Аланд", "AAA"))


def subdivision(
    row: int, code: str, name: str, geonames: int, *aliases: str, level: int = 1, iso: str = "", parent: int | None = None
) -> Subdivision:
    return Subdivision(row, name, iso, code, geonames, aliases, level, parent, "AA")


def earth(name: str, english: str, *, iso: str = "", geonames: int | None = None, lat: float = 10.0, lon: float = 20.0) -> Unit:
    return Unit(iso, geonames, "AA", name, english, (), lat, lon)


def city(geonames: int, name: str, population: int = 1_000, code: str = "01", names: tuple[str, ...] = ()) -> City:
    return City(geonames, name, 1.0, 2.0, "AA", population, code, names)


@pytest.fixture
def countries() -> dict[str, Draft]:
    return {"AA": joins.country_drafts([COUNTRY], {"AA": (5.0, 6.0)})[0]}


def test_countries_have_centres_and_usable_names(countries: dict[str, Draft]) -> None:
    country = countries["AA"]
    assert (country.key, country.level, country.population) == ("1", "country", 1_000_000)
    assert (country.lat, country.lon, country.precision) == (5.0, 6.0, "country")
    assert country.names == ["Republic of Aland"]


def test_countries_come_by_code() -> None:
    rows = [Country(code, number, code, "", 0, ()) for number, code in enumerate(("CC", "AA", "BB"))]
    assert [draft.country for draft in joins.country_drafts(rows, {})] == ["AA", "BB", "CC"]


def test_units_join_by_geonames_id(countries: dict[str, Draft]) -> None:
    rows = [subdivision(1, "AA.01", "Norda Province", 11, iso="AA-N")]
    drafts = joins.unit_drafts(rows, [earth("Nordä", "Norda", geonames=11)], countries)
    assert (drafts[1].name, drafts[1].lat, drafts[1].precision, drafts[1].iso3166_2) == ("Norda", 10.0, "admin1", "AA-N")
    assert drafts[1].parent == "1"


def test_units_join_by_iso_code_only_when_the_names_are_alike(countries: dict[str, Draft]) -> None:
    rows = [subdivision(1, "AA.01", "Norda", 11, iso="AA-1"), subdivision(2, "AA.02", "Suda", 12, iso="AA-2")]
    drafts = joins.unit_drafts(rows, [earth("Norda", "Norda", iso="AA-1"), earth("Rift Valley", "Rift", iso="AA-2")], countries)
    assert drafts[1].lat == 10.0
    assert drafts[2].lat is None


def test_english_names_of_another_unit_are_not_taken(countries: dict[str, Draft]) -> None:
    rows = [subdivision(1, "AA.01", "Hung Yen", 11)]
    drafts = joins.unit_drafts(rows, [earth("Hung Yen", "Red River Delta", geonames=11)], countries)
    assert drafts[1].name == "Hung Yen"
    assert "Red River Delta" not in drafts[1].names


def test_second_level_units_lie_in_the_unit_of_their_code(countries: dict[str, Draft]) -> None:
    rows = [
        subdivision(1, "AA.01", "Norda", 11),
        subdivision(2, "AA.01.7", "Bela District", 12, level=2),
        subdivision(3, "AA.99.7", "Cela", 13, level=2, parent=1),
        subdivision(4, "AA.98.7", "Dela", 14, level=2),
        subdivision(5, "AA", "Zero", 15, level=0),
    ]
    drafts = joins.unit_drafts(rows, [], countries)
    assert [drafts[row].parent for row in (2, 3, 4)] == ["11", "11", "1"]
    assert drafts[2].name == "Bela"
    assert 5 not in drafts


@pytest.mark.parametrize(("name", "other", "alike"), [("Omsk", "Omskaya Oblast'", True), ("Norda", "Nordá", True), ("Rift", "Suda", False)])
def test_resembles(name: str, other: str, alike: bool) -> None:
    assert joins.resembles(name, [other]) == alike


def test_cities_lie_in_the_lowest_known_unit(countries: dict[str, Draft]) -> None:
    rows = [subdivision(1, "AA.01", "Norda", 11), subdivision(2, "AA.01.7", "Bela", 12, level=2)]
    units = joins.unit_drafts(rows, [], countries)
    cities = [city(101, "Mira"), city(102, "Lira"), city(103, "Kira", code="77")]
    drafts = joins.city_drafts(cities, {101: [1, 2]}, units, countries, {"AA.01": "11"})
    assert [draft.parent for draft in drafts] == ["12", "11", "1"]


def test_cities_of_unknown_countries_are_left_out() -> None:
    assert joins.city_drafts([city(101, "Mira")], {}, {}, {}, {}) == []


def test_only_towns_keep_all_their_names() -> None:
    names = ("Myra", "Мира", "MIR", "mira")
    assert joins.city_draft(city(101, "Mira", 20_000, names=names), "1").names == ["Myra"]
    assert joins.city_draft(city(101, "Mira", 900, names=names), "1").names == []


def test_units_without_coordinates_take_those_of_their_towns_or_parent(countries: dict[str, Draft]) -> None:
    rows = [subdivision(1, "AA.01", "Norda", 11), subdivision(2, "AA.01.7", "Bela", 12, level=2), subdivision(3, "AA.02", "Suda", 13)]
    units = joins.unit_drafts(rows, [], countries)
    towns = joins.city_drafts([city(101, "Mira", 5_000)], {101: [1]}, units, countries, {})
    drafts = {draft.key: draft for draft in (*countries.values(), *units.values(), *towns)}
    joins.settle(drafts)
    assert (drafts["11"].lat, drafts["11"].precision, drafts["11"].members) == (1.0, "admin1", 5_000)
    assert (drafts["12"].lat, drafts["12"].precision) == (1.0, "admin1")
    assert (drafts["13"].lat, drafts["13"].precision) == (5.0, "country")


def test_capitals(countries: dict[str, Draft]) -> None:
    units = joins.unit_drafts([subdivision(1, "AA.01", "Norda", 11)], [], countries)
    cities = [city(101, "Mira", 500), city(102, "Mira", 9_000), city(103, "Norda"), city(104, "Norda", code="77")]
    towns = joins.city_drafts(cities, {103: [1]}, units, countries, {})
    drafts = {draft.key: draft for draft in (*countries.values(), *units.values(), *towns)}
    joins.mark_capitals([COUNTRY], drafts)
    assert {town.key: town.capital_of for town in towns} == {"101": None, "102": "country", "103": "admin1", "104": None}


def test_rows_of_natural_earth() -> None:
    row = {
        "name": "Norda",
        "name_en": None,
        "name_alt": "Nord|Norden",
        "gn_id": 0,
        "iso_a2": "AA",
        "latitude": 1,
        "longitude": 2,
        "gn_name": "Norda P.",
    }
    found = unit(row)
    assert (found.english, found.geonames, found.iso) == ("Norda", None, "")
    assert found.alternatives == ("Nord", "Norden", "Norda P.")
