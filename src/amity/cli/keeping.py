"""Keeping a register: ``amity rebuild`` and ``amity dump``."""

from enum import StrEnum
from typing import Annotated

import typer

from amity.cli.output import until_closed
from amity.cli.registers import DEFAULT, RegisterOption, existing, say

PANEL = "Keeping"


class DumpFormat(StrEnum):
    """How everything is printed."""

    json = "json"


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    for command in (rebuild, dump):
        app.command(command.__name__, rich_help_panel=PANEL)(command)


def rebuild(register: RegisterOption = DEFAULT) -> None:
    """Derive everything anew from readings and decisions; ids and facts stay the same."""
    with existing(register) as opened:
        opened.rebuild()
    say(f"register {register}: rebuilt")


def dump(
    register: RegisterOption = DEFAULT, format: Annotated[DumpFormat, typer.Option(help="How to print it.")] = DumpFormat.json
) -> None:
    """Print the whole register."""
    import msgspec

    with existing(register) as opened, until_closed():
        typer.echo(msgspec.json.encode(opened.dump()))
