"""`amity user`: who may sign in is added, listed, given another password and removed; what cannot be is told in a line."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import typer

from amity.web.users import Users
from tests.cli.conftest import Amity, Done

PASSWORD = "four words and more"
OneLine = Callable[[Done], str]


class Terminal(io.StringIO):
    """Standard input where somebody types."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def piped(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Put words on standard input, as a pipe does."""
    return lambda words: monkeypatch.setattr(sys, "stdin", io.StringIO(words))


def test_a_user_is_added_by_a_password_from_a_pipe(amity: Amity, own: Path, piped: Callable[[str], None]) -> None:
    piped(f"{PASSWORD}\nanother line\n")
    done = amity("user", "add", "Ann", "--role", "reviewer")
    assert done.code == 0 and done.out == "" and "Ann may sign in as reviewer" in done.err
    assert PASSWORD not in done.err
    found = Users(own).enter("Ann", PASSWORD)
    assert found and found.role == "reviewer"


def test_a_password_that_is_typed_is_asked_for_twice_and_not_shown(amity: Amity, own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[dict[str, object]] = []

    def typed(words: str, **how: object) -> str:
        asked.append(how)
        return PASSWORD

    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr(typer, "prompt", typed)
    assert amity("user", "add", "Ann", "--role", "reader").code == 0
    assert asked == [{"hide_input": True, "confirmation_prompt": True, "err": True}]
    assert Users(own).enter("Ann", PASSWORD)


def test_users_are_listed_without_their_passwords(amity: Amity, own: Path, piped: Callable[[str], None]) -> None:
    assert "no users: the pages are open to whoever is at this machine" in amity("user", "list").err
    assert json.loads(amity("user", "list", "--format", "json").out) == []
    for name, role in (("Ann", "reader"), ("Bea", "admin")):
        piped(PASSWORD)
        amity("user", "add", name, "--role", role)
    rows = amity("user", "list", "--format", "jsonl").lines
    assert [(row["name"], row["role"], sorted(row)) for row in rows] == [
        ("Ann", "reader", ["name", "role", "since"]), ("Bea", "admin", ["name", "role", "since"]),
    ]  # fmt: skip
    assert "Ann" in amity("user", "list").out


@pytest.mark.parametrize(
    ("name", "role", "password", "said"),
    [
        ("ann", "reader", PASSWORD, "there is one of this name; remove it first with `amity user remove`"),
        ("Bea", "owner", PASSWORD, "owner"),
        ("Bea", "reader", "short", "a password of 5 characters; choose 15"),
        ("Bea", "reader", "", "a password of 0 characters"),
        (" ", "reader", PASSWORD, "not a name"),
        ("n" * 65, "reader", PASSWORD, "not a name"),
        ("a\x1bb", "reader", PASSWORD, "not a name"),
    ],
)
def test_who_cannot_be_added_is_told(
    amity: Amity, own: Path, piped: Callable[[str], None], name: str, role: str, password: str, said: str
) -> None:
    Users(own).add("Ann", "reader", PASSWORD, "2026-01-02")
    piped(f"{password}\n")
    done = amity("user", "add", name, "--role", role)
    assert done.code == 2 and said in done.err and "\x1b" not in done.err and PASSWORD not in done.err
    assert [one.name for one in Users(own).all().values()] == ["Ann"]


def test_a_role_is_needed(amity: Amity, own: Path) -> None:
    done = amity("user", "add", "Ann")
    assert done.code == 2 and "--role" in done.err


def test_another_password_counts_from_now_on(amity: Amity, own: Path, piped: Callable[[str], None]) -> None:
    Users(own).add("Ann", "reader", PASSWORD, "2026-01-02")
    piped(f"{PASSWORD} still\n")
    assert "Ann has another password" in amity("user", "password", "ANN").err
    assert Users(own).enter("Ann", f"{PASSWORD} still") and not Users(own).enter("Ann", PASSWORD)


def test_who_is_removed_is_out_and_the_last_one_leaves_it_open(amity: Amity, own: Path) -> None:
    users = Users(own)
    for name in ("Ann", "Bea"):
        users.add(name, "reader", PASSWORD, "2026-01-02")
    told = amity("user", "remove", "ann").err
    assert "Ann can no longer sign in" in told and "no users now" not in told
    assert "there are no users now" in amity("user", "remove", "Bea").err
    assert users.all() == {}


@pytest.mark.parametrize("words", [("remove", "Ann"), ("password", "Ann")])
def test_who_is_not_there_is_told(amity: Amity, own: Path, words: tuple[str, str], one_line: OneLine) -> None:
    assert "user Ann: there is no such user; `amity user list` shows all" in one_line(amity("user", *words))


@pytest.mark.parametrize("words", [("list",), ("remove", "Ann"), ("add", "Ann", "--role", "reader")])
def test_a_register_that_is_not_there_is_not_made(amity: Amity, tmp_path: Path, words: tuple[str, ...], one_line: OneLine) -> None:
    missing = tmp_path / "none.db"
    assert "none.db" in one_line(amity("user", *words, "--register", missing))
    assert list(tmp_path.iterdir()) == []
