"""``amity read``: sources in, readings out."""

from enum import StrEnum
from typing import Annotated

import typer

from amity.cli.options import AllowPrivateOption, MetadataOption, PublishedOption, SourcesArgument, TextFieldOption

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
    from amity.cli.reading import Run  # only who reads waits for the reader and its parser
    from amity.cli.showing import show

    run = Run(sources, metadata, published, text_field, allow_private)
    show(run, format)
    raise typer.Exit(1 if run.failures else 0)
