"""Meetings of the sides with what came of them, mechanisms with their next session, and projects."""

from collections import defaultdict
from collections.abc import Collection
from typing import Any

from sqlalchemy import select

from amity.matching.days import apart
from amity.office.brief.asked import COMING, MEETINGS, PROJECTS, WAYS, Asked, base
from amity.office.brief.leads import TALKS
from amity.office.brief.model import Meeting, Party, Undertaking, Way
from amity.office.days import last_day
from amity.office.sessions import sessions
from amity.register.lookup import batches
from amity.register.tables import actors, documents, members, roles

NEWS_DAYS = 7
"""Days after an event within which a report of it tells what came of it; later ones mention it beside their own news."""
SIGNED_DAYS = 1
"""Days between an event and a signing that is its outcome."""
SPOT = (members.c.thing, members.c.document, members.c.start, members.c.end)
MOST_OUTCOMES = 3
MOST_PEOPLE = 4
"""Persons named of one meeting."""


def meetings(asked: Asked, promised: Collection[int], concluded: list[dict[str, Any]]) -> tuple[Meeting, ...]:
    """Return the coming meetings of both sides, the next first, then those held, the latest first, with what came of them."""
    rows = asked.known.rows("events", asked.things["events"])
    coming = sorted((row for row in rows if row["status"] == "planned" and _ahead(asked, row)), key=lambda row: row["begins"])
    held = [row for row in rows if row["status"] == "held" and (row["begins"] or "") <= asked.known.until]
    held.sort(key=lambda row: (row["begins"] or "", row["first"]), reverse=True)
    held = _with_talk(held)
    shown = [*coming[:COMING], *asked.kept("meetings", held, MEETINGS, asked.listing("events"))]
    numbers = [row["number"] for row in shown]
    told, beside = _news(asked, shown)
    cited, sides, persons = asked.known.cited(numbers), asked.known.parties(numbers, "side", "host", "visitor"), _persons(asked, numbers)
    return tuple(
        Meeting(
            **base(row, cited), kind=row["kind"], status=row["status"], mode=row["mode"] or "unknown", begins=row["begins"] or "",
            ends=row["ends"] or "", place=row["place"] or "", sides=_units(sides[row["number"]], persons[row["number"]]),
            people=persons[row["number"]][:MOST_PEOPLE], coming=row["status"] == "planned",
            outcome=_outcome(row, [one for one in concluded if one["number"] in told[row["number"]]], beside[row["number"]]),
            promises=len(told[row["number"]] & set(promised)),
        )
        for row in shown
    )  # fmt: skip


def _with_talk(held: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return events held, the last at which the sides talked among those that are shown."""
    talk = next((at for at, row in enumerate(held) if row["kind"] in TALKS and row["begins"]), 0)
    return held if talk < MEETINGS else [*held[: MEETINGS - 1], held[talk], *held[MEETINGS - 1 : talk], *held[talk + 1 :]]


def _ahead(asked: Asked, row: dict[str, Any]) -> bool:
    end = last_day(row["ends"] or row["begins"])
    return end is not None and end >= asked.known.day


def _units(sides: tuple[Party, ...], persons: tuple[Party, ...]) -> tuple[Party, ...]:
    return tuple(one for one in sides if one not in persons)


def _persons(asked: Asked, numbers: Collection[int]) -> dict[int, tuple[Party, ...]]:
    """Return the persons who take part in each event."""
    found: dict[int, tuple[Party, ...]] = dict.fromkeys(numbers, ())
    query = (
        select(roles.c.thing, roles.c.actor)
        .join(actors, actors.c.number == roles.c.actor)
        .where(roles.c.thing.in_(numbers), roles.c.role != "witness", actors.c.kind == "person")
        .distinct()
        .order_by(roles.c.thing, roles.c.actor)
    )
    taking = asked.known.connection.execute(query).all()
    asked.known.meet({actor for _, actor in taking})
    for thing, actor in taking:
        found[thing] += (asked.known.party(actor),)
    return found


def _news(asked: Asked, rows: list[dict[str, Any]]) -> tuple[dict[int, set[int]], dict[int, set[int]]]:
    """Return the things that reports printed soon after each event tell of, and those that they tell in the same sentence as the event."""
    begins = {row["number"]: row["begins"] for row in rows}
    reports: dict[int, list[Any]] = defaultdict(list)
    query = select(*SPOT, members.c.told).join(documents, documents.c.number == members.c.document)
    for row in asked.known.connection.execute(query.where(members.c.thing.in_(begins), asked.known.seen())):
        since = apart(begins[row.thing], row.told)
        if since is not None and begins[row.thing] <= row.told and since <= NEWS_DAYS:
            reports[row.document].append(row)
    told: dict[int, set[int]] = {number: set() for number in begins}
    beside: dict[int, set[int]] = {number: set() for number in begins}
    for some in batches(reports):
        for one in asked.known.connection.execute(select(*SPOT).where(members.c.document.in_(some))):
            for event in reports[one.document]:
                told[event.thing].add(one.thing)
                if one.start < event.end and event.start < one.end:
                    beside[event.thing].add(one.thing)
    return told, beside


def _outcome(row: dict[str, Any], concluded: list[dict[str, Any]], beside: Collection[int]) -> tuple[str, ...]:
    """Return the titles of the instruments signed at an event: those signed on its days, else told in the same sentence."""
    signed = [one["label"] for one in concluded if _signed_at(row, one["signed_on"], one["number"] in beside)]
    return tuple(dict.fromkeys(signed))[:MOST_OUTCOMES]


def _signed_at(row: dict[str, Any], signed_on: str | None, beside: bool) -> bool:
    """Tell whether an instrument was signed on the days of an event, or, where no report tells the day, in one sentence with it."""
    if not signed_on:
        return beside
    if (row["begins"] or "").startswith(signed_on):  # a month that holds the day
        return True
    days = [abs(days) for end in (row["begins"], row["ends"]) if (days := apart(end, signed_on)) is not None]
    return bool(days) and min(days) <= SIGNED_DAYS


def ways(asked: Asked) -> tuple[Way, ...]:
    """Return the mechanisms of both sides, the next session first."""
    known = asked.known
    found = sessions(known.connection, known.day, only=asked.things["mechanisms"])
    kept = [one for one in found if one.state in known.states]
    shown = asked.kept("ways", kept, WAYS, asked.listing("mechanisms"))
    asked.known.meet({member.number for one in shown for member in one.members})
    return tuple(
        Way(
            id=one.id, label=one.label, state=one.state, citations=tuple(map(asked.known.source, one.citations[-1:])),
            members=tuple(asked.known.party(member.number) for member in one.members), frequency=one.frequency or "", last=one.last,
            next=one.next, verdict=one.verdict, derived=one.derived, searched=one.searched,
        )
        for one in shown
    )  # fmt: skip


def projects(asked: Asked) -> tuple[Undertaking, ...]:
    """Return the projects at both sides, the latest reported first."""
    rows = asked.known.rows("projects", asked.things["projects"])
    rows.sort(key=lambda row: row["last"], reverse=True)
    shown = asked.kept("projects", rows, PROJECTS, asked.listing("projects"))
    numbers = [row["number"] for row in shown]
    cited, places = asked.known.cited(numbers), asked.known.parties(numbers, "place")
    return tuple(
        Undertaking(
            **base(row, cited),
            status=row["status"] or "unknown",
            places=places[row["number"]],
            amount=row["amount"] or "",
            told=row["last"],
        )
        for row in shown
    )
