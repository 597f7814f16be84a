"""``amity read``: sources in, readings out."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Annotated

import typer
from rich.console import Console

from amity.cli.reading import AllowPrivateOption, MetadataOption, PublishedOption, Run, SourcesArgument, TextFieldOption
from amity.exchange import jsonl, plover
from amity.exchange.table import tables
from amity.model import Reading
from amity.reading.report import Report

TABLE_WIDTH = 160  # characters, where no terminal tells its own

EXAMPLES = """
Examples:

  amity read report.txt

  amity read --format json --published 2024-11-07 reports/ > readings.jsonl

  amity read --text-field body archive.zip news.parquet https://example.org/report

  cat report.txt | amity read -
"""


class Format(StrEnum):
    """How readings are printed."""

    table = "table"
    json = "json"
    plover = "plover"


LINES: dict[Format, Callable[[Report, Reading], Iterable[str]]] = {
    Format.json: lambda _, reading: [jsonl.to_json(reading)],
    Format.plover: lambda report, _: plover.to_lines(report),
}


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("read", epilog=EXAMPLES)(read)


def read(
    sources: SourcesArgument,
    format: Annotated[Format, typer.Option(help="How to print what was read.")] = Format.table,
    published: PublishedOption = None,
    metadata: MetadataOption = None,
    text_field: TextFieldOption = None,
    allow_private: AllowPrivateOption = False,
) -> None:
    """Read reports: who met, what they signed, promised and asked, each with its sentence."""
    run = Run(sources, metadata, published, text_field, allow_private)
    if format is Format.table:
        readings = list(run)
        if readings:
            output = Console()
            if not output.is_terminal:
                output = Console(width=TABLE_WIDTH)
            output.print(tables(readings))
    else:
        for report, reading in run.explained():
            for line in LINES[format](report, reading):
                typer.echo(line)
    raise typer.Exit(1 if run.failures else 0)
