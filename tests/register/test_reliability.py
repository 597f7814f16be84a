"""Kills, rivals, full disks and locked files: what was added stays, what was half-done never was."""

import signal
import sqlite3
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import event

from amity.errors import RegisterError
from amity.model import Reading
from amity.register import Register, open_register, restore, sqlite
from tests.register.canonical import differences, held, matched
from tests.register.killing import PROCESS, kill_before, run
from tests.register.pool import make

KILLS = 30
SEED = 20
REPORTS, MOST = 20, 250
"""Reports and statements before a kill: one report takes some two hundred, so that each kill hits one that is half-way."""
TOGETHER = (1, 3)
"""Reports of one transaction."""


def add_until_killed(path: Path, readings: list[Reading], statements: int, together: int) -> None:
    """Add reports; the process is killed before the given statement, counted from 1, which may be a commit."""
    with open_register(path) as register:
        kill_before(register, statements)
        register.add(readings, reader="1", together=together)


@pytest.mark.parametrize("together", TOGETHER)
def test_thirty_kills_lose_nothing_and_double_nothing(tmp_path: Path, together: int) -> None:
    readings = [make(number) for number in range(REPORTS)]
    with open_register(tmp_path / "whole.db") as register:
        register.add(readings, reader="1", together=together)
        expected = register.dump()
    path, chance = tmp_path / "killed.db", Random(SEED)
    ends = [run(add_until_killed, path, readings, chance.randint(1, MOST), together) for _ in range(KILLS)]
    assert ends == [-signal.SIGKILL] * KILLS
    with open_register(path) as register:
        assert register.check() == []
        register.add(readings, reader="1", together=together)
        assert register.check() == []
        assert register.dump() == expected


def add_all(path: Path, numbers: list[int]) -> None:
    with open_register(path) as register:
        for number in numbers:
            register.add(make(number), reader="1")


def test_two_processes_add_at_once(tmp_path: Path) -> None:
    path = tmp_path / "amity.db"
    open_register(path).close()
    rivals = [PROCESS.Process(target=add_all, args=(path, numbers)) for numbers in ([0, 1, 2, 3, 4, 5], [5, 4, 6, 7, 8])]
    for rival in rivals:
        rival.start()
    for rival in rivals:
        rival.join()
    assert [rival.exitcode for rival in rivals] == [0, 0]
    with open_register(path) as register:
        assert register.check() == []
        assert differences(matched([make(number) for number in range(9)], []), held(register)) == {}


def test_a_backup_taken_while_adding_is_whole(tmp_path: Path) -> None:
    path, copies = tmp_path / "amity.db", []
    with open_register(path) as register:

        def back_up(*_: object) -> None:
            if len(copies) < 3:
                copies.append(tmp_path / f"backup-{len(copies)}.db")
                sqlite.copy(path, copies[-1])

        register.add([make(0), make(1)], reader="1")
        event.listen(register.engine, "commit", back_up)
        register.add([make(2), make(3), make(4)], reader="1", together=1)
    for number, copy in enumerate(copies, start=2):
        restore(copy, tmp_path / "restored.db")
        with open_register(tmp_path / "restored.db") as restored:
            assert restored.check() == []
            assert len(restored.dump()["documents"]) == number


def test_restoring_keeps_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "amity.db"
    with open_register(path) as register:
        register.add(make(0), reader="1")
        register.backup(tmp_path / "backup.db")
        register.add(make(1), reader="1")
    restore(tmp_path / "backup.db", path)
    with open_register(path) as register, open_register(tmp_path / "amity.db.before") as before:
        assert len(register.dump()["documents"]) == 1
        assert len(before.dump()["documents"]) == 2


def test_a_backup_overwrites_nothing(tmp_path: Path, register: Register) -> None:
    (tmp_path / "backup.db").write_text("mine")
    with pytest.raises(RegisterError, match=r"backup\.db: the file exists; name another"):
        register.backup(tmp_path / "backup.db")
    assert (tmp_path / "backup.db").read_text() == "mine"


def test_what_is_no_backup_is_refused_and_changes_nothing(tmp_path: Path, register: Register) -> None:
    register.add(make(0), reader="1")
    before = register.dump()
    (tmp_path / "notes.txt").write_text("no register at all, but long enough to look at" * 40)
    for name, reason in (("notes.txt", "this is no register"), ("nothing.db", "there is no such file")):
        with pytest.raises(RegisterError, match=f"{name}: {reason}"):
            restore(tmp_path / name, register.path)
    assert register.dump() == before


def test_a_full_disk_is_told_and_loses_nothing(register: Register) -> None:
    register.add(make(0), reader="1")
    before = register.dump()

    def fill(connection: sqlite3.Connection, _record: object) -> None:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count={pages}")

    register.engine.dispose()
    event.listen(register.engine, "connect", fill)
    with pytest.raises(RegisterError, match="the disk is full; nothing of this step was written"):
        register.add([make(number) for number in range(1, 9)], reader="1")
    event.remove(register.engine, "connect", fill)
    register.engine.dispose()
    held_now = {one["id"] for one in register.dump()["documents"]}
    assert held_now >= {one["id"] for one in before["documents"]}
    assert register.check() == []
    register.add([make(number) for number in range(9)], reader="1")
    assert differences(matched([make(number) for number in range(9)], []), held(register)) == {}


def test_a_locked_file_is_told(register: Register) -> None:
    rival = sqlite3.connect(register.path, isolation_level=None)
    rival.execute("BEGIN IMMEDIATE")
    register.engine.dispose()
    event.listen(register.engine, "connect", lambda connection, _: connection.execute("PRAGMA busy_timeout=1"))
    with pytest.raises(RegisterError, match="another program is writing to it; try again"):
        register.add(make(0), reader="1")
    rival.execute("ROLLBACK")
    rival.close()
    assert register.add(make(0), reader="1") == ["sha256:00"]


def test_who_only_asks_waits_for_nobody(register: Register) -> None:
    register.add(make(0), reader="1")
    rival = sqlite3.connect(register.path, isolation_level=None)
    rival.execute("BEGIN IMMEDIATE")
    with open_register(register.path) as other:
        assert [one["id"] for one in other.dump()["documents"]] == ["sha256:00"]
    rival.execute("ROLLBACK")
    rival.close()


def test_a_file_that_cannot_be_written_is_told(register: Register) -> None:
    register.engine.dispose()
    event.listen(register.engine, "connect", lambda connection, _: connection.execute("PRAGMA query_only=ON"))
    with pytest.raises(RegisterError, match="the file cannot be written; see its owner and rights"):
        register.add(make(0), reader="1")
    assert register.dump()["documents"] == []


def test_a_folder_that_is_missing_is_told(tmp_path: Path) -> None:
    with pytest.raises(RegisterError, match="the file cannot be opened; see that its folder exists"):
        open_register(tmp_path / "nowhere" / "amity.db")


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE birds (name TEXT)")
    other.close()
    with pytest.raises(RegisterError, match="this database is no register"):
        open_register(path)


def test_readers_go_on_while_one_writes(register: Register) -> None:
    register.add(make(0), reader="1")
    with register.writing() as writing:
        writing.exec_driver_sql("UPDATE documents SET title = 'changed'")
        assert register.dump()["documents"][0]["id"] == "sha256:00"
