"""Jurisdictions and organisations: what is one, what only looks alike."""

import pytest

from amity.matching.inmemory import match
from tests.matching.helpers import compared, matched_pair, reasons, together
from tests.matching.make import Maker

Named = tuple[str, str, str | None]

SAME: list[tuple[Named, Named]] = [
    (("Vietnam", "state", "VN"), ("Viet Nam", "state", "VN")),
    (("Laos", "state", "LA"), ("Lao People's Democratic Republic", "state", "LA")),
    (("Guangxi", "province", "CN"), ("Guangxi Zhuang Autonomous Region", "province", "CN")),
    (("Ha Tinh", "province", "VN"), ("Hà Tĩnh province", "province", "VN")),
    (("Da Nang", "municipality", "VN"), ("Đà Nẵng City", "municipality", "VN")),
    (("Kunming", "municipality", "CN"), ("Kunming City", "municipality", "CN")),
    (("Baise", "municipality", "CN"), ("Baise", "district", "CN")),
    (("Hanoi", "municipality", "VN"), ("Ha Noi", "municipality", "VN")),
    (("Siem Reap province", "province", "KH"), ("province of Siem Reap", "province", "KH")),
    (("People's Committee of Ha Tinh", "body", "VN"), ("Ha Tinh People's Committee", "body", "VN")),
    (("Foreign Affairs Office of Yunnan Province", "body", "CN"), ("Yunnan Foreign Affairs Office", "body", "CN")),
    (("Ministry of Foreign Affairs", "body", "TH"), ("Foreign Ministry", "body", "TH")),
    (("National Assembly", "body", "LA"), ("National Assembly", "body", "LA")),
    (("Ministry of Defence", "body", "VN"), ("Ministry of Defense", "body", "VN")),
    (("Association of Southeast Asian Nations", "igo", None), ("ASEAN", "igo", None)),
    (("Harbour Cities Alliance", "igo", None), ("Harbour Cities Alliance", "ngo", None)),
    (("Communist Party of China", "party", "CN"), ("Communist Party of China", "party", "CN")),
    (("Mekong Timber Company", "company", "LA"), ("Mekong Timber Co", "company", "LA")),
]

APART: list[tuple[Named, Named]] = [
    (("Lao Cai", "province", "VN"), ("Lao Cai", "municipality", "VN")),
    (("Siem Reap", "province", "KH"), ("city of Siem Reap", "municipality", "KH")),
    (("Birmingham", "municipality", "US"), ("Birmingham", "municipality", "GB")),
    (("Valencia", "municipality", "ES"), ("Valencia", "municipality", "VE")),
    (("San Jose", "municipality", "US"), ("San José", "municipality", "CR")),
    (("Guangxi", "province", "CN"), ("Guangdong", "province", "CN")),
    (("Hunan", "province", "CN"), ("Henan", "province", "CN")),
    (("Shanxi", "province", "CN"), ("Shaanxi", "province", "CN")),
    (("Ha Tinh", "province", "VN"), ("Ha Nam", "province", "VN")),
    (("Quang Ninh", "province", "VN"), ("Quang Nam", "province", "VN")),
    (("Department of Commerce of Yunnan Province", "body", "CN"), ("Department of Commerce", "body", "CN")),
    (("Department of Commerce of Yunnan Province", "body", "CN"), ("Department of Commerce of Guangxi", "body", "CN")),
    (("National Assembly", "body", "LA"), ("National Assembly", "body", "VN")),
    (("Ministry of Finance", "body", "VN"), ("Ministry of Finance", "body", "LA")),
    (("Ministry of Commerce", "body", "TH"), ("Ministry of Transport", "body", "TH")),
    (("Ha Tinh People's Committee", "body", "VN"), ("Ha Tinh People's Council", "body", "VN")),
    (("Ha Tinh People's Committee", "body", "VN"), ("Nghe An People's Committee", "body", "VN")),
    (("Ha Tinh", "province", "VN"), ("Ha Tinh People's Committee", "body", "VN")),
    (("Niger", "state", "NE"), ("Nigeria", "state", "NG")),
    (("Guinea", "state", "GN"), ("Guinea-Bissau", "state", "GW")),
]


def _pair(one: Named, other: Named) -> tuple[Maker, Maker]:
    first, second = Maker("one"), Maker("two")
    first.actor(*one)
    second.actor(*other)
    return first, second


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_actor_under_two_names(one: Named, other: Named) -> None:
    first, second = _pair(one, other)
    assert matched_pair(first.reading(), second.reading(), "actors", "a1", "a1")


