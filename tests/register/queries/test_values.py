"""Values of filters: a slip is told with what there is, and is never an empty list."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection

from amity.errors import UsageError
from amity.register import ids, open_register
from amity.register.queries.filters import Filters
from amity.register.queries.listing import LISTINGS
from amity.register.queries.pages import everything, page


@pytest.fixture(scope="module")
def connection(samples_file: Path) -> Iterator[Connection]:
    with open_register(samples_file) as register, register.reading() as opened:
        yield opened


@pytest.mark.parametrize(
    ("name", "filters", "said"),
    [
        ("documents", {"source": ("newspapr",)}, "no report of the register is by such a publisher; there are .*newspaper"),
        ("events", {"source": ("Lantern Post",)}, "there are business news agency"),
        ("events", {"sector": ("trade",)}, "reports give meetings no sector"),
        ("instruments", {"sector": ("trad",)}, "no such sector among instruments; there are .*trade"),
        ("actors", {"country": ("Vietnm",)}, "no such country among actors; there are .*VN"),
        ("events", {"start": "2024-13"}, "--from 2024-13: not a day, month or year"),
        ("events", {"end": "2024-02-30"}, "--to 2024-02-30: not a day, month or year"),
        ("commitments", {"status": ("opne",)}, "there are .*, open"),
        ("ties", {"kind": ("frendly_city",)}, "there are .*friendly_city"),
    ],
)
def test_a_slip_is_told_with_what_there_is(connection: Connection, name: str, filters: dict[str, Any], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        page(connection, LISTINGS[name], Filters(**filters))


def test_a_sector_that_nothing_has_is_no_slip(connection: Connection) -> None:
    assert page(connection, LISTINGS["instruments"], Filters(sector=("mining",))).total == 0


@pytest.mark.parametrize("told", ["VN", "vn", "Vietnam", "Viet Nam"])
def test_a_country_is_told_by_code_or_name(connection: Connection, told: str) -> None:
    found = page(connection, LISTINGS["actors"], Filters(country=(told,)))
    assert {row["country"] for row in everything(connection, LISTINGS["actors"], Filters(country=(told,)))} == {"VN"}
    assert found.total == page(connection, LISTINGS["actors"], Filters(country=("VN",))).total


@pytest.mark.parametrize(
    ("public", "said"), [("con-1", "decide about what it is of"), ("tie-1-2-bloc", "name its actors"), ("x-1", "no such id")]
)
def test_ids_that_lead_to_no_thing_say_what_they_are(connection: Connection, public: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        ids.find(connection, public)
