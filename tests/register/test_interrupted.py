"""What is killed half-way never was: a decision, its undoing, a rebuild, a newer reading, a withdrawal, a restored backup."""

import shutil
import signal
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from sqlalchemy import event

from amity.errors import RegisterError
from amity.register import Register, open_register, restore
from tests.register.killing import kill_before, run
from tests.register.pool import entry, make
from tests.register.test_tied import report

KILLS = 5
"""Of each deed."""
MOST = 120
"""Statements before a kill; some deeds take fewer, which are then done."""
SEED = 7
REPORTS = 6
Deed = Callable[[Register], Any]


def _first(register: Register, layer: str) -> str:
    return str(register.dump()[layer][0]["id"])


DEEDS: dict[str, Deed] = {
    "merge": lambda register: register.judge("merge", [one["id"] for one in register.dump()["events"][:2]]),
    "reject": lambda register: register.judge("reject", [_first(register, "actors")]),
    "reject a tie": lambda register: register.judge("reject", [_first(register, "ties")]),
    "undo": lambda register: register.undo(REPORTS + 1),
    "reread": lambda register: register.reread(make(0, 2), reader="2"),
    "enter": lambda register: register.enter([entry(1), entry(2)], by="Ann"),
    "withdraw": lambda register: register.withdraw(make(1).document.id),
    "rebuild": lambda register: register.rebuild(),
}


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("interrupted") / "filled.db"
    with open_register(path) as register:
        register.add([*(make(number) for number in range(REPORTS - 1)), report("tie", "2024-05-02")], reader="1")
        register.judge("confirm", [_first(register, "events")])
    return path


def killed_at(path: Path, deed: str, statements: int) -> None:
    """Do a deed; the process is killed before the given statement or commit."""
    with open_register(path) as register:
        kill_before(register, statements)
        DEEDS[deed](register)


def _told(register: Register) -> Any:
    """The register's facts, and how many decisions it has."""
    with register.reading() as connection:
        logged = connection.exec_driver_sql("SELECT count(*) FROM log").scalar_one()
    return register.dump(), logged


@pytest.mark.parametrize("deed", DEEDS)
def test_a_deed_is_done_or_never_was(deed: str, filled: Path, tmp_path: Path) -> None:
    done = tmp_path / "done.db"
    shutil.copy(filled, done)
    with open_register(done) as register:
        before = _told(register)
        DEEDS[deed](register)
        after = _told(register)
    chance = Random(SEED)
    for number in range(KILLS):
        path = tmp_path / f"killed-{number}.db"
        shutil.copy(filled, path)
        assert run(killed_at, path, deed, chance.randint(2, MOST)) in (-signal.SIGKILL, 0)
        with open_register(path) as register:
            assert register.check() == []
            assert _told(register) in (before, after)


def test_a_full_disk_does_no_decision_by_halves(register: Register) -> None:
    register.add([make(number) for number in range(REPORTS)], reader="1")
    before = _told(register)

    def fill(connection: Any, _record: object) -> None:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count={pages}")

    register.engine.dispose()
    event.listen(register.engine, "connect", fill)
    with pytest.raises(RegisterError, match="the disk is full; nothing of this step was written"):
        for number in range(40):
            register.judge("assess", [_first(register, "commitments")], value="partly", note="lantern " * 400 + str(number))
    event.remove(register.engine, "connect", fill)
    register.engine.dispose()
    assert register.check() == []
    assert _told(register)[0]["events"] == before[0]["events"]


def test_a_damaged_backup_is_refused_and_changes_nothing(register: Register, tmp_path: Path) -> None:
    register.add([make(number) for number in range(REPORTS)], reader="1")
    backup = tmp_path / "backup.db"
    register.backup(backup)
    before = _told(register)
    content = bytearray(backup.read_bytes())
    content[len(content) // 2 : len(content) // 2 + 20_000] = b"\xff" * 20_000
    backup.write_bytes(bytes(content))
    with pytest.raises(RegisterError, match=r"backup\.db: .*; name another backup"):
        restore(backup, register.path)
    assert _told(register) == before
    assert register.check() == []
    assert [one.name for one in tmp_path.iterdir() if "restoring" in one.name] == []
