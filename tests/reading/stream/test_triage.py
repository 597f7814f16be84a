"""Triage in a stream: which documents it decides about, and what becomes of those that it passes over."""

import pytest

from amity.reading.load import Failure
from amity.reading.parser import DEFAULT_PIPELINE
from amity.reading.stream import TRIAGE_FROM, Done, Outcome, Plan, stream, triage_start
from tests.reading.stream.works import loaded, name, read

ABOUT = "The mayors of Turku and Graz signed a memorandum of understanding on trams."
OTHER = "The striker scored two goals."


def unread(outcome: Outcome[str]) -> str | None:
    assert isinstance(outcome, Done)
    return outcome.unread


@pytest.mark.parametrize(
    ("mode", "expected", "start"),
    [
        ("on", None, 0),
        ("off", 5_000, None),
        ("auto", TRIAGE_FROM, TRIAGE_FROM),
        ("auto", TRIAGE_FROM + 1, 0),
        ("auto", None, TRIAGE_FROM),
    ],
)
def test_where_triage_begins(mode: str, expected: int | None, start: int | None) -> None:
    assert triage_start(mode, expected) == start  # type: ignore[arg-type]


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_is_passed_over_is_kept_unread_in_its_place(jobs: int) -> None:
    items = [loaded("a.txt", OTHER), loaded("b.txt", ABOUT), loaded("c.txt", OTHER)]
    outcomes = list(stream(items, Plan(DEFAULT_PIPELINE, name, read), jobs, triage_from=0))
    assert [outcome.result for outcome in outcomes if isinstance(outcome, Done)] == ["a.txt", "b.txt", "c.txt"]
    first, second, third = map(unread, outcomes)
    assert first == third == "triage: -2 of 5 points (elsewhere: goals, striker)"
    assert second is not None
    assert second.startswith("test: ")


def test_triage_begins_at_its_number_whatever_cannot_be_read() -> None:
    items = [Failure("0.txt", "not found"), loaded("a.txt", OTHER), loaded("b.txt", OTHER), loaded("c.txt", OTHER)]
    outcomes = list(stream(items, Plan(DEFAULT_PIPELINE, name, read), triage_from=2))
    assert [str(unread(outcome)).partition(":")[0] for outcome in outcomes[1:]] == ["test", "test", "triage"]
