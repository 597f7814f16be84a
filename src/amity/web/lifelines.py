"""Along time: the life cycle of an instrument as steps, and the posts of a person (or at an organisation) as reports told of them."""

from collections.abc import Iterable
from typing import Any, NamedTuple

LADDER = (
    "proposed", "negotiating", "agreed_to_sign", "signed", "approved", "in_effect", "amended", "renewed", "suspended", "superseded",
    "expired", "terminated",
)  # fmt: skip
"""Statuses of an instrument in the order in which one usually follows another."""
USUAL = ("proposed", "negotiating", "agreed_to_sign", "signed", "in_effect")
"""Statuses that are shown of each instrument, told or not: what no report tells is seen as well."""
Row = dict[str, Any]


class Step(NamedTuple):
    """A status in the life of an instrument: since when, by how many reports, and whether it is the one that holds now."""

    status: str
    date: str
    told: int
    now: bool


def steps(instrument: Row) -> list[Step]:
    """Return the life cycle of an instrument, as ``show`` tells it; a step that nobody told of has ``told`` 0."""
    history = [one for one in instrument.get("history", ()) if one.get("state") != "rejected"]
    now = instrument.get("status")
    known = {one["status"] for one in history} | {now} - {None, "unknown"}
    return [_step(status, history, now) for status in LADDER if status in known or status in USUAL]


def _step(status: str, history: list[Row], now: str | None) -> Step:
    mine = [one for one in history if one["status"] == status]
    days = sorted(one["date"] for one in mine if one.get("date"))
    return Step(status, days[0] if days else "", len(mine) or int(status == now), status == now)


class Tenure(NamedTuple):
    """A post of a person: reports told of it from ``first`` to ``last`` (days; before and after they say nothing)."""

    person: str
    title: str
    of: str
    first: str
    last: str
    reports: int


def tenures(posts: Iterable[Row]) -> list[Tenure]:
    """Return each post once, the one that was told of last first."""
    grouped: dict[tuple[str, str, str], list[str]] = {}
    for one in posts:
        grouped.setdefault((one["person"], one.get("title", ""), one.get("of", "")), []).append(one.get("told", ""))
    found = [Tenure(*key, min(filter(None, days), default=""), max(days), len(days)) for key, days in grouped.items()]
    return sorted(found, key=lambda one: (one.last, one.first, one.person, one.title), reverse=True)
