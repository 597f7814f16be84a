"""Keys: narrow enough that a busy pair of countries stays affordable, wide enough that nothing is lost."""

import pytest

from amity.matching import keys
from tests.matching.helpers import features
from tests.matching.make import Maker

HUE, GYEONGJU = ("Hue", "municipality", "VN"), ("Gyeongju", "municipality", "KR")


def _event_keys(name: str, on: str | None, kind: str = "meeting", published: str = "2024-03-07", status: str = "held") -> frozenset[str]:
    maker = Maker(name, published)
    maker.event(kind, on, [maker.actor(*HUE), maker.actor(*GYEONGJU)], status=status)
    return keys(features(maker.reading(), "events", "e1"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2024-03-05", "2024-03-05"),
        ("2024-03-05", "2024-03-06"),
        ("2024-03-05", "2024-03"),
        ("2024-02-28/2024-03-02", "2024-03-03"),
        ("2024-03", None),
    ],
)
def test_events_that_may_be_one_share_a_key(one: str | None, other: str | None) -> None:
    assert _event_keys("a", one) & _event_keys("b", other)


@pytest.mark.parametrize(("one", "other"), [("2024-03-05", "2024-05-05"), ("2024-03", "2024-05"), ("2023-03-05", "2024-03-05")])
def test_events_of_other_times_share_none(one: str, other: str) -> None:
    assert not _event_keys("a", one) & _event_keys("b", other)


def test_signings_and_gatherings_are_found_by_their_year() -> None:
    assert _event_keys("a", "1998", "signing") & _event_keys("b", "1998-05-05", "signing")
    assert not _event_keys("a", "1998", "meeting") & _event_keys("b", "1998-05-05", "meeting")


def test_something_announced_is_found_when_it_is_held() -> None:
    assert _event_keys("a", None, "signing", "2024-03-20", "planned") & _event_keys("b", "2024-05-15", "signing", "2024-05-16")


def test_an_event_has_few_keys() -> None:
    assert len(_event_keys("a", "2024-03-05")) < 12


def _text_keys(name: str, published: str = "2024-03-07", **given: object) -> frozenset[str]:
    maker = Maker(name, published)
    maker.instrument("mou", [maker.actor(*HUE), maker.actor(*GYEONGJU)], **given)  # type: ignore[arg-type]
    return keys(features(maker.reading(), "instruments", "i1"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"signed": "2024-03-05"}, {"signed": "2024-03"}),
        ({"signed": "2023-12-31"}, {"signed": "2024-01-01"}),
        ({"period": ("2024", "2026")}, {"signed": "2024-03-05", "period": ("2024", "2026")}),
    ],
)
def test_texts_that_may_be_one_share_a_key(one: dict[str, object], other: dict[str, object]) -> None:
    assert _text_keys("a", **one) & _text_keys("b", **other)


def _person_keys(name: str, title: str | None = None, place: tuple[str, str, str] | None = None) -> frozenset[str]:
    maker = Maker("one")
    maker.person(name, title, maker.actor(*place) if place else None)
    return keys(features(maker.reading(), "actors", "a2" if place else "a1"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Tran Minh Khoa",), ("Khoa Tran Minh",)),
        (("Daniyar Zhumabek",), ("Daniyar Jumabek",)),
        (("Amin Ooi",), ("Amin Ooi Teck Beng",)),
        (("Khoa", "mayor", HUE), ("Tran Minh Khoa", "mayor", HUE)),
        (("Wei Bao", "mayor", HUE), ("Wei Hao", "mayor", HUE)),
    ],
)
def test_persons_that_may_be_one_share_a_key(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert _person_keys(*one) & _person_keys(*other)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other"),
    [(("Wang Jun",), ("Wang Lei",)), (("Khoa", "mayor", HUE), ("Tran Minh Khoa", "mayor", GYEONGJU)), (("Wang",), ("Wang Jun",))],
)
def test_one_common_word_is_no_key(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert not _person_keys(*one) & _person_keys(*other)  # type: ignore[arg-type]


def _thing_keys(name: str, words: str | None = None, members: bool = True) -> frozenset[str]:
    maker = Maker(name.replace(" ", "-"))
    places = [maker.actor(*HUE), maker.actor(*GYEONGJU)] if members else []
    maker.project(name, places=places, words=words or f"About {name}.")
    return keys(features(maker.reading(), "projects", "p1"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sao Mai dry port", "Sao Mai dry port"),
        ("Sao Mai dry port", "the dry port of Sao Mai"),
        ("coastal lighthouse restoration scheme", "coastal lighthouse restoration"),
    ],
)
def test_projects_that_share_most_words_share_a_key(one: str, other: str) -> None:
    assert _thing_keys(one) & _thing_keys(other)


def test_one_word_of_many_is_no_key_of_a_project() -> None:
    assert not _thing_keys("coastal lighthouse restoration scheme") & _thing_keys("mountain forest restoration plan")


def test_numbers_beside_two_names_are_a_key() -> None:
    one = _thing_keys("road between markers", "The road between markers 41 and 42 is built.")
    other = _thing_keys("clearance of the markers", "The clearance of the markers 41 and 42 goes on.")
    assert one & other


def test_bodies_without_a_name_of_their_own_are_not_found_by_the_word_committee() -> None:
    made = []
    for number, subject in enumerate(("Fruit Trade", "River Ports")):
        maker = Maker(f"body{number}")
        maker.mechanism(f"Joint Committee on {subject}")
        made.append(keys(features(maker.reading(), "mechanisms", "m1")))
    assert made[0] and not made[0] & made[1]


def _mechanism_keys(name: str, members: tuple[tuple[str, str, str], ...], document: str = "one") -> frozenset[str]:
    maker = Maker(document)
    maker.mechanism(name, [maker.actor(*member) for member in members])
    return keys(features(maker.reading(), "mechanisms", "m1"))


def test_a_committee_is_found_by_its_members_or_its_own_words() -> None:
    assert _mechanism_keys("joint committee", (HUE, GYEONGJU)) & _mechanism_keys("Joint Committee", (GYEONGJU, HUE), "two")
    assert _mechanism_keys("lantern committee", (HUE,)) & _mechanism_keys("lantern committee", (HUE, GYEONGJU), "two")


def test_a_committee_of_one_member_is_not_found_by_words_that_all_have() -> None:
    assert not _mechanism_keys("Committee", (HUE,)) & _mechanism_keys("Committee", (HUE, GYEONGJU), "two")
    assert not _mechanism_keys("Committee", ()) & _mechanism_keys("Committee", (), "two")


def test_a_period_alone_is_no_key() -> None:
    one = _text_keys("a", "2024-03-07", period=("2024", "2026"))
    maker = Maker("b", "2024-09-07")
    maker.instrument("agreed_minutes", [maker.actor(*HUE), maker.actor("Laos", "state", "LA")], period=("2024", "2026"))
    assert not one & keys(features(maker.reading(), "instruments", "i1"))
