"""`amity schema`, `amity explain` and `amity evaluate`."""

import json
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from amity.cli import main

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "tests" / "gold"


@pytest.fixture
def amity(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Any:
    def run(*words: object) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["amity", *map(str, words)])
        with pytest.raises(SystemExit) as exit_:
            main()
        captured = capsys.readouterr()
        return int(exit_.value.code or 0), captured.out, captured.err

    return run


def test_schema_describes_the_contract(amity: Any) -> None:
    code, out, _ = amity("schema")
    described = json.loads(out)
    assert code == 0
    assert set(described["$defs"]) >= {"Reading", "Actor", "Event", "Instrument", "Statement"}
    fields = described["$defs"]["Instrument"]["properties"]
    assert {"from", "to", "signed_on", "concluded"} <= set(fields)


def test_explain_shows_each_sentence_with_its_rules(amity: Any, tmp_path: Path) -> None:
    report = tmp_path / "one.txt"
    report.write_text("Mayor Aino Laine of Tampere pledged to open a tram line to Linz.\n\nThe bakery was shut.", encoding="utf-8")
    code, out, _ = amity("explain", report)
    assert code == 0
    assert "Mayor Aino Laine of Tampere pledged" in out
    assert "rule " in out
    assert "statement" in out
    assert "The bakery was shut." in out


def test_explain_tells_the_doubts_about_each_fact(amity: Any, tmp_path: Path) -> None:
    report = tmp_path / "one.txt"
    report.write_text("Mayor Aino Laine of Tampere met her colleague from Linz. They hoped to open a tram line.", encoding="utf-8")
    lines = [line for line in amity("explain", report)[1].splitlines() if line.strip().startswith("statement ")]
    assert lines and all("confidence: " in line and "; doubts: " in line and "not by name" in line for line in lines)


def test_evaluate_prints_layers_and_errors(amity: Any, tmp_path: Path) -> None:
    gold = tmp_path / "gold"
    gold.mkdir()
    (gold / "mk-05.json").write_text((GOLD / "tuned" / "mk-05.json").read_text(encoding="utf-8"), encoding="utf-8")
    report = ROOT / "src" / "amity" / "samples" / "reports" / "mk-05.txt"
    code, out, _ = amity("evaluate", gold, report)
    assert code == 0
    assert all(layer in out for layer in ("people", "actors", "events", "instruments", "statements", "indicators"))
    floors = tmp_path / "floors.toml"
    floors.write_text("[people]\nf1 = 1.01\n", encoding="utf-8")
    code, _, err = amity("evaluate", gold, report, "--floors", floors)
    assert (code, "below the floor" in err) == (1, True)


def test_evaluate_refuses_a_folder_without_gold(amity: Any, tmp_path: Path) -> None:
    code, _, err = amity("evaluate", tmp_path)
    assert (code, "no gold files" in err) == (2, True)


def test_help_has_examples(amity: Any) -> None:
    for command in ("read", "evaluate"):
        _, out, _ = amity(command, "--help")
        assert "Examples" in out


def test_the_page_of_commands_names_every_command() -> None:
    from typer.main import get_command

    from amity.cli import app

    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    named = set(re.findall(r"\bamity ([a-z]+)", page))
    commands = set(get_command(app).commands)  # type: ignore[attr-defined]
    assert len(commands) > 40
    assert commands - named == set()
