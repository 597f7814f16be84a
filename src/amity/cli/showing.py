"""How readings are printed: tables, explanations, or lines for other programs."""

from collections.abc import Callable

import typer

from amity.cli.output import TABLE_WIDTH, console, until_closed
from amity.cli.reading import Run
from amity.exchange import jsonl, plover
from amity.exchange.explanation import explanation
from amity.exchange.table import tables
from amity.model import Reading
from amity.reading.report import Report


def _json(report: Report, reading: Reading) -> bytes:
    return jsonl.to_json(reading).encode()


def _plover(report: Report, reading: Reading) -> bytes:
    return "\n".join(plover.to_lines(report)).encode()


LINES: dict[str, Callable[[Report, Reading], bytes]] = {"json": _json, "plover": _plover}


def show(run: Run, format: str) -> None:
    """Print the readings of a run as ``json``, ``plover``, ``explanation`` or, where the format is none of these, as tables."""
    with until_closed():
        if format in LINES:
            _lines(run, LINES[format])
        elif format == "explanation":
            _explanations(run)
        else:
            _tables(run)


def _lines(run: Run, made: Callable[[Report, Reading], bytes]) -> None:
    for lines in run.each(made, quiet=True):
        if lines:
            typer.echo(lines)


def _explanations(run: Run) -> None:
    output = console()
    for shown in run.each(explanation, quiet=True):
        output.print(shown, soft_wrap=not output.is_terminal)


def _tables(run: Run) -> None:
    output = console(TABLE_WIDTH)
    for table in tables(run):
        output.print(table)
