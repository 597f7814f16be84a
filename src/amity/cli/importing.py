"""``amity import``: an office's lists into the register."""

from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from amity.cli.giving import give, give_sheets
from amity.cli.options import HomeOption, asked_home
from amity.cli.registers import DEFAULT, ByOption, RegisterOption, author, existing, say
from amity.errors import UsageError

if TYPE_CHECKING:
    from amity.office.lists import Import, Options

EXAMPLES = """
Examples:

  amity import agreements.xlsx --home "Da Nang" --dry-run

  amity import --template agreements > mine.toml

  amity import list.csv --profile mine.toml --by Ann
"""
MOST = 20
"""Errors that are told one by one beside a table; other formats have all."""


class Format(StrEnum):
    """How the rows are given."""

    table = "table"
    json = "json"
    csv = "csv"
    xlsx = "xlsx"


class Dates(StrEnum):
    """Which number comes first in 06/05/2019."""

    dmy = "dmy"
    mdy = "mdy"


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("import", rich_help_panel="The office desk", epilog=EXAMPLES)(import_)


def import_(
    file: Annotated[Path | None, typer.Argument(metavar="FILE", help="A list as CSV or Excel file (.xlsx, .xlsm).")] = None,
    register: RegisterOption = DEFAULT,
    profile: Annotated[
        str | None, typer.Option("--profile", metavar="NAME|FILE", help="What the columns mean: a name or a TOML file; else the best fit.")
    ] = None,
    sheet: Annotated[str | None, typer.Option("--sheet", metavar="NAME", help="The sheet of a workbook.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only show what would become of each row.")] = False,
    skip_errors: Annotated[bool, typer.Option("--skip-errors", help="Leave rows with errors out; else one keeps all out.")] = False,
    home: HomeOption = [],  # noqa: B006
    dates: Annotated[Dates | None, typer.Option("--dates", help="Which number of 06/05/2019 comes first, where no date tells.")] = None,
    name: Annotated[
        str | None, typer.Option("--list", metavar="NAME", help="What the list is called, so that it is known again; else its file.")
    ] = None,
    template: Annotated[
        str | None, typer.Option("--template", metavar="NAME", help="Print a profile (agreements) or an empty list (agreements.csv).")
    ] = None,
    take_back: Annotated[bool, typer.Option("--take-back", help="Undo all that the list brought; FILE or --list names it.")] = False,
    format: Annotated[Format, typer.Option("--format", help="How to give the rows; json has all that is known of them.")] = Format.table,
    by: ByOption = "",
) -> None:
    """Import a list of friendly cities, agreements or delegations; importing it again changes nothing.

    Rows are matched with what the register has. Edited rows replace what they said before, rows that are gone are listed and stay.
    """
    from amity.office.lists import Options, template_called

    if template is not None:
        give(template_called(template), None)
        return
    if take_back:
        _take_back(register, name or (file.stem if file else ""), author(by))
        return
    if file is None:
        raise UsageError("import: no list is named; name a CSV or Excel file, or print an empty one with --template agreements.csv")
    options = Options(
        profile=profile, sheet=sheet, home=asked_home(home), dates=dates.value if dates else None, list=name, skip_errors=skip_errors
    )
    found = _imported(register, file, options, author(by), dry_run)
    _show(found, format)
    raise typer.Exit(1 if found.of("error") else 0)


def _imported(register: Path, file: Path, options: "Options", by: str, dry_run: bool) -> "Import":
    """Import into the register; a preview makes none where there is none."""
    from amity.office.lists import import_list
    from amity.register import open_register

    if dry_run and not register.exists():
        with TemporaryDirectory() as folder, open_register(Path(folder) / "empty.db") as opened:
            return import_list(opened, file, options, by=by, preview=True)
    with open_register(register) as opened:
        return import_list(opened, file, options, by=by, preview=dry_run)


def _show(found: "Import", format: Format) -> None:
    from amity.office.render.imports import about, errors, import_sheet

    changed = import_sheet(found, everything=found.preview or format is not Format.table)
    if changed.rows or format is not Format.table:
        give_sheets(found, [changed], format.value, None)
    told = list(errors(found))
    for line in told[:MOST]:
        say(line)
    if len(told) > MOST:
        say(f"{len(told) - MOST:,} more errors; --format json has all")
    for one in found.gone:
        say(f"no longer in the list: {one.place}, entered by {one.by} on {one.at[:10]}; it stays (`amity undo {one.number}`)")
    if found.unused:
        say(f"columns that the profile {found.profile} does not have: {', '.join(found.unused)}")
    if found.hidden_rows:
        say(f"{found.hidden_rows:,} rows are hidden in the spreadsheet; they are imported as the others are")
    say(f"{'preview, nothing is written: ' if found.preview else ''}{about(found)}")
    if told and not found.entered:
        say("nothing was imported; mend these rows, or leave them out with --skip-errors")


def _take_back(register: Path, name: str, by: str) -> None:
    from amity.office.lists import take_back

    with existing(register) as opened:
        undone = take_back(opened, name, by=by)
    say(f"list {name}: {undone:,} entries taken back; importing it again brings them back")
