"""A register whose file is moved, removed or replaced while it is open: nothing is written where nobody will find it."""

import shutil
from pathlib import Path

import pytest

from amity.errors import RegisterError
from amity.register import Register, open_register


@pytest.fixture
def moved(samples_file: Path, tmp_path: Path) -> Path:
    path = tmp_path / "own.db"
    shutil.copy(samples_file, path)
    return path


def away(path: Path) -> Path:
    """Move a register's file away, with all that belongs to it."""
    there = path.with_name("away.db")
    for ending in ("", "-wal", "-shm"):
        if (beside := path.with_name(f"{path.name}{ending}")).exists():
            beside.rename(there.with_name(f"{there.name}{ending}"))
    return there


def state(register: Register) -> str:
    with register.reading() as connection:
        return str(connection.exec_driver_sql("SELECT state FROM instruments WHERE id = 'ins-1'").scalar_one())


def test_a_register_that_is_gone_is_told_and_not_made_anew(moved: Path) -> None:
    with open_register(moved) as register:
        state(register)
        away(moved)
        with pytest.raises(RegisterError, match="moved or removed while it was open; put it back"):
            state(register)
        with pytest.raises(RegisterError, match="moved or removed"):
            register.judge("confirm", ["ins-1"], by="Ann")
        assert not moved.exists()


def test_a_register_that_is_back_goes_on(moved: Path) -> None:
    with open_register(moved) as register:
        there = away(moved)
        with pytest.raises(RegisterError, match="moved or removed"):
            state(register)
        for ending in ("", "-wal", "-shm"):
            if (beside := there.with_name(f"{there.name}{ending}")).exists():
                beside.rename(moved.with_name(f"{moved.name}{ending}"))
        register.judge("confirm", ["ins-1"], by="Ann")
    with open_register(moved) as again:
        assert state(again) == "confirmed"


def test_a_register_in_its_place_is_the_one_that_is_written(moved: Path, samples_file: Path) -> None:
    with open_register(moved) as register:
        register.judge("reject", ["ins-1"], by="Ann")
        away(moved)
        shutil.copy(samples_file, moved)
        assert state(register) == "unchecked"
        register.judge("confirm", ["ins-1"], by="Ann")
    with open_register(moved) as again:
        assert state(again) == "confirmed"


def test_what_is_no_register_is_not_touched(moved: Path, samples_file: Path) -> None:
    with open_register(moved) as register:
        away(moved)
        moved.write_bytes(b"no register " * 500)
        for _ in range(2):
            with pytest.raises(RegisterError, match="no register"):
                register.judge("confirm", ["ins-1"], by="Ann")
        assert moved.read_bytes() == b"no register " * 500
        moved.unlink()
        shutil.copy(samples_file, moved)
        assert state(register) == "unchecked"
