"""What actors take part in, read the narrow way: the same as the lists tell."""

from typing import Any

import pytest
from sqlalchemy import select

from amity.register import Register
from amity.register.queries.filters import Filters
from amity.register.queries.listing import LISTINGS
from amity.register.queries.naming import actors_named
from amity.register.queries.pages import facets, page
from amity.register.queries.taking import by_sector, counted, latest
from amity.register.tables import actors

TAKEN = ("instruments", "statements", "commitments", "requests", "events", "mechanisms", "projects")
BUSY = 12
"""Actors that are looked at, the most reported of."""


def busy(register: Register) -> list[tuple[str, bool]]:
    """Return the ids of the busiest actors, and whether each is a person."""
    with register.reading() as connection:
        query = select(actors.c.id, actors.c.kind).order_by(actors.c.documents.desc(), actors.c.number).limit(BUSY)
        return [(row.id, row.kind == "person") for row in connection.execute(query)]


@pytest.mark.parametrize("name", TAKEN)
@pytest.mark.parametrize("limit", [1, 5, 200])
def test_the_latest_are_those_of_the_list(sample_register: Register, name: str, limit: int) -> None:
    with sample_register.reading() as connection:
        for public, person in busy(sample_register):
            filters = Filters(person=(public,)) if person else Filters(party=(public,))
            whole = page(connection, LISTINGS[name], filters, limit=limit)
            found = latest(connection, LISTINGS[name], actors_named(connection, public, persons=person), limit)
            assert (found.rows, found.total, found.more) == (whole.rows, whole.total, whole.more)


def test_sectors_are_those_of_the_facets(sample_register: Register) -> None:
    with sample_register.reading() as connection:
        for public, person in busy(sample_register):
            if not person:
                whole = facets(connection, LISTINGS["commitments"], Filters(party=(public,)))["sector"]
                meant = actors_named(connection, public, persons=False)
                assert by_sector(connection, LISTINGS["commitments"], meant, 5) == list(whole.items())[:5]


def test_what_was_rejected_is_neither_shown_nor_counted(register: Register, sample_readings: list[dict[str, Any]]) -> None:
    register.add(sample_readings[:8])
    with register.reading() as connection:
        public = next(public for public, person in busy(register) if not person)
        meant = actors_named(connection, public, persons=False)
        before = latest(connection, LISTINGS["statements"], meant, 200)
    gone = before.rows[0]["id"]
    register.judge("reject", [gone])
    with register.reading() as connection:
        after = latest(connection, LISTINGS["statements"], meant, 200)
    assert [row["id"] for row in after.rows] == [row["id"] for row in before.rows if row["id"] != gone]
    assert after.total == before.total - 1


def test_counting_stops_at_the_most_that_is_counted(sample_register: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("amity.register.queries.taking.MOST_COUNTED", 2)
    with sample_register.reading() as connection:
        everyone = set(connection.scalars(select(actors.c.number)))
        assert counted(connection, LISTINGS["events"], everyone) == 3
        found = latest(connection, LISTINGS["events"], everyone, 5)
        assert (found.total, found.more, len(found.rows)) == (2, True, 5)


def test_nobody_takes_part_in_nothing(sample_register: Register) -> None:
    with sample_register.reading() as connection:
        found = latest(connection, LISTINGS["events"], (), 5)
    assert (found.rows, found.total, found.more) == ([], 0, False)
