"""What is due, and how mechanisms met, as sheets."""

from typing import Any

from amity.exchange.listed import words
from amity.office.due import Due, DueItem
from amity.office.held import Session
from amity.office.render.cited import SOURCE, STATE, searched, source
from amity.office.render.sheet import Column, Sheet
from amity.office.searched import Searched
from amity.office.sessions import Standing

DUE = (
    Column("day", "day", "day"), Column("days", "days", "number"), Column("kind", "what"), Column("id", "id"),
    Column("label", "of", "words"), Column("parties", "parties", "words"), Column("acts", "who acts"), Column("unit", "unit"),
    Column("because", "because", "words"), Column("told", "as told", aside=True), Column("derived", "derived", aside=True), STATE,
)  # fmt: skip
SESSIONS = (
    Column("id", "id"), Column("label", "mechanism", "words"), Column("members", "members", "words"), Column("held", "held", "words"),
    Column("planned", "planned", "words"), Column("next", "next due", "day"), Column("verdict", "so", "words"),
    Column("told", "last told of", "day"),
    Column("because", "because", "words"), Column("frequency", "meets", aside=True), STATE,
)  # fmt: skip
MET = {"planned": "planned", "due": "due (derived)", "passed": "no session reported since (derived)", "unknown": "cannot be told"}


def due_sheet(due: Due) -> Sheet:
    """Return what is due, one row each with its source."""
    return Sheet(name="Due", about=about(due), columns=(*DUE, *SOURCE), rows=[_due(item) for item in due.items])


def because(why: str, found: Searched | None) -> str:
    """Return what something rests on, with what was searched where something was not found."""
    return f"{why}; searched since: {searched(found)}" if found else why


def about(due: Due) -> str:
    """Return what the list holds and what was searched, in a line."""
    whose = f" with {', '.join(one.name for one in due.home)}" if due.home else ""
    return f"As of {due.as_of}, up to {due.until}{whose}; searched: {searched(due.searched)}."


def _due(item: DueItem) -> dict[str, Any]:
    kind = f"{words(item.kind)} (derived)" if item.derived else words(item.kind)
    return {
        "day": item.day, "days": item.days, "kind": kind, "id": item.id, "label": item.label,
        "parties": [one.label for one in item.parties], "acts": item.acts, "unit": item.unit, "because": because(item.why, item.searched),
        "told": item.told if item.told != item.day else "", "derived": item.derived,
        "state": item.state, **source(item.citation),
    }  # fmt: skip


def sessions_sheet(found: list[Standing]) -> Sheet:
    """Return mechanisms with their sessions, one row each."""
    return Sheet(name="Sessions", columns=(*SESSIONS, *SOURCE), rows=[_standing(one) for one in found])


def _standing(one: Standing) -> dict[str, Any]:
    missed = one.searched if one.verdict == "passed" else None
    return {
        "id": one.id, "label": one.label, "frequency": one.frequency, "members": [member.label for member in one.members],
        "held": [_session(session) for session in one.sessions if session.status == "held"],
        "planned": [_session(session) for session in one.sessions if session.status == "planned"],
        "next": one.next, "verdict": MET[one.verdict], "told": one.told, "because": because(one.why, missed),
        "state": one.state,
        **source(one.citations[-1] if one.citations else None),
    }  # fmt: skip


def _session(session: Session) -> str:
    when = session.begins or f"no day told, reported {session.reported}"
    told = ", ".join(filter(None, (f"no. {session.number}" if session.number is not None else "", session.id)))
    return f"{when}{f', {session.place}' if session.place else ''}{f' ({told})' if told else ''}"
