"""States that follow from the calendar say that they are derived, and what was searched."""

from datetime import date

import pytest

from amity.register import Register
from amity.register.queries.derived import derived, over, told
from amity.register.queries.details import show
from amity.register.queries.filters import Filters
from amity.register.queries.listing import LISTINGS
from amity.register.queries.pages import everything
from amity.register.tables import THINGS
from tests.matching.make import Maker


def fill(register: Register, *, due: str | None = None, status: str = "in_effect", ends: str = "2024") -> None:
    maker = Maker("one", "2022-05-10", publisher="Daily")
    ends_ = [maker.actor("Hue", "municipality", "VN"), maker.actor("Gyeongju", "municipality", "KR")]
    maker.instrument("mou", ends_, signed="2022-05-02", period=("2022", ends), status=status, title="the text on lanterns")
    maker.statement(ends_[:1], "plant a camphor garden", to=ends_[1:])
    made = maker.reading()
    made.statements[0].due = due
    register.add(made)
    register.add(Maker("two", "2023-01-05", publisher="Herald").reading())


def states(register: Register, layer: str, on: str) -> list[tuple[str, str]]:
    with register.reading() as connection:
        numbers = [row.number for row in connection.execute(THINGS[layer].select())]
        found = derived(connection, layer, numbers, date.fromisoformat(on))
    return [(one["state"], one["since"]) for ones in found.values() for one in ones]


@pytest.mark.parametrize(
    ("day", "today", "is_over"),
    [("2024", "2024-12-31", False), ("2024", "2025-01-01", True), ("2024-02", "2024-02-29", False), ("2024-02-29", "2024-02-29", False),
     ("2024-02-29", "2024-03-01", True)],
)  # fmt: skip
def test_a_day_is_over_as_precisely_as_it_is_told(day: str, today: str, is_over: bool) -> None:
    assert over(day, today) is is_over


def test_a_period_ends_with_its_last_year(register: Register) -> None:
    fill(register)
    assert states(register, "instruments", "2024-12-31") == []
    assert states(register, "instruments", "2025-01-01") == [("period_ended", "2024")]


@pytest.mark.parametrize("status", ["expired", "terminated", "superseded", "proposed"])
def test_what_reports_tell_otherwise_is_not_derived(register: Register, status: str) -> None:
    fill(register, status=status)
    assert states(register, "instruments", "2026-01-01") == []


def test_a_promise_is_due_until_someone_says_what_came_of_it(register: Register) -> None:
    fill(register, due="2023-06-30")
    assert states(register, "statements", "2023-06-30") == [("no_reports_since", "2022-05-10")]
    assert states(register, "statements", "2023-07-01") == [("due_passed", "2023-06-30"), ("no_reports_since", "2022-05-10")]
    register.judge("assess", ["sta-1"], value="partly")
    assert states(register, "statements", "2023-07-01") == [("due_passed", "2023-06-30")]
    register.judge("assess", ["sta-1"], value="fulfilled")
    assert states(register, "statements", "2023-07-01") == []


def test_lists_and_cards_say_what_was_searched(register: Register) -> None:
    fill(register)
    words = "period ended 2024 (derived: the period is over, and no report says more; searched 2 reports of 2 outlets up to 2023-01-05)"
    with register.reading() as connection:
        (row,) = everything(connection, LISTINGS["instruments"], Filters())
        assert (row["derived"], show(connection, "ins-1")["derived"]) == ([words], [words])


def test_nothing_is_searched_where_nothing_is_derived(register: Register) -> None:
    fill(register)
    with register.reading() as connection:
        assert derived(connection, "instruments", [], date(2030, 1, 1)) == {}
    assert told([]) == []
