"""`amity read` as a user meets it: results on stdout, messages on stderr, exit codes 0, 1 and 2."""

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from amity.cli import main
from amity.evaluate.invariants import problems
from amity.samples import SAMPLES

REPORT = """Tampere, Linz sign memorandum

TAMPERE, June 3 -- Mayor Aino Laine of Tampere and Mayor Karl Huber of Linz signed a memorandum of understanding on Tuesday.

Huber said Linz will open a tram line together with Tampere.
"""


def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *words: str) -> tuple[int, str, str]:
    """Run the command line in this process; return exit code, stdout and stderr."""
    monkeypatch.setattr(sys, "argv", ["amity", *words])
    with pytest.raises(SystemExit) as exit_:
        main()
    captured = capsys.readouterr()
    return int(exit_.value.code or 0), captured.out, captured.err


@pytest.fixture
def amity(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Any:
    return lambda *words: run(capsys, monkeypatch, *map(str, words))


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "tampere.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def test_json_keeps_the_contract(amity: Any, report: Path) -> None:
    code, out, err = amity("read", "--format", "json", "--published", "2025-06-04", report)
    reading = json.loads(out)
    assert (code, err) == (0, "")
    assert reading["schema"] == "amity/reading/1"
    assert reading["document"]["path"] == str(report)
    assert reading["document"]["published"] == "2025-06-04"
    assert problems(reading) == []
    assert {a["name"] for a in reading["actors"]} >= {"Aino Laine", "Karl Huber", "Tampere", "Linz"}


def test_the_same_bytes_give_the_same_bytes(amity: Any, report: Path) -> None:
    assert amity("read", "--format", "json", report) == amity("read", "--format", "json", report)


def test_the_table_names_people_events_and_instruments(amity: Any, report: Path) -> None:
    code, out, _ = amity("read", "--published", "2025-06-04", report)
    assert code == 0
    for shown in ("People and posts", "Aino Laine", "Mayor", "Instruments", "mou, signed"):
        assert shown in out


def test_a_report_about_something_else_says_so(amity: Any, tmp_path: Path) -> None:
    quiet = tmp_path / "quiet.txt"
    quiet.write_text("The bakery on the corner sold out of rye bread before noon.", encoding="utf-8")
    code, out, _ = amity("read", quiet)
    assert (code, out.strip()) == (0, "Nothing for the register was found.")


def test_a_folder_is_read_in_order(amity: Any, tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", ".hidden"):
        (tmp_path / name).write_text(REPORT, encoding="utf-8")
    _, out, _ = amity("read", "--format", "json", tmp_path)
    assert [Path(json.loads(line)["document"]["path"]).name for line in out.splitlines()] == ["a.txt", "b.txt"]


def test_json_lines_and_metadata(amity: Any, tmp_path: Path) -> None:
    table = tmp_path / "reports.jsonl"
    table.write_text("\n".join([json.dumps({"id": "x1", "text": REPORT}), json.dumps({"text": REPORT})]), encoding="utf-8")
    known = tmp_path / "known.csv"
    known.write_text("id,published,publisher\nx1,2025-06-04,Linz Herald\n", encoding="utf-8")
    _, out, _ = amity("read", "--format", "json", "--metadata", known, table)
    first, second = (json.loads(line)["document"] for line in out.splitlines())
    assert (first["path"], first["published"], first["publisher"]) == (f"{table}#x1", "2025-06-04", "Linz Herald")
    assert (second["path"], second["published"]) == (f"{table}#2", None)


def test_standard_input(amity: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(REPORT.encode())))
    code, out, _ = amity("read", "--format", "json", "-")
    assert (code, json.loads(out)["document"]["path"]) == (0, "-")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "the file is empty"),
        (b" \n ", "the file is empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a binary file"),
        (b"Caf\xe9 in Linz", "not valid UTF-8 at byte 3"),
    ],
)
def test_what_cannot_be_read_is_one_line_and_the_rest_is_read(amity: Any, report: Path, content: bytes, reason: str) -> None:
    bad = report.with_name("bad.txt")
    bad.write_bytes(content)
    code, out, err = amity("read", "--format", "json", bad, report)
    assert (code, len(out.splitlines())) == (1, 1)
    (line,) = err.splitlines()
    assert str(bad) in line
    assert reason in line


def test_a_broken_json_line_is_named_by_its_number(amity: Any, tmp_path: Path) -> None:
    table = tmp_path / "reports.jsonl"
    table.write_text(json.dumps({"text": REPORT}) + "\n{broken\n" + json.dumps({"words": "none"}) + "\n", encoding="utf-8")
    code, out, err = amity("read", "--format", "json", table)
    assert (code, len(out.splitlines())) == (1, 1)
    assert [("line 2" in line, "line 3" in line) for line in err.splitlines()] == [(True, False), (False, True)]


def test_a_missing_file_is_told(amity: Any, tmp_path: Path) -> None:
    code, _, err = amity("read", tmp_path / "nowhere.txt")
    assert (code, "no such file" in err) == (1, True)


def test_an_empty_folder_is_told(amity: Any, tmp_path: Path) -> None:
    code, _, err = amity("read", tmp_path)
    assert (code, "holds no files" in err) == (1, True)


@pytest.mark.parametrize("words", [("--published", "yesterday"), ("--published", "2025-13-01"), ("--format", "xml"), ("--nonsense",)])
def test_wrong_usage_exits_with_2(amity: Any, report: Path, words: tuple[str, ...]) -> None:
    code, out, err = amity("read", *words, report)
    assert (code, out) == (2, "")
    assert words[-1] in err


@pytest.mark.parametrize("content", ["not json\n", '{"published": "2025-01-01"}\n', '{"id": "a", "published": "soon"}\n'])
def test_metadata_that_cannot_be_used_exits_with_2(amity: Any, report: Path, tmp_path: Path, content: str) -> None:
    known = tmp_path / "known.jsonl"
    known.write_text(content, encoding="utf-8")
    code, _, err = amity("read", "--metadata", known, report)
    assert (code, "line 1" in err) == (2, True)


def test_pipes_get_no_progress_and_may_close_early(report: Path) -> None:
    command = [sys.executable, "-m", "amity", "read", "--format", "json", str(report)]
    done = subprocess.run(command, capture_output=True, check=True)
    assert done.stderr == b""
    assert json.loads(done.stdout)["document"]["id"].startswith("sha256:")


def test_an_unknown_parser_is_a_clear_error(amity: Any, report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AMITY_PARSER", "xx_none_sm")
    code, _, err = amity("read", report)
    assert (code, "xx_none_sm is not installed" in err) == (2, True)


def test_the_sample_reports_are_all_read(amity: Any) -> None:
    code, out, _ = amity("read", "--format", "json", "--metadata", SAMPLES / "sources.jsonl", SAMPLES / "reports")
    assert (code, len(out.splitlines())) == (0, 44)


def test_a_text_that_breaks_a_rule_costs_no_other(amity: Any, report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from amity.reading import pipeline

    whole = pipeline.finish
    monkeypatch.setattr(pipeline, "finish", lambda read: whole(read) if "Tampere" in read.text else {}["odd"])
    odd = report.with_name("odd.txt")
    odd.write_text("The mayors of Graz and Turku held talks.", encoding="utf-8")
    code, out, err = amity("read", "--format", "json", odd, report)
    assert (code, len(out.splitlines())) == (1, 1)
    assert "odd.txt: reading failed (KeyError" in err
