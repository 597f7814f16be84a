"""Names that people enter: places by the rules of reading, asked for where two could be meant; organisations, persons, public ids."""

import re
from datetime import date

import pytest

from amity.errors import UsageError
from amity.office.naming import Namer
from amity.register import Register, open_register
from tests.matching.make import Maker


@pytest.fixture(scope="module")
def namer() -> Namer:
    return Namer(None)


def refused(namer: Namer, *names: str) -> str:
    with pytest.raises(UsageError) as raised:
        namer.all(names)
    return str(raised.value)


@pytest.mark.parametrize(
    ("told", "kind", "name", "country"),
    [
        ("Guangxi", "province", "Guangxi", "CN"),
        ("Viet Nam", "state", "Vietnam", "VN"),
        ("Kunming", "municipality", "Kunming", "CN"),
        ("Lao Cai province", "province", "Lao Cai", "VN"),
        ("Lao Cai city", "municipality", "Lao Cai", "VN"),
        ("Hà Nội", "municipality", "Hanoi", "VN"),
        ("Luang Prabang province, Laos", "province", "Luang Prabang", "LA"),
        ("Ha Giang province", "province", "Ha Giang", "VN"),
        ("province:Lao Cai", "province", "Lao Cai", "VN"),
        ("Hanoi People's Committee", "municipality", "Hanoi", "VN"),
    ],
)
def test_places_are_found(namer: Namer, told: str, kind: str, name: str, country: str) -> None:
    actor = namer.all([told])[told].actor
    assert (actor.kind, actor.name, actor.country) == (kind, name, country)
    assert actor.place is not None


def test_what_was_typed_stays_beside_the_name_of_the_map(namer: Namer) -> None:
    assert namer.one("Hà Nội").actor.aliases == ["Hà Nội"]
    assert namer.one("Kunming").actor.aliases == []


def test_a_great_city_is_meant_where_its_province_has_the_same_name(namer: Namer) -> None:
    assert namer.one("Da Nang").actor.kind == "municipality"
    assert namer.one("Busan").actor.kind == "municipality"


def test_every_way_that_is_offered_means_one_place(namer: Namer) -> None:
    for told in ("Hamilton", "San Juan", "Wakayama", "Richmond"):
        offered = re.findall("“(.+?)”", refused(namer, told))
        meant = [namer.one(way).actor for way in offered]
        assert len({(one.kind, one.place.geonames) for one in meant if one.place}) == len(offered) > 1


def test_a_place_that_the_map_has_twice_is_not_asked_for(namer: Namer) -> None:
    assert namer.one("Ladakh, India").actor.kind == "province"


def test_a_place_by_its_number_in_geonames(namer: Namer) -> None:
    actor = namer.one("geonames:1804651").actor
    assert (actor.kind, actor.name, actor.country, actor.aliases) == ("municipality", "Kunming", "CN", [])
    assert refused(namer, "geonames:1").startswith("geonames:1: the map has no place of this number; write its name")


def test_a_name_of_two_places_is_asked_for(namer: Namer) -> None:
    told = refused(namer, "Wakayama")
    assert told == "Wakayama: this may be “Wakayama province” or “Wakayama city”; write one of these"
    assert "“Springfield, Illinois”" in refused(namer, "Springfield")


def test_each_way_that_is_offered_can_be_written(namer: Namer) -> None:
    for name in ("Wakayama", "Springfield", "Lao Cai", "Columbia"):
        for way in refused(namer, name).split("“")[1:]:
            assert namer.one(way.partition("”")[0]).actor.place is not None


def test_the_counterpart_tells_the_level(namer: Namer) -> None:
    assert namer.all(["Da Nang", "Wakayama"])["Wakayama"].actor.kind == "municipality"
    assert namer.all(["Yunnan", "Lao Cai"])["Lao Cai"].actor.kind == "province"
    assert "this may be" in refused(namer, "Yunnan", "Da Nang", "Lao Cai")


def test_two_names_of_two_places_tell_nothing_of_each_other(namer: Namer) -> None:
    assert "this may be" in refused(namer, "Wakayama", "Lao Cai")


