"""`amity read` over many documents: jobs, time limit, triage, explanations, progress, and ends before the end."""

import io
import json
import os
import pty
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from amity.cli import main
from amity.samples import SAMPLES
from bench.unrelated import unrelated

REPORTS = [path.read_text(encoding="utf-8") for path in sorted((SAMPLES / "reports").glob("wd-0*.txt"))]
BRIEF = "The mayors of Turku and Graz signed a memorandum of understanding on trams on Monday."
COMMAND = [sys.executable, "-m", "amity", "read"]


@pytest.fixture
def amity(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Any:
    """Run the command line in this process; return exit code, stdout and stderr."""

    def run(*words: object) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["amity", *map(str, words)])
        with pytest.raises(SystemExit) as exit_:
            main()
        captured = capfdbinary.readouterr()
        return int(exit_.value.code or 0), captured.out.decode(), captured.err.decode()

    return run


def table_of(path: Path, texts: list[str]) -> Path:
    path.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), encoding="utf-8")
    return path


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """A table of short reports, more than several processes hold at once and than one table shows."""
    return table_of(tmp_path / "many.jsonl", [f"{BRIEF} Edition {number} of the paper has more." for number in range(210)])


@pytest.mark.parametrize("way", [("--format", "json"), ("--explain",)])
def test_what_is_printed_is_the_same_for_any_number_of_jobs(amity: Any, tmp_path: Path, way: tuple[str, ...]) -> None:
    table = table_of(tmp_path / "some.jsonl", [*REPORTS, "", *REPORTS])
    one, two = (amity("read", *way, "--jobs", jobs, table) for jobs in (1, 2))
    assert one == two
    code, out, err = one
    assert (code, len(err.splitlines())) == (1, 1)
    assert "Khujand" in out


def test_a_document_beyond_the_time_limit_is_one_line(amity: Any, tmp_path: Path) -> None:
    for number, text in enumerate(REPORTS[:2]):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    code, out, err = amity("read", "--format", "json", "--time-limit", "0.001", tmp_path)
    assert (code, out) == (1, "")
    told = [(f"{number}.txt: " in line, "took longer than 0.001 s" in line) for number, line in enumerate(err.splitlines())]
    assert told == [(True, True), (True, True)]


def test_the_time_limit_of_the_settings(amity: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = tmp_path / "settings.toml"
    settings.write_text("time_limit = 0.001\n", encoding="utf-8")
    monkeypatch.setenv("AMITY_SETTINGS", str(settings))
    table = table_of(tmp_path / "one.jsonl", REPORTS[:1])
    assert amity("read", table)[0] == 1
    assert amity("read", "--time-limit", "0", table)[0] == 0


def test_triage_tells_how_many_it_passed_over(amity: Any, tmp_path: Path) -> None:
    table = table_of(tmp_path / "news.jsonl", [*unrelated(12), REPORTS[0]])
    code, out, err = amity("read", "--format", "json", "--triage", "on", table)
    unread = [json.loads(line)["document"]["unread"] for line in out.splitlines()]
    assert (code, len(unread), unread[-1]) == (0, 13, None)
    assert all(reason.startswith("triage: ") for reason in unread[:-1])
    assert err == "amity: 12 of 13 documents: not read, since triage found too little in them; --triage off reads all\n"


@pytest.mark.parametrize(("count", "from_standard_input", "passed"), [(11, False, 11), (10, False, 0), (13, True, 3)])
def test_triage_is_on_by_itself_beyond_so_many(
    amity: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: int, from_standard_input: bool, passed: int
) -> None:
    monkeypatch.setattr("amity.reading.stream.batches.TRIAGE_FROM", 10)
    table = table_of(tmp_path / "news.jsonl", list(unrelated(count)))
    if from_standard_input:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(table.read_bytes())))
    code, _, err = amity("read", "--format", "plover", "-" if from_standard_input else table)
    assert (code, err.partition(" of ")[0]) == (0, f"amity: {passed:,}" if passed else "")


