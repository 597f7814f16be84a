"""What may be decided: judgements that make no sense are refused before they are written."""

from collections.abc import Mapping, Sequence
from datetime import date
from math import isfinite
from typing import Any, get_args

from sqlalchemy import Connection, select

from amity.errors import UsageError
from amity.matching.judging import TIES
from amity.model.judgement import JudgementKind, Pointer
from amity.model.register import AssessmentStatus
from amity.register import ids, tied
from amity.register.folding import CORRECTABLE
from amity.register.log import STATES
from amity.register.queries.filters import DAY, VOCABULARY
from amity.register.tables import statements

DATES = frozenset({"from", "to", "signed_on", "due", "as_of", "since"})
FORCES = range(7)
OF_TIES = {
    "merge": "ties are one when their actors are; merge these",
    "split": "ties are two when their actors are; split these",
    "assess": "only commitments are assessed; confirm, reject or correct a tie",
    "attach": "a tie keeps no files; attach it to the text that makes it, or enter the tie with `amity record tie --file PATH`",
    "": "a tie can be confirmed, rejected and corrected",
}
"""What cannot be decided about ties, by kind of judgement, with the way out."""
TAKING_PART = frozenset({"by", "to", "debtor", "speaker", "sides", "parties", "party", "participants", "members", "places", "subject"})
"""Fields of facts that name actors."""
RECORDS = {layer: layer.removesuffix("s") for layer in CORRECTABLE if layer not in ("actors", "indicators", TIES)}
"""The kind of record that enters a fact of each layer whose facts may be one."""
LONGEST_UNIT, LONGEST_VALUE = 200, 1_000
"""Characters of the name of an office's unit, and of what a correction says."""
DECIDED = ("merge", "split", "confirm", "reject", "correct", "assess", "assign", "audit")
"""Kinds of judgements about facts; others come about with what they tell of: a file, an entry, a report that is withdrawn."""
ALLOWED = {
    (layer, field): VOCABULARY[layer, column]
    for layer, fields in CORRECTABLE.items() for field, column in fields.items() if (layer, column) in VOCABULARY
}  # fmt: skip
"""Values of fields that have a fixed list of them, by layer and field."""


def permit(
    connection: Connection,
    kind: JudgementKind,
    subjects: Sequence[str | Pointer],
    others: Sequence[str | Pointer],
    field: str | None,
    value: Any,
) -> Any:
    """Return the value of a judgement as it is kept; raise UsageError for a judgement that makes no sense."""
    named = [one for one in (*subjects, *others) if isinstance(one, str)]
    found = [_found(connection, one) for one in named]
    layers = {one.layer for one in found} | {one.layer for one in (*subjects, *others) if isinstance(one, Pointer)}
    if not subjects:
        raise UsageError(f"{kind}: nothing to decide about; give an id")
    if TIES in layers and kind not in STATES:
        raise UsageError(f"{kind} {next(filter(tied.is_tie, named), TIES)}: {OF_TIES.get(kind, OF_TIES[''])}")
    if kind in ("merge", "split"):
        _several(kind, subjects, others, layers)
    if kind == "merge" and len({one.number for one in found}) == 1 and len(found) == len(subjects):
        raise UsageError(f"merge {' '.join(named)}: they are one already; `amity show {found[0].id}` tells which ids lead to it")
    if kind == "correct":
        return _corrected(next(iter(layers)), field, value)
    if kind == "assess":
        _assessed(connection, found, {one.layer for one in subjects if isinstance(one, Pointer)} | {one.layer for one in found}, value)
    if kind == "assign":
        return _assigned(layers, value)
    return value


def _found(connection: Connection, public: str) -> ids.Found:
    """Return what an id leads to: a thing, or a tie."""
    if not tied.is_tie(public):
        return ids.find(connection, public)
    row = tied.find(connection, public)
    return ids.Found(row.number, TIES, row.id)


