"""Keeping a register: ``amity withdraw``, ``rebuild``, ``check``, ``backup``, ``restore`` and ``dump``."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from amity.cli.options import CheckedOption, add_commands
from amity.cli.output import until_closed
from amity.cli.registers import DEFAULT, ByOption, NoteOption, RegisterOption, existing, say

PANEL = "Keeping"
EXAMPLES = {
    "withdraw": ("withdraw --dry-run sha256:3e780089512b", 'withdraw sha256:3e780089512b --note "the publisher asked for it"'),
    "rebuild": ("rebuild",),
    "check": ("check", "check --register office.db"),
    "backup": ("backup amity-2025-03.db",),
    "restore": ("restore --dry-run amity-2025-03.db", "restore amity-2025-03.db"),
    "dump": ("dump > amity.json", "dump --checked-only > checked.json"),
}


class DumpFormat(StrEnum):
    """How everything is printed."""

    json = "json"


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    add_commands(app, PANEL, (withdraw, rebuild, check, backup, restore, dump), EXAMPLES)


def withdraw(
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="A document's id, or its beginning as `amity documents` shows it.")],
    register: RegisterOption = DEFAULT,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would go.")] = False,
    by: ByOption = "",
    note: NoteOption = "",
) -> None:
    """Take a report out for good: its text and all that it alone told go, a tombstone stays. This cannot be undone."""
    from amity.cli.registers import author
    from amity.register.queries.keeping import alone

    with existing(register) as opened:
        with opened.reading() as connection:
            going = alone(connection, document)
        if not dry_run:
            opened.withdraw(going.document, by=author(by), note=note)
    would = "would go" if dry_run else "gone"
    entries = f", and {going.entries:,} entries about its words" if going.entries else ""
    say(f"{going.path}: {would} with {going.facts:,} facts; {going.things:,} things that no other report tells of{entries}")


def rebuild(register: RegisterOption = DEFAULT) -> None:
    """Derive everything anew from readings and decisions; ids and facts stay the same."""
    with existing(register) as opened:
        opened.rebuild()
    say(f"register {register}: rebuilt")


def check(register: RegisterOption = DEFAULT) -> None:
    """Check that the register is whole: each problem is a line, and the exit code is 1 if there are any."""
    with existing(register) as opened:
        problems = opened.check()
    with until_closed():
        for problem in problems:
            typer.echo(problem)
    say(f"register {register}: " + (f"{len(problems)} problems; try `amity rebuild`, then a backup" if problems else "whole"))
    raise typer.Exit(1 if problems else 0)


def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A new file.")],
    register: RegisterOption = DEFAULT,
) -> None:
    """Copy the register, as it is at one moment, to a new file; others may add to it meanwhile."""
    with existing(register) as opened:
        opened.backup(file)
    say(f"register {register}: copied to {file}")


def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What `amity backup` wrote.")],
    register: RegisterOption = DEFAULT,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only check the backup and say what would happen.")] = False,
) -> None:
    """Put a backup in the register's place; what was there is kept as FILE.before."""
    from amity.register import restore as restored

    there = register.exists()
    held = restored(file, register, dry_run=dry_run)
    if dry_run:
        before = f"; what it holds now would be kept in {register}.before" if there else ""
        say(f"register {register}: would be restored from {file}, which is whole and has {held:,} reports and entries{before}")
        return
    before = f"; what it held before is in {register}.before" if there else ""
    say(f"register {register}: restored from {file}{before}")


def dump(
    register: RegisterOption = DEFAULT,
    format: Annotated[DumpFormat, typer.Option(help="How to print it.")] = DumpFormat.json,
    checked_only: CheckedOption = False,
) -> None:
    """Print the whole register; things that were rejected are in it, marked."""
    import msgspec

    with existing(register) as opened, until_closed():
        typer.echo(msgspec.json.encode(opened.dump(checked_only=checked_only)))
