"""``amity user``: who may sign in to the register's pages."""

import sys
from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated

import typer

from amity.cli.registers import DEFAULT, RegisterOption, Rows, RowsOption, existing, print_rows, say

PANEL = "Use"
NameArgument = Annotated[str, typer.Argument(metavar="NAME", help="As the log is to name the user.")]


class Role(StrEnum):
    """What a user may do."""

    reader = "reader"
    reviewer = "reviewer"
    admin = "admin"


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    group = typer.Typer(no_args_is_help=True, help="Say who may sign in to the pages of `amity serve`.")
    for name, command in (("add", add), ("password", password), ("list", list_), ("remove", remove)):
        group.command(name)(command)
    app.add_typer(group, name="user", rich_help_panel=PANEL)


def add(
    name: NameArgument,
    role: Annotated[Role, typer.Option("--role", help="reader looks; reviewer also enters and decides; admin also changes settings.")],
    register: RegisterOption = DEFAULT,
) -> None:
    """Add a user; the password is asked for, or read from standard input. From then on the pages ask everyone who they are."""
    from amity.web.users import Users

    existing(register).close()
    users = Users(register)
    users.new(name)
    made = users.add(name, role.value, _password(), datetime.now(UTC).date().isoformat())
    say(f"{made.name} may sign in as {made.role}; take it back with `amity user remove`")


def password(name: NameArgument, register: RegisterOption = DEFAULT) -> None:
    """Give a user another password; who is signed in by the old one signs in anew."""
    from amity.web.users import Users

    existing(register).close()
    users = Users(register)
    users.known(name)
    say(f"{users.set_password(name, _password()).name} has another password")


def list_(register: RegisterOption = DEFAULT, format: RowsOption = Rows.table) -> None:
    """List the users."""
    from amity.web.users import Users

    existing(register).close()
    rows = [{"name": one.name, "role": one.role, "since": one.since} for one in Users(register).all().values()]
    if not rows and format is Rows.table:
        say("no users: the pages are open to whoever is at this machine")
        return
    print_rows(rows, format)


def remove(name: NameArgument, register: RegisterOption = DEFAULT) -> None:
    """Remove a user, who is out at once; what the log says of them stays."""
    from amity.web.users import Users

    existing(register).close()
    users = Users(register)
    gone = users.remove(name)
    left = "" if users.all() else "; there are no users now: the next start serves this machine alone, without signing in"
    say(f"{gone.name} can no longer sign in{left}")


def _password() -> str:
    """Return a password: typed twice and not shown, or the first line of standard input."""
    if sys.stdin.isatty():
        return str(typer.prompt("Password", hide_input=True, confirmation_prompt=True, err=True))
    return sys.stdin.readline().rstrip("\r\n")
