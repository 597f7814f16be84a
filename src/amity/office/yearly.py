"""The figures of a yearly report: what each counts, and how its records are found."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Literal

import msgspec
from sqlalchemy import ColumnElement, Connection, Row, Table, and_, or_, select

from amity.office.citations import DOCUMENT, Citation, citation_of, citations
from amity.office.days import first_day, last_day
from amity.office.delegations import delegations
from amity.office.home import Whose
from amity.office.kept import kept
from amity.office.narrowing import of_ours
from amity.office.parts import Named, taking_part
from amity.office.seen import there
from amity.office.standing import ENDED, Change, changes, followed, status_on, successors
from amity.office.words import term
from amity.register.queries.derived import HOLDING
from amity.register.queries.filters import LARGEST
from amity.register.queries.listing import CHECKED
from amity.register.tables import assessments, documents, history, instruments, roles, statements, tie_history, ties

KEPT = ("fulfilled", "partly")
"""What counts as implemented."""
How = Literal["", "period_over", "day_of_report"]


class Year(msgspec.Struct, frozen=True):
    """What a report is of: who is "we", the year's first and last day, and the day of asking."""

    ours: frozenset[int]
    first: date
    last: date
    until: str
    checked_only: bool = False

    def holds(self, on: date | None) -> bool:
        """Tell whether a day lies in the year."""
        return on is not None and self.first <= on <= self.last


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """A thing behind a figure.

    ``day`` is what brings it into the year, as told, ``derived`` that no report says so in words, ``how`` for what reason then. ``status``
    is that of the time, ``until`` the end of its period, ``whose`` promise it is, ``by`` who assessed it; ``more`` are the ids of what
    belongs to it. ``entered`` says that a person's entry tells of it, ``reported`` that a report does.
    """

    id: str
    label: str
    kind: str
    day: str
    others: tuple[Named, ...] = ()
    derived: bool = False
    how: How = ""
    status: str = ""
    until: str = ""
    whose: Whose = ""
    by: str = ""
    self_reported: bool = False
    more: tuple[str, ...] = ()
    state: str = "unchecked"
    entered: bool = False
    reported: bool = False
    citations: tuple[Citation, ...] = ()

    @property
    def checked(self) -> bool:
        """Whether a person has confirmed, corrected or entered it."""
        return self.state in CHECKED


Counting = Callable[[Connection, Year], list[Record]]


class Counted(msgspec.Struct, frozen=True):
    """How a figure is made: its key, title and definition, and what finds its records."""

    key: str
    title: str
    definition: str
    found: Counting


def others(parties: Sequence[Named], ours: Collection[int]) -> tuple[Named, ...]:
    """Return the parties that are not ours."""
    return tuple(one for one in parties if one.number not in ours)


def _things(connection: Connection, table: Table, of: Year, *conditions: Any) -> dict[int, Row[Any]]:
    """Return the rows of things that home takes part in, as reported by the day of asking."""
    own = of_ours(of.ours).where(roles.c.layer == table.name)
    query = select(table).where(table.c.number.in_(own), *there(table, of.until), table.c.state != "rejected", *conditions)
    return {row.number: row for row in connection.execute(query)}


def record(row: Row[Any], on: str, parties: Sequence[Named], cited: Sequence[Citation], of: Year, **more: Any) -> Record:
    """Return a thing as a record of the report."""
    return Record(
        id=row.id, label=row.label, kind=row.kind, day=on, others=others(parties, of.ours), state=row.state,
        entered=any(one.entered for one in cited), reported=any(not one.entered for one in cited), citations=tuple(cited), **more,
    )  # fmt: skip


Found = Iterator[tuple[int, str, dict[str, Any]]]
"""Numbers of things, the day that brings each into the year, and what else its record says."""


def _instruments(
    connection: Connection,
    of: Year,
    chosen: Callable[[Mapping[int, Row[Any]], Mapping[int, list[Change]]], Found],
    *conditions: ColumnElement[bool],
) -> list[Record]:
    """Return those records that are ``chosen`` among the instruments that may be: the conditions are what each of them meets."""
    rows = _things(connection, instruments, of, *conditions)
    found = list(chosen(rows, changes(connection, rows, of.until)))
    numbers = [number for number, _, _ in found]
    who, cited = taking_part(connection, numbers, ("party",)), citations(connection, numbers, until=of.until)
    return [record(rows[number], on, who[number], cited[number], of, **more) for number, on, more in found]


