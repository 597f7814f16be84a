"""Names and words of others that would steer a terminal, a spreadsheet or a query show as what they are."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from amity.register import open_register
from tests.cli.conftest import Amity

NAMES = [
    "[bold red]Linz[/bold red]",
    "=HYPERLINK(\"https://example.org\")",
    "@SUM(1+1)",
    "+1 Society",
    "-2 Society",
    "Lin\x1b[2Jz",
    "Linz\u202egnp",
    "Linz\r\nTampere",
    "Linz; DROP TABLE things;--",
    "Linz \" OR 1=1",
    "Łódź 'n' \u200bTampere",
    "[/]",
    "%_ Linz",
    "a" * 400,
]  # fmt: skip


def reading(number: int, name: str) -> dict[str, Any]:
    """Return a reading of one report that names one organisation."""
    text = f"{name} wrote."
    document = {"id": f"sha256:{number:064x}", "path": f"{name[:40]}.txt", "title": name, "publisher": name, "published": "2024-05-02"}
    actor = {"id": "a1", "kind": "ngo", "name": name, "mentions": [[0, len(name)]], "confidence": "high"}
    return {"document": document, "text": text, "actors": [actor]}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hostile") / "hostile.db"
    with open_register(path) as register:
        register.add([reading(number, name) for number, name in enumerate(NAMES, start=1)])
    return path


def unseen(text: str) -> set[str]:
    return {character for character in text if character in "\x1b\r\u202e\x00\u200b"}


def test_names_are_kept_as_they_are(amity: Amity, hostile: Path) -> None:
    rows = amity("actors", "--format", "jsonl", "--register", hostile).lines
    assert {row["label"] for row in rows} == set(NAMES)


@pytest.mark.parametrize("words", ["actors", "documents", "log", "search linz", "review", "actors --facets"])
def test_tables_steer_no_terminal(amity: Amity, hostile: Path, words: str) -> None:
    done = amity(*words.split(), "--register", hostile)
    assert done.code == 0
    assert unseen(done.out + done.err) == set()


def test_markup_is_only_text(amity: Amity, hostile: Path) -> None:
    shown = amity("actors", "--register", hostile).out
    assert "[bold red]Linz[/bold red]" in shown
    assert "Lin\\x1b[2Jz" in shown
    assert "[/]" in shown


def test_every_hostile_name_can_be_shown_and_asked_for(amity: Amity, hostile: Path) -> None:
    for row in amity("actors", "--format", "jsonl", "--register", hostile).lines:
        shown = amity("show", row["id"], "--register", hostile)
        assert (shown.code, unseen(shown.out)) == (0, set())
        found = amity("statements", "--party", row["label"], "--format", "jsonl", "--register", hostile)
        assert found.code in (0, 2)
        assert found.err.count("\n") <= 1
        assert "Traceback" not in found.err


def test_no_value_of_csv_runs_as_a_formula(amity: Amity, hostile: Path) -> None:
    for name in ("actors", "documents"):
        for row in csv.DictReader(io.StringIO(amity(name, "--format", "csv", "--register", hostile).out)):
            assert not [value for value in row.values() if value.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_csv_has_a_row_for_each_thing(amity: Amity, hostile: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(amity("actors", "--format", "csv", "--register", hostile).out)))
    assert len(rows) == len(NAMES)
    assert json.loads(amity("actors", "--format", "json", "--register", hostile).out)[0].keys() == rows[0].keys()


def test_notes_and_authors_are_only_text(amity: Amity, own: Path) -> None:
    amity("confirm", "act-1", "--by", "[red]Ann\x1b[2J", "--note", "=1+1 [/]")
    (last, *_) = amity("log", "--format", "jsonl").lines
    assert (last["by"], last["note"]) == ("[red]Ann\x1b[2J", "=1+1 [/]")
    shown = amity("log", "--limit", 1).out
    assert "[red]Ann\\x1b[2J" in shown
    assert "=1+1 [/]" in shown
    assert unseen(amity("show", "act-1").out) == set()


@pytest.mark.parametrize("value", ["\x1b[2J", "a\nb", "[red]x[/red]", "'; DROP TABLE log;--", "\u202e"])
@pytest.mark.parametrize("option", ["--party", "--place", "--kind", "--after", "--from", "--state", "--sort"])
def test_hostile_values_of_filters_are_refused_in_one_line(amity: Amity, option: str, value: str) -> None:
    done = amity("events", option, value)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert unseen(done.err) == set()
