"""JSON: one record, or a list of them (also inside an object, as the answers of news interfaces are)."""

import json
import re
from collections.abc import Mapping
from typing import Any

import msgspec

from amity.errors import SourceError
from amity.reading.formats.encodings import decode
from amity.reading.formats.model import Documents, Format, Input, Look, Options
from amity.reading.formats.records import Columns
from amity.vocabulary import load

DEEP = 3  # objects inside objects in which a list of records is looked for
_START = re.compile(r"\s*(?:\{\s*[\"}]|\[\s*[\[{\"\]])")


def matches(look: Look) -> bool:
    """Tell JSON: it begins as an object or a list of objects does."""
    return bool(_START.match(look.text)) or (look.ending in FORMAT.endings and look.text.lstrip()[:1] in ("{", "["))


def read(source: Input, options: Options) -> Documents:
    """Yield the document of each record."""
    decoded = decode(source.whole(options.limits.list_bytes), source.charset)
    columns = Columns(source, options, FORMAT.name)
    records = _records(_parsed(decoded.text), options)
    if not records:
        raise SourceError("a JSON list without records; nothing to read")
    for number, record in enumerate(records, start=1):
        yield columns.document(record, number, f"record {number}")


def _parsed(text: str) -> Any:
    try:
        return msgspec.json.decode(text.encode("utf-8", "surrogatepass"))
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        try:
            return json.loads(text)  # which takes what other programs write though JSON has it not: NaN, numbers beyond all bounds
        except (ValueError, RecursionError):
            raise SourceError(f"not valid JSON ({error}); mend it") from error


def _records(value: Any, options: Options) -> list[Any]:
    return value if isinstance(value, list) else (_list_inside(value, options) or [value])


def _list_inside(value: Any, options: Options, depth: int = 0) -> list[Any] | None:
    """Return the list of records that an object without a text of its own holds under a known name."""
    if not isinstance(value, Mapping) or depth == DEEP:
        return None
    names = load("columns")
    if any(isinstance(value.get(name), str) for name in (*names["text"], options.text_field)):
        return None
    inside = [value[name] for name in names["lists"] if name in value]
    lists = [one for one in inside if isinstance(one, list) and any(isinstance(part, Mapping) for part in one)]
    deeper = (found for one in inside if (found := _list_inside(one, options, depth + 1)))
    return lists[0] if lists else next(deeper, None)


FORMAT = Format(
    name="JSON",
    endings=(".json",),
    recognised="the start of a JSON object or list",
    kept="of the record, or of each record of the list, the same as of JSON Lines",
    matches=matches,
    read=read,
)
