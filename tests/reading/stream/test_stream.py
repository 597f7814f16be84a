"""Streams in this process and in several: order, bounded memory, the time limit, triage, and processes that die."""

import os
from collections.abc import Iterator
from typing import Any

import pytest

from amity.errors import SetupError
from amity.reading.load import Failure, Loaded
from amity.reading.parser import DEFAULT_PIPELINE
from amity.reading.stream import Done, Plan, stream
from amity.reading.stream.processes import AHEAD
from tests.reading.stream.works import loaded, name, name_and_process, read, read_together, unshowable

SHORT = 0.2  # seconds of the limit that endless readings run into
MANY = 40  # documents: more than a batch for each process


def plan(made: Any = name, reader: Any = read, seconds: float | None = None) -> Plan[Any]:
    return Plan(DEFAULT_PIPELINE, made, reader, seconds, grace=0.1)


def shown(items: list[Loaded | Failure], jobs: int, **how: Any) -> list[str]:
    """Return each document's path, or its failure's reason."""
    outcomes = stream(items, plan(**how), jobs)
    return [outcome.result if isinstance(outcome, Done) else outcome.reason for outcome in outcomes]


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_outcomes_come_in_order(jobs: int) -> None:
    names = [f"{number}.txt" for number in range(MANY)]
    items: list[Loaded | Failure] = [loaded(name) for name in names]
    items[7] = Failure("7.txt", "not found")
    assert shown(items, jobs) == [*names[:7], "not found", *names[8:]]


@pytest.mark.parametrize("jobs", [1, 2])
def test_nothing_is_read_of_nothing(jobs: int) -> None:
    assert shown([], jobs) == []
    assert shown([Failure("a.txt", "not found")], jobs) == ["not found"]


def test_one_job_reads_in_this_process_and_two_in_others() -> None:
    items = [loaded(f"{number}.txt") for number in range(MANY)]
    by_one = {done.result[1] for done in stream(items, plan(name_and_process)) if isinstance(done, Done)}
    by_two = {done.result[1] for done in stream(items, plan(name_and_process), jobs=2) if isinstance(done, Done)}
    assert by_one == {os.getpid()}
    assert len(by_two) in (1, 2)
    assert os.getpid() not in by_two


@pytest.mark.parametrize(("jobs", "most"), [(1, 16), (2, 16 * (AHEAD * 2 + 1))])
def test_few_documents_are_held_at_once(jobs: int, most: int) -> None:
    taken = told = 0

    def items() -> Iterator[Loaded]:
        nonlocal taken
        for number in range(20 * 16):
            taken += 1
            assert taken - told <= most
            yield loaded(f"{number}.txt")

    for _ in stream(items(), plan(), jobs):
        told += 1
    assert told == taken == 20 * 16


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("reader", [read, read_together])
def test_a_document_beyond_the_limit_costs_no_other(jobs: int, reader: Any) -> None:
    items: list[Loaded | Failure] = [loaded("a.txt"), loaded("b.txt", "endless"), loaded("c.txt")]
    first, second, third = shown(items, jobs, reader=reader, seconds=SHORT)
    assert (first, third) == ("a.txt", "c.txt")
    assert second == "reading took longer than 0.2 s; split it, or allow more with --time-limit"


def test_compiled_code_that_does_not_return_is_ended_with_its_process() -> None:
    items: list[Loaded | Failure] = [loaded("a.txt"), loaded("b.txt", "deaf"), loaded("c.txt")]
    first, second, third = shown(items, 2, seconds=SHORT)
    assert (first, third) == ("a.txt", "c.txt")
    assert "took longer" in second


@pytest.mark.parametrize(
    ("happening", "reason"),
    [
        ("killed", "the process that read it was ended by signal 9, perhaps for want of memory; split it"),
        ("left", "the process that read it ended with exit code 3; split it"),
    ],
)
def test_a_process_that_dies_costs_only_its_document(happening: str, reason: str) -> None:
    items: list[Loaded | Failure] = [loaded("a.txt"), loaded("b.txt", happening), loaded("c.txt")]
    assert shown(items, 2) == ["a.txt", reason, "c.txt"]


def test_a_reading_that_cannot_be_shown_costs_no_other() -> None:
    items: list[Loaded | Failure] = [loaded("a.txt"), loaded("b.txt", "odd")]
    first, second = shown(items, 1, made=unshowable)
    assert (first, "KeyError in unshowable" in second) == ("a.txt", True)


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_pipeline_that_is_not_installed_ends_the_run(jobs: int) -> None:
    from amity.reading.pipeline import read_many

    with pytest.raises(SetupError, match="xx_none_sm is not installed"):
        list(stream([loaded("a.txt", "Talks on a memorandum of understanding.")], Plan("xx_none_sm", name, read_many), jobs))


def test_processes_end_with_the_iteration() -> None:
    outcomes = stream((loaded(f"{number}.txt") for number in range(MANY)), plan(name_and_process), jobs=2)
    first = next(outcomes)
    assert isinstance(first, Done)
    outcomes.close()  # type: ignore[attr-defined]
    with pytest.raises(ProcessLookupError):
        os.kill(first.result[1], 0)
