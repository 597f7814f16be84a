"""What commands give: to standard output, or into a file that is there whole or not at all."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from amity.cli.output import until_closed
from amity.errors import UsageError

if TYPE_CHECKING:
    from amity.office.render.sheet import Sheet

OutputOption = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write it to this file.")]


def give(content: bytes | str, output: Path | None) -> None:
    """Write content to a file, or to standard output without one; raise UsageError where it cannot be written."""
    data = content.encode() if isinstance(content, str) else content
    if output is not None:
        _write(data, output)
        return
    if b"\0" in data and sys.stdout.isatty():
        raise UsageError("this format is no text for a terminal; name a file with --output")
    with until_closed():
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


def _write(data: bytes, output: Path) -> None:
    fresh = output.with_name(f".{output.name}.{os.getpid()}")
    try:
        fresh.write_bytes(data)
        fresh.replace(output)
    except OSError as error:
        fresh.unlink(missing_ok=True)
        raise UsageError(f"--output {output}: {error.strerror or error}; name a file in a folder that can be written to") from error


def give_sheets(told: Any, sheets: "Sequence[Sheet]", format: str, output: Path | None) -> None:
    """Give what was found as ``json`` (all of it), or its sheets as ``table``, ``csv`` (the first) or ``xlsx``."""
    if format == "json":
        from msgspec.json import encode
        from msgspec.json import format as indented

        give(indented(encode(told)) + b"\n", output)
    elif format == "csv":
        from amity.exchange.rows import to_csv

        sheet = sheets[0]
        names = [column.name for column in sheet.columns]
        rows = ({name: row.get(name) for name in names} for row in sheet.rows)
        give("".join(f"{line}\n" for line in to_csv(rows)), output)
    elif format == "xlsx":
        from amity.office.render.xlsx import workbook

        give(workbook(sheets), output)
    else:
        from amity.cli.registers import print_shown
        from amity.office.render.console import tables

        print_shown(tables(sheets))