def signed(connection: Connection, of: Year) -> list[Record]:
    """Return the instruments that were signed in the year."""

    def chosen(rows: Mapping[int, Row[Any]], told: Mapping[int, list[Change]]) -> Found:
        for number, row in rows.items():
            told_in = next((one.told for one in told[number] if one.status == "signed"), None) if row.concluded else None
            on = row.signed_on or told_in
            if of.holds(last_day(on)) and of.holds(first_day(on)):
                yield number, on or "", {} if row.signed_on else {"derived": True, "how": "day_of_report"}

    reported = and_(instruments.c.concluded, _in_year(instruments.c.first, of, up_to=True), instruments.c.last >= f"{of.first.year:04}")
    return _instruments(connection, of, chosen, or_(_in_year(instruments.c.signed_on, of), instruments.c.signed_on.is_(None) & reported))


def _in_year(column: ColumnElement[Any], of: Year, *, up_to: bool = False) -> ColumnElement[bool]:
    """Return the condition that a date, however exact, is of the year, or of it or an earlier one."""
    until = column < f"{of.first.year:04}{LARGEST}"
    return until if up_to else and_(column >= f"{of.first.year:04}", until)


def _was(*statuses: str) -> ColumnElement[bool]:
    """Return the condition that an instrument's life-cycle has one of these statuses."""
    return select(history.c.thing).where(history.c.thing == instruments.c.number, history.c.status.in_(statuses)).exists()


def in_force(connection: Connection, of: Year) -> list[Record]:
    """Return the instruments that held on the last day of the year, or on the day of asking where that is earlier."""
    on = min(of.last, date.fromisoformat(of.until))
    running = (
        or_(instruments.c.ends.is_(None), instruments.c.ends >= f"{on.year:04}"),
        or_(instruments.c.status.in_(HOLDING), _was(*HOLDING)),
    )
    everything = _things(connection, instruments, of, *running)
    status = status_on(connection, everything, of.until)
    later = successors(connection, everything, min(of.until, on.isoformat()), ("renews", "supersedes", "follows_intent"))

    def chosen(rows: Mapping[int, Row[Any]], told: Mapping[int, list[Change]]) -> Found:
        for number, row in rows.items():
            begun = _begun(row, told[number])
            over = last_day(row.ends)
            known = [one for one in told[number] if (day := first_day(one.date or one.told)) is None or day <= on]
            now = status[number] if row.corrections.get("status") else known[-1].status if known else "unknown"
            if now in HOLDING and not later.get(number) and (begun is None or begun <= on) and (over is None or over >= on):
                since = row.signed_on or row.begins or (known[0].date if known else None) or row.first
                yield number, since, {"status": now, "until": row.ends or ""}

    return _instruments(connection, of, chosen, *running)


def _begun(row: Row[Any], told: Sequence[Change]) -> date | None:
    return first_day(row.signed_on or row.begins) or min((day for one in told if (day := first_day(one.date or one.told))), default=None)


def ended(connection: Connection, of: Year) -> list[Record]:
    """Return the instruments that a report says to have ended in the year, or whose period was over in it."""

    def chosen(rows: Mapping[int, Row[Any]], told: Mapping[int, list[Change]]) -> Found:
        for number, row in rows.items():
            said = next((one for one in told[number] if one.status in ENDED and of.holds(first_day(one.date or one.told))), None)
            over = last_day(row.ends)
            if said:
                yield number, said.date or said.told, {"status": said.status}
            elif of.holds(over) and over is not None and over.isoformat() < of.until and not _ended_before(told[number], of):
                yield number, row.ends, {"derived": True, "how": "period_over"}

    return _instruments(connection, of, chosen, or_(_in_year(instruments.c.ends, of), _was(*ENDED)))


def _ended_before(told: Sequence[Change], of: Year) -> bool:
    return any(one.status in ENDED and (day := first_day(one.date or one.told)) and day < of.first for one in told)


def implemented(connection: Connection, of: Year) -> list[Record]:
    """Return the commitments by or to home that a report or a person says were kept, in whole or in part, in the year."""
    when = or_(assessments.c.as_of.is_(None), _in_year(assessments.c.as_of, of))
    done = select(assessments.c.thing).where(assessments.c.thing == statements.c.number, assessments.c.status.in_(KEPT), when)
    rows = _things(connection, statements, of, statements.c.commitment.is_(True), done.exists())
    told = followed(connection, rows, of.until)
    found = {number: one for number, ones in told.items() if (one := _kept(ones, of))}
    who = taking_part(connection, found, ("by", "to"))
    cited = citations(connection, found, until=of.until)
    return [
        record(rows[number], one.as_of or one.told, who[number], [*cited[number], *_said(one)], of, **_graded(one))
        for number, one in found.items()
    ]


def _kept(told: Sequence[Any], of: Year) -> Any:
    """Return the first word in the year that a promise was kept, or kept in part."""
    return next((one for one in told if one.status in KEPT and of.holds(first_day(one.as_of or one.told))), None)


