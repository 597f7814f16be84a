"""What any store of a register must do. A new one is added to ``STORES`` and passes without a change here."""

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import event, func, select

from amity.errors import RegisterError
from amity.register import Register, log, open_register, tables
from tests.register.canonical import differences, held, matched
from tests.register.pool import make

STORES: dict[str, Callable[[Path], Register]] = {"sqlite": lambda folder: open_register(folder / "amity.db")}
READINGS = [make(number) for number in range(6)]


@pytest.fixture(params=sorted(STORES))
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Register]:
    with STORES[request.param](tmp_path) as opened:
        yield opened


def entries(register: Register) -> int:
    with register.reading() as connection:
        return connection.scalar(select(func.count()).select_from(tables.log)) or 0


def test_an_empty_store_is_whole(store: Register) -> None:
    assert store.check() == []
    assert store.dump()["documents"] == []


def test_what_is_added_once_is_there_once(store: Register) -> None:
    assert store.add(READINGS, reader="1") == [one.document.id for one in READINGS]
    before, count = store.dump(), entries(store)
    assert store.add(READINGS, reader="1") == []
    assert (store.dump(), entries(store)) == (before, count)


def test_the_order_of_adding_does_not_matter(store: Register, tmp_path: Path) -> None:
    store.add(READINGS, reader="1")
    (tmp_path / "other").mkdir()
    with STORES["sqlite"](tmp_path / "other") as other:
        other.add(Random(4).sample(READINGS, len(READINGS)), reader="1")
        assert differences(held(store), held(other)) == {}


def test_it_holds_what_matching_makes(store: Register) -> None:
    store.add(READINGS, reader="1")
    assert differences(matched(READINGS, []), held(store)) == {}


def test_a_step_that_fails_leaves_nothing(store: Register) -> None:
    store.add(READINGS[:2], reader="1")
    before, count = store.dump(), entries(store)

    def fail(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if "INSERT INTO counts" in statement or "UPDATE counts" in statement:
            raise OSError("no more")

    event.listen(store.engine, "before_cursor_execute", fail)
    with pytest.raises(OSError, match="no more"):
        store.add(READINGS[2], reader="1")
    event.remove(store.engine, "before_cursor_execute", fail)
    assert (store.dump(), entries(store)) == (before, count)
    assert store.check() == []


def test_a_rebuild_is_a_fixed_point(store: Register) -> None:
    store.add(READINGS, reader="1")
    one, other = [thing["id"] for thing in store.dump()["events"]][:2]
    store.judge("merge", [one, other], by="Ann")
    before = store.dump()
    for _ in range(2):
        store.rebuild()
        assert store.dump() == before
    assert store.check() == []


def test_every_judgement_can_be_undone(store: Register) -> None:
    store.add(READINGS, reader="1")
    before = store.dump()
    one, other = [thing["id"] for thing in before["actors"]][:2]
    numbers = [store.judge("merge", [one, other], by="Ann").number, store.judge("confirm", [one], by="Ann").number]
    for number in reversed(numbers):
        store.undo(number, by="Ann")
    assert store.dump() == before
    again = store.undo(entries(store), by="Ann")
    assert store.dump() != before
    store.undo(again.number, by="Ann")
    assert store.dump() == before


def test_the_log_tells_all_in_order(store: Register) -> None:
    store.add(READINGS[:2], reader="1", by="Ann")
    store.judge("confirm", [store.dump()["actors"][0]["id"]], by="Ben")
    with store.reading() as connection:
        rows = connection.execute(select(tables.log).order_by(tables.log.c.number)).all()
        assert [(row.number, row.kind, row.by) for row in rows] == [(1, "add", "Ann"), (2, "add", "Ann"), (3, "confirm", "Ben")]
        assert [one.kind for one in log.judgements(connection)] == ["confirm"]


def test_a_backup_is_the_register(store: Register, tmp_path: Path) -> None:
    store.add(READINGS[:3], reader="1")
    store.backup(tmp_path / "backup.db")
    with open_register(tmp_path / "backup.db") as copy:
        assert copy.dump() == store.dump()
        assert copy.check() == []
    with pytest.raises(RegisterError):
        store.backup(tmp_path / "backup.db")
