"""A register of the bundled samples: one account of many reports."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from amity.errors import UsageError
from amity.register import Register, open_register


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory, sample_readings: list[dict[str, Any]]) -> Iterator[Register]:
    path: Path = tmp_path_factory.mktemp("register") / "samples.db"
    with open_register(path) as opened:
        opened.add(sample_readings)
        yield opened


def test_the_same_bytes_are_added_once(samples: Register, sample_readings: list[dict[str, Any]]) -> None:
    before = samples.dump()
    assert samples.add(sample_readings) == []
    assert samples.dump() == before


def test_every_fact_is_in_one_thing(samples: Register, sample_readings: list[dict[str, Any]]) -> None:
    dumped = samples.dump()
    for layer in ("actors", "events", "instruments", "mechanisms", "projects"):
        told = sorted([one["document"]["id"], fact["id"]] for one in sample_readings for fact in one[layer])
        assert sorted(member for thing in dumped[layer] for member in thing["members"]) == told


def test_commitments_and_requests_hold_the_statements(samples: Register, sample_readings: list[dict[str, Any]]) -> None:
    held = {tuple(member) for thing in samples.dump()["commitments"] for member in thing["members"]}
    for one in sample_readings:
        for fact in one["statements"]:
            if fact["commitment"]:
                assert (one["document"]["id"], fact["id"]) in held


def test_rebuilding_changes_nothing(samples: Register) -> None:
    before = samples.dump()
    samples.rebuild()
    assert samples.dump() == before


def test_an_undone_merge_gives_the_other_id_back(samples: Register) -> None:
    before = samples.dump()
    one, other = [thing["id"] for thing in before["events"] if len(thing["members"]) == 1][:2]
    merged = samples.judge("merge", [one, other], by="Ann")
    ids = {thing["id"] for thing in samples.dump()["events"]}
    assert (one in ids, other in ids) == (True, False)
    samples.undo(merged.number, by="Ann")
    assert samples.dump() == before


def test_undoing_what_is_no_judgement_is_refused(samples: Register) -> None:
    with pytest.raises(UsageError, match="undo 1: the log has no judgement"):
        samples.undo(1)


def test_an_unknown_id_is_named(samples: Register) -> None:
    with pytest.raises(UsageError, match="evt-99999: the register has no such id"):
        samples.judge("confirm", ["evt-99999"])