def test_an_explanation_tells_why_a_report_was_read_or_not(amity: Any, tmp_path: Path) -> None:
    table = table_of(tmp_path / "two.jsonl", [REPORTS[2], next(iter(unrelated(1)))])
    code, out, _ = amity("read", "--explain", table)
    first, second = out.split(f"{table}#2")
    assert code == 0
    assert "removed by dateline: " in first
    assert "language: en" in first
    assert " points for 150 words or more (" in first
    assert "\nnot read: relevance: " in second
    assert amity("explain", table)[1] == out


def test_an_explanation_is_no_json(amity: Any, tmp_path: Path) -> None:
    code, out, err = amity("read", "--explain", "--format", "json", tmp_path)
    assert (code, out) == (2, "")
    assert "--explain --format json" in err


@pytest.mark.parametrize("way", ["--explain", "--format=table"])
def test_hostile_texts_show_as_text(amity: Any, tmp_path: Path, way: str) -> None:
    hostile = "Mayor Aino Laine of [red]Tampere[/red] \x1b[31mpledged to open a \u202etram line[/] to Linz :smile: [link=x]now[/link]."
    report = tmp_path / "\x1b[2Jone[bold].txt"
    report.write_text(f"{hostile}\n\n{REPORTS[0]}", encoding="utf-8")
    _, out, err = amity("read", way, report, tmp_path / "\x1b]0;none.txt")
    assert {character for character in out + err if not character.isprintable()} <= {"\n"}
    assert "\\x1b]0;none.txt: no such file" in err
    if way == "--explain":
        assert "\\x1b[2Jone[bold].txt" in out
        assert "[red]Tampere[/red]" in out
        assert ":smile:" in out
        assert "[link=x]now[/link]" in out


def test_tables_come_a_hundred_reports_at_a_time(amity: Any, many: Path) -> None:
    code, out, _ = amity("read", "--triage", "off", many)
    assert code == 0
    assert out.count("Instruments") == 3


@pytest.mark.parametrize(("way", "jobs"), [("--format=json", "2"), ("--format=json", "1"), ("--format=table", "1")])
def test_when_nobody_reads_on_it_ends_quietly(many: Path, way: str, jobs: str) -> None:
    with subprocess.Popen([*COMMAND, way, "--jobs", jobs, many], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as reading:
        assert reading.stdout is not None
        assert reading.stderr is not None
        assert reading.stdout.readline()
        reading.stdout.close()
        assert (reading.wait(), reading.stderr.read()) == (0, b"")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupt_ends_it_without_a_trace(many: Path, jobs: str) -> None:
    command = [*COMMAND, "--format=json", "--jobs", jobs, many]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True) as reading:
        assert reading.stdout is not None
        assert reading.stdout.readline()
        os.killpg(reading.pid, signal.SIGINT)
        _, err = reading.communicate()
    assert (reading.returncode, err) == (130, b"")


def test_progress_is_shown_on_a_terminal_and_results_go_where_they_should(tmp_path: Path) -> None:
    table = table_of(tmp_path / "some.jsonl", REPORTS)
    ours, its = pty.openpty()
    shown: list[bytes] = []
    with subprocess.Popen([*COMMAND, "--format=json", table], stdout=subprocess.PIPE, stderr=its) as reading:
        os.close(its)
        watching = threading.Thread(target=_watch, args=(ours, shown))
        watching.start()
        out, _ = reading.communicate()
        watching.join()
    assert reading.returncode == 0
    assert b"reading" in b"".join(shown)
    assert all(json.loads(line)["text"] for line in out.splitlines())


def _watch(terminal: int, shown: list[bytes]) -> None:
    try:
        while data := os.read(terminal, 4096):
            shown.append(data)
    except OSError:  # the other side is closed
        os.close(terminal)
