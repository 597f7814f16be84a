"""From the facts of one thing to its row."""

from typing import Any

import pytest

from amity.register.folding import FOLDS, Told, correct, exactest, vote


def told(fact: dict[str, Any], sure: int = 3, document: str = "a", day: str = "2024-05-02") -> Told:
    return Told(fact, sure, document, day)


@pytest.mark.parametrize(
    ("values", "winner"),
    [
        ([("mou", 3), ("treaty", 3), ("mou", 1)], "mou"),
        ([("mou", 1), ("treaty", 3)], "treaty"),
        ([("treaty", 3), ("mou", 3)], "mou"),
        ([(None, 3), ("", 3), ("mou", 1)], "mou"),
        ([], None),
    ],
)
def test_the_value_told_most_often_wins_then_the_surest(values: list[tuple[str | None, int]], winner: str | None) -> None:
    assert vote(values) == winner


def test_the_most_precise_date_counts() -> None:
    assert exactest([("2024", 3), ("2024-05", 3), ("2024-05-02", 1), ("2024", 3)]) == "2024-05-02"
    assert exactest([(None, 3)]) is None


def test_a_project_has_the_status_that_was_told_last() -> None:
    facts = [("planned", "2024-01-01"), ("completed", "2025-03-01"), ("unknown", "2025-04-01")]
    made = FOLDS["projects"]([told({"name": "Ban Vang crossing", "status": status}, day=day) for status, day in facts])
    assert made.columns["status"] == "completed"


@pytest.mark.parametrize(("force", "commitment", "kind"), [(5, True, "commitment"), (2, False, "request"), (3, False, "statement")])
def test_statements_are_commitments_requests_or_neither(force: int, commitment: bool, kind: str) -> None:
    fact = {
        "action": "open a garden", "force": force, "commitment": commitment, "specificity": "action", "joint": False,
        "conditional": False, "cue": None, "due": None, "sectors": ["culture"],
    }  # fmt: skip
    made = FOLDS["statements"]([told(fact)])
    assert (made.columns["kind"], made.sectors) == (kind, {"culture"})


def test_an_event_is_called_after_its_type_and_place() -> None:
    fact = {
        "type": "committee_session",
        "status": "held",
        "mode": "unknown",
        "date": None,
        "place": {"name": "Hue"},
        "within": ["VN/1/hue"],
    }
    made = FOLDS["events"]([told(fact)])
    assert made.columns["label"] == "committee session in Hue"
    assert made.places == {"VN/1/hue"}


def test_corrections_replace_what_was_told() -> None:
    assert correct("events", {"kind": "meeting", "day": "2024"}, {"type": "visit", "unknown": 1}) == {"kind": "visit", "day": "2024"}
