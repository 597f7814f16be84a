"""Names of organs without the words for their own country; other countries' words as one."""

import pytest

from amity.matching.nationwords import without_nation
from tests.matching.helpers import compared, matched_pair
from tests.matching.make import Maker


@pytest.mark.parametrize(
    ("name", "own", "left"),
    [
        ("Ministry of Health of Laos", "LA", "Ministry of Health of"),
        ("Laos's Ministry of Health", "LA", "Ministry of Health"),
        ("Lao Ministry of Health", "LA", "Ministry of Health"),
        ("Ministry of Health of the Lao PDR", "LA", "Ministry of Health of the"),
        ("Viet Nam Women's Union", "VN", "Women Union"),
        ("Embassy of Japan in Laos", "JP", "Embassy of in Laos"),
        ("Japanese Embassy in the Lao PDR", "JP", "Embassy in the Laos"),
        ("Embassy of the United Kingdom in Laos", "LA", "Embassy of the UnitedKingdom in"),
        ("Ministry of Health", "LA", "Ministry of Health"),
        ("Polish Institute", "LA", "Poland Institute"),
        ("polish makers' union", "PL", "polish makers union"),
        ("Laos", "LA", "Laos"),
        ("", "LA", ""),
    ],
)
def test_without_nation(name: str, own: str, left: str) -> None:
    assert without_nation(name, own) == left


SAME = [
    ("Ministry of Foreign Affairs of Vietnam", "Vietnamese Foreign Ministry", "VN"),
    ("Ministry of Foreign Affairs", "Vietnam's Ministry of Foreign Affairs", "VN"),
    ("National Assembly of Laos", "Lao National Assembly", "LA"),
    ("National Assembly", "National Assembly of Laos", "LA"),
    ("Hung Yen People's Committee of Vietnam", "Hung Yen People's Committee", "VN"),
    ("Embassy of Vietnam in Laos", "Vietnamese Embassy in Laos", "VN"),
    ("Consulate General of China in Ho Chi Minh City", "Chinese Consulate General in Ho Chi Minh City", "CN"),
    ("Lao River Transport Friendship Board", "LRTFB", "LA"),
]
APART = [
    ("Embassy of Vietnam in Laos", "Embassy of Vietnam in Thailand", "VN"),
    ("Consulate General of China in Ho Chi Minh City", "Consulate General of China in Da Nang", "CN"),
    ("Department of Health", "Department of Health of Vietnam", "VN"),
    ("Department of Health", "Can Tho Department of Health", "VN"),
]


@pytest.mark.parametrize(("one", "other", "country"), SAME)
def test_one_organ_under_two_names(one: str, other: str, country: str) -> None:
    assert _pair(one, other, country, country)


@pytest.mark.parametrize(("one", "other", "country"), APART)
def test_organs_that_only_look_alike(one: str, other: str, country: str) -> None:
    assert not _pair(one, other, country, country)


def test_organs_of_one_name_in_two_countries() -> None:
    assert not _pair("Ministry of Health of Laos", "Ministry of Health of Cambodia", "LA", "KH")
    assert not _pair("Embassy of Vietnam in Laos", "Embassy of Laos in Vietnam", "VN", "LA")


def test_an_organ_that_may_be_a_provinces_is_a_doubt() -> None:
    one, other = Maker("one"), Maker("two")
    ends = one.actor("Department of Health", "body", "VN"), other.actor("Department of Health of Vietnam", "body", "VN")
    assert compared(one.reading(), other.reading(), "actors", *ends).verdict == "doubt"


def _pair(one: str, other: str, country: str, abroad: str) -> bool:
    left, right = Maker("one"), Maker("two")
    ends = left.actor(one, "body", country), right.actor(other, "body", abroad)
    return matched_pair(left.reading(), right.reading(), "actors", *ends)
