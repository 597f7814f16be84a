"""Audits on the command line: a sheet goes out, comes back filled in, and tells how many are right."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Amity, Done


def filled(path: Path, *answers: str) -> Path:
    """Fill in a sheet, the last answer for all that are left."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    for at, row in enumerate(rows):
        row["answer"] = answers[min(at, len(answers) - 1)]
    with path.open("w", encoding="utf-8", newline="") as file:
        made = csv.DictWriter(file, list(rows[0]))
        made.writeheader()
        made.writerows(rows)
    return path


def drawn(amity: Amity, path: Path) -> Path:
    done = amity("audit", "--kind", "commitments", "--n", "10", "--by", "confidence", "--output", path)
    assert (done.code, done.out) == (0, "")
    return path


@pytest.mark.usefixtures("own")
def test_a_sheet_is_drawn_filled_in_and_taken_back(amity: Amity, tmp_path: Path) -> None:
    path = filled(drawn(amity, tmp_path / "sheet.csv"), "wrong", "unsure", "right")
    done = amity("audit", "--answers", path, "--by", "Ann")
    assert "8 right, 1 wrong, 1 unsure" in done.err
    assert "89 % (" in done.out or "8" in done.out
    (found,) = amity("audit", "--format", "jsonl").lines
    assert [one["name"] for one in found["coders"]["Ann"]][-1] == "all"
    assert "commitments: 8 right, 1 unsure, 1 wrong" in amity("log", "--limit", 1).out
    number = done.err.split("amity undo ")[1].strip().rstrip("`")
    assert amity("undo", number).code == 0
    assert "no audits yet" in amity("audit").err


@pytest.mark.usefixtures("own")
def test_two_coders_are_compared(amity: Amity, tmp_path: Path) -> None:
    path = drawn(amity, tmp_path / "sheet.csv")
    amity("audit", "--answers", filled(path, "right", "wrong", "right"), "--by", "Ann")
    done = amity("audit", "--answers", filled(path, "right", "right", "wrong", "right"), "--by", "Bob", "--decide")
    assert "Ann and Bob: 8 of 10 commitments alike, Cohen's kappa" in done.out
    assert "Ann: wrong; Bob: right" in done.out
    numbers = done.err.split("amity undo ")[1].strip().rstrip("`").split()
    assert len(numbers) == 3
    assert len(amity("commitments", "--checked-only", "--format", "jsonl").lines) == 9
    assert amity("undo", *numbers).code == 0
    assert amity("commitments", "--checked-only", "--format", "jsonl").lines == []


def test_a_sample_is_printed_where_nobody_can_be_asked(amity: Amity) -> None:
    done = amity("audit", "--kind", "instruments", "--n", "4")
    rows = list(csv.DictReader(done.out.splitlines()))
    assert len(rows) == 4
    assert done.out == amity("audit", "--kind", "instruments", "--n", "4").out
    assert {row["sample"] for row in rows} == {"instruments/all/1"}


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--kind", "tie"), "nothing of that kind"),
        (("--kind", "events", "--by", "Ann"), "outlet, sector, confidence"),
        (("--answers", "none.csv"), "none.csv"),
        (("--kind", "events", "--output", "sheet.pdf"), ".csv or .xlsx"),
    ],
)
def test_what_cannot_be_done_is_told(amity: Amity, one_line: Callable[[Done], str], words: tuple[str, ...], message: str) -> None:
    assert message in one_line(amity("audit", *words))


def test_a_sheet_with_answers_is_not_written_over(amity: Amity, one_line: Callable[[Done], str], tmp_path: Path) -> None:
    path = drawn(amity, tmp_path / "sheet.xlsx")
    assert "may hold answers" in one_line(amity("audit", "--kind", "events", "--output", path))
