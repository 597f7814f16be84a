"""Parquet: one record a row, read batch by batch (arro3) in a process of its own.

The library stops its whole process on some damaged files; here only the child ends, and its file is told as damaged. The child
prints records as JSON Lines, so that nothing but text comes back.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO, BinaryIO, cast

from amity.errors import SourceError
from amity.reading.formats.model import Budget, Documents, Format, Input, Look, Options
from amity.reading.formats.records import Columns
from amity.reading.formats.streams import CHUNK

MAGIC = b"PAR1"
CHILD = Path(__file__).with_name("parquet_child.py")


def matches(look: Look) -> bool:
    """Tell Parquet by its mark at the start."""
    return look.head.startswith(MAGIC)


def read(source: Input, options: Options) -> Documents:
    """Yield the document of each row."""
    columns = Columns(source, options, FORMAT.name)
    number = 0
    with NamedTemporaryFile(suffix=".parquet") as copy:
        for number, record in enumerate(_records(_on_disk(source, copy), options), start=1):
            if number == 1:
                columns.check(list(record), record)
            yield columns.document(record, number, f"row {number}")
    if number == 0:
        raise SourceError("a table without rows; nothing to read")


def _on_disk(source: Input, copy: IO[bytes]) -> str:
    """Return a path that the child can open: the source's own where it is a file, else that of a copy."""
    name = getattr(source.file, "name", None)
    if source.level == 0 and isinstance(name, str) and Path(name).is_file():
        return name
    while data := source.file.read(CHUNK):
        copy.write(data)
    copy.flush()
    return str(copy.name)


def _records(path: str, options: Options) -> Iterator[dict[str, object]]:
    """Yield the rows as records; raise SourceError when the child cannot go on."""
    limit, budget = options.limits.document_bytes, Budget(options.limits)
    command = [sys.executable, "-I", str(CHILD), path, str(limit)]
    child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    output = cast(BinaryIO, child.stdout)
    try:
        while line := output.readline(2 * limit):
            budget.spend(len(line))
            yield json.loads(line)
        if child.wait() != 0:
            raise SourceError("a damaged Parquet file, or one with larger cells than a document may have; write it anew")
    finally:
        child.kill()
        child.wait()
        output.close()


FORMAT = Format(
    name="Parquet",
    endings=(".parquet",),
    recognised="PAR1 at its start",
    kept="of each row the same as of JSON Lines; read batch by batch",
    matches=matches,
    read=read,
    seeks=True,
)
