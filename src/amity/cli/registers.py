"""What the commands of the register share: its file, who decides, how results are printed."""

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from amity.cli.output import TABLE_WIDTH, console, until_closed
from amity.errors import RegisterError
from amity.model.judgement import Judgement
from amity.settings import login

if TYPE_CHECKING:
    from rich.console import RenderableType

    from amity.register import Register

RegisterOption = Annotated[Path, typer.Option("--register", metavar="FILE", envvar="AMITY_REGISTER", help="The register's file.")]
DEFAULT = Path("amity.db")


class Rows(StrEnum):
    """How rows are printed."""

    table = "table"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"


RowsOption = Annotated[Rows, typer.Option("--format", help="How to print it; json, jsonl and csv leave nothing out.")]
ByOption = Annotated[str, typer.Option("--by", metavar="NAME", envvar="AMITY_USER", help="Who decides; else your login name.")]
NoteOption = Annotated[str, typer.Option("--note", metavar="TEXT", help="Why, kept in the log.")]


def author(by: str) -> str:
    """Return who decides: the name given, else that of the login."""
    return by or login()


def existing(path: Path) -> "Register":
    """Open a register that exists; raise RegisterError where there is none: what only reads makes no empty file."""
    from amity.register import open_register  # only who opens one waits for the database's library

    if not path.exists():
        raise RegisterError(f"register {path}: there is no such file; make it with `amity add`, or name another with --register")
    return open_register(path)


def print_rows(rows: Iterable[dict[str, Any]], format: Rows, name: str = "") -> None:
    """Print rows in the format asked for; a table has the layout of the list of that name, if there is one."""
    from amity.exchange.listed import LAYOUTS, listed
    from amity.exchange.rows import LINES, to_table

    if format is Rows.table:
        shown = list(rows)
        if shown:
            print_shown([listed(name, shown) if name in LAYOUTS else to_table(shown)])
        return
    with until_closed():
        for line in LINES[format.value](rows):
            typer.echo(line)


def print_shown(shown: Iterable["RenderableType"]) -> None:
    """Print what is made for people, as wide as the terminal."""
    output = console(TABLE_WIDTH)
    with until_closed():
        for one in shown:
            output.print(one, highlight=False)


def say_written(made: Judgement) -> None:
    """Say what was written to the log, and how it is taken back."""
    say(f"{made.kind} written as {made.number}; take it back with `amity undo {made.number}`")


def say(message: str) -> None:
    """Say something beside the result, on standard error."""
    from amity.exchange.visible import visible

    typer.echo(f"amity: {visible(message)}", err=True)
