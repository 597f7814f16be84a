"""Parties: one by their cluster, else by their place or name; and who speaks for whom."""

import pytest

from amity.matching.comparing.parties import Actors, near_names, seldom, spoken_for
from amity.matching.comparing.tally import Tally
from amity.matching.features import Party
from amity.model.judgement import Member


def _party(name: str, kind: str = "province", home: str | None = None, document: str = "d") -> Party:
    return Party(Member(document, "actors", name), kind, name, home)


HA_TINH, COMMITTEE, HUE = (
    _party("ha tinh", home="VN-23"),
    _party("people committee ha tinh", "body", "VN-23"),
    _party("hue", "municipality", "VN/1/hue"),
)
KHOA = _party("tran minh khoa", "person", "VN-23")


def test_parties_of_one_cluster_are_one() -> None:
    other = _party("ha tinh", home="VN-99", document="e")
    assert Actors({HA_TINH.member: "c1", other.member: "c1"}).same(HA_TINH, other)
    assert not Actors({HA_TINH.member: "c1", other.member: "c2"}).same(HA_TINH, other)


def test_an_organ_is_kin_of_its_place_but_not_the_same() -> None:
    actors = Actors({})
    assert actors.kin(HA_TINH, COMMITTEE) and not actors.same(HA_TINH, COMMITTEE)
    assert not actors.kin(HA_TINH, KHOA)


def test_each_party_is_paired_once_equal_ones_first() -> None:
    found = Actors({}).pairs([COMMITTEE, HA_TINH], [HA_TINH, HUE])
    assert found == [(HA_TINH, HA_TINH)]
    assert Actors({}).pairs([COMMITTEE], [HA_TINH], kin=False) == []


def test_who_is_spoken_for() -> None:
    assert spoken_for([HA_TINH, HUE], [KHOA]) == [HA_TINH]


def test_states_meet_often() -> None:
    assert seldom([HA_TINH, HUE]) and not seldom([HA_TINH, _party("laos", "state", "LA")])


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("wei bao", "wei hao", True),
        ("khoa", "tran minh khoa", True),
        ("wei bao", "li hao", False),
        ("wei bao", "wei hong", False),
        ("bao", "hao", False),
    ],
)
def test_names_that_could_be_one(one: str, other: str, near: bool) -> None:
    assert near_names(_party(one, "person"), _party(other, "person")) == near


def test_a_tally_adds_up_and_can_be_barred() -> None:
    tally = Tally()
    tally.add("nothing", 0.0)
    tally.add("this", 2.5)
    tally.add("that", -1.0, "detail")
    assert (tally.score, len(tally.reasons)) == (1.5, 2)
    assert [tally.verdict(same=same, doubt=doubt).verdict for same, doubt in ((1, 0), (2, 1), (3, 2))] == ["same", "doubt", "different"]
    tally.bar("never", -5.0)
    assert tally.verdict(same=-99, doubt=-99).verdict == "different"
