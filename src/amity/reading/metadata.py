"""What is known of documents beside their text: published date, address, publisher, title."""

import csv
import json
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from amity.errors import UsageError

FIELDS = ("published", "url", "publisher", "title")

Facts = dict[str, str]


def parse_day(text: str) -> str:
    """Return an ISO 8601 day unchanged; raise UsageError for anything else."""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise UsageError(f"published date {text!r} is not a day; write it as YYYY-MM-DD") from error


def known_facts(record: Mapping[str, Any]) -> Facts:
    """Return the fields of a record that tell of a document; a date and time count as their day, a bad date as none."""
    facts = {field: str(record[field]) for field in FIELDS if record.get(field)}
    if "published" in facts:
        try:
            facts["published"] = parse_day(facts["published"][:10])
        except UsageError:
            del facts["published"]
    return facts


def load_metadata(path: Path) -> dict[str, Facts]:
    """Return what a JSON Lines or CSV file tells of documents, by ``id`` (a source's stem or record id).

    Raise UsageError, naming the line, for a file that cannot be used.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"metadata {path}: cannot be read ({error}); name a JSON Lines or CSV file in UTF-8") from error
    rows = csv.DictReader(text.splitlines()) if path.suffix == ".csv" else map(_json_row, text.splitlines())
    return _by_id(path, rows)


def _json_row(line: str) -> Any:
    try:
        return json.loads(line) if line.strip() else None
    except (ValueError, RecursionError):
        return line


def _by_id(path: Path, rows: Iterable[Any]) -> dict[str, Facts]:
    known = {}
    first = 2 if path.suffix == ".csv" else 1
    for number, row in enumerate(rows, start=first):
        if row is None:
            continue
        if not isinstance(row, dict) or row.get("id") in (None, ""):
            raise UsageError(f"metadata {path}: line {number} is no record with an id; mend or remove it")
        if row.get("published"):
            try:
                parse_day(str(row["published"])[:10])
            except UsageError as error:
                raise UsageError(f"metadata {path}: line {number}: {error}") from error
        known[str(row["id"])] = known_facts(row)
    return known
