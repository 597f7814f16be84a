"""``amity brief``: what to know before a meeting."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from amity.cli.giving import OutputOption, give
from amity.cli.options import AsOfOption, CheckedOption, HomeOption, asked_home
from amity.cli.registers import DEFAULT, RegisterOption, existing

PANEL = "The office desk"
EXAMPLES = """
Examples:

  amity brief Guangxi "Lang Son" --format docx --output brief.docx

  amity brief Laos China --as-of 2023-06-30 --language vi --format pdf --output brief.pdf

  amity brief "Miri City" --home "Miri City"
"""


class BriefFormat(StrEnum):
    """How a brief is given."""

    md = "md"
    html = "html"
    docx = "docx"
    pdf = "pdf"
    json = "json"


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("brief", rich_help_panel=PANEL, epilog=EXAMPLES)(brief)


def brief(
    a: Annotated[str, typer.Argument(metavar="A", help="A party: name or id.")],
    b: Annotated[str | None, typer.Argument(metavar="B", help="Another; without it, A and all whom it deals with.")] = None,
    register: RegisterOption = DEFAULT,
    as_of: AsOfOption = None,
    format: Annotated[BriefFormat | None, typer.Option("--format", help="How to give it; else as FILE ends, else md.")] = None,
    output: OutputOption = None,
    language: Annotated[str, typer.Option("--language", metavar="en|vi|zh", help="Of the fixed words, dates and countries.")] = "en",
    home: HomeOption = [],  # noqa: B006
    exact: Annotated[bool, typer.Option("--exact", help="The parties alone, without their bodies and the places in them.")] = False,
    checked_only: CheckedOption = False,
) -> None:
    """Brief for a meeting of A and B: who is who, ties, instruments, promises, asks, meetings, conflicts, each with its source.

    Five lines on top for who has one minute. What nobody has checked is marked, what is derived says so, and where nothing was found
    stands what was searched.
    """
    from amity.office.brief import brief as made
    from amity.office.brief.giving import given

    with existing(register) as opened:
        told = made(opened, a, b, as_of=as_of, home=asked_home(home), exact=exact, checked_only=checked_only)
    give(given(told, (format or _ending(output)).value, language), output)


def _ending(output: Path | None) -> BriefFormat:
    """Return the format that a file's name asks for."""
    suffix = output.suffix.lower().lstrip(".") if output else ""
    return BriefFormat(suffix) if suffix in list(BriefFormat) else BriefFormat.md
