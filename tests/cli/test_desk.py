"""`amity home`, `due`, `sessions`, `report`, `stats` and `ledger` on the register of the bundled samples."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import icalendar
import pytest
from openpyxl import load_workbook

from tests.cli.conftest import Amity, Done

SHEETS = {
    "due": ("due", "--as-of", "2025-01-01", "--within", "365"),
    "sessions": ("sessions", "--as-of", "2025-12-31"),
    "report": ("report", "--home", "Hanoi", "--year", "2022", "--as-of", "2025-12-31"),
    "stats": ("stats", "--as-of", "2025-12-31"),
    "ledger": ("ledger", "Kyrgyzstan", "Tajikistan", "--as-of", "2025-12-31"),
}


def rows(done: Done) -> list[dict[str, str]]:
    assert done.code == 0, done.err
    return list(csv.DictReader(io.StringIO(done.out)))


@pytest.mark.parametrize("words", SHEETS.values(), ids=SHEETS)
def test_every_format_tells_of_the_same_things(amity: Amity, words: tuple[str, ...], tmp_path: Path) -> None:
    table = amity(*words)
    assert table.code == 0
    assert table.out
    assert json.loads(amity(*words, "--format", "json").out)
    found = rows(amity(*words, "--format", "csv"))
    assert found
    book = tmp_path / "book.xlsx"
    done = amity(*words, "--format", "xlsx", "--output", book)
    assert (done.code, done.out, done.err) == (0, "", "")
    ids = {str(cell.value) for page in load_workbook(book) for line in page for cell in line if cell.value is not None}
    assert {row["id"] for row in found if row.get("id")} <= ids


@pytest.mark.parametrize("words", SHEETS.values(), ids=SHEETS)
def test_asking_twice_gives_the_same(amity: Amity, words: tuple[str, ...]) -> None:
    assert amity(*words, "--format", "json").out == amity(*words, "--format", "json").out


def test_home_is_shown_set_and_taken_back(amity: Amity, own: Path) -> None:
    none = amity("home")
    assert (none.code, none.out) == (0, "")
    assert "no home is set; set it with `amity home NAME`" in none.err
    assert amity("home", "Hanoi", "--by", "Ann").out.startswith("Hanoi (act-")
    assert amity("home").out.startswith("Hanoi (act-")
    assert amity("log", "--limit", 1, "--format", "jsonl").lines[0]["about"] == "home: Hanoi"
    assert amity("check").code == 0
    assert amity("home", "--none").out == ""


def test_the_environment_names_several_homes(amity: Amity, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AMITY_HOME", "Hanoi; Lang Son")
    told = json.loads(amity("due", "--as-of", "2025-01-01", "--format", "json").out)
    assert [one["name"] for one in told["home"]] == ["Hanoi", "Lang Son"]
    told = json.loads(amity("due", "--as-of", "2025-01-01", "--home", "Vientiane", "--format", "json").out)
    assert [one["name"] for one in told["home"]] == ["Vientiane"]


def test_a_home_that_is_set_holds_for_all(amity: Amity, own: Path) -> None:
    amity("home", "Hanoi")
    assert json.loads(amity("report", "--year", "2022", "--format", "json").out)["home"][0]["name"] == "Hanoi"
    assert {row["acts"] for row in rows(amity("due", "--as-of", "2025-01-01", "--format", "csv"))} <= {"we", "they", "both", ""}
    assert {row["whose"] for row in rows(amity("ledger", "Hanoi", "Vientiane", "--format", "csv"))} <= {"we", "they", "both"}


def test_a_calendar(amity: Amity, tmp_path: Path) -> None:
    done = amity("due", "--as-of", "2025-01-01", "--within", 365, "--kind", "period_ends", "--format", "ics")
    (event,) = icalendar.Calendar.from_ical(done.out).walk("VEVENT")
    assert event["UID"] == "period_ends-ins-7@amity"
    assert "2022-2025" in event["DESCRIPTION"]


def test_a_report_as_csv_has_every_record_with_its_figure(amity: Amity) -> None:
    found = rows(amity(*SHEETS["report"], "--format", "csv"))
    assert {(row["figure"], row["id"]) for row in found} >= {("Signed", "ins-7"), ("In force", "ins-7"), ("Promised", "sta-15")}


def test_the_summary_leads_to_the_records(amity: Amity, tmp_path: Path) -> None:
    amity(*SHEETS["report"], "--format", "xlsx", "-o", tmp_path / "report.xlsx")
    book = load_workbook(tmp_path / "report.xlsx")
    links = [cell.hyperlink.location for line in book["Summary"] for cell in line if cell.hyperlink]
    assert links == [f"'{name}'!A1" for name in book.sheetnames[1:]]


def test_figures_can_be_chosen(amity: Amity) -> None:
    done = amity("stats", "--by", "intents", "--as-of", "2025-12-31")
    assert "1 of 3 became agreements; median 367 days; 2 open." in done.out
    assert "By year" not in done.out
    assert rows(amity("stats", "--by", "outlet", "--format", "csv"))[0]["outlet"]


def test_nothing_found_says_how_to_go_on(amity: Amity) -> None:
    none = amity("due", "--as-of", "2016-01-01")
    assert none.code == 0
    assert "nothing is due" in none.err
    assert "no report tells of an ask or promise between Minato and Lviv" in amity("ledger", "Minato", "Lviv").err


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("due", "--kind", "soon"), "--kind soon: nothing is due in that way; there are period_ends"),
        (("due", "--as-of", "2025-02-30"), "--as-of 2025-02-30: not a day, month or year"),
        (("due", "--home", "Nowhereland"), "Nowhereland: the register has no party of this name"),
        (("report", "--year", "2022"), "report: whose? No home is set"),
        (("report", "--year", "0", "--home", "Hanoi"), "--year 0: no year"),
        (("stats", "--from", "spring"), "--from spring: not a day, month or year"),
        (("ledger", "Hanoi", "Hanoi"), "both mean Hanoi"),
        (("ledger", "Hanoi", "Vientiane", "--sector", "ferries"), "--sector ferries: no such sector"),
        (("home", "Birmingham"), "Birmingham: 2 parties have this name; give the id of one"),
        (
            ("due", "--format", "xlsx", "--output", "/no/such/folder/due.xlsx"),
            "--output /no/such/folder/due.xlsx: No such file or directory",
        ),
    ],
)
def test_what_makes_no_sense_is_one_line(
    amity: Amity, words: tuple[str, ...], reason: str, one_line: Callable[[Done], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("AMITY_HOME", raising=False)
    assert reason in one_line(amity(*words))


def test_a_file_that_stands_in_the_way_is_replaced_whole(amity: Amity, tmp_path: Path) -> None:
    path = tmp_path / "due.csv"
    path.write_text("old", encoding="utf-8")
    amity(*SHEETS["due"], "--format", "csv", "-o", path)
    assert path.read_text(encoding="utf-8") == amity(*SHEETS["due"], "--format", "csv").out
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith(".")] == []
