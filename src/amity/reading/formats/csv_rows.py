"""CSV: one record a row under a line of column names, read row by row."""

import csv
import re
from collections.abc import Iterator
from itertools import chain

from amity.errors import SourceError
from amity.reading.formats.encodings import public_name, stream_encoding
from amity.reading.formats.model import Broken, Documents, Format, Input, Look, Options
from amity.reading.formats.records import LEAST_WORDS, Columns, known_parts
from amity.reading.formats.streams import is_damaged, lines

_TOLD = re.compile(r"sep=(.)\s*$", re.IGNORECASE)
"""The line by which spreadsheets tell the sign between columns."""
DELIMITERS = (",", ";", "\t", "|")


def matches(look: Look) -> bool:
    """Tell a table by its ending, or by a first line that names a text column and another known one."""
    first, _, rest = look.text.lstrip("\ufeff").partition("\n")
    if look.ending in FORMAT.endings:
        return bool(look.text.strip())
    parts = known_parts(_split(first, _delimiter(first)))
    return "text" in parts and len(parts) > 1 and bool(rest.strip())


def _delimiter(first: str) -> str:
    """Return the delimiter that splits the first line into most known columns, then into most columns."""
    return max(DELIMITERS, key=lambda sign: (len(known_parts(_split(first, sign))), len(_split(first, sign))))


def _split(line: str, sign: str) -> list[str]:
    try:
        return next(csv.reader([line.rstrip("\r\n")], delimiter=sign), [])
    except csv.Error:
        return []


def read(source: Input, options: Options) -> Documents:
    """Yield the document of each row; a row that cannot be read is told with its line."""
    codec = stream_encoding(source.file, source.charset)
    columns = Columns(source, options, FORMAT.name)
    number = 0
    try:
        for number, (names, row) in enumerate(_rows(source, codec, options), start=1):
            record = dict(zip(names, row, strict=False))
            if number == 1:
                columns.check(names, record)
            if any(map(is_damaged, row)):
                yield Broken(source.path, f"row {number} is not valid {public_name(codec).upper()}; save it as UTF-8")
            else:
                yield columns.document(record, number, f"row {number}")
    except csv.Error as error:
        raise SourceError(f"row {number + 1} cannot be read ({error}), nor what follows it; mend its quotation marks") from error
    if number == 0:
        raise SourceError("a table without rows; nothing to read")


def _rows(source: Input, codec: str, options: Options) -> Iterator[tuple[list[str], list[str]]]:
    """Yield the column names with each row that holds something."""
    csv.field_size_limit(options.limits.document_bytes)
    texts = _lines(source, codec, options)
    first = next((line for line in texts if line.strip()), "")
    told = _TOLD.match(first)
    first = next(texts, "") if told else first
    rows = csv.reader(chain([first], texts), delimiter=told[1] if told else _delimiter(first))
    names = [name.strip() for name in next(rows, [])]
    if any(len(name.split()) >= LEAST_WORDS for name in names):
        raise SourceError("its first line holds a text, not the names of columns; put a line of names above it")
    yield from ((names, row) for row in rows if any(cell.strip() for cell in row))


def _lines(source: Input, codec: str, options: Options) -> Iterator[str]:
    for number, line in enumerate(lines(source.file, codec, options.limits.document_bytes), start=1):
        if line is None:
            raise SourceError(f"line {number} is longer than {options.limits.document_bytes:,} bytes; split it")
        yield from (f"{part}\n" for part in line.replace("\0", "").split("\r"))  # old systems end their lines so


FORMAT = Format(
    name="CSV",
    endings=(".csv", ".tsv"),
    recognised="its ending, or a first line that names a text column and another known one",
    kept="of each row the same as of JSON Lines; comma, semicolon, tab or bar; read row by row",
    matches=matches,
    read=read,
)
