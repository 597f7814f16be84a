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
@pytest.mark.parametrize("together", [1, 3, 6])
def test_rows_added_to_are_as_rows_made_anew(register: Register, monkeypatch: pytest.MonkeyPatch, most: int, together: int) -> None:
    calls: list[int] = []
    add = hubs.Hubs.add
    monkeypatch.setattr(gathering, "MOST_TELLING", most)
    monkeypatch.setattr(hubs, "MOST_TELLING", most)
    monkeypatch.setattr(hubs.Hubs, "add", lambda self, tally: (calls.extend(self.numbers), add(self, tally)))
    readings = sorted((make(number) for number in range(24)), key=lambda one: one.document.published or "")
    register.add(readings, reader="1", together=together)
    assert calls
    before = shown(register)
    register.rebuild()
    assert shown(register) == before
    assert register.check() == []
