"""Scores: counts by layer, slots, errors, negatives and the contract's problems."""

from typing import Any

import pytest

from amity.errors import UsageError
from amity.evaluate import Score, evaluate, load_gold
from amity.evaluate.gate import below
from amity.evaluate.invariants import problems

TEXT = "Mayor Aino Laine of Tampere pledged to open a tram line to Linz by 2030."


def _evidence(quote: str = TEXT) -> list[dict[str, Any]]:
    start = TEXT.index(quote)
    return [{"start": start, "end": start + len(quote), "quote": quote}]


def _gold() -> dict[str, Any]:
    return {
        "doc": "one",
        "people": [{"name": "Aino Laine", "post": "Mayor", "of": "Tampere"}],
        "actors": [{"name": "Tampere", "kind": "municipality", "country": "FI"}, {"name": "Linz", "kind": "municipality", "country": "AT"}],
        "events": [],
        "instruments": [],
        "statements": [
            {
                "by": ["Tampere"],
                "speaker": "Aino Laine",
                "to": ["Linz"],
                "force": 4,
                "specificity": "measurable",
                "terms": ["tram line"],
                "sectors": ["transport"],
            }
        ],
        "mechanisms": [],
        "projects": [{"terms": ["tram line"], "status": "planned"}],
        "indicators": [],
    }


def _reading() -> dict[str, Any]:
    return {
        "document": {"path": "folder/one.txt"},
        "text": TEXT,
        "actors": [
            {"id": "a1", "kind": "person", "name": "Aino Laine", "mentions": [[6, 16]]},
            {"id": "a2", "kind": "municipality", "name": "Tampere", "country": "FI"},
            {"id": "a3", "kind": "municipality", "name": "Linz", "country": "DE"},
        ],
        "posts": [{"person": "a1", "title": "Mayor", "of": "a2", "evidence": _evidence()}],
        "statements": [
            {
                "id": "s1",
                "by": ["a2"],
                "speaker": "a1",
                "to": ["a3"],
                "force": 4,
                "specificity": "measurable",
                "commitment": True,
                "action": "open a tram line to Linz by 2030",
                "sectors": ["transport"],
                "evidence": _evidence(),
            }
        ],
        "projects": [{"id": "p1", "name": "tram line to Linz", "status": "planned", "places": [], "evidence": _evidence()}],
    }


@pytest.fixture
def score() -> Score:
    return evaluate({"one": _gold()}, [_reading()])


def test_layers_count_pairs(score: Score) -> None:
    assert {name: layer.f1 for name, layer in score.layers.items()} == dict.fromkeys(score.layers, 1.0)


def test_slots_are_judged_for_pairs(score: Score) -> None:
    assert score.layers["people"].accuracy("post") == 1.0
    assert score.layers["actors"].accuracy("country") == 0.5
    assert score.layers["statements"].accuracy("speaker") == 1.0
    assert score.layers["events"].accuracy("date") is None


def test_errors_stand_beside_their_sentence(score: Score) -> None:
    (error,) = score.errors
    assert (error.layer, error.what, error.report) == ("actors", "slot country", "one")
    reading = _reading()
    reading["statements"] = []
    missed = [e for e in evaluate({"one": _gold()}, [reading]).errors if e.layer == "statements"]
    assert [(e.what, e.sentence) for e in missed] == [("missed", TEXT)]


def test_a_commitment_needs_the_right_debtor() -> None:
    reading = _reading()
    reading["statements"][0]["by"] = ["a2", "a3"]
    layers = evaluate({"one": _gold()}, [reading]).layers
    assert (layers["statements"].f1, layers["commitments"].f1) == (1.0, 0.0)
    assert layers["statements"].accuracy("by") == 0.0


def test_a_missing_reading_is_told_and_counts_as_empty() -> None:
    score = evaluate({"one": _gold()}, [])
    assert score.missing == ["one"]
    assert score.layers["people"].recall == 0.0


def test_reports_about_something_else_are_counted() -> None:
    gold = {key: [] if isinstance(value, list) else value for key, value in _gold().items()}
    quiet = {"document": {"path": "one.txt"}, "text": "", "actors": []}
    assert (evaluate({"one": gold}, [quiet]).left_empty, evaluate({"one": gold}, [_reading()]).left_empty) == (1, 0)


def test_a_kept_contract_has_no_problems() -> None:
    assert problems(_reading()) == []


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"evidence": []}, "no evidence"),
        ({"evidence": [{"start": 0, "end": 5, "quote": "Major"}]}, "quote differs"),
        ({"by": ["a9"]}, "unknown id a9"),
        ({"speaker": "a9"}, "unknown id a9"),
        ({"action": "build a bridge"}, "action outside its evidence"),
        ({"commitment": False}, "commitment differs"),
    ],
)
def test_broken_contracts_are_told(change: dict[str, Any], problem: str) -> None:
    reading = _reading()
    reading["statements"][0].update(change)
    assert any(problem in told for told in problems(reading))


def test_mentions_stay_inside_the_text() -> None:
    reading = _reading()
    reading["actors"][0]["mentions"] = [[60, 9000]]
    assert problems(reading) == ["actors: a1 has a mention outside the text"]


def test_the_gate_names_each_figure_below_its_floor(score: Score) -> None:
    assert below(score, {"people": {"f1": 0.9}}) == []
    assert below(score, {"actors": {"f1": 0.9, "country": 0.9}}) == ["actors country: 0.500 is below the floor of 0.900"]
    with pytest.raises(UsageError, match="no layer pople"):
        below(score, {"pople": {"f1": 0.9}})


def test_gold_folders_are_checked(tmp_path: Any) -> None:
    with pytest.raises(UsageError, match="no gold files"):
        load_gold(tmp_path)
    (tmp_path / "one.json").write_text("{", encoding="utf-8")
    with pytest.raises(UsageError, match="not valid JSON"):
        load_gold(tmp_path)
