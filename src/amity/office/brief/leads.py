"""The five lines for who has one minute."""

from collections.abc import Iterator
from typing import Literal

from amity.office.brief.model import Brief, Lead, LeadKind, Meeting, Promise

MOST_LEADS = 5
TALKS = ("meeting", "working_session", "visit", "summit", "committee_session", "call")
"""Types of events at which sides talk; at a signing, ceremony or exchange they may, but reports need not say so."""
SOON = 2
"""Years within which an end is worth one of the five lines."""


def leads(made: Brief) -> tuple[Lead, ...]:
    """Return what matters most: what is due or ends next, what is open on either side, the last meeting, the tie, a conflict."""
    return tuple({one.id: one for one in reversed(list(_ranked(made)))}.values())[::-1][:MOST_LEADS]


def _ranked(made: Brief) -> Iterator[Lead]:
    ahead, over = _dated(made)
    yield from ahead[:1]
    ours: Literal["one", "other"] = made.home or "one"
    kinds: tuple[tuple[LeadKind, str], ...] = (("theirs", "other" if ours == "one" else "one"), ("ours", ours))
    for kind, side in kinds:
        if found := _first(made, side):
            yield Lead(kind=kind, id=found.id)
    if held := _last(made):
        yield Lead(kind="met", id=held.id)
    if made.ties:
        yield Lead(kind="tie", id=made.ties[0].id)
    if made.differences:
        yield Lead(kind="conflict", id=made.differences[0].id)
    yield from over[:1]


def _last(made: Brief) -> Meeting | None:
    """Return the last event at which the sides talked, else the last of any type; one without a day is not known to be the last."""
    held = [one for one in made.meetings if not one.coming and one.begins]
    return next((one for one in held if one.kind in TALKS), next(iter(held), None))


def _dated(made: Brief) -> tuple[list[Lead], list[Lead]]:
    """Return what is due or ends, the next first, and what was due or is over, the last first."""
    found: list[tuple[str, LeadKind, str]] = [(one.ends, "ends", one.id) for one in made.texts if one.ends]
    found += [(one.due, "due", one.id) for one in made.promises if one.due]
    found += [(one.next, "session", one.id) for one in made.ways if one.next]
    found += [(one.begins, "session", one.id) for one in made.meetings if one.coming]
    ahead = [one for one in found if one[0] >= made.as_of[: len(one[0])]]
    over = [one for one in found if one not in ahead]
    ahead = [one for one in ahead if int(one[0][:4]) - int(made.as_of[:4]) <= SOON]
    return _leads(sorted(ahead)), _leads(sorted(over, reverse=True))


def _leads(found: list[tuple[str, LeadKind, str]]) -> list[Lead]:
    return [Lead(kind=kind, id=public) for _, kind, public in found]


def _first(made: Brief, side: str) -> Promise | None:
    """Return the first open promise of a side, else one that both made."""
    own = [one for one in made.promises if one.side == side]
    return own[0] if own else next((one for one in made.promises if one.side == "both"), None)
