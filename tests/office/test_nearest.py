"""Of what is due no more is read than is asked for, and it is what is nearest of all."""

from collections.abc import Callable
from datetime import date

import pytest

from amity.office.due import DATED, due, nearest
from amity.office.sessions import coming, sessions
from amity.register import Register
from tests.matching.make import Maker
from tests.office.test_due import asked, committee, promise, two

Desk = Callable[..., Register]
ENDS = ("2023", "2023-12", "2024-02", "2024-02-20", "2024-03-01", "2024-06", "2024", "2025-01-31")


def many() -> list[Maker]:
    made = []
    for at, ends in enumerate(ENDS):
        maker, sides = two(f"i{at}", f"2022-0{at + 1}-10")
        words = f"They signed paper number {at} on the harvest of field {at}."
        maker.instrument("mou", sides, signed=f"2022-0{at + 1}-09", period=("2022", ends), title=f"paper {at}", words=words)
        made.append(maker)
    return [*made, promise("2024-03-10", name="p"), committee("annual", "2023-05-09", name="c", published="2023-05-10")]


@pytest.mark.parametrize("most", [0, 1, 2, 3, 5, 8, 50])
@pytest.mark.parametrize("as_of", ["2024-03-01", "2023-12-31", "2026-01-01"])
def test_the_nearest_are_those_of_the_whole_list(desk: Desk, most: int, as_of: str) -> None:
    register = desk(*many())
    whole = asked(register, as_of=as_of, within=400, kinds=DATED)
    assert asked(register, as_of=as_of, within=400, kinds=DATED, most=most) == nearest(whole, most)


def test_steps_go_on_until_enough_count(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("amity.office.nearest.FEWEST", 1)
    register = desk(*many())
    whole = asked(register, as_of="2024-03-01", within=400)
    assert asked(register, as_of="2024-03-01", within=400, most=2) == nearest(whole, 2)


def test_silence_is_found_by_the_last_report(desk: Desk) -> None:
    register = desk(promise(None, name="a"), promise(None, "2022-08-10", name="b"))
    with register.reading() as connection:
        found = due(connection, as_of="2024-01-01", kinds=["no_reports_since"], most=1)
    assert [one.kind for one in found.items] == ["no_reports_since"]


def test_who_meets_next_is_kept_in_the_order_of_sessions(desk: Desk) -> None:
    register = desk(*many())
    with register.reading() as connection:
        day = date(2024, 3, 1)
        turns, found = coming(connection, day), sessions(connection, day)
        assert [one.day for one in turns] == [one.next for one in found]
        assert sessions(connection, day, only=[one.number for one in turns]) == found
        assert sessions(connection, day, only=[]) == []
