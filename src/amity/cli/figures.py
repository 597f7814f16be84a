"""Figures to take away: ``amity report``, ``stats`` and ``ledger``."""

from enum import StrEnum
from typing import Annotated

import typer

from amity.cli.desk import PANEL, SheetFormat
from amity.cli.giving import OutputOption, give, give_sheets
from amity.cli.options import AsOfOption, CheckedOption, HomeOption, add_commands, asked_home
from amity.cli.registers import DEFAULT, RegisterOption, existing, say

EXAMPLES = {
    "report": ('report --home "Guangxi" --year 2023', 'report --home "Guangxi" --year 2023 --format xlsx --output 2023.xlsx'),
    "stats": (
        "stats --by sector --by intents",
        'stats --home "Lang Son" --from 2023 --to 2024',
        "stats --format xlsx --output figures.xlsx",
    ),
    "ledger": ("ledger Guangxi Vietnam", "ledger Hanoi Vientiane --sector trade --format csv"),
}
EveryoneOption = Annotated[bool, typer.Option("--everyone", help="Also what home takes no part in.")]


class ReportFormat(StrEnum):
    """How a report is given."""

    table = "table"
    json = "json"
    csv = "csv"
    xlsx = "xlsx"
    md = "md"
    html = "html"
    docx = "docx"
    pdf = "pdf"


class By(StrEnum):
    """What is counted by."""

    year = "year"
    sector = "sector"
    partner = "partner"
    country = "country"
    outlet = "outlet"
    leaders = "leaders"
    intents = "intents"


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    add_commands(app, PANEL, (report, stats, ledger), EXAMPLES)


def report(
    year: Annotated[int, typer.Option("--year", metavar="YEAR", help="The year.")],
    register: RegisterOption = DEFAULT,
    home: HomeOption = [],  # noqa: B006
    as_of: AsOfOption = None,
    checked_only: CheckedOption = False,
    format: Annotated[
        ReportFormat, typer.Option("--format", help="How to give it; a workbook has a sheet for each figure.")
    ] = ReportFormat.table,
    output: OutputOption = None,
    language: Annotated[str, typer.Option("--language", metavar="en|vi|zh", help="Of fixed words and dates on paper.")] = "en",
) -> None:
    """Report a year: signed, in force, ended, implemented, promised, delegations in and out, new ties; each figure with its records.

    Entries and news are told apart, checked and unchecked too.
    """
    from amity.office.render.figures import records_sheet, report_sheets
    from amity.office.report import report as found

    with existing(register) as opened, opened.reading() as connection:
        told = found(connection, year=year, home_names=asked_home(home), as_of=as_of, checked_only=checked_only)
    if format in (ReportFormat.md, ReportFormat.html, ReportFormat.docx, ReportFormat.pdf):
        from amity.office.render.papers import written
        from amity.office.render.reported import paper

        give(written(paper(told, language), format.value), output)
        return
    give_sheets(told, [records_sheet(told)] if format is ReportFormat.csv else report_sheets(told), format, output)


def stats(
    register: RegisterOption = DEFAULT,
    by: Annotated[list[By], typer.Option("--by", help="Only these figures; csv gives the first.")] = [],  # noqa: B006
    home: HomeOption = [],  # noqa: B006
    everyone: EveryoneOption = False,
    start: Annotated[str | None, typer.Option("--from", metavar="DATE", help="From this day, month or year on.")] = None,
    end: Annotated[str | None, typer.Option("--to", metavar="DATE", help="Up to and with this day, month or year.")] = None,
    as_of: AsOfOption = None,
    checked_only: CheckedOption = False,
    format: Annotated[SheetFormat, typer.Option("--format", help="How to give it.")] = SheetFormat.table,
    output: OutputOption = None,
) -> None:
    """Count exchanges, instruments, commitments and requests by year, sector, partner, country and outlet; who leads; letters of intent.

    Where home is set, only what it takes part in is counted.
    """
    from amity.office.render.figures import stats_sheets
    from amity.office.stats import stats as found

    with existing(register) as opened, opened.reading() as connection:
        told = found(
            connection, home_names=asked_home(home), everyone=everyone, start=start, end=end, as_of=as_of, checked_only=checked_only
        )
    sheets = dict(zip(By, stats_sheets(told), strict=True))
    give_sheets(told, [sheets[one] for one in by or By], format, output)


def ledger(
    one: Annotated[str, typer.Argument(metavar="A", help="A side: name or id; a place means all in it.")],
    other: Annotated[str, typer.Argument(metavar="B", help="The other side.")],
    register: RegisterOption = DEFAULT,
    sector: Annotated[list[str], typer.Option("--sector", metavar="SECTOR", help="Only of this sector; repeat for several.")] = [],  # noqa: B006
    home: HomeOption = [],  # noqa: B006
    as_of: AsOfOption = None,
    exact: Annotated[bool, typer.Option("--exact", help="Only the two themselves, without what lies in them.")] = False,
    checked_only: CheckedOption = False,
    format: Annotated[SheetFormat, typer.Option("--format", help="How to give it.")] = SheetFormat.table,
    output: OutputOption = None,
) -> None:
    """Show who asked what of whom, who answered, and what came of it, in both directions, the latest first."""
    from amity.office.ledger import ledger as found
    from amity.office.render.ledgers import ledger_sheet

    with existing(register) as opened, opened.reading() as connection:
        told = found(
            connection, one, other, sector=sector, home_names=asked_home(home), as_of=as_of, exact=exact, checked_only=checked_only
        )
    give_sheets(told, [ledger_sheet(told)], format, output)
    if not told.turns:
        say(f"no report tells of an ask or promise between {told.one.label} and {told.other.label}; see `amity statements`")
