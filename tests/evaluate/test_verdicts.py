"""Whether a fact is right: matched as the scorer does, and true in what one relies on it for."""

from typing import Any

import pytest

from amity.evaluate.verdicts import verdicts

QUOTE = "Clara Brandt of Linz promised Istria to open a ferry line under a memorandum on tourism"
EVIDENCE = [{"start": 0, "end": len(QUOTE), "quote": QUOTE}]
ACTORS = [
    {"id": "a1", "kind": "person", "name": "Clara Brandt"},
    {"id": "a2", "kind": "municipality", "name": "Linz"},
    {"id": "a3", "kind": "province", "name": "Istria"},
    {"id": "a4", "kind": "municipality", "name": "Graz"},
]
GOLD: dict[str, Any] = {
    "people": [{"name": "Clara Brandt", "post": "Mayor", "of": "Linz"}],
    "actors": [{"name": "Linz", "kind": "municipality"}, {"name": "Istria", "kind": "province"}],
    "events": [{"type": "meeting", "status": "held", "date": "2024-05-14", "participants": ["Clara Brandt"], "sides": ["Linz", "Istria"]}],
    "instruments": [{"type": "mou", "status": "signed", "parties": ["Linz", "Istria"], "terms": ["memorandum on tourism"]}],
    "statements": [{"by": ["Linz"], "force": 4, "specificity": "action", "terms": ["open a ferry line"]}],
    "mechanisms": [{"terms": ["working group"]}],
    "projects": [{"terms": ["ferry line"]}],
    "indicators": [{"terms": ["ferry"], "value": 3}],
}


def _right(layer: str, item: dict[str, Any], gold: dict[str, Any] | None = None) -> list[tuple[str, bool]]:
    """Return kind and verdict of one fact of that layer beside the actors."""
    reading = {"actors": ACTORS, layer: [{"id": "x1", "evidence": EVIDENCE, **item}]}
    return [(one.kind, one.right) for one in verdicts({**GOLD, **(gold or {})}, reading) if one.layer == layer]


def test_actors_are_judged_by_name_and_kind() -> None:
    reading = {"actors": [*ACTORS, {"id": "a5", "kind": "person", "name": "Ivo Maric"}]}
    told = [(one.kind, one.at, one.right) for one in verdicts(GOLD, reading)]
    assert told == [("people", 0, True), ("people", 4, False), ("actors", 1, True), ("actors", 2, True), ("actors", 3, False)]
    wrong = {"actors": [{"id": "a1", "kind": "state", "name": "Istria"}]}
    assert [one.right for one in verdicts(GOLD, wrong)] == [False]


@pytest.mark.parametrize(
    ("person", "title", "of", "right"),
    [
        ("a1", "Mayor", "a2", True), ("a1", "Mayor", "a3", False), ("a1", "Governor", "a2", False), ("a1", "Mayor", None, False),
        ("a9", "Mayor", "a2", False),
    ],
)  # fmt: skip
def test_posts_are_judged_one_by_one(person: str, title: str, of: str | None, right: bool) -> None:
    assert _right("posts", {"person": person, "title": title, "of": of}) == [("posts", right)]


def test_a_post_of_a_person_without_one_is_wrong() -> None:
    told = {"people": [{"name": "Clara Brandt", "post": None, "of": None}]}
    assert _right("posts", {"person": "a1", "title": "Mayor", "of": "a2"}, told) == [("posts", False)]


@pytest.mark.parametrize(
    ("date", "status", "kind", "right"),
    [
        ("2024-05-14", "held", "meeting", True), ("2024-05-14", "held", "working_session", True), ("2024-05-15", "held", "meeting", False),
        (None, "held", "meeting", False), ("2024-05-14", "planned", "meeting", False), ("2024-05-14", "held", "signing", False),
    ],
)  # fmt: skip
def test_events_are_judged_by_date_and_status(date: str | None, status: str, kind: str, right: bool) -> None:
    told = {"type": kind, "status": status, "sides": ["a2", "a3"], "date": {"from": date, "to": date} if date else None}
    assert _right("events", told) == [("events", right)]


@pytest.mark.parametrize(("date", "right"), [(None, True), ("2024-05-14", False)])
def test_an_event_without_date_is_to_have_none(date: str | None, right: bool) -> None:
    gold = {"events": [{**GOLD["events"][0], "date": None}]}
    told = {"type": "meeting", "status": "held", "sides": ["a2", "a3"], "date": {"from": date, "to": date} if date else None}
    assert _right("events", told, gold) == [("events", right)]


@pytest.mark.parametrize(
    ("kind", "parties", "right"), [("mou", ["a2", "a3"], True), ("mou", ["a2"], False), ("treaty", ["a2", "a3"], False)]
)
def test_instruments_are_judged_by_type_and_parties(kind: str, parties: list[str], right: bool) -> None:
    assert _right("instruments", {"type": kind, "parties": parties}) == [("instruments", right)]


@pytest.mark.parametrize(
    ("by", "force", "right"),
    [(["a2"], 4, True), (["a2"], 5, True), (["a2"], 3, False), (["a2"], 2, False), (["a3"], 4, False), (["a2", "a3"], 4, False)],
)
def test_statements_are_judged_by_whom_and_by_the_class_of_their_force(by: list[str], force: int, right: bool) -> None:
    told = {"action": "to open a ferry line", "by": by, "force": force, "commitment": False}
    assert _right("statements", told) == [("statements", right)]


@pytest.mark.parametrize(("by", "level", "right"), [(["a2"], "action", True), (["a3"], "action", False), (["a2"], "sector", False)])
def test_commitments_are_judged_as_such(by: list[str], level: str, right: bool) -> None:
    gold = {"statements": [{**GOLD["statements"][0], "specificity": level}]}
    told = {"action": "to open a ferry line", "by": by, "force": 4, "commitment": True}
    assert _right("statements", told, gold) == [("commitments", right)]


def test_what_is_said_twice_is_right_once() -> None:
    said = {"action": "to open a ferry line", "by": ["a2"], "force": 4, "commitment": False, "evidence": EVIDENCE}
    reading = {"actors": ACTORS, "statements": [{"id": "s1", **said}, {"id": "s2", **said}]}
    assert sorted(one.right for one in verdicts(GOLD, reading) if one.kind == "statements") == [False, True]


@pytest.mark.parametrize(
    ("layer", "item", "right"),
    [
        ("mechanisms", {"name": "joint working group"}, True), ("mechanisms", {"name": "forum"}, False),
        ("projects", {"name": "new ferry line"}, True), ("projects", {"name": "bridge"}, False),
        ("indicators", {"value": 3.0}, True), ("indicators", {"value": 4.0}, False),
    ],
)  # fmt: skip
def test_the_others_are_judged_by_the_match(layer: str, item: dict[str, Any], right: bool) -> None:
    assert _right(layer, item) == [(layer, right)]


def test_every_fact_of_the_samples_has_one_verdict(sample_readings: list[dict[str, Any]], sample_gold: dict[str, dict[str, Any]]) -> None:
    layers = ("actors", "posts", "events", "instruments", "statements", "mechanisms", "projects", "indicators")
    for reading in sample_readings:
        gold = sample_gold[reading["document"]["path"].rsplit("/", 1)[1].removesuffix(".txt")]
        judged = sorted((one.layer, one.at) for one in verdicts(gold, reading))
        assert judged == sorted((layer, at) for layer in layers for at in range(len(reading[layer])))
