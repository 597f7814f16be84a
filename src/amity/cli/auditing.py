"""``amity audit``: a sample of what was read is checked by people, and its precision follows."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from amity.cli.giving import give
from amity.cli.output import until_closed
from amity.cli.registers import DEFAULT, RegisterOption, Rows, RowsOption, author, existing, print_rows, print_shown, say
from amity.errors import UsageError

if TYPE_CHECKING:
    from amity.office.audit import Sample, Taken
    from amity.register import Register

PANEL = "Decisions"
EXAMPLES = """
Examples:

  amity audit --kind commitments --n 50 --by confidence --output sheet.xlsx

  amity audit --answers sheet.xlsx --by Ann

  amity audit --kind commitments --n 20

  amity audit --format json
"""


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("audit", rich_help_panel=PANEL, epilog=EXAMPLES)(audit)


def audit(
    register: RegisterOption = DEFAULT,
    kind: Annotated[str | None, typer.Option(metavar="KIND", help="What to draw a sample of, such as commitments or events.")] = None,
    n: Annotated[int, typer.Option("--n", metavar="N", min=1, help="Facts to draw.")] = 50,
    by: Annotated[
        str, typer.Option(metavar="STRATA|NAME", help="Draw by outlet, sector or confidence; with --answers: who gave them.")
    ] = "",
    seed: Annotated[int, typer.Option(metavar="N", help="The same seed draws the same sample.")] = 1,
    output: Annotated[Path | None, typer.Option(metavar="FILE", help="Write the sheet to this .csv or .xlsx file.")] = None,
    answers: Annotated[Path | None, typer.Option(metavar="FILE", help="Take the answers of a filled-in sheet.")] = None,
    decide: Annotated[bool, typer.Option("--decide", help="Also confirm what is right and reject what is wrong.")] = False,
    results: Annotated[bool, typer.Option("--results", help="Only print what the audits have shown.")] = False,
    format: RowsOption = Rows.table,
) -> None:
    """Draw a sample to be checked, take the answers, and say how many facts are right.

    With --kind a sample is drawn: into a sheet with --output, on a terminal fact by fact, else as CSV to standard output. --answers takes
    a sheet back. Then, and without either, what all audits have shown is printed: precision with its interval of 95 %, for each coder and
    stratum, and how far two coders agree (Cohen's kappa).
    """
    with existing(register) as opened:
        if answers is not None:
            kind = _take(opened, answers, by, decide)
        elif kind is not None and not results and not _draw(opened, kind, n, by or None, seed, output, decide):
            return
        _show(opened, kind, format)


def _take(opened: "Register", path: Path, by: str, decide: bool) -> str:
    from amity.office.audit import answers_of, take

    found = answers_of(path)
    _said(take(opened, found.kind, found.given, by=found.by, coder=author(by), decide=decide))
    return found.kind


def _said(taken: "Taken") -> None:
    numbers = " ".join(map(str, reversed(taken.numbers)))
    counted = f"{taken.right} right, {taken.wrong} wrong, {taken.unsure} unsure"
    say(f"audit written as {taken.numbers[0]}: {counted}; take it back with `amity undo {numbers}`")


def _draw(opened: "Register", kind: str, n: int, by: str | None, seed: int, output: Path | None, decide: bool) -> bool:
    """Draw a sample; return whether it was answered at once."""
    from amity.office.audit import draw

    with opened.reading() as connection:
        sample = draw(connection, kind, size=n, by=by, seed=seed)
    if output is not None:
        _write(sample, output)
        drawn = f"{len(sample.facts)} of {sum(sample.strata.values()):,} {sample.kind}"
        say(f"{output}: {drawn}; fill in the column answer, then `amity audit --answers {output}`")
        return False
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        with until_closed():
            for line in _csv(sample):
                typer.echo(line)
        return False
    return _ask(opened, sample, decide)


def _csv(sample: "Sample") -> Iterator[str]:
    from amity.exchange.rows import to_csv
    from amity.office.audit import sheet

    made = sheet(sample)
    return to_csv({column.title: row.get(column.name) for column in made.columns} for row in made.rows)


def _write(sample: "Sample", path: Path) -> None:
    from amity.office.audit import sheet
    from amity.office.render.xlsx import workbook

    suffix = path.suffix.casefold()
    if suffix not in (".csv", ".xlsx"):
        raise UsageError(f"--output {path}: a sheet is a .csv or .xlsx file; name one")
    if path.exists():
        raise UsageError(f"--output {path}: the file exists, and may hold answers; name another, or remove it first")
    if suffix == ".xlsx":
        give(workbook([sheet(sample)], title=f"audit of {sample.kind}"), path)
    else:
        give("".join(f"{line}\r\n" for line in _csv(sample)).encode("utf-8-sig"), path)


def _ask(opened: "Register", sample: "Sample", decide: bool) -> bool:
    from rich.text import Text

    from amity.exchange.visible import visible
    from amity.office.audit import answered, take

    given = answered(sample, show=lambda words: print_shown([Text("\n".join(map(visible, words.split("\n"))))]), ask=input)
    if not given:
        say("nothing answered, nothing kept")
        return False
    _said(take(opened, sample.kind, given, by=sample.by, coder=author(""), decide=decide))
    return True


def _show(opened: "Register", kind: str | None, format: Rows) -> None:
    import msgspec

    from amity.office.audit import flat, results

    with opened.reading() as connection:
        found = results(connection, kind)
    if format in (Rows.json, Rows.jsonl):
        print_rows(map(msgspec.to_builtins, found), format)
        return
    print_rows(flat(found), format, "audit")
    if not found:
        say("no audits yet; draw a sample with `amity audit --kind commitments --output sheet.xlsx`")
    elif format is Rows.table:
        from amity.exchange.card import agreements

        print_shown(agreements([msgspec.to_builtins(one) for one in found]))
