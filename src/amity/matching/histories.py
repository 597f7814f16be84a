"""Life-cycles: what befell an instrument, dated and with the fact that tells it; and how instruments follow one another."""

from collections.abc import Sequence

from amity.matching.comparing.parties import Actors
from amity.matching.days import apart, span
from amity.matching.features import InstrumentFeatures
from amity.model.judgement import Member
from amity.model.register import InstrumentRelation, StatusChange

LADDER = (
    "unknown", "proposed", "negotiating", "agreed_to_sign", "approved", "signed", "in_effect", "amended", "renewed", "suspended",
    "superseded", "expired", "terminated",
)  # fmt: skip
"""The order of statuses told for one day."""
LATER = frozenset({"in_effect", "amended", "renewed", "suspended", "superseded", "expired", "terminated"})
"""Statuses that come after a signing: a report that tells one with a signing date tells two."""
INTENT_YEARS = 5
"""Years within which an agreement follows from a letter of intent of the same parties."""
LETTERS = frozenset({"letter_of_intent", "mou"})
AGREEMENTS = frozenset({"friendly_city_agreement", "cooperation_agreement", "treaty", "contract"})


def history(members: Sequence[InstrumentFeatures]) -> list[StatusChange]:
    """Return the dated statuses of one instrument in the order of time, each status and date once (the most precise).

    A signing is dated by the day it happened, any other status by the day of the report, which is the first day that it is known.
    """
    found = [change for member in sorted(members, key=lambda one: one.member) for change in _changes(member)]
    kept = [change for change in found if not any(_told_better(change, other) for other in found)]
    return sorted(dict.fromkeys(kept), key=_order)


def status(changes: Sequence[StatusChange]) -> str:
    """Return the present status: the last of the history; ``unknown`` where there is none."""
    return changes[-1].status if changes else "unknown"


def _changes(one: InstrumentFeatures) -> list[StatusChange]:
    if one.status == "signed":
        return [StatusChange(one.signed_on or (one.told if one.concluded else None), "signed", one.member)]
    changes = [StatusChange(one.told, one.status, one.member)] if one.status != "unknown" else []
    if one.status in LATER and (one.signed_on or one.start):
        changes.insert(0, StatusChange(one.signed_on or one.start, "signed", one.member))
    return changes


def _told_better(change: StatusChange, other: StatusChange) -> bool:
    """Return whether another report tells the same change more exactly, or equally and comes first."""
    if change is other or change.status != other.status:
        return False
    ours, theirs = change.date or "", other.date or ""
    if change.status == "signed" and theirs != ours:
        return theirs.startswith(ours)
    return theirs == ours and other.member < change.member


def _order(change: StatusChange) -> tuple[str, int, Member]:
    known = span(change.date)
    rank = LADDER.index(change.status) if change.status in LADDER else 0
    return (known[0].isoformat() if known else "", rank, change.member)


def relation(
    later: Sequence[InstrumentFeatures], earlier: Sequence[InstrumentFeatures], actors: Actors
) -> tuple[InstrumentRelation, str] | None:
    """Return how one instrument follows another of the same parties, and why; None if it does not.

    An agreement follows a letter of intent; a text of the same type renews one whose period it goes on from, and supersedes one that a
    report calls replaced.
    """
    new, old = max(later, key=_known), max(earlier, key=_known)
    shared = actors.pairs(new.parties, old.parties)
    if len(new.parties) < 2 or len(shared) != len(new.parties) or len(shared) != len(old.parties):
        return None
    days = apart(_day(earlier), _day(later))
    if new.type == old.type:
        return _renewal(later, earlier, days)
    if new.type in AGREEMENTS and old.type in LETTERS and days is not None and 0 < days <= INTENT_YEARS * 366:
        return "follows_intent", f"{old.type} of {_day(earlier)}, {new.type} of {_day(later)}"
    return None


def _renewal(
    later: Sequence[InstrumentFeatures], earlier: Sequence[InstrumentFeatures], days: int | None
) -> tuple[InstrumentRelation, str] | None:
    end = next((one.end for one in earlier if one.end), None)
    start = next((one.start for one in later if one.start and one.end), None)
    if end and start and 0 <= int(start[:4]) - int(end[:4]) <= 1 and start > (next(one.start for one in earlier if one.end) or ""):
        return "renews", f"to {end}, then from {start}"
    if days is not None and days > 0 and any(one.status == "superseded" for one in earlier):
        return "supersedes", f"{_day(earlier)} replaced by {_day(later)}"
    return None


def _known(one: InstrumentFeatures) -> tuple[int, str]:
    return (len(one.parties), one.member.document)


def _day(members: Sequence[InstrumentFeatures]) -> str | None:
    days = sorted({day for one in members if (day := one.signed_on or one.start)}, key=lambda day: (-len(day), day))
    return days[0] if days else None
