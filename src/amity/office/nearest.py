"""Things whose date comes or is over, those nearest to a day first: no more is read than is asked for."""

from collections.abc import Callable, Collection, Iterator
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Column, ColumnElement, Connection, Row, Select, String, literal_column

from amity.office.days import last_day
from amity.register.tables.things import by_last_day

FEWEST = 50
"""Rows of one step at least: those that do not count are left out after it."""
Counting = Callable[[Collection[int]], Collection[int]]
"""Returns those of some things, by number, that count."""
Rows = dict[int, Row[Any]]


class Turn(NamedTuple):
    """A date of a layer's things, and whether days to come and days that are over are wanted."""

    column: Column[Any]
    ahead: bool
    over: bool


def near(connection: Connection, query: Select[Any], turn: Turn, today: date, until: date, most: int | None, counting: Counting) -> Rows:
    """Return the rows of a query on a layer's table whose date is up to a day, by number; ``most`` leaves those nearest to today.

    A month or year counts as its last day.
    """
    day: ColumnElement[str] = literal_column(by_last_day(f"{turn.column.table.name}.{turn.column.name}"), String)
    told = query.where(turn.column.is_not(None), day <= f"{until.isoformat()[:7]}-31")
    found: Rows = {}
    if turn.ahead:
        found |= _first(connection, told.where(day >= today.isoformat()).order_by(day, "id"), turn, until, most, counting)
    if turn.over:
        found |= _first(connection, told.where(day < today.isoformat()).order_by(day.desc(), "id"), turn, until, most, counting)
    if most is None or len(found) <= most:
        return found
    return dict(sorted(found.items(), key=lambda one: _away(one[1], turn, today))[:most])


def _first(connection: Connection, query: Select[Any], turn: Turn, until: date, most: int | None, counting: Counting) -> Rows:
    """Return the rows that count, the first so many of them, read step by step."""
    found: Rows = {}
    for rows in _steps(connection, query, None if most is None else max(most, FEWEST)):
        told = {row.number: row for row in rows if (on := last_day(row._mapping[turn.column])) and on <= until}
        known = counting(told)
        found |= {number: row for number, row in told.items() if number in known}
        if most is not None and len(found) >= most:
            break
    return found


def _steps(connection: Connection, query: Select[Any], size: int | None) -> Iterator[list[Row[Any]]]:
    at, rows = 0, list(connection.execute(query.limit(size)))
    yield rows
    while size is not None and len(rows) == size:
        at += size
        rows = list(connection.execute(query.limit(size).offset(at)))
        yield rows


def _away(row: Row[Any], turn: Turn, today: date) -> int:
    on = last_day(row._mapping[turn.column])
    return abs((on - today).days) if on else 0
