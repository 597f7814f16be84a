"""How readings are printed: tables, or lines for other programs."""

from collections.abc import Callable, Iterable

import typer
from rich.console import Console

from amity.cli.reading import Run
from amity.exchange import jsonl, plover
from amity.exchange.table import tables
from amity.model import Reading
from amity.reading.report import Report

TABLE_WIDTH = 160  # characters, where no terminal tells its own

LINES: dict[str, Callable[[Report, Reading], Iterable[str]]] = {
    "json": lambda _, reading: [jsonl.to_json(reading)],
    "plover": lambda report, _: plover.to_lines(report),
}


def show(run: Run, format: str) -> None:
    """Print the readings of a run as ``json``, ``plover`` or, where the format is neither, as tables."""
    if format in LINES:
        for report, reading in run.explained():
            for line in LINES[format](report, reading):
                typer.echo(line)
    elif readings := list(run):
        output = Console()
        if not output.is_terminal:
            output = Console(width=TABLE_WIDTH)
        output.print(tables(readings))
