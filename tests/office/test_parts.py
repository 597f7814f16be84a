"""Which things some actors have a role in, told by the database; and that what is due for each home is what is due for all, narrowed."""

from pathlib import Path

from sqlalchemy import select

from amity.office.due import KINDS, due
from amity.office.parts import taking_part, with_any
from amity.register import open_register
from amity.register.tables import actors, statements

ROLES = ("by", "to")


def test_the_condition_finds_what_the_actors_take_part_in(samples_file: Path) -> None:
    with open_register(samples_file) as register, register.reading() as connection:
        every = list(connection.scalars(select(statements.c.number)))
        parts = taking_part(connection, every, ROLES)
        some = {one.number for number in every[:20] for one in parts[number]}
        found = set(connection.scalars(select(statements.c.number).where(with_any(statements.c.number, some, ROLES))))
        assert found == {number for number in every if any(one.number in some for one in parts[number])}
        many = range(10**5, 2 * 10**5)
        assert not connection.scalars(select(statements.c.number).where(with_any(statements.c.number, many, ROLES))).all()


def test_what_is_due_for_a_home_is_what_is_due_for_all_of_which_it_is_part(samples_file: Path) -> None:
    with open_register(samples_file) as register, register.reading() as connection:
        every = due(connection, as_of="2025-06-30", within=365)
        for name in ("Hanoi", "Guangxi"):
            told = due(connection, as_of="2025-06-30", within=365, home_names=[name])
            ours = {one.id for one in told.items}
            assert ours <= {one.id for one in every.items}
            assert 0 < len(ours) < len(every.items)


def test_kinds_asked_for_one_by_one_are_those_asked_for_together(samples_file: Path) -> None:
    with open_register(samples_file) as register, register.reading() as connection:
        together = due(connection, as_of="2025-06-30", within=365).items
        alone = [one for kind in KINDS for one in due(connection, as_of="2025-06-30", within=365, kinds=[kind]).items]
    assert sorted((one.kind, one.id, one.day) for one in alone) == sorted((one.kind, one.id, one.day) for one in together)


def test_actors_without_a_thing_find_none(samples_file: Path) -> None:
    with open_register(samples_file) as register, register.reading() as connection:
        nobody = (connection.scalar(select(actors.c.number).order_by(actors.c.number.desc())) or 0) + 1
        assert not connection.scalars(select(statements.c.number).where(with_any(statements.c.number, [nobody], ROLES))).all()
