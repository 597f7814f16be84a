"""The ledger of two sides: what one asked, what the other answered, and what came of what was promised, in both directions."""

import json
from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Any, Literal, NamedTuple

import msgspec
from sqlalchemy import Connection, Row, select

from amity.office.citations import Citation, citations
from amity.office.days import day
from amity.office.home import Whose, home
from amity.office.parts import Named, taking_part
from amity.office.searched import Library, Searched
from amity.office.seen import there
from amity.office.sides import Side, statements_between, two_sides
from amity.office.standing import Followed, followed
from amity.register import lookup
from amity.register.queries.filters import known
from amity.register.queries.listing import CHECKED, LISTINGS
from amity.register.sqlite import among
from amity.register.tables import answers, sectors, statements


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
    both = two_sides(connection, one, other, exact=exact)
    if sector:
        known(connection, LISTINGS["statements"], "sector", sector)
    until = day(as_of).isoformat()
    said = _said(connection, both, until, sector, checked_only)
    return _made(connection, both, _Said(said, *_heads(connection, said, until)), until, home_names)


def latest(connection: Connection, one: str, other: str, most: int) -> tuple[Ledger, int]:
    """Return the ledger of today with its latest turns alone (0: all), and how many there are: what a page shows, however much was said."""
    both, until = two_sides(connection, one, other), day(None).isoformat()
    said = _said(connection, both, until, (), False)
    heads, replies = _heads(connection, said, until)
    return _made(connection, both, _Said(said, heads[: most or None], replies), until, ()), len(heads)


class _Said(NamedTuple):
    """The asks and promises of two sides, in few columns; those with which turns begin, the latest first; and what answers each ask."""

    rows: dict[int, Row[Any]]
    heads: list[int]
    replies: dict[int, list[int]]


def _heads(connection: Connection, rows: dict[int, Row[Any]], until: str) -> tuple[list[int], dict[int, list[int]]]:
    """Return the asks, and the promises that answer none, the latest first; and the answers to each ask."""
    replies = _replies(connection, [number for number, row in rows.items() if row.kind == "request"], until)
    answered = {reply for found in replies.values() for reply in found}
    heads = [row for row in rows.values() if row.kind == "request" or (row.commitment and row.number not in answered)]
    return [row.number for row in sorted(heads, key=lambda row: (row.day, row.id), reverse=True)], replies


def _made(connection: Connection, both: tuple[Side, Side], said: _Said, until: str, home_names: Sequence[str]) -> Ledger:
    first, second = both
    library = Library(connection, until)
    ours = _ours(first, second, home(connection, home_names))
    return Ledger(
        one=Named(first.id, first.label, first.own), other=Named(second.id, second.label, second.own), ours=ours, as_of=until,
        searched=library.after(), turns=tuple(_turns(connection, said, both, library, until, ours)),
    )  # fmt: skip


def _ours(first: Side, second: Side, we: Collection[int]) -> Literal[0, 1, 2]:
    """Return which side is "we": the one that is ours itself; a state that ours lies in speaks for itself."""
    own = first.own in we, second.own in we
    return 1 if own == (True, False) else 2 if own == (False, True) else 0


def _said(connection: Connection, both: tuple[Side, Side], until: str, sector: Sequence[str], checked: bool) -> dict[int, Row[Any]]:
    """Return the asks and promises of the two sides to each other, in as few columns as tell which turns there are."""
    numbers = {*statements_between(connection, *both), *statements_between(connection, *reversed(both))}
    shown = [statements.c[name] for name in ("number", "id", "kind", "day", "commitment", "last")]
    query = select(*shown).where(among(statements.c.number, "numbers"), statements.c.state != "rejected", statements.c.force > 0)
    query = query.where(*there(statements, until))
    if sector:
        query = query.where(statements.c.number.in_(select(sectors.c.thing).where(sectors.c.sector.in_(sector))))
    if checked:
        query = query.where(statements.c.state.in_(CHECKED))
    return {row.number: row for row in connection.execute(query, {"numbers": json.dumps(sorted(numbers))})}


def _turns(connection: Connection, said: _Said, both: tuple[Side, Side], library: Library, until: str, ours: int) -> list[Turn]:
    first, second = both
    replies = said.replies
    told = _statements(connection, {*said.heads, *(reply for number in said.heads for reply in replies.get(number, ()))}, until)
    came = followed(connection, told, until)
    names = {0: f"{first.label} and {second.label}", 1: first.label, 2: second.label}
    turns = []
    for number in said.heads:
        asks = said.rows[number].kind == "request"
        side = _speaker(told[number], first, second)
        follow = [one for reply in (replies.get(number, []) if asks else [number]) for one in came.get(reply, [])]
        turns.append(
            Turn(
                asker=names[side], whose=_whose(side, ours), ask=told[number] if asks else None,
                answers=tuple(told[reply] for reply in replies.get(number, [])) if asks else (told[number],), came=tuple(follow),
                status=follow[-1].status if follow else "", searched=None if follow else library.after(said.rows[number].last),
            )
        )  # fmt: skip
    return turns


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
    for some in lookup.batches(asks):
        query = (
            select(answers.c.ask, answers.c.reply)
            .join(statements, statements.c.number == answers.c.reply)
            .where(answers.c.ask.in_(some), *there(statements, until), statements.c.state != "rejected")
            .order_by(statements.c.day, statements.c.number)
        )
        for ask, reply in connection.execute(query):
            found[ask].append(reply)
    return found


def _statements(connection: Connection, numbers: Collection[int], until: str) -> dict[int, Said]:
    rows = {row.number: row for row in lookup.rows(connection, lookup.picked(statements), statements.c.number, numbers)}
    by, to = taking_part(connection, rows, ("by",)), taking_part(connection, rows, ("to",))
    cited = citations(connection, rows, until=until)
    return {
        number: Said(
            id=row.id, label=row.label, force=row.force, day=row.day, commitment=row.commitment, due=row.due or "", by=tuple(by[number]),
            to=tuple(to[number]), state=row.state, confidence=row.confidence, citation=cited[number][0] if cited[number] else None,
        )
        for number, row in rows.items()
    }  # fmt: skip
