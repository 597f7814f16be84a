"""Reports that come one after the other are added many at once, and none that was read is lost."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import event, select

from amity.errors import RegisterError
from amity.model import Reading
from amity.register import Register, open_register, tables
from amity.register.adding import SECONDS, Adding
from tests.register.canonical import differences, held, matched
from tests.register.pool import make

MANY = 12


def writes(register: Register) -> list[int]:
    """Return a list that grows with each transaction that writes."""
    found: list[int] = []
    event.listen(register.engine, "commit", lambda connection: found.append(1))
    return found


def broken_off(readings: list[Reading]) -> Iterator[Reading]:
    yield from readings
    raise KeyboardInterrupt


@pytest.mark.parametrize("together", [1, 2, 5, MANY])
def test_the_facts_are_the_same_however_many_are_added_at_once(tmp_path: Path, together: int) -> None:
    readings = [make(number) for number in range(MANY)]
    with open_register(tmp_path / "amity.db") as register:
        assert register.add(readings, reader="1", together=together) == [one.document.id for one in readings]
        assert differences(matched(readings, []), held(register)) == {}
        assert register.check() == []
        before = register.dump()
        register.rebuild()
        assert register.dump() == before


@pytest.mark.parametrize(("together", "expected"), [(1, 5), (2, 3), (9, 1)])
def test_so_many_are_written_at_once(register: Register, together: int, expected: int) -> None:
    found = writes(register)
    register.add((make(number) for number in range(5)), reader="1", together=together)
    assert len(found) == expected


def test_a_slow_source_does_not_keep_what_was_read_waiting(register: Register) -> None:
    seconds = count(0, SECONDS / 2)
    found = writes(register)
    with Adding(register.writing, reader="1", by="", clock=lambda: float(next(seconds))) as adding:
        for number, expected in enumerate([0, 1, 1, 2, 2]):
            adding.take(make(number))
            assert len(found) == expected
    assert len(found) == 3


def test_what_was_read_is_added_when_the_source_breaks_off(register: Register) -> None:
    with pytest.raises(KeyboardInterrupt):
        register.add(broken_off([make(0), make(1)]), reader="1")
    assert [one["id"] for one in register.dump()["documents"]] == ["sha256:00", "sha256:01"]


def test_what_cannot_be_written_is_not_tried_again(register: Register) -> None:
    def fail(*_: object) -> None:
        tried.append(1)
        raise OSError("no more")

    tried: list[int] = []
    event.listen(register.engine, "begin", fail)
    with pytest.raises((OSError, RegisterError)):
        register.add([make(0), make(1)], reader="1", together=2)
    assert len(tried) == 1


def test_of_one_document_twice_the_first_counts(register: Register) -> None:
    assert register.add([make(0), make(0, 2), make(1)], reader="1") == ["sha256:00", "sha256:01"]
    assert differences(matched([make(0), make(1)], []), held(register)) == {}


def test_each_id_is_minted_by_the_entry_of_its_own_report(register: Register) -> None:
    register.add([make(0), make(1), make(2)], reader="1")
    columns = (tables.log.c.document, tables.documents.c.id)
    query = select(*columns).join(tables.mints, tables.mints.c.log == tables.log.c.number)
    with register.reading() as connection:
        rows = connection.execute(query.join(tables.documents, tables.documents.c.number == tables.mints.c.document)).all()
    assert {row[0] for row in rows} == {"sha256:00", "sha256:01", "sha256:02"}
    assert all(by == of for by, of in rows)
