"""The ledger of two sides as a sheet: one line for each ask, and for each promise that nobody had asked for."""

from typing import Any

from amity.exchange.listed import words
from amity.model.acts import FORCES
from amity.office.ledger import Ledger, Said, Turn
from amity.office.render.cited import SOURCE, searched, source
from amity.office.render.sheet import Column, Sheet
from amity.office.searched import Searched
from amity.office.standing import Followed

LEDGER = (
    Column("day", "day", "day"), Column("asker", "who", "words"), Column("whose", "we/they"), Column("ask", "asked", "words"),
    Column("answers", "answered, or promised", "words"), Column("came", "what came of it", "words"),
    Column("state", "state", dull="unchecked"),
)  # fmt: skip


def ledger_sheet(ledger: Ledger, total: int = 0) -> Sheet:
    """Return the ledger, the latest first; ``total`` says how many turns there are where it has the latest alone."""
    about = f"{ledger.one.label} and {ledger.other.label}; as of {ledger.as_of}; searched: {searched(ledger.searched)}."
    return Sheet(name="Ledger", about=about, columns=(*LEDGER, *SOURCE), rows=[_turn(turn) for turn in ledger.turns], total=total)


def _turn(turn: Turn) -> dict[str, Any]:
    first = turn.ask or turn.answers[0]
    return {
        "day": first.day, "asker": turn.asker, "whose": turn.whose, "ask": _said(turn.ask) if turn.ask else "",
        "answers": [_said(one) for one in turn.answers] or [f"no answer found{_later(turn.searched)}"],
        "came": _came(turn), "state": first.state, **source(first.citation),
    }  # fmt: skip


def _said(one: Said) -> str:
    due = f", due {one.due}" if one.due else ""
    return f"{one.label} ({FORCES[one.force]}{due}; {one.id})"


def _came(turn: Turn) -> list[str]:
    if turn.came:
        return [_followed(one) for one in turn.came]
    promised = any(one.commitment for one in turn.answers)
    return [f"nothing told{_later(turn.searched)}"] if promised else []


def _followed(one: Followed) -> str:
    by = "" if one.by == "machine" else f", {one.by}"
    return f"{words(one.status)}, {one.as_of or one.told}{by}"


def _later(found: Searched | None) -> str:
    """Return where nothing was found: " in 12 later reports of 5 outlets up to 2025-11-30"."""
    if found is None or not found.reports:
        return "; no later report"
    return f" in {searched(found).replace('report', 'later report', 1)}"
