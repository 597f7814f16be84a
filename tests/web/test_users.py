"""Users: kept beside the register, their passwords hashed; sessions end, and tries are counted."""

import stat
from pathlib import Path

import pytest

from amity.errors import RegisterError, UsageError
from amity.web.sessions import IDLE, TRIES, TRIES_OF_ADDRESS, WINDOW, Sessions, Tries
from amity.web.users import Users

PASSWORD = "four words and more"
DAY = "2026-01-02"


@pytest.fixture
def users(tmp_path: Path) -> Users:
    return Users(tmp_path / "own.db")


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


def test_a_user_enters_by_the_password_and_by_no_other(users: Users) -> None:
    users.add("Ann", "reviewer", PASSWORD, DAY)
    found = users.enter("ann", PASSWORD)
    assert found and (found.name, found.role) == ("Ann", "reviewer")
    assert users.enter("Ann", PASSWORD[:-1]) is None
    assert users.enter("Ben", PASSWORD) is None
    assert users.enter("Ben", "nobody's password") is None


def test_the_file_holds_no_password_and_is_its_owners_alone(users: Users) -> None:
    users.add("Ann", "admin", PASSWORD, DAY)
    told = users.path.read_text(encoding="utf-8")
    assert PASSWORD not in told and "$argon2id$" in told
    assert stat.S_IMODE(users.path.stat().st_mode) == 0o600


def test_another_process_removes_a_user_who_is_out_at_once(users: Users, tmp_path: Path) -> None:
    users.add("Ann", "reader", PASSWORD, DAY)
    assert users.called("Ann")
    Users(tmp_path / "own.db").remove("ANN")
    assert users.called("Ann") is None


def test_another_password_counts_and_the_old_one_does_not(users: Users) -> None:
    users.add("Ann", "reader", PASSWORD, DAY)
    users.set_password("Ann", f"{PASSWORD} still")
    assert users.enter("Ann", PASSWORD) is None
    assert users.enter("Ann", f"{PASSWORD} still")


@pytest.mark.parametrize(
    ("name", "role", "password", "said"),
    [
        ("Ann", "reader", PASSWORD, "there is one of this name"),
        ("ＡＮＮ", "reader", PASSWORD, "there is one of this name"),
        (" ", "reader", PASSWORD, "not a name"),
        ("a\x1bb", "reader", PASSWORD, "not a name"),
        ("n" * 65, "reader", PASSWORD, "not a name"),
        ("Ben", "reader", "too short", "a password of 9 characters"),
        ("Ben", "owner", PASSWORD, "is no role"),
    ],
)
def test_what_cannot_be_a_user_is_refused(users: Users, name: str, role: str, password: str, said: str) -> None:
    users.add("Ann", "reader", PASSWORD, DAY)
    with pytest.raises(UsageError, match=said):
        users.add(name, role, password, DAY)  # type: ignore[arg-type]
    assert [one.name for one in users.all().values()] == ["Ann"]


def test_who_is_unknown_cannot_be_removed(users: Users) -> None:
    with pytest.raises(UsageError, match="there is no such user"):
        users.remove("Ann")


def test_a_damaged_file_lets_nobody_in(users: Users) -> None:
    users.path.write_text("[{", encoding="utf-8")
    with pytest.raises(RegisterError, match="cannot be read"):
        users.all()


def test_a_session_ends_when_it_is_idle_and_when_it_is_ended() -> None:
    clock = Clock()
    sessions = Sessions(clock)
    one, other = sessions.begin("Ann", "hash"), sessions.begin("Ben", "hash")
    clock.now += IDLE - 1
    assert sessions.of(one)
    clock.now += IDLE - 1
    assert sessions.of(one)
    assert sessions.of(other) is None
    sessions.end(one)
    assert sessions.of(one) is None
    assert sessions.of("") is None


def test_failed_tries_have_an_end_and_are_forgotten() -> None:
    clock = Clock()
    tries = Tries(clock)
    assert [tries.take("Ann", "a") for _ in range(TRIES)] == [0] * TRIES
    assert tries.take("ANN ", "a") > 0
    assert tries.take("Ann", "b") == 0
    clock.now += WINDOW
    assert tries.take("Ann", "a") == 0


def test_one_address_cannot_try_many_names() -> None:
    tries = Tries(Clock())
    waits = [tries.take(f"user {number}", "a") for number in range(TRIES_OF_ADDRESS + 1)]
    assert waits[-1] > 0 and not any(waits[:-1])


def test_who_succeeds_is_not_counted() -> None:
    tries = Tries(Clock())
    for _ in range(3 * TRIES_OF_ADDRESS):
        assert tries.take("Ann", "a") == 0
        tries.forgive("Ann", "a")
