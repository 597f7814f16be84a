"""What was searched: how many reports, of how many outlets, up to when."""

from collections.abc import Callable

from amity.office.searched import Library, Searched
from amity.register import Register
from tests.matching.make import Maker

Desk = Callable[..., Register]


def reports() -> list[Maker]:
    told = [("a", "2024-01-01", "Daily"), ("b", "2024-01-01", "Weekly"), ("c", "2024-03-01", "Daily"), ("d", None, None)]
    return [Maker(name, day, publisher=publisher) for name, day, publisher in told]


def test_everything_up_to_a_day(desk: Desk) -> None:
    with desk(*reports()).reading() as connection:
        assert Library(connection, "2024-12-31").after() == Searched(4, 2, "", "2024-03-01")
        assert Library(connection, "2024-02-29").after() == Searched(3, 2, "", "2024-01-01")


def test_what_came_after_a_day(desk: Desk) -> None:
    with desk(*reports()).reading() as connection:
        library = Library(connection, "2024-12-31")
    assert library.after("2023-12-31") == Searched(3, 2, "2024-01-01", "2024-03-01")
    assert library.after("2024-01-01") == Searched(1, 1, "2024-03-01", "2024-03-01")
    assert library.after("2024-03-01") == Searched(0, 0)


def test_withdrawn_reports_are_not_searched(desk: Desk) -> None:
    register = desk(*reports())
    register.withdraw("sha256:c")
    with register.reading() as connection:
        assert Library(connection, "2024-12-31").after().reports == 3


def test_an_empty_register(desk: Desk) -> None:
    with desk().reading() as connection:
        assert Library(connection, "2024-12-31").after() == Searched(0, 0)