@pytest.mark.parametrize(("one", "other"), APART)
def test_actors_that_only_look_alike(one: Named, other: Named) -> None:
    first, second = _pair(one, other)
    assert not matched_pair(first.reading(), second.reading(), "actors", "a1", "a1")


def test_a_council_is_the_city_that_it_stands_for() -> None:
    first, second = Maker("one"), Maker("two")
    first.actor("Leicester City Council", "municipality", "GB", at="Leicester", also=["Leicester"])
    second.actor("Leicester", "municipality", "GB")
    assert matched_pair(first.reading(), second.reading(), "actors", "a1", "a1")


def test_an_organ_named_by_its_level_belongs_to_the_reports_only_unit() -> None:
    first, second = Maker("one"), Maker("two")
    first.actor("Ha Tinh", "province", "VN")
    first.actor("provincial People's Committee", "body", "VN")
    second.actor("Ha Tinh People's Committee", "body", "VN")
    comparison = compared(first.reading(), second.reading(), "actors", "a2", "a1")
    assert "same home" in reasons(comparison)


def test_an_organ_named_by_its_level_is_nobodys_among_several_units() -> None:
    first, second = Maker("one"), Maker("two")
    first.actor("Ha Tinh", "province", "VN")
    first.actor("Nghe An", "province", "VN")
    first.actor("provincial People's Committee", "body", "VN")
    second.actor("Ha Tinh People's Committee", "body", "VN")
    assert compared(first.reading(), second.reading(), "actors", "a3", "a1").verdict != "same"


@pytest.mark.parametrize(("alias", "same"), [("PDX Friends", True), ("the Committee", False)])
def test_an_alias_counts_only_if_it_tells_the_actor(alias: str, same: bool) -> None:
    first, second = Maker("one"), Maker("two")
    first.actor("Portland Sister City Circle", "ngo", "US", also=[alias])
    second.actor(alias, "ngo", "US")
    assert matched_pair(first.reading(), second.reading(), "actors", "a1", "a1") == same


def test_two_towns_of_one_name_in_one_country_are_told_apart_by_the_state_that_both_reports_name() -> None:
    first = Maker("one", text="The mayor of Springfield in Illinois spoke.")
    second = Maker("two", text="Springfield, Missouri, sent students.")
    first.actor("Springfield", "municipality", "US")
    second.actor("Springfield", "municipality", "US")
    first.made.actors[0].place.geonames = 4250542  # Illinois
    second.made.actors[0].place.geonames = 4409896  # Missouri
    assert not matched_pair(first.reading(), second.reading(), "actors", "a1", "a1")


def test_a_town_that_one_report_locates_is_the_one_that_another_only_names() -> None:
    first = Maker("one", text="The mayor of Springfield in Illinois spoke.")
    second = Maker("two", text="Springfield sent students.")
    first.actor("Springfield", "municipality", "US")
    second.actor("Springfield", "municipality", "US")
    first.made.actors[0].place.geonames = 4250542
    second.made.actors[0].place.geonames = 4409896
    assert matched_pair(first.reading(), second.reading(), "actors", "a1", "a1")


def _provinces(*named: tuple[str, int]) -> list[Maker]:
    """A report for each province, with its id in the gazetteer."""
    made = []
    for at, (name, geonames) in enumerate(named):
        maker = Maker(f"r{at}")
        maker.actor(name, "province", "VN")
        maker.made.actors[0].place.geonames = geonames
        made.append(maker)
    return made


def test_a_province_that_has_ended_is_another_actor_than_its_successor() -> None:
    one, other = (maker.reading() for maker in _provinces(("Ha Giang", 1581030), ("Tuyen Quang", 13494365)))
    found = match([one, other])
    assert not together(found, one, other, "actors", "a1", "a1")
    (succession,) = found.successions
    assert succession.earlier == "sha256:r0/actors/a1"
    assert (succession.later, succession.until) == ("sha256:r1/actors/a1", "2025-06-30")


def test_a_successor_that_no_report_names_is_told_by_its_place() -> None:
    (maker,) = _provinces(("Ha Giang", 1581030))
    (succession,) = match([maker.reading()]).successions
    assert succession.later is None and succession.home


def test_a_province_that_others_joined_goes_on() -> None:
    one, other = (maker.reading() for maker in _provinces(("Lao Cai", 1562412), ("Lao Cai", 13494334)))
    found = match([one, other])
    assert together(found, one, other, "actors", "a1", "a1")
    assert found.successions == []
