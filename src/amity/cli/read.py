"""``amity read``: sources in, readings out."""

from enum import StrEnum
from typing import Annotated

import typer

from amity.cli.options import (
    AllowPrivateOption,
    JobsOption,
    MetadataOption,
    PublishedOption,
    SourcesArgument,
    TextFieldOption,
    TimeLimitOption,
    Triage,
    TriageOption,
)
from amity.errors import UsageError

EXAMPLES = """
Examples:

  amity read report.txt

  amity read --format json --published 2024-11-07 reports/ > readings.jsonl

  amity read --text-field body archive.zip news.parquet https://example.org/report

  amity read --format json --jobs 2 --triage on news.jsonl.gz > readings.jsonl

  amity read --explain report.txt

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
    explain: Annotated[bool, typer.Option("--explain", help="Show instead what was left out and which rules fired where.")] = False,
    published: PublishedOption = None,
    metadata: MetadataOption = None,
    text_field: TextFieldOption = None,
    allow_private: AllowPrivateOption = False,
    jobs: JobsOption = 1,
    time_limit: TimeLimitOption = None,
    triage: TriageOption = Triage.auto,
) -> None:
    """Read reports: who met, what they signed, promised and asked, each with its sentence."""
    if explain and format is not Format.table:
        raise UsageError(f"--explain --format {format.value}: an explanation is text; leave one of them out")
    from amity.reading.language import prepare

    prepare()  # the detector of languages is unpacked while the reader is imported
    from amity.cli.reading import Run, Way  # only who reads waits for the reader and its parser
    from amity.cli.showing import show
    from amity.reading.formats import Options

    run = Run(sources, metadata, published, Options(text_field, allow_private), Way(jobs, time_limit, triage.value))
    show(run, "explanation" if explain else format.value)
    raise typer.Exit(1 if run.failures else 0)
