"""``amity add`` and ``amity reread``: reports into the register."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

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
from amity.cli.registers import DEFAULT, ByOption, RegisterOption, author, existing, say
from amity.model import Reading

if TYPE_CHECKING:
    from amity.register import Register

EXAMPLES = """
Examples:

  amity add --metadata sources.jsonl reports/

  amity add --register office.db --jobs 2 archive.zip https://example.org/report
"""
REREAD_EXAMPLES = """
Examples:

  amity reread --dry-run

  amity reread --jobs 2
"""
TOGETHER = 200
"""Texts that are held at once while they are read again."""


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    app.command("add", epilog=EXAMPLES)(add)
    app.command("reread", epilog=REREAD_EXAMPLES, rich_help_panel="Keeping")(reread)


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
    from amity.reading.language import prepare

    prepare()  # the detector of languages is unpacked while the reader is imported
    from amity.cli.reading import Run, Way
    from amity.reading.formats import Options
    from amity.register import open_register

    run = Run(sources, metadata, published, Options(text_field, allow_private), Way(jobs, time_limit, triage.value))
    with open_register(register) as opened:
        before = _copies(opened)
        added, known = _added(run, opened, author(by))
        copies = _copies(opened) - before
    counted = [f"{added:,} added", f"{known:,} known already", *([f"{copies:,} copies of others"] if copies > 0 else [])]
    failed = f"; {run.failures:,} could not be read" if run.failures else ""
    say(f"register {register}: {', '.join(counted)}{failed}")
    raise typer.Exit(1 if run.failures else 0)


def _copies(register: "Register") -> int:
    from amity.register.queries.keeping import copies

    with register.reading() as connection:
        return copies(connection)


def _added(run: Iterable[Reading], register: "Register", by: str) -> tuple[int, int]:
    """Add what is read; return how many reports were new, and how many were not."""
    read = 0

    def counted() -> Iterator[Reading]:
        nonlocal read
        for reading in run:
            read += 1
            yield reading

    added = len(register.add(counted(), by=by))
    return added, read - added


def reread(
    register: RegisterOption = DEFAULT,
    jobs: JobsOption = 1,
    time_limit: TimeLimitOption = None,
    everything: Annotated[bool, typer.Option("--all", help="Also what this version has read.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say how many reports an older version has read.")] = False,
    by: ByOption = "",
) -> None:
    """Read again what an older version of the reader has read; decisions find their sentences again, or wait in `amity review`."""
    with existing(register) as opened:
        ids = _ids(opened, everything)
        if dry_run:
            say(f"register {register}: {len(ids):,} reports to read again")
            return
        changed, failures = _reread(opened, ids, jobs, time_limit, author(by))
    failed = f"; {failures:,} could not be read" if failures else ""
    say(f"register {register}: {len(ids) - failures:,} read again, {changed:,} of them with other facts{failed}")
    raise typer.Exit(1 if failures else 0)


def _ids(register: "Register", everything: bool) -> list[str]:
    if not everything:
        return register.outdated()
    from amity.register.queries.keeping import current_ids

    with register.reading() as connection:
        return current_ids(connection)


def _reread(register: "Register", ids: list[str], jobs: int, time_limit: float | None, by: str) -> tuple[int, int]:
    """Read the documents again, so many at once; return how many tell other facts now, and how many could not be read."""
    from amity.cli.reading import Run, Way
    from amity.reading.load import Loaded
    from amity.register.queries.keeping import kept_texts

    changed = failures = 0
    for some in _parts(ids):
        with register.reading() as connection:
            texts = [Loaded(document, text) for document, text in kept_texts(connection, some)]
        run = Run([], way=Way(jobs, time_limit, "off"), again=texts)
        changed += sum(len(register.reread(reading, by=by)) for reading in run)
        failures += run.failures
    return changed, failures


def _parts(ids: list[str]) -> Iterator[list[str]]:
    return (ids[at : at + TOGETHER] for at in range(0, len(ids), TOGETHER))
