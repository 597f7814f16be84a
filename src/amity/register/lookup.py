"""Rows by many keys: one statement for however many there are, whose SQL is made once."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Delete, Row, Select, Table, delete, func, insert, select

from amity.register.sqlite import among

CACHED = 1000
"""Queries whose SQL is kept."""


BATCH = 500
"""Values of one statement that are not given as one list: databases limit its variables."""


def batches(values: Iterable[Any]) -> Iterator[list[Any]]:
    """Return values, sorted, in groups small enough for one statement."""
    ordered = sorted(values)
    for at in range(0, len(ordered), BATCH):
        yield ordered[at : at + BATCH]


@lru_cache(maxsize=CACHED)
def picked(*columns: Any) -> Select[Any]:
    """Return the query for some columns: one object for the same columns, so that its SQL is made once."""
    return select(*columns)


@lru_cache(maxsize=CACHED)
def _distinct(column: ColumnElement[Any]) -> Select[Any]:
    return select(column).distinct()


@lru_cache(maxsize=CACHED)
def _prepared(query: Select[Any], column: ColumnElement[Any]) -> Select[Any]:
    return query.where(among(column, "values"))


@lru_cache(maxsize=CACHED)
def _deleting(column: ColumnElement[Any], only: ColumnElement[bool] | None) -> Delete:
    gone = delete(column.table).where(among(column, "values"))
    return gone if only is None else gone.where(only)


def _listed(values: Iterable[Any]) -> dict[str, Any]:
    return {"values": msgspec.json.encode(sorted(values)).decode()}


def rows(connection: Connection, query: Select[Any], column: ColumnElement[Any], values: Iterable[Any], **bound: Any) -> list[Row[Any]]:
    """Return the rows of a query whose column is one of many values. Give the same query object each time."""
    wanted = set(values)
    return list(connection.execute(_prepared(query, column), {**_listed(wanted), **bound}).all()) if wanted else []


def column(connection: Connection, wanted: ColumnElement[Any], by: ColumnElement[Any], values: Iterable[Any]) -> set[Any]:
    """Return the values of one column where another is one of many values."""
    return {row[0] for row in rows(connection, _distinct(wanted), by, values)}


def remove(connection: Connection, by: ColumnElement[Any], values: Iterable[Any], only: ColumnElement[bool] | None = None) -> None:
    """Delete the rows whose column is one of many values, of these ``only`` such (the same condition object each time)."""
    if gone := set(values):
        connection.execute(_deleting(by, only), _listed(gone))


def numbered(connection: Connection, table: Table, rows_: Iterable[dict[str, Any]]) -> list[int]:
    """Insert rows; return the numbers that they were given, in their order."""
    last = connection.scalar(picked(func.max(table.c.number))) or 0
    if found := list(rows_):
        connection.execute(insert(table), found)
    return list(connection.scalars(picked(table.c.number).where(table.c.number > last).order_by(table.c.number)))
