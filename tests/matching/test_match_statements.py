"""Statements, mechanisms and projects that several reports tell."""

import pytest

from tests.matching.helpers import matched_pair
from tests.matching.make import Maker

SIDES = (("Hue", "municipality", "VN"), ("Gyeongju", "municipality", "KR"))


def _said(name: str, action: str, published: str = "2024-03-07", *, by: int = 2, force: int = 5) -> Maker:
    maker = Maker(name, published)
    sides = [maker.actor(*side) for side in SIDES]
    maker.statement(sides[:by], action, force=force)
    return maker


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("restore the ferry to Ly Son island",), ("ferries to Ly Son will run again", "2024-03-08")),
        (("plant 300 camphor trees at the citadel",), ("plant camphor trees around the citadel", "2024-03-09")),
        (("send choirs to the lantern festival",), ("send their choirs to the lantern festival",)),
    ],
)
def test_one_commitment_in_two_reports(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert matched_pair(_said("one", *one).reading(), _said("two", *other).reading(), "statements", "s1", "s1")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (_said("one", "restore the ferry to Ly Son island"), _said("two", "restore the tombs of the citadel")),
        (_said("one", "restore the ferry to Ly Son island"), _said("two", "restore the ferry to Ly Son island", "2024-06-07")),
        (_said("one", "restore the ferry to Ly Son island"), _said("two", "restore the ferry to Ly Son island", by=1)),
        (_said("one", "restore the ferry to Ly Son island"), _said("two", "restore the ferry to Ly Son island", force=1)),
        (_said("one", "strengthen cooperation"), _said("two", "strengthen cooperation")),
    ],
)
def test_statements_that_only_look_alike(one: Maker, other: Maker) -> None:
    assert not matched_pair(one.reading(), other.reading(), "statements", "s1", "s1")


def _thing(name: str, layer: str, what: str, *sides: tuple[str, str, str], words: str | None = None) -> Maker:
    maker = Maker(name)
    members = [maker.actor(*side) for side in sides]
    if layer == "mechanisms":
        maker.mechanism(what, members)
    else:
        maker.project(what, places=members, words=words)
    return maker


@pytest.mark.parametrize(
    ("layer", "local", "one", "other"),
    [
        (
            "mechanisms",
            "m1",
            _thing("a", "mechanisms", "Joint Garden Committee", *SIDES),
            _thing("b", "mechanisms", "joint garden committee", *SIDES),
        ),
        (
            "projects",
            "p1",
            _thing("a", "projects", "Truong Tien - Dong Ba tramway"),
            _thing("b", "projects", "Truong Tien-Dong Ba tramway"),
        ),
        ("projects", "p1", _thing("a", "projects", "camphor garden", *SIDES), _thing("b", "projects", "camphor gardens", *SIDES)),
        (
            "projects",
            "p1",
            _thing("a", "projects", "widened quay", words="The widened quay between posts 311 and 312 opened."),
            _thing("b", "projects", "new stone quay", words="The new stone quay at posts 311 - 312 is finished."),
        ),
    ],
)
def test_one_thing_in_two_reports(layer: str, local: str, one: Maker, other: Maker) -> None:
    assert matched_pair(one.reading(), other.reading(), layer, local, local)


@pytest.mark.parametrize(
    ("layer", "local", "one", "other"),
    [
        (
            "mechanisms",
            "m1",
            _thing("a", "mechanisms", "joint committee", *SIDES),
            _thing("b", "mechanisms", "joint committee", ("Peru", "state", "PE")),
        ),
        ("mechanisms", "m1", _thing("a", "mechanisms", "joint committee"), _thing("b", "mechanisms", "joint committee")),
        (
            "mechanisms",
            "m1",
            _thing("a", "mechanisms", "Joint Garden Committee", *SIDES),
            _thing("b", "mechanisms", "Joint Port Committee", *SIDES),
        ),
        ("projects", "p1", _thing("a", "projects", "Truong Tien bridge"), _thing("b", "projects", "Dong Ba bridge")),
        ("projects", "p1", _thing("a", "projects", "new bridge"), _thing("b", "projects", "new bridge")),
    ],
)
def test_things_that_only_look_alike(layer: str, local: str, one: Maker, other: Maker) -> None:
    assert not matched_pair(one.reading(), other.reading(), layer, local, local)
