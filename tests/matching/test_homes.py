"""One identity for a place however a report writes and locates it."""

import pytest

from amity.gazetteer import open_gazetteer
from amity.matching.homes import actor_home, anchored, below, canonical_name, country_of, display_name, identity, place_chain
from amity.model import Actor, PlaceReference
from tests.matching.make import place


def _unit(name: str, kind: str, country: str) -> Actor:
    return Actor(id="a1", kind=kind, name=name, country=country, place=place(name, country, kind))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("unit", "home"),
    [
        (("Vietnam", "state", "VN"), "VN"),
        (("Ha Tinh", "province", "VN"), "VN-23"),
        (("Yunnan", "province", "CN"), "CN-YN"),
        (("Gyeongju", "municipality", "KR"), "KR/1841597/gyeongju"),
    ],
)
def test_identities(unit: tuple[str, str, str], home: str) -> None:
    assert actor_home(_unit(*unit)) == home


def test_a_city_is_one_whether_the_gazetteer_has_it_as_town_or_as_unit() -> None:
    gazetteer = open_gazetteer()
    found = {identity(one) for one in gazetteer.lookup("Baise") if one.country == "CN"}
    assert len(found) == 1


def test_a_first_level_city_is_one_whether_found_as_unit_or_as_town() -> None:
    found = {identity(one) for one in open_gazetteer().lookup("Hanoi") if one.country == "VN" and (one.population or one.level == "admin1")}
    assert len(found) == 1


@pytest.mark.parametrize(
    ("name", "country", "home"),
    [
        ("People's Committee of Ha Tinh province", "VN", "VN-23"),
        ("Foreign Affairs Office of Yunnan Province", "CN", "CN-YN"),
        ("Communist Party of China", "CN", "CN"),
        ("Lao People's Revolutionary Party", "LA", "LA"),
        ("Ministry of Finance", "VN", None),
        ("Harbour Cities Alliance", None, None),
    ],
)
def test_an_organisation_belongs_to_the_place_in_its_name(name: str, country: str | None, home: str | None) -> None:
    assert actor_home(Actor(id="a1", kind="body", name=name, country=country)) == home


def test_a_place_that_is_not_known_goes_by_its_name() -> None:
    assert actor_home(Actor(id="a1", kind="municipality", name="Nowhereville", country="US")) == "US//nowhereville"
    assert place_chain(PlaceReference(name="Nowhereville")) == ("?//nowhereville",)
    assert place_chain(None) == ()


@pytest.mark.parametrize(("home", "country"), [("VN", "VN"), ("VN-23", "VN"), ("CN/1/baise", "CN"), ("?//x", None), (None, None)])
def test_the_country_of_an_identity(home: str | None, country: str | None) -> None:
    assert country_of(home) == country


@pytest.mark.parametrize(
    ("one", "other", "nested"), [("VN", "VN-23", True), ("VN-23", "VN-23", True), ("VN-23", "VN-24", False), ("LA", "VN-23", False)]
)
def test_nesting(one: str, other: str, nested: bool) -> None:
    assert below(one, other) == below(other, one) == nested


def test_a_town_lies_in_its_province_and_country() -> None:
    town = actor_home(_unit("Baise", "municipality", "CN"))
    assert town and below(town, "CN-GX") and below(town, "CN") and not below(town, "CN-YN")
    assert place_chain(place("Baise", "CN")) == (town, "CN-GX", "CN")


@pytest.mark.parametrize(("text", "sure"), [({"springfield", "illinois"}, True), ({"springfield"}, False)])
def test_a_report_that_names_the_unit_above_rules_out_namesakes(text: set[str], sure: bool) -> None:
    springfield = open_gazetteer().by_id(4250542)
    assert springfield is not None
    assert anchored(identity(springfield), frozenset(text)) == sure


@pytest.mark.parametrize(
    ("name", "at", "shown"),
    [
        ("Leicester City Council", "Leicester", "Leicester"),
        ("Leicester", "Leicester", "Leicester"),
        ("Stalingrad", "Volgograd", "Volgograd"),
    ],
)
def test_the_name_to_show(name: str, at: str, shown: str) -> None:
    actor = Actor(id="a1", kind="municipality", name=name, country=None, place=place(at))
    assert display_name(actor) == shown
    assert canonical_name(actor) == shown.lower()
