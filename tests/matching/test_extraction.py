"""Features: what comparison needs of a reading's facts."""

import msgspec
import pytest

from amity.matching.extraction import extract, parties_of
from amity.matching.features import (
    ActorFeatures,
    EventFeatures,
    InstrumentFeatures,
    PersonFeatures,
    StatementFeatures,
    ThingFeatures,
    fingerprint,
    profile,
)
from amity.model.judgement import Member
from tests.matching.helpers import features
from tests.matching.make import Maker, place

HUE, GYEONGJU = ("Hue", "municipality", "VN"), ("Gyeongju", "municipality", "KR")


def _person(maker: Maker, local: str) -> PersonFeatures:
    found = features(maker.reading(), "actors", local)
    assert isinstance(found, PersonFeatures)
    return found


def test_every_fact_has_features() -> None:
    maker = Maker("one")
    hue = maker.actor(*HUE)
    maker.person("Tran Minh Khoa", "mayor", hue)
    maker.event("meeting", "2024-03-05", [hue])
    maker.instrument("mou", [hue])
    maker.statement([hue], "plant trees")
    maker.mechanism("tree committee", [hue])
    maker.project("tree garden")
    kinds = [type(one) for one in extract(maker.reading()).values()]
    assert kinds == [ActorFeatures, PersonFeatures, EventFeatures, InstrumentFeatures, StatementFeatures, ThingFeatures, ThingFeatures]


def test_a_post_is_known_by_its_class_and_the_place_of_its_holder() -> None:
    maker = Maker("one")
    committee = maker.actor("People's Committee of Ha Tinh", "body", "VN")
    maker.person("Tran Minh Khoa", "Vice Chairman", committee)
    (office,) = _person(maker, "a2").offices
    assert (office.title, office.home) == ("deputy chairman", "VN-23")


def test_whom_a_person_spoke_for_counts_only_where_no_post_tells() -> None:
    maker = Maker("one")
    hue, gyeongju = maker.actor(*HUE), maker.actor(*GYEONGJU)
    maker.person("Khoa")
    maker.person("Han Ji-woo", "mayor", gyeongju)
    maker.statement([hue], "plant trees", speaker="a3")
    maker.statement([hue], "plant more trees", speaker="a4")
    assert len(_person(maker, "a3").sides) == 1
    assert _person(maker, "a4").sides == ()


def test_a_person_who_speaks_for_both_sides_speaks_for_none() -> None:
    maker = Maker("one")
    both = [maker.actor(*HUE), maker.actor(*GYEONGJU)]
    maker.person("Khoa")
    maker.statement(both, "plant trees", speaker="a3")
    assert _person(maker, "a3").sides == ()


def test_aliases_of_one_word_are_no_forms() -> None:
    maker = Maker("one")
    maker.person("Tran Minh Khoa", also=["Khoa", "Mr Khoa", "Minh Khoa"])
    assert _person(maker, "a1").forms == ("minh khoa",)


def test_forms_of_a_place_do_not_count_since_its_place_does() -> None:
    one, other = Maker("one"), Maker("two")
    one.actor(*HUE, also=["the imperial city", "Hue city"])
    other.actor(*HUE)
    assert profile(features(one.reading(), "actors", "a1")) == profile(features(other.reading(), "actors", "a1"))


def test_persons_of_an_event_stand_for_the_side_that_the_event_tells() -> None:
    maker = Maker("one")
    hue, gyeongju = maker.actor(*HUE), maker.actor(*GYEONGJU)
    khoa = maker.person("Tran Minh Khoa", "mayor", hue)
    maker.event("meeting", "2024-03-05", [hue, gyeongju], [(khoa, gyeongju)], where=place("Hue", "VN"))
    event = features(maker.reading(), "events", "e1")
    assert isinstance(event, EventFeatures)
    assert [party.home and party.home.split("/")[0] for party in event.people] == ["KR"]
    assert event.places[-1] == "VN"


@pytest.mark.parametrize(
    ("signed", "on", "texts"),
    [("2024-03-05", "2024-03-05", ("mou",)), ("2024-03-05", "2023-01-01", ()), (None, "2024-03-05", ())],
)
def test_a_signing_knows_what_was_signed(signed: str | None, on: str, texts: tuple[str, ...]) -> None:
    maker = Maker("one")
    sides = [maker.actor(*HUE), maker.actor(*GYEONGJU)]
    maker.event("signing", on, sides, words="The ceremony was short.")
    maker.instrument("mou", sides, signed=signed, words="A memorandum was signed.")
    event = features(maker.reading(), "events", "e1")
    assert isinstance(event, EventFeatures)
    assert event.texts == texts


def test_names_of_actors_are_not_what_an_action_is_about() -> None:
    maker = Maker("one")
    hue = maker.actor(*HUE)
    maker.person("Tran Minh Khoa", "mayor", hue)
    maker.statement([hue], "open the Ban Vang road from Hue with Khoa", words="They will open the Ban Vang road from Hue with Khoa.")
    found = features(maker.reading(), "statements", "s1")
    assert isinstance(found, StatementFeatures)
    assert found.names == ("banvang",)


def test_features_depend_on_the_reading_only() -> None:
    maker = Maker("one")
    maker.event("meeting", "2024-03-05", [maker.actor(*HUE)])
    reading = maker.reading()
    assert msgspec.json.encode(list(extract(reading).values())) == msgspec.json.encode(list(extract(reading).values()))


def test_profiles_of_other_actors_differ() -> None:
    maker = Maker("one")
    maker.actor(*HUE)
    maker.actor(*GYEONGJU)
    reading = maker.reading()
    assert profile(features(reading, "actors", "a1")) != profile(features(reading, "actors", "a2"))


def test_sentences_are_known_by_their_words() -> None:
    assert fingerprint("They signed it.") == fingerprint("they signed it")
    assert fingerprint("They signed it.") != fingerprint("They read it.")


def test_a_party_is_named_by_its_address() -> None:
    maker = Maker("one")
    maker.actor(*HUE)
    assert parties_of(maker.reading())("a1").member == Member("sha256:one", "actors", "a1")
