"""What a request asks for: the register, and the filters, order and place of a list."""

from collections.abc import Iterator
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import Depends, Request
from sqlalchemy import Connection

from amity.errors import UsageError
from amity.register.queries.filters import Filters

NAMES = {"from": "start", "to": "end"}
"""Names of filters in addresses that are others in Python."""
SINGLE = frozenset({"start", "end", "force", "confidence"})
"""Filters that take one value; of the others several may be given, by the same name again."""
MOST = 100
"""Filters of one address; more make no sense to anyone, and a query that the database refuses."""
NO = ("0", "false", "no", "off")
Query = list[tuple[str, str]]


def connected(request: Request) -> Iterator[Connection]:
    """Give a connection that sees one state of the register throughout the request."""
    with request.app.state.register.reading() as connection:
        yield connection


Connected = Annotated[Connection, Depends(connected)]


def filters(request: Request) -> Filters:
    """Return the filters in an address; what is left empty narrows nothing."""
    given: dict[str, Any] = {}
    if len(request.query_params.multi_items()) > MOST:
        raise UsageError(f"{request.url.path}: {len(request.query_params.multi_items())} filters at once; give {MOST} at most")
    for name, value in request.query_params.multi_items():
        field = NAMES.get(name, name)
        if not value.strip() or field not in Filters.__struct_fields__:
            continue
        if field == "checked_only":
            given[field] = value.strip().lower() not in NO
            continue
        given[field] = value.strip() if field in SINGLE else (*given.get(field, ()), value.strip())
    return Filters(**given)


def asked(request: Request, *leaving: str) -> Query:
    """Return the parts of an address that are filled in, without those of some names."""
    return [(name, value) for name, value in request.query_params.multi_items() if value.strip() and name not in leaving]


def address(path: str, query: Query) -> str:
    """Return an address on this server."""
    return f"{path}?{urlencode(query)}" if query else path
