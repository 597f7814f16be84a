"""``amity add`` and ``amity reread``: reports into the register."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

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
from amity.cli.registers import DEFAULT, ByOption, RegisterOption, author, say
from amity.model import Reading

if TYPE_CHECKING:
    from amity.register import Register

EXAMPLES = """
Examples:

  amity add --metadata sources.jsonl reports/

  amity add --register office.db --jobs 2 archive.zip https://example.org/report
"""


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    app.command("add", epilog=EXAMPLES)(add)


def add(
    sources: SourcesArgument,
    register: RegisterOption = DEFAULT,
    published: PublishedOption = None,
    metadata: MetadataOption = None,
    text_field: TextFieldOption = None,
    allow_private: AllowPrivateOption = False,
    jobs: JobsOption = 1,
    time_limit: TimeLimitOption = None,
    triage: TriageOption = Triage.auto,
    by: ByOption = "",
) -> None:
    """Read reports and add them to the register; what it has already is left as it is, so an interrupted run can be run again."""
    from amity.cli.reading import Run, Way
    from amity.reading.formats import Options
    from amity.register import open_register

    run = Run(sources, metadata, published, Options(text_field, allow_private), Way(jobs, time_limit, triage.value))
    with open_register(register) as opened:
        added, known = _added(run, opened, author(by))
    failed = f"; {run.failures} could not be read" if run.failures else ""
    say(f"register {register}: {added} added, {known} known already{failed}")
    raise typer.Exit(1 if run.failures else 0)


def _added(run: Iterable[Reading], register: "Register", by: str) -> tuple[int, int]:
    added = known = 0
    for reading in run:
        if register.add(reading, by=by):
            added += 1
        else:
            known += 1
    return added, known
