"""Judgements that make no sense are refused, with the way out, and nothing is written."""

from typing import Any

import pytest

from amity.errors import UsageError
from amity.register import Register


def _ids(register: Register) -> dict[str, list[str]]:
    told = register.dump()
    kinds = {"actor": "actors", "event": "events", "instrument": "instruments", "commitment": "commitments", "request": "requests"}
    return {name: [one["id"] for one in told[layer]] for name, layer in kinds.items()}


REFUSED: list[tuple[str, tuple[str, ...], str | None, Any, str]] = [
    ("merge", ("actor", "event"), None, None, "different kinds"),
    ("merge", ("actor",), None, None, "two ids or more"),
    ("split", ("event", "instrument"), None, None, "different kinds"),
    ("correct", ("instrument",), "colour", "red", "there are title, type"),
    ("correct", ("instrument",), "type", "poem", "letter_of_intent"),
    ("correct", ("instrument",), "signed_on", "yesterday", "2024-11-07"),
    ("correct", ("instrument",), "signed_on", "2024-13-01", "2024-11-07"),
    ("correct", ("event",), "status", "done", "planned"),
    ("correct", ("commitment",), "force", "9", "from 0 to 6"),
    ("assess", ("commitment",), None, "great", "fulfilled"),
    ("assess", ("event",), None, "fulfilled", "only commitments"),
    ("assess", ("request",), None, "fulfilled", "no commitment"),
]


@pytest.mark.parametrize(("kind", "subjects", "field", "value", "says"), REFUSED)
def test_what_makes_no_sense_is_refused(
    sample_register: Register, kind: Any, subjects: tuple[str, ...], field: str | None, value: Any, says: str
) -> None:
    ids = _ids(sample_register)
    before = sample_register.dump()
    with pytest.raises(UsageError, match=says):
        sample_register.judge(kind, [ids[name][0] for name in subjects], field=field, value=value)
    assert sample_register.dump() == before


def test_unknown_ids_are_named(sample_register: Register) -> None:
    with pytest.raises(UsageError, match="act-99999: the register has no such id"):
        sample_register.judge("confirm", ["act-99999"])


@pytest.mark.parametrize(
    ("name", "field", "value", "kept"),
    [("instrument", "type", "mou", "mou"), ("instrument", "signed_on", "2024-11", "2024-11"), ("commitment", "force", "5", 5)],
)
def test_what_makes_sense_is_kept(sample_register: Register, name: str, field: str, value: str, kept: Any) -> None:
    made = sample_register.judge("correct", [_ids(sample_register)[name][0]], field=field, value=value)
    assert made.value == kept
    sample_register.undo(made.number)
