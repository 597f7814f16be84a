"""JSON Lines: one record a line, read line by line; in UTF-8, as the standard has it, or in UTF-16 or UTF-32 told by their marks."""

import json
import re

from amity.reading.formats.encodings import marked_encoding, public_name
from amity.reading.formats.model import Broken, Documents, Format, Found, Input, Look, Options
from amity.reading.formats.records import Columns
from amity.reading.formats.streams import is_damaged, lines

_ONE_VALUE = re.compile(r"\s*(?:\[|\{[ \t]*\r?\n)")
"""How a JSON file begins that is no lines of records: a list, or an object laid out over lines."""
INVALID = object()


def matches(look: Look) -> bool:
    """Tell JSON Lines: more lines follow a first line that is a whole JSON object, or it is named so."""
    if look.ending in FORMAT.endings:
        return not _ONE_VALUE.match(look.text)
    first, _, rest = look.text.lstrip().partition("\n")
    return first.startswith("{") and bool(rest.strip()) and isinstance(_parsed(first), dict)


def _parsed(text: str) -> object:
    """Return the JSON value of a text, INVALID where there is none."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return INVALID


def read(source: Input, options: Options) -> Documents:
    """Yield the document of each record; a line that cannot be read is told with its number."""
    codec = marked_encoding(source.head()) or "utf-8"
    columns = Columns(source, options, FORMAT.name)
    for number, line in enumerate(lines(source.file, codec, options.limits.document_bytes), start=1):
        if line is None:
            yield Broken(source.path, f"line {number} is longer than {options.limits.document_bytes:,} bytes; split it")
        elif is_damaged(line):
            yield Broken(source.path, f"line {number} is not valid {public_name(codec).upper()}; save it as UTF-8")
        elif line.strip():
            yield _document(columns, line, number, source.path)


def _document(columns: Columns, line: str, number: int, path: str) -> Found | Broken:
    value = _parsed(line)
    if value is INVALID:
        return Broken(path, f"line {number} is not valid JSON; mend or remove the line")
    return columns.document(value, number, f"line {number}")


FORMAT = Format(
    name="JSON Lines",
    endings=(".jsonl", ".ndjson"),
    recognised="a JSON object on the first line and more lines, or its ending",
    kept="of each record text, title, date, address, publisher, author and id; read line by line",
    matches=matches,
    read=read,
)
