"""The office desk: ``amity home``, ``due``, ``sessions`` and ``changes``."""

from enum import StrEnum
from typing import Annotated

import typer

from amity.cli.giving import OutputOption, give, give_sheets
from amity.cli.options import AsOfOption, CheckedOption, HomeOption, add_commands, asked_home
from amity.cli.registers import DEFAULT, ByOption, RegisterOption, author, existing, say

PANEL = "The office desk"
EXAMPLES = {
    "home": ('home "Quang Ninh"', "home act-12 act-40", "home --none"),
    "due": ("due --within 90", "due --kind period_ends --kind due --as-of 2025-01-01 --within 365", "due --format ics --output due.ics"),
    "changes": ("changes ins-7 --since 2022-04-04", "changes --party Guangxi --since 2025 --format csv"),
    "sessions": ("sessions", "sessions --as-of 2025-06-30 --format csv"),
}


class DueFormat(StrEnum):
    """How what is due is given."""

    table = "table"
    json = "json"
    csv = "csv"
    ics = "ics"
    xlsx = "xlsx"


class SheetFormat(StrEnum):
    """How a list is given."""

    table = "table"
    json = "json"
    csv = "csv"
    xlsx = "xlsx"


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    add_commands(app, PANEL, (home, due, sessions, changes), EXAMPLES)


def home(
    names: Annotated[list[str] | None, typer.Argument(metavar="NAME...", help="Jurisdictions or organisations: names or ids.")] = None,
    register: RegisterOption = DEFAULT,
    none: Annotated[bool, typer.Option("--none", help="Nobody is we any more.")] = False,
    by: ByOption = "",
) -> None:
    """Show or set who we are; reports and briefs then say what we promised and what they did. It is kept in the log."""
    from amity.office.home import home_of, set_home

    with existing(register) as opened:
        if names or none:
            set_home(opened, names or (), by=author(by))
        with opened.reading() as connection:
            found = home_of(connection)
    for one in found:
        typer.echo(f"{one.name} ({one.id or 'no report tells of it yet'})")
    if not found:
        say("no home is set; set it with `amity home NAME`, or give --home")


def due(
    register: RegisterOption = DEFAULT,
    within: Annotated[int, typer.Option("--within", metavar="DAYS", min=0, help="Days ahead.")] = 90,
    as_of: AsOfOption = None,
    kind: Annotated[
        list[str],
        typer.Option(
            metavar="KIND",
            help="Only period_ends, period_ended, due, due_passed, session, session_passed, no_reports_since, own_due or own_passed.",
        ),
    ] = [],  # noqa: B006
    silent: Annotated[int, typer.Option("--silent", metavar="DAYS", min=1, help="A promise is listed after so long without a word.")] = 365,
    home: HomeOption = [],  # noqa: B006
    everyone: Annotated[bool, typer.Option("--everyone", help="Also what home takes no part in.")] = False,
    checked_only: CheckedOption = False,
    format: Annotated[DueFormat, typer.Option("--format", help="How to give it; ics is a calendar.")] = DueFormat.table,
    output: OutputOption = None,
) -> None:
    """List what is due: periods that end, promises with a day, sessions, promises without a word since, own due dates.

    What no report says in words is marked as derived, with what was searched. Where home is set, only its own things are listed.
    """
    from amity.office.due import due as found
    from amity.office.render.dues import about, due_sheet

    with existing(register) as opened, opened.reading() as connection:
        told = found(
            connection, within=within, as_of=as_of, home_names=asked_home(home), everyone=everyone, kinds=kind, silent=silent,
            checked_only=checked_only,
        )  # fmt: skip
    if format is DueFormat.ics:
        from amity.office.render.ics import calendar

        give(calendar(told), output)
        return
    give_sheets(told, [due_sheet(told)], format, output)
    if not told.items:
        say(f"nothing is due. {about(told)} Look further with --within, or at all with --everyone")


def sessions(
    register: RegisterOption = DEFAULT,
    as_of: AsOfOption = None,
    format: Annotated[SheetFormat, typer.Option("--format", help="How to give it.")] = SheetFormat.table,
    output: OutputOption = None,
) -> None:
    """List mechanisms with the sessions that reports tell of, and whether they met as often as they are said to.

    A session is a meeting told in the same sentence as the mechanism. That none is reported does not say that none was held.
    """
    from amity.office.days import day
    from amity.office.render.dues import sessions_sheet
    from amity.office.sessions import sessions as found

    with existing(register) as opened, opened.reading() as connection:
        told = found(connection, day(as_of))
    give_sheets(told, [sessions_sheet(told)], format, output)
    if not told:
        say("no report tells of a mechanism; see `amity events` for meetings")


def changes(
    since: Annotated[str, typer.Option("--since", metavar="DATE", help="After this day, month or year.")],
    id: Annotated[str, typer.Argument(metavar="[ID]", help="Only of this thing or tie.", show_default=False)] = "",
    register: RegisterOption = DEFAULT,
    party: Annotated[str, typer.Option("--party", metavar="NAME", help="Only of what this party takes part in.")] = "",
    format: Annotated[SheetFormat, typer.Option("--format", help="How to give it.")] = SheetFormat.table,
    output: OutputOption = None,
) -> None:
    """List what changed since a day: what reports told of, statuses, stages, follow-through, answers, decisions; the latest first."""
    from amity.office.changes import changes as found
    from amity.office.render.changed import changes_sheet

    with existing(register) as opened, opened.reading() as connection:
        told = found(connection, since, subject=id, party=party)
    give_sheets(told, [changes_sheet(told, since)], format, output)
    if not told:
        say(f"nothing changed after {since}; ask from an earlier day, or of more")
