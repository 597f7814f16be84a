"""Actors of very many reports: adding to their rows leaves what making them anew would."""

from typing import Any

import pytest
from sqlalchemy import select

from amity.register import Register, gathering, hubs, tables
from tests.register.pool import make

SHOWN = (tables.actors, tables.forms, tables.outlets, tables.counts)


def shown(register: Register) -> dict[str, list[Any]]:
    with register.reading() as connection:
        ids = {row.number: row.id for row in connection.execute(select(tables.things))}
        found = {}
        for table in SHOWN:
            rows = [dict(row._mapping) for row in connection.execute(select(table))]
            for row in rows:
                row.update({name: ids[row[name]] for name in ("thing", "number") if name in row})
            found[table.name] = sorted(map(str, rows))
    return found


@pytest.mark.parametrize("most", [1, 2, 4])
def test_rows_added_to_are_as_rows_made_anew(register: Register, monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    calls = []
    add = hubs.add
    monkeypatch.setattr(gathering, "MOST_TELLING", most)
    monkeypatch.setattr(hubs, "MOST_TELLING", most)
    monkeypatch.setattr("amity.register.growing.growth.add", lambda *given: (calls.append(given), add(*given)))
    register.add([make(number) for number in range(12)], reader="1", together=1)
    assert calls
    before = shown(register)
    register.rebuild()
    assert shown(register) == before
    assert register.check() == []