def _several(kind: str, subjects: Sequence[str | Pointer], others: Sequence[str | Pointer], layers: set[str]) -> None:
    if len(layers) > 1:
        raise UsageError(f"{kind}: things of different kinds ({', '.join(sorted(layers))}) are never one; give ids of one kind")
    if "indicators" in layers:
        raise UsageError(f"{kind}: figures are not matched, each report's stands for itself; correct or reject one instead")
    if kind == "merge" and len(set(subjects)) < 2:
        raise UsageError("merge: one thing alone; give two ids or more")


def _corrected(layer: str, field: str | None, value: Any) -> Any:
    known = CORRECTABLE[layer]
    if field in TAKING_PART - known.keys() and layer in RECORDS:
        entering = f"`amity record {RECORDS[layer]} --document DOCUMENT --quote WORDS …`"
        raise UsageError(
            f"correct {field}: no such field; enter who takes part, with the words ({entering}), and `amity merge` the two ids"
        )
    if field not in known:
        raise UsageError(f"correct {field}: no such field of {layer}; there are {', '.join(known)}")
    if not str("" if value is None else value).strip():
        raise UsageError(f"correct {field}: nothing is said; write what is right, or reject the fact")
    if len(str(value)) > LONGEST_VALUE:
        raise UsageError(f"correct {field}: {len(str(value)):,} characters; write {LONGEST_VALUE:,} at most")
    allowed = ALLOWED.get((layer, field))
    if allowed and value not in allowed:
        raise UsageError(f"correct {field}: {value!r} is none of {', '.join(allowed)}")
    if field in DATES:
        return calendar_date(f"correct {field}", str(value))
    if field == "force":
        return _force(value)
    return _number(value) if (layer, field) == ("indicators", "value") else value


def _force(value: Any) -> int:
    if str(value).isdecimal() and int(value) in FORCES:
        return int(value)
    raise UsageError(f"correct force: {value!r} is no force; give a number from 0 to 6")


def _number(value: Any) -> float:
    try:
        if isfinite(found := float(value)):
            return found
    except ValueError:
        pass
    raise UsageError(f"correct value: {value!r} is no number; write digits with a point, such as 2.5")


def _assigned(layers: set[str], value: Any) -> dict[str, str]:
    """Return unit and due date of an assignment; what is not told stays as it was."""
    if layers != {"statements"}:
        raise UsageError("assign: only commitments and other statements are assigned; see `amity commitments`")
    given = value if isinstance(value, Mapping) else {}
    told = {name: " ".join(str(one).split()) for name, one in given.items() if name in ("unit", "due") and one is not None}
    if not told:
        raise UsageError("assign: nothing to set; tell a unit (--unit), a due date (--due), or both")
    if len(told.get("unit", "")) > LONGEST_UNIT:
        raise UsageError(f"assign: the unit has {len(told['unit']):,} characters; write {LONGEST_UNIT} at most")
    if told.get("due"):
        told["due"] = calendar_date("assign: due", told["due"])
    return told


def calendar_date(name: str, told: str) -> str:
    """Return a date that exists, ISO 8601 and as precise as told; raise UsageError for another, which names what it is of."""
    if not DAY.match(told):
        raise UsageError(f"{name}: {told!r} is no date as it is written here; write year-month-day: 2024-11-07, 2024-11 or 2024")
    try:
        date.fromisoformat(f"{told}-01-01"[:10])
    except ValueError as error:
        raise UsageError(f"{name}: {told} is no day of the calendar ({error}); write year-month-day: 2024-11-07") from error
    return told


def _assessed(connection: Connection, found: Sequence[ids.Found], layers: set[str], value: Any) -> None:
    if layers != {"statements"}:
        raise UsageError("assess: only commitments are assessed; see `amity commitments`")
    if value not in get_args(AssessmentStatus):
        raise UsageError(f"assess: {value!r} is no status; there are {', '.join(get_args(AssessmentStatus))}")
    for one in found:
        if connection.scalar(select(statements.c.kind).where(statements.c.number == one.number)) != "commitment":
            raise UsageError(f"assess {one.id}: this is no commitment (force 4 or more, and an action); see `amity commitments`")
