"""What an import did, or would do, row by row, as a sheet."""

from collections.abc import Iterator
from typing import Any

from amity.exchange.listed import words
from amity.office.lists.importing import Import, Row
from amity.office.lists.outcomes import Candidate, Difference
from amity.office.render.sheet import Column, Sheet

COLUMNS = (
    Column("row", "row", "number"), Column("outcome", "what"), Column("id", "id"), Column("label", "of", "words"),
    Column("remark", "remark", "words"), Column("column", "column", aside=True), Column("number", "entry", "number", aside=True),
)  # fmt: skip
QUIET = frozenset({"known", "skipped", "repeated", "error"})
"""Outcomes of which nobody need do anything, and errors, which are told beside it: a table after an import leaves them out."""
WORDS = {"known": "known already", "skipped": "passed over", "repeated": "said twice", "doubtful": "in doubt"}


def import_sheet(found: Import, *, everything: bool = True) -> Sheet:
    """Return the rows of an import; without ``everything`` only those that changed something."""
    rows = [one for one in found.rows if everything or one.outcome not in QUIET]
    return Sheet(name="", columns=COLUMNS, rows=[_row(one) for one in rows])


def about(found: Import) -> str:
    """Return what became of a list, in a line."""
    where = f"{found.file}, sheet {found.sheet}" if found.sheet else found.file
    counted = (("new", "new"), ("matches", "matched with what was there"), ("doubtful", "in doubt (entered; `amity review` has the pairs)"))
    told = [f"{len(found.of(outcome)):,} {words}" for outcome, words in counted if found.of(outcome)]  # type: ignore[arg-type]
    told += [f"{edited:,} of them edited since"] if (edited := sum(one.replaces is not None for one in found.rows)) else []
    quiet = (("known", "known already"), ("repeated", "said twice"), ("skipped", "passed over"))
    told += [f"{len(found.of(outcome)):,} {words}" for outcome, words in quiet if found.of(outcome)]  # type: ignore[arg-type]
    wrong = len({one.row for one in found.of("error")})
    told += [f"{wrong:,} with errors{' left out' if found.entered and not found.preview else ''}"] if wrong else []
    return f"{where} as {found.profile}: {', '.join(told) or 'no rows'}"


def errors(found: Import) -> Iterator[str]:
    """Yield each thing that is wrong, with its row and column."""
    sheet = f"sheet {found.sheet}, " if found.sheet else ""
    for one in found.of("error"):
        column = f", column {one.column}" if one.column else ""
        yield f"{found.file}: {sheet}row {one.row}{column}: {one.reason}"


def _row(one: Row) -> dict[str, Any]:
    return {
        "row": one.row, "outcome": WORDS.get(one.outcome, one.outcome), "id": one.id, "label": one.label, "column": one.column,
        "number": one.number, "remark": "; ".join(_remarks(one)),
    }  # fmt: skip


def _remarks(one: Row) -> Iterator[str]:
    if one.reason:
        yield f"{one.column}: {one.reason}" if one.column else one.reason
    if one.replaces:
        yield f"edited: replaces what {one.replaces.by} entered on {one.replaces.at[:10]} ({one.replaces.place})"
    if one.outcome != "known":
        yield from map(_difference, one.differs)
    for candidate in one.candidates:
        yield _candidate(candidate)
    if one.with_rows:
        yield f"taken for one with row {', '.join(map(str, one.with_rows))}"
    if one.new_parties:
        yield f"new to the register: {', '.join(one.new_parties)}"


def _difference(one: Difference) -> str:
    return f"{words(one.field)}: the list says {one.list}, the register {' or '.join(one.register)}"


def _candidate(one: Candidate) -> str:
    return f"may be {one.id} ({one.label}: {', '.join(one.reasons)})"