def test_an_event_is_in_the_countries_of_its_parties(namer: Namer) -> None:
    assert namer.where("Springfield, Illinois").name == "Springfield"
    assert namer.where("Lao Cai", countries=["CN", "VN"]).iso3166_2 == "VN-02"
    assert namer.where("Nowhere at all").geonames is None
    with pytest.raises(UsageError, match="this may be"):
        namer.where("Springfield", countries=["CN", "VN"])


def test_places_are_meant_as_they_were_on_the_day(namer: Namer) -> None:
    before = namer.one("Lao Cai province", date(2019, 5, 6)).actor.place
    after = namer.one("Lao Cai province", date(2025, 12, 1)).actor.place
    assert before is not None and after is not None
    assert before.geonames != after.geonames
    assert before.iso3166_2 == after.iso3166_2


@pytest.mark.parametrize(
    ("told", "kind", "name", "country"),
    [
        ("Department of Foreign Affairs of Hanoi", "body", "Department of Foreign Affairs of Hanoi", None),
        ("ASEAN", "igo", "ASEAN", None),
        ("company:Lantern & Sons, Vietnam", "company", "Lantern & Sons", "VN"),
        ("Lantern Lovers Association", "ngo", "Lantern Lovers Association", None),
        ("municipality:Ban Vang, Laos", "municipality", "Ban Vang", "LA"),
    ],
)
def test_organisations_and_places_beyond_the_map(namer: Namer, told: str, kind: str, name: str, country: str | None) -> None:
    actor = namer.one(told).actor
    assert (actor.kind, actor.name, actor.country) == (kind, name, country)


def test_an_unknown_name_says_how_to_tell_what_it_is(namer: Namer) -> None:
    told = refused(namer, "Qwertz")
    assert "no place of this name is on the map" in told
    assert "“body:Qwertz”" in told
    assert "a public id" in told


class TestInARegister:
    """Public ids, and names that the register knows."""

    @pytest.fixture
    def register(self, tmp_path_factory: pytest.TempPathFactory) -> Register:
        opened = open_register(tmp_path_factory.mktemp("naming") / "amity.db")
        report = Maker("one", "2024-05-02")
        hue = report.actor("Hue", "municipality", "VN")
        report.person("Le Hoa", "Mayor", hue)
        report.actor("Lantern Office", "body", "VN")
        report.actor("Lao Cai", "province", "VN")
        report.actor("Lantern House", "body", "VN", also=["House of Light"])
        report.actor("House of Light", "company", "KR")
        report.event("meeting", "2024-05-02", [hue])
        opened.add(report.reading())
        return opened

    def test_a_public_id_means_its_thing(self, register: Register) -> None:
        with register, register.reading() as connection:
            namer = Namer(connection)
            assert namer.one("act-1").actor.name == "Hue"
            assert namer.one("act-1").same == "act-1"
            assert namer.person("act-2").actor.name == "Le Hoa"

    @pytest.mark.parametrize(
        ("told", "reason"),
        [("act-99", "the register has no such id"), ("evt-1", "this is one of the events, no party"), ("act-2", "this is a person")],
    )
    def test_an_id_of_something_else_is_refused(self, register: Register, told: str, reason: str) -> None:
        with register, register.reading() as connection:
            assert reason in refused(Namer(connection), told)

    def test_a_party_is_no_person(self, register: Register) -> None:
        with (
            register,
            register.reading() as connection,
            pytest.raises(UsageError, match="a person is asked for here, and this is a municip"),
        ):
            Namer(connection).person("act-1")

    def test_an_organisation_is_known_by_its_name(self, register: Register) -> None:
        with register, register.reading() as connection:
            assert Namer(connection).one("Lantern Office").same == "act-3"

    def test_a_name_that_several_have_is_asked_for(self, register: Register) -> None:
        with register, register.reading() as connection:
            told = refused(Namer(connection), "House of Light")
            assert told.startswith("House of Light: the register has several of this name (act-5, act-6)")
            assert Namer(connection).one("company:House of Light").same == "act-6"

    def test_the_ids_of_namesakes_are_offered(self, register: Register) -> None:
        with register, register.reading() as connection:
            assert "or its id: act-4 (Lao Cai, province)" in refused(Namer(connection), "Lao Cai")

    def test_an_id_without_a_register_is_refused(self) -> None:
        assert "means something in a register only" in refused(Namer(None), "act-1")
