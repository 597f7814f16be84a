"""Sides: who a name means, who belongs to it, and what stands between two."""

from itertools import combinations
from pathlib import Path
from typing import Any

import msgspec
import pytest
from sqlalchemy import Connection, select

from amity.errors import UsageError
from amity.office.sides import TAKES_PART, Side, between, side, statements_between, two_sides
from amity.register import Register, open_register
from amity.register.tables import actors
from tests.matching.make import Maker


@pytest.fixture
def register(tmp_path: Path) -> Register:
    """A province with its committee and one of its cities, and a city abroad with a namesake province beside it."""
    maker = Maker("1", "2024-05-10", publisher="Example News Agency")
    province = maker.actor("Lang Son province", "province", "VN", also=["Lang Son"])
    committee = maker.actor("People's Committee of Lang Son province", "body", "VN")
    town = maker.actor("Dong Dang", "municipality", "VN")
    city = maker.actor("Siem Reap city", "municipality", "KH", also=["Siem Reap"])
    other = maker.actor("Siem Reap province", "province", "KH", also=["Siem Reap"])
    maker.actor("Hue", "municipality", "VN")
    minister = maker.person("Tran Van Khoa", "Chairman", province)
    maker.event("meeting", "2024-05-09", [committee, other])
    maker.event("visit", "2024-05-08", [town, province])
    maker.instrument("mou", [town, city], signed="2024-05-09", title="memorandum on lanterns")
    maker.statement([committee], "plant camphor trees", to=[other], speaker=minister)
    maker.statement([committee, other], "hold a lantern fair", force=5)
    maker.statement([province], "print its own maps")
    with open_register(tmp_path / "amity.db") as opened:
        opened.add(maker.reading())
    return opened


def test_a_province_rolls_up_its_bodies_and_towns(register: Register) -> None:
    with register.reading() as connection:
        ours, theirs = two_sides(connection, "Lang Son", "Cambodia")
        assert (ours.label, len(ours.numbers), theirs.label, len(theirs.numbers)) == ("Lang Son province", 3, "Cambodia", 2)
        assert [len(between(connection, layer, ours, theirs)) for layer in ("events", "instruments")] == [1, 1]
        assert len(between(connection, "events", ours, None)) == 2
        assert len(statements_between(connection, ours, theirs)) == 2
        assert len(statements_between(connection, theirs, ours)) == 1  # what both promise
        assert len(statements_between(connection, ours, None)) == 3


def test_exact_leaves_out_what_belongs_to_it(register: Register) -> None:
    with register.reading() as connection:
        ours, theirs = two_sides(connection, "Lang Son province", "Siem Reap province", exact=True)
        assert (len(ours.numbers), len(theirs.numbers)) == (1, 1)
        assert between(connection, "events", ours, theirs) == []


def test_a_city_and_a_province_of_one_name_are_asked_back(register: Register) -> None:
    with register.reading() as connection, pytest.raises(UsageError, match=r"Siem Reap: 2 parties .*act-\d+.*act-\d+"):
        side(connection, "Siem Reap")


def test_the_word_beside_the_name_decides(register: Register) -> None:
    with register.reading() as connection:
        assert side(connection, "Siem Reap province").kind == "province"
        assert side(connection, "Siem Reap city").kind == "municipality"


def test_one_side_that_lies_in_the_other_is_taken_out_of_it(register: Register) -> None:
    with register.reading() as connection:
        ours, theirs = two_sides(connection, "Lang Son", "Vietnam")
        assert not ours.numbers & theirs.numbers
        town, rest = two_sides(connection, "Dong Dang", "Lang Son")
        assert (len(town.numbers), len(rest.numbers)) == (1, 2)
        assert len(between(connection, "events", town, rest)) == 1


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ("Lang Song", "no party of this name; near: Lang Son province"),
        ("act-999", "no such id"),
        ("evt-1", "this is no party but one of the events"),
    ],
)
def test_what_is_no_party_is_refused(register: Register, asked: str, message: str) -> None:
    with register.reading() as connection, pytest.raises(UsageError, match=message):
        side(connection, asked)


def test_a_person_is_no_side(register: Register) -> None:
    with register.reading() as connection:
        person = connection.exec_driver_sql("select id from actors where kind = 'person'").scalar_one()
        with pytest.raises(UsageError, match="is a person"):
            side(connection, person)


def test_two_names_of_one_party_are_no_pair(register: Register) -> None:
    with register.reading() as connection, pytest.raises(UsageError, match="both mean Lang Son province"):
        two_sides(connection, "Lang Son", "Lang Son province")


def test_it_does_not_matter_which_side_is_told_of_more(tmp_path: Path, sample_readings: list[dict[str, Any]]) -> None:
    """The things of the side with fewer reports are gone through; gone through from the other side they are the same."""
    with open_register(tmp_path / "samples.db") as samples:
        samples.add(sample_readings)
        with samples.reading() as connection:
            _turned(connection)


def _turned(connection: Connection) -> None:
    names = connection.scalars(select(actors.c.id).where(actors.c.kind == "state").order_by(actors.c.documents.desc()).limit(5)).all()
    for one, other in combinations(names, 2):
        sides = first, second = two_sides(connection, one, other)
        turned = msgspec.structs.replace(first, documents=-first.documents), msgspec.structs.replace(second, documents=-second.documents)
        for layer in TAKES_PART:
            assert between(connection, layer, *sides) == between(connection, layer, *turned)
            assert between(connection, layer, *sides) == between(connection, layer, *reversed(sides))
            assert set(between(connection, layer, *sides)) == _whole(connection, layer, *sides)
        assert statements_between(connection, *sides) == statements_between(connection, *turned)


def _whole(connection: Connection, layer: str, one: Side, other: Side) -> set[int]:
    return set(between(connection, layer, one, None)) & set(between(connection, layer, other, None))


def test_a_side_is_told_of_as_much_as_all_of_it(register: Register) -> None:
    with register.reading() as connection:
        assert side(connection, "Lang Son").documents == 3
        assert side(connection, "Lang Son", exact=True).documents == 1
        ours, rest = two_sides(connection, "Lang Son", "Vietnam")
        assert (ours.documents, rest.documents) == (3, 1)
