"""The register's bench on a handful of reports: what it adds, asks and tells."""

from itertools import islice
from pathlib import Path

import pytest

from amity.register import open_register
from bench import register as bench
from bench.register_queries import questions
from bench.register_reports import reports

FEW = 12


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench, "TIMED", 4)
    monkeypatch.setattr(bench, "TOGETHER", 5)


@pytest.mark.usefixtures("few")
def test_each_size_is_measured(tmp_path: Path) -> None:
    found = list(bench.measure(tmp_path / "bench.db", [6, FEW]))
    assert [one.size for one in found] == [6, FEW]
    for one in found:
        assert 0 < one.middle <= one.slow
        assert one.pairs >= 0 and one.bytes > 1000 and one.memory > 0
        assert set(one.asked) == {"search", "list", "show", "pair"}
        assert bench.told(one).split()[0] == str(one.size)
    with open_register(tmp_path / "bench.db") as register:
        assert len(register.dump()["documents"]) == FEW


def test_questions_are_the_same_for_a_seed_and_find_something(tmp_path: Path) -> None:
    made = [one.reading for one in islice(reports(seed=2, actors=60), FEW)]
    with open_register(tmp_path / "one.db") as register:
        register.add(made)
        with register.reading() as connection:
            asked, again = questions(connection, 1, 5), questions(connection, 1, 5)
            answers = {kind: [one(connection) for one in ones] for kind, ones in asked.items()}
            assert answers == {kind: [one(connection) for one in ones] for kind, ones in again.items()}
    assert all(len(ones) == 5 for ones in answers.values())
    assert all(answers["search"])
    assert all(told["reports"] for told in answers["show"])
    assert all(events.rows for _, events in answers["pair"])


def test_sizes_are_read_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIZES", "2000,1000")
    assert bench.sizes() == [1000, 2000]
    monkeypatch.delenv("SIZES")
    assert bench.sizes() == [1000, 10_000, 100_000]


@pytest.mark.parametrize(("asked", "reason"), [("many", "whole numbers"), ("", "whole numbers"), ("200,1000", "above 200")])
def test_sizes_that_are_none_are_refused(monkeypatch: pytest.MonkeyPatch, asked: str, reason: str) -> None:
    monkeypatch.setenv("SIZES", asked)
    with pytest.raises(SystemExit, match=reason):
        bench.sizes()


def test_the_slowest_of_twenty_is_left_out() -> None:
    assert bench.slowest([0.001] * 19 + [1.0]) == 1.0
    assert bench.slowest([0.5]) == 500.0


@pytest.mark.parametrize(("middle", "asked", "memory", "missed"), [(14.0, 49.0, 1.4, 0), (16.0, 49.0, 1.4, 1), (20.0, 51.0, 1.6, 3)])
def test_goals_are_told_as_reached_or_missed(middle: float, asked: float, memory: float, missed: int) -> None:
    small = bench.Measured(1000, 5.0, 10.0, 12.0, 3.0, 4000.0, 0.2, {"search": 1.0})
    large = bench.Measured(100_000, 5.0, middle, 12.0, 3.0, 4000.0, memory, {"search": asked})
    assert sum(line.startswith("MISSED") for line in bench.verdicts([small, large])) == missed
