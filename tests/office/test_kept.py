"""What is kept in memory is never out of date."""

from collections.abc import Callable

from sqlalchemy import func, select

from amity.office.kept import MOST, kept
from amity.register import Register
from amity.register.tables import documents
from tests.matching.make import Maker

Desk = Callable[..., Register]


def counted(register: Register, made: list[int]) -> int:
    """Count the reports through what is kept; note each time that it is worked out."""
    with register.reading() as connection:

        def make() -> int:
            made.append(1)
            return int(connection.scalar(select(func.count()).where(documents.c.reading.is_not(None))) or 0)

        return kept(connection, "counted", make)


def test_it_is_made_once_for_one_state_of_the_register(desk: Desk) -> None:
    register, made = desk(Maker("a", "2024-01-01")), list[int]()
    assert [counted(register, made) for _ in range(3)] == [1, 1, 1]
    assert len(made) == 1


def test_every_change_makes_it_anew(desk: Desk) -> None:
    register, made = desk(Maker("a", "2024-01-01")), list[int]()
    assert counted(register, made) == 1
    desk(Maker("b", "2024-01-02"))
    assert counted(register, made) == 2
    register.withdraw("sha256:b")
    assert counted(register, made) == 1
    assert len(made) == 3


def test_keys_stand_for_themselves(desk: Desk) -> None:
    with desk().reading() as connection:
        assert [kept(connection, key, lambda key=key: key) for key in ("a", "b", "a")] == ["a", "b", "a"]  # type: ignore[misc]


def test_so_many_are_kept_those_used_last(desk: Desk) -> None:
    made = list[int]()

    def noted(number: int) -> int:
        made.append(number)
        return number

    with desk().reading() as connection:
        for number in [*range(MOST), 0, MOST, 0, 1]:
            assert kept(connection, number, lambda number=number: noted(number)) == number  # type: ignore[misc]
    assert made == [*range(MOST), MOST, 1]


def test_what_may_be_taken_back_is_not_kept(desk: Desk) -> None:
    register, made = desk(Maker("a", "2024-01-01")), list[int]()

    def noted() -> int:
        made.append(1)
        return len(made)

    with register.writing() as connection:
        assert [kept(connection, "here", noted) for _ in range(2)] == [1, 2]