def _said(one: Any) -> list[Citation]:
    if not one.document:
        return []
    return [
        Citation(
            document=one.document, path=one.path, start=one.start, end=one.end, quote=one.quote, day=one.told, publisher=one.publisher,
            url=one.url,
        )
    ]  # fmt: skip


def _graded(one: Any) -> dict[str, Any]:
    return {"status": one.status, "by": "" if one.by == "machine" else one.by, "self_reported": one.self_reported}


def promised(connection: Connection, of: Year) -> list[Record]:
    """Return the commitments by or to home that were first reported in the year."""
    rows = _things(connection, statements, of, statements.c.commitment.is_(True), statements.c.first.like(f"{of.first.year:04}%"))
    by, who = taking_part(connection, rows, ("by",)), taking_part(connection, rows, ("by", "to"))
    cited = citations(connection, rows, until=of.until)
    return [record(row, row.first, who[number], cited[number], of, whose=_whose(by[number], of.ours)) for number, row in rows.items()]


def _whose(by: Sequence[Named], ours: Collection[int]) -> Whose:
    own = [one.number in ours for one in by]
    return "we" if own and all(own) else "both" if any(own) else "they"


def visits(into: bool) -> Callable[[Connection, Year], list[Record]]:
    """Return what finds the delegations of the year that came in, or went out."""

    def found(connection: Connection, of: Year) -> list[Record]:
        key = ("delegations", of.ours, of.first, of.last, of.until)  # both ways are found at once
        both = kept(connection, key, lambda: delegations(connection, of.ours, of.first, of.last, of.until))
        return [record(one.row, one.day, one.parties, one.citations, of, more=one.more) for one in both if one.into is into]

    return found


def new_ties(connection: Connection, of: Year) -> list[Record]:
    """Return the ties that were established in the year."""
    query = (
        select(ties, tie_history.c.date, tie_history.c.quote, *DOCUMENT)
        .join(tie_history, tie_history.c.tie == ties.c.number)
        .join(documents, documents.c.number == tie_history.c.document)
        .where(or_(ties.c.one.in_(of.ours), ties.c.other.in_(of.ours)), tie_history.c.stage == "established")
        .where(documents.c.told <= of.until, ties.c.state != "rejected")
        .order_by(ties.c.number, tie_history.c.place)
    )  # fmt: skip
    first = dict[int, Row[Any]]()
    for row in connection.execute(query):
        first.setdefault(row.number, row)
    return [_tie(row, of) for row in first.values() if of.holds(first_day(row.date)) and of.holds(last_day(row.date))]


def _tie(row: Row[Any], of: Year) -> Record:
    told = citation_of(row)
    names = ((row.one, row.one_name), (row.other, row.other_name))
    foreign = tuple(Named("", name, number) for number, name in names if number not in of.ours)
    return Record(
        id=row.id, label=f"{row.one_name} – {row.other_name}", kind=row.kind, day=row.date, others=foreign, entered=told.entered,
        reported=not told.entered, citations=(told,),
    )  # fmt: skip


FIGURES = (
    Counted(
        "signed",
        term("Signed"),
        term(
            "instruments of ours signed in the year; one that a report brings as news without its day counts by the day of the "
            "report (derived)"
        ),
        signed,
    ),
    Counted(
        "in_force",
        term("In force"),
        term(
            "instruments of ours that were signed, approved, in effect, amended or renewed, and that by the end of the year (or the day of "
            "asking) no report calls ended or suspended, no other follows, and whose period is not over"
        ),
        in_force,
    ),
    Counted(
        "ended",
        term("Ended"),
        term(
            "instruments of ours that a report says expired, were terminated or superseded in the year, or whose period was over in it "
            "(derived)"
        ),
        ended,
    ),
    Counted(
        "implemented",
        term("Implemented"),
        term(
            "promises by us or to us of which a report or a person says, as of a day of the year, that they were kept, in whole or in part"
        ),
        implemented,
    ),
    Counted("promised", term("Promised"), term("promises by us, by them or by both that were first reported in the year"), promised),
    Counted(
        "delegations_in",
        term("Delegations in"),
        term(
            "events held in the year to which another side came to us, as visitor or by the place; those with one side on the same or the "
            "next day are one delegation"
        ),
        visits(True),
    ),
    Counted(
        "delegations_out",
        term("Delegations out"),
        term(
            "events held in the year to which we travelled, as visitor or by the place; those with one side or in one place on the same or "
            "the next day are one delegation"
        ),
        visits(False),
    ),
    Counted("new_ties", term("New ties"), term("ties of ours that became established in the year, as the reports date it"), new_ties),
)
"""The figures in the order of the report."""
