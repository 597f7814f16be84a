"""Adding to a register and keeping it, on the command line."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from amity.samples import SAMPLES
from tests.cli.conftest import Amity, Done

TEXT = "Mayor Aino Laine of Tampere met Mayor Franz Huber of Linz on Monday. Tampere pledged to open a tram line to Linz."


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    return tmp_path / "fresh.db"


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "one.txt").write_text(TEXT, encoding="utf-8")
    (folder / "two.txt").write_text(TEXT.replace("a tram line", "a ferry"), encoding="utf-8")
    return folder


def test_reports_are_added_once(amity: Amity, fresh: Path, reports: Path) -> None:
    done = amity("add", "--register", fresh, "--published", "2024-11-07", reports)
    assert (done.code, done.out) == (0, "")
    assert f"amity: register {fresh}: 2 added, 0 known already" in done.err
    before = amity("dump", "--register", fresh).out
    assert "0 added, 2 known already" in amity("add", "--register", fresh, "--published", "2024-11-07", reports).err
    assert amity("dump", "--register", fresh).out == before
    rows = amity("commitments", "--register", fresh, "--format", "jsonl").lines
    assert {row["label"] for row in rows} >= {"open a tram line to Linz"}


def test_what_cannot_be_read_is_one_line_and_costs_no_other(amity: Amity, fresh: Path, reports: Path) -> None:
    (reports / "three.pdf").write_bytes(b"%PDF-1.4 broken")
    done = amity("add", "--register", fresh, reports)
    assert done.code == 1
    assert "three.pdf" in done.err
    assert "2 added, 0 known already; 1 could not be read" in " ".join(done.err.split())


def test_copies_are_counted(amity: Amity, fresh: Path) -> None:
    copies = [SAMPLES / "reports" / f"{name}.txt" for name in copied(amity)]
    assert "2 added, 0 known already, 1 copies of others" in amity("add", "--register", fresh, *copies).err


def copied(amity: Amity) -> list[str]:
    rows = {row["id"]: Path(row["path"]).stem for row in amity("documents", "--format", "jsonl").lines}
    return [rows[one] for one in json.loads(amity("dump").out)["copies"][0]]


def test_the_dump_holds_all(amity: Amity) -> None:
    dumped = json.loads(amity("dump", "--format", "json").out)
    assert len(dumped["documents"]) == 44
    assert set(dumped) == {
        "documents", "actors", "events", "instruments", "commitments", "requests", "mechanisms", "projects", "ties", "copies", "conflicts",
    }  # fmt: skip
    listed = {row["id"] for row in amity("commitments", "--format", "jsonl").lines}
    assert {one["id"] for one in dumped["commitments"]} == listed


@pytest.mark.usefixtures("own")
def test_rebuilding_changes_nothing(amity: Amity) -> None:
    before = amity("dump").out
    assert "rebuilt" in amity("rebuild").err
    assert amity("dump").out == before


def test_a_whole_register_passes_its_check(amity: Amity, own: Path) -> None:
    done = amity("check")
    assert (done.code, done.out, done.err) == (0, "", f"amity: register {own}: whole\n")


def test_a_backup_is_restored(amity: Amity, own: Path, tmp_path: Path) -> None:
    before, kept = amity("dump").out, tmp_path / "kept.db"
    assert f"copied to {kept}" in amity("backup", kept).err
    amity("reject", "act-1", "evt-1")
    changed = amity("dump").out
    assert changed != before
    done = amity("restore", kept)
    assert (done.code, f"what it held before is in {own}.before" in done.err) == (0, True)
    assert amity("dump").out == before
    assert amity("dump", "--register", f"{own}.before").out == changed


def test_a_backup_overwrites_nothing(amity: Amity, own: Path, tmp_path: Path, one_line: Callable[[Done], str]) -> None:
    there = tmp_path / "there.txt"
    there.write_text("mine", encoding="utf-8")
    assert "the file exists; name another" in one_line(amity("backup", there))
    assert there.read_text(encoding="utf-8") == "mine"
    assert one_line(amity("backup", tmp_path / "no" / "folder.db"))


def test_what_is_no_backup_is_not_restored(amity: Amity, own: Path, tmp_path: Path, one_line: Callable[[Done], str]) -> None:
    before = amity("dump").out
    assert "there is no such file" in one_line(amity("restore", tmp_path / "none.db"))
    (tmp_path / "text.db").write_text("not a database, only text " * 100, encoding="utf-8")
    assert one_line(amity("restore", tmp_path / "text.db"))
    assert amity("dump").out == before


@pytest.mark.usefixtures("own")
def test_a_withdrawn_report_leaves_a_tombstone_and_nothing_else(amity: Amity) -> None:
    document = next(row for row in amity("documents", "--format", "jsonl").lines if row["title"] == "Neighbours settle a bitter border row")
    before = amity("dump").out
    done = amity("withdraw", "--dry-run", document["id"][:19])
    assert (done.code, "would go with " in done.err) == (0, True)
    assert amity("dump").out == before
    assert "gone with " in amity("withdraw", document["id"][:19], "--by", "Ann", "--note", "asked for").err
    assert document["id"] not in amity("dump").out
    assert amity("search", '"bitter border row"', "--format", "jsonl").lines == []
    assert amity("show", document["id"], "--format", "jsonl").lines[0]["withdrawn_at"]
    assert amity("log", "--limit", 1, "--format", "jsonl").lines[0]["kind"] == "withdraw"
    assert amity("check").code == 0


@pytest.mark.usefixtures("own")
def test_what_is_not_there_cannot_be_withdrawn(amity: Amity, one_line: Callable[[Done], str]) -> None:
    assert "the register has no such document" in one_line(amity("withdraw", "sha256:00000000"))
    document = amity("documents", "--limit", 1, "--format", "jsonl").lines[0]["id"]
    amity("withdraw", document)
    assert "is withdrawn already" in one_line(amity("withdraw", document))


def test_rereading_reads_what_an_older_version_has_read(amity: Amity, fresh: Path, reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    amity("add", "--register", fresh, "--published", "2024-11-07", reports)
    before = amity("dump", "--register", fresh).out
    assert "0 reports to read again" in amity("reread", "--dry-run", "--register", fresh).err
    assert "2 reports to read again" in amity("reread", "--all", "--dry-run", "--register", fresh).err
    done = amity("reread", "--all", "--register", fresh)
    assert (done.code, "2 read again, 0 of them with other facts" in done.err) == (0, True)
    assert amity("dump", "--register", fresh).out == before


PLAIN = ("documents", "actors", "events", "commitments", "ties", "conflicts", "review", "log", "rebuild", "check", "dump", "reread")


def everything(tmp_path: Path) -> list[list[Any]]:
    return [[name] for name in PLAIN] + [
        ["search", "border"], ["show", "act-1"], ["why", "act-1", "act-2"], ["merge", "act-1", "act-2"], ["split", "act-1", "act-2"],
        ["confirm", "act-1"], ["reject", "act-1"], ["correct", "act-1", "kind", "body"], ["assess", "sta-1", "fulfilled"], ["undo", "1"],
        ["withdraw", "sha256:00000000"], ["backup", tmp_path / "backup.db"],
    ]  # fmt: skip


def test_without_a_register_every_command_says_so_and_makes_none(amity: Amity, tmp_path: Path, one_line: Callable[[Done], str]) -> None:
    for words in everything(tmp_path):
        missing = tmp_path / "missing.db"
        assert f"register {missing}: there is no such file; make it with `amity add`" in one_line(amity(*words, "--register", missing))
        assert not missing.exists()


def test_a_file_that_is_no_register_is_left_as_it_is(amity: Amity, tmp_path: Path, one_line: Callable[[Done], str]) -> None:
    other = tmp_path / "notes.txt"
    other.write_text("These are my notes and no database. " * 200, encoding="utf-8")
    before = other.read_bytes()
    for words in everything(tmp_path):
        assert f"register {other}: this is no register; name another file" in one_line(amity(*words, "--register", other))
    assert other.read_bytes() == before
