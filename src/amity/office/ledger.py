"""The ledger of two sides: what one asked, what the other answered, and what came of what was promised, in both directions."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Any, Literal

import msgspec
from sqlalchemy import Connection, Row, select

from amity.office.citations import Citation, citations, in_chunks
from amity.office.days import day
from amity.office.home import home
from amity.office.parts import Named, taking_part
from amity.office.searched import Library, Searched
from amity.office.seen import there
from amity.office.sides import Side, statements_between, two_sides
from amity.office.standing import CHECKED, Followed, followed
from amity.register.queries.filters import known
from amity.register.queries.listing import LISTINGS
from amity.register.tables import answers, sectors, statements

Whose = Literal["we", "they", "both", ""]


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """A statement: who said it to whom, what, how strongly, when it was reported, with its words."""

    id: str
    label: str
    force: int
    day: str
    commitment: bool
    due: str = ""
    by: tuple[Named, ...] = ()
    to: tuple[Named, ...] = ()
    state: str = "unchecked"
    confidence: int = 0
    citation: Citation | None = None


class Turn(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the ledger: what ``asker`` asked (None: promised without having been asked), the answers, what came of them.

    ``asker`` and ``whose`` (we or they, where home is one of the sides) tell who asked, of a promise without an ask who promised.
    ``searched`` says what was searched for an answer, or for a word of what came of it, where there is none.
    """

    asker: str
    whose: Whose = ""
    ask: Said | None = None
    answers: tuple[Said, ...] = ()
    came: tuple[Followed, ...] = ()
    status: str = ""
    searched: Searched | None = None


class Ledger(msgspec.Struct, frozen=True, kw_only=True):
    """The ledger of two sides, the latest first; ``ours`` says which of them (1 or 2) is "we", 0 for none."""

    one: Named
    other: Named
    ours: Literal[0, 1, 2]
    as_of: str
    searched: Searched
    turns: tuple[Turn, ...]


def ledger(
    connection: Connection,
    one: str,
    other: str,
    *,
    sector: Sequence[str] = (),
    home_names: Sequence[str] = (),
    as_of: str | None = None,
    exact: bool = False,
    checked_only: bool = False,
) -> Ledger:
    """Return who asked what of whom, who answered, and what came of it, as reported by a day.

    Promises that answer no ask stand as turns of their own. Raises UsageError for a name that means no party, or several.
    """
    first, second = two_sides(connection, one, other, exact=exact)
    if sector:
        known(connection, LISTINGS["statements"], "sector", sector)
    until = day(as_of).isoformat()
    rows = _said(connection, (first, second), until, sector, checked_only)
    library = Library(connection, until)
    ours = _ours(first, second, home(connection, home_names))
    turns = _turns(connection, rows, first, second, library, until, ours)
    return Ledger(
        one=Named(first.id, first.label, first.own), other=Named(second.id, second.label, second.own), ours=ours, as_of=until,
        searched=library.after(), turns=tuple(turns),
    )  # fmt: skip


def _ours(first: Side, second: Side, we: Collection[int]) -> Literal[0, 1, 2]:
    """Return which side is "we": the one that is ours itself; a state that ours lies in speaks for itself."""
    own = first.own in we, second.own in we
    return 1 if own == (True, False) else 2 if own == (False, True) else 0


def _said(connection: Connection, both: tuple[Side, Side], until: str, sector: Sequence[str], checked: bool) -> dict[int, Row[Any]]:
    """Return the asks and promises of the two sides to each other."""
    numbers = {*statements_between(connection, *both), *statements_between(connection, *reversed(both))}
    found: dict[int, Row[Any]] = {}
    for some in in_chunks(numbers):
        query = select(statements).where(
            statements.c.number.in_(some), *there(statements, until), statements.c.state != "rejected", statements.c.force > 0
        )
        if sector:
            query = query.where(statements.c.number.in_(select(sectors.c.thing).where(sectors.c.sector.in_(sector))))
        if checked:
            query = query.where(statements.c.state.in_(CHECKED))
        found |= {row.number: row for row in connection.execute(query)}
    return found


def _turns(
    connection: Connection, rows: dict[int, Row[Any]], first: Side, second: Side, library: Library, until: str, ours: int
) -> list[Turn]:
    replies = _replies(connection, [number for number, row in rows.items() if row.kind == "request"], until)
    answered = {reply for found in replies.values() for reply in found}
    told = _statements(connection, rows | _more(connection, answered - rows.keys()), until)
    came = followed(connection, told, until)
    names = {0: f"{first.label} and {second.label}", 1: first.label, 2: second.label}
    turns = []
    for number, row in rows.items():
        asks, promise = row.kind == "request", row.commitment and number not in answered
        if not asks and not promise:
            continue
        side = _speaker(told[number], first, second)
        follow = [one for reply in (replies.get(number, []) if asks else [number]) for one in came.get(reply, [])]
        turns.append(
            Turn(
                asker=names[side], whose=_whose(side, ours), ask=told[number] if asks else None,
                answers=tuple(told[reply] for reply in replies.get(number, [])) if asks else (told[number],), came=tuple(follow),
                status=follow[-1].status if follow else "", searched=None if follow else library.after(row.last),
            )
        )  # fmt: skip
    return sorted(turns, key=_latest, reverse=True)


def _latest(turn: Turn) -> tuple[str, str]:
    said = turn.ask or turn.answers[0]
    return said.day, said.id


def _speaker(said: Said, first: Side, second: Side) -> Literal[0, 1, 2]:
    """Return which side speaks, 0 for both together."""
    own = [any(one.number in side.numbers for one in said.by) for side in (first, second)]
    return 0 if all(own) else 1 if own[0] else 2


def _whose(speaker: int, ours: int) -> Whose:
    """Return whether "we" speak; "" where neither side is ours."""
    if not ours:
        return ""
    return "both" if not speaker else "we" if speaker == ours else "they"


def _replies(connection: Connection, asks: Collection[int], until: str) -> dict[int, list[int]]:
    """Return the statements that answer each ask, as reported by a day."""
    found: dict[int, list[int]] = defaultdict(list)
    for some in in_chunks(asks):
        query = (
            select(answers.c.ask, answers.c.reply)
            .join(statements, statements.c.number == answers.c.reply)
            .where(answers.c.ask.in_(some), *there(statements, until), statements.c.state != "rejected")
            .order_by(statements.c.day, statements.c.number)
        )
        for ask, reply in connection.execute(query):
            found[ask].append(reply)
    return found


def _more(connection: Connection, numbers: Collection[int]) -> dict[int, Row[Any]]:
    found = dict[int, Row[Any]]()
    for some in in_chunks(numbers):
        found |= {row.number: row for row in connection.execute(select(statements).where(statements.c.number.in_(some)))}
    return found


def _statements(connection: Connection, rows: dict[int, Row[Any]], until: str) -> dict[int, Said]:
    by, to = taking_part(connection, rows, ("by",)), taking_part(connection, rows, ("to",))
    cited = citations(connection, rows, until=until)
    return {
        number: Said(
            id=row.id, label=row.label, force=row.force, day=row.day, commitment=row.commitment, due=row.due or "", by=tuple(by[number]),
            to=tuple(to[number]), state=row.state, confidence=row.confidence, citation=cited[number][0] if cited[number] else None,
        )
        for number, row in rows.items()
    }  # fmt: skip
