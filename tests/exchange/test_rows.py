"""Rows as JSON, CSV and tables; cards of single things."""

import csv
import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console, RenderableType

from amity.exchange.card import card, grounds, questions
from amity.exchange.listed import LAYOUTS, listed, short_id, source, span
from amity.exchange.rows import plain, to_csv, to_json, to_jsonl
from amity.register.queries.listing import LISTINGS

ROWS = [
    {"id": "act-1", "names": ["Linz", "Lentia"], "value": 1.5, "last": None},
    {"id": "act-2", "names": [], "value": 2e9, "last": "2024"},
]


def shown(*made: RenderableType) -> str:
    console = Console(width=120, record=True, file=io.StringIO())
    for one in made:
        console.print(one)
    return console.export_text()


def test_json_parses_back() -> None:
    assert json.loads("".join(to_json(ROWS))) == ROWS
    assert json.loads("".join(to_json([]))) == []
    assert [json.loads(line) for line in to_jsonl(ROWS)] == ROWS


def test_csv_joins_lists_and_leaves_out_nothing() -> None:
    first, second = csv.DictReader(to_csv(ROWS))
    assert first == {"id": "act-1", "names": "Linz; Lentia", "value": "1.5", "last": ""}
    assert second == {"id": "act-2", "names": "", "value": "2000000000", "last": "2024"}
    assert list(to_csv([])) == []


@given(st.lists(st.text(), min_size=1, max_size=4))
def test_csv_has_one_harmless_row_for_each(texts: list[str]) -> None:
    rows = [{"id": str(number), "text": text} for number, text in enumerate(texts)]
    lines = "".join(f"{line}\n" for line in to_csv(rows))
    found = list(csv.DictReader(io.StringIO(lines, newline="")))
    assert [row["id"] for row in found] == [row["id"] for row in rows]
    for row, text in zip(found, texts, strict=True):
        assert row["text"].removeprefix("'") == plain(text).removeprefix("'")
        assert not row["text"].startswith(("=", "@", "\t"))


def test_every_list_has_a_layout() -> None:
    assert LISTINGS.keys() <= LAYOUTS.keys()


def test_columns_that_say_nothing_are_left_out() -> None:
    row: dict[str, Any] = {"id": "ins-1", "label": "river accord", "kind": "mou", "status": "in_effect", "parties": ["Linz", "Tampere"]}
    same = shown(listed("instruments", [{**row, "sources": 1, "confidence": "high", "state": "unchecked"}]))
    assert "in effect" in same
    assert "Linz; Tampere" in same
    assert not [word for word in ("state", "sure", "reports", "signed", "period") if word in same]
    other = shown(listed("instruments", [{**row, "sources": 3, "confidence": "low", "state": "confirmed", "signed_on": "2024-05-02"}]))
    assert all(word in other for word in ("state", "sure", "reports", "signed", "confirmed", "low", "2024-05-02"))


def test_what_is_short_stays_whole() -> None:
    assert short_id({"id": f"sha256:{'a' * 64}"}) == f"sha256:{'a' * 12}"
    assert (span("2024", None), span("2024", "2024"), span("2024", "2025"), span(None, "2025")) == (
        "2024",
        "2024",
        "2024 to 2025",
        "to 2025",
    )
    assert source({"publisher": "gazette", "told": "2024-05-02", "path": "reports/x-1.txt"}) == "gazette, 2024-05-02 (x-1)"
    assert source({"path": "all.jsonl#7"}) == "7"


def test_events_say_what_is_not_usual() -> None:
    usual = {"id": "evt-1", "kind": "working_session", "status": "held", "mode": "in_person"}
    assert "working session\n" in f"{shown(listed('events', [usual])).rstrip()}\n"
    assert "working session (planned, online)" in shown(listed("events", [{**usual, "status": "planned", "mode": "online"}]))


def test_a_card_begins_with_its_name_and_tells_each_value_once() -> None:
    report = {"quote": "Linz will open a ferry.", "path": "a.txt", "start": 3, "end": 26, "confidence": "low"}
    told = {
        "id": "sta-4", "asked": "sta-9", "layer": "statements", "label": "open a ferry", "kind": "commitment", "force": 4,
        "state": "confirmed", "joint": False, "roles": {"by": [{"id": "act-1", "label": "Linz"}]}, "documents": 2, "sources": 1,
        "day": "2024-05-02", "first": "2024-05-02", "last": "2024-06-01", "all_reports": 70, "reports": [report],
    }  # fmt: skip
    text = shown(*card(told))
    assert text.startswith("sta-4  open a ferry\nsta-9 leads here since things were merged\n")
    assert "force: pledge" in text
    assert "state: confirmed" in text
    assert "by: Linz (act-1)" in text
    assert "told by: 2 reports, 2024-05-02 to 2024-06-01, 1 of them independent" in text
    assert "“Linz will open a ferry.” — a, characters 3 to 26, low" in text
    assert "… of 70 in all" in text
    assert "joint" not in text


def test_grounds_have_their_points() -> None:
    told = {"ids": ["evt-1", "evt-2"], "verdict": "in doubt", "score": 2.5, "sentences": ["One.", "Two."]}
    text = shown(*grounds({**told, "reasons": [{"name": "same day", "points": 3.0, "detail": "2024"}, {"name": "far", "points": -0.5}]}))
    lines = [line.rstrip() for line in text.splitlines()]
    assert lines == ["evt-1 and evt-2: in doubt, 2.5 points", "  “One.”", "  “Two.”", "+3  same day: 2024", "-0.5  far"]


def test_questions_show_both_sides_or_the_lost_words() -> None:
    pair = {"one": {"id": "act-1", "label": "Linz", "quote": "A"}, "other": {"id": "act-2", "label": "Lints", "quote": "B"}, "score": 1.5}
    lost = {"judgement": 12, "kind": "confirm", "quotes": ["Gone."], "by": "Ann"}
    followed = {**pair, "question": "in_progress?", "one": {"id": "sta-1", "label": "open a gate", "quote": "C"}}
    text = shown(*questions([pair, lost, followed]))
    assert "sta-1: in progress? (1.5 points)" in text
    assert "act-1 and act-2: same or different? (1.5 points)" in text
    assert "confirm 12 by Ann: " in text
    assert "“Gone.”" in text


@pytest.mark.parametrize("value", ["\x1b[2J", "\u202e", "\x00"])
def test_nothing_shown_steers_the_terminal(value: str) -> None:
    told = {"id": "act-1", "label": value, "names": [value], "reports": [{"quote": value, "path": value, "start": 0, "end": 1}]}
    assert value not in shown(*card(told), listed("actors", [{"id": "act-1", "label": value}]))
