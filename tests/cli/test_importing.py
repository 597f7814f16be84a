"""`amity import` from the command line."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from amity.cli import app
from amity.errors import UsageError
from amity.office.lists import template_called

LIST = "Partner,Type,Title,Date signed\nLinz,mou,Ports,2019-05-06\nEssen,loi,,2020\n"


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Run `amity import` in a folder of its own, with a list in it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("AMITY_REGISTER", raising=False)
    monkeypatch.setenv("AMITY_HOME", "Tampere")
    Path("list.csv").write_text(LIST, encoding="utf-8")

    def run(*words: str) -> Result:
        return CliRunner().invoke(app, ["import", *words])

    return run


def test_a_preview_shows_each_row_and_makes_no_register(told: Any) -> None:
    done = told("list.csv", "--dry-run")
    assert done.exit_code == 0
    assert "Ports" in done.stdout and "new to the register: Linz, Tampere" in done.stdout
    assert "preview, nothing is written: list.csv as agreements: 2 new" in done.stderr
    assert not Path("amity.db").exists()


def test_an_import_says_what_it_did_and_again_what_it_knew(told: Any) -> None:
    done = told("list.csv", "--by", "Ann")
    assert (done.exit_code, "list.csv as agreements: 2 new" in done.stderr) == (0, True)
    again = told("list.csv")
    assert (again.exit_code, again.stdout, "2 known already" in again.stderr) == (0, "", True)


def test_errors_are_told_with_row_and_column_and_keep_all_out(told: Any) -> None:
    Path("list.csv").write_text(LIST + "Linz,pact,,soon\n", encoding="utf-8")
    done = told("list.csv")
    assert done.exit_code == 1
    assert "list.csv: row 4, column B (Type): 'pact' is no type that is known" in done.stderr
    assert "row 4, column D (Date signed): 'soon' is no date" in done.stderr
    assert "nothing was imported; mend these rows, or leave them out with --skip-errors" in done.stderr
    left_out = told("list.csv", "--skip-errors")
    assert left_out.exit_code == 1 and "2 new, 1 with errors left out" in left_out.stderr


def test_programs_get_all_that_is_known_of_each_row(told: Any) -> None:
    found = json.loads(told("list.csv", "--dry-run", "--format", "json").stdout)
    assert [(row["row"], row["outcome"], row["label"]) for row in found["rows"]] == [(2, "new", "Ports"), (3, "new", "letter of intent")]
    lines = told("list.csv", "--dry-run", "--format", "csv").stdout.splitlines()
    assert lines[0].startswith("row,outcome,id,label") and len(lines) == 3


def test_rows_that_are_gone_hidden_or_not_known_are_told(told: Any) -> None:
    told("list.csv", "--by", "Ann")
    Path("list.csv").write_text("Partner,Type,Title,Date signed,Shelf\nLinz,mou,Ports,2019-05-06,4\n", encoding="utf-8")
    done = told("list.csv")
    assert "no longer in the list: row 3, entered by Ann" in done.stderr and "`amity undo 2`" in done.stderr
    assert "columns that the profile agreements does not have: Shelf" in done.stderr


def test_a_list_is_taken_back(told: Any) -> None:
    told("list.csv")
    assert "list list: 2 entries taken back" in told("list.csv", "--take-back").stderr
    assert isinstance(told("--take-back", "--list", "other").exception, UsageError)


def test_templates_are_printed_and_work(told: Any) -> None:
    done = told("--template", "agreements")
    assert done.stdout == template_called("agreements")
    Path("mine.toml").write_text(done.stdout.replace('"Partner", "Partners"', '"Wer", "Partners"'), encoding="utf-8")
    Path("list.csv").write_text(LIST.replace("Partner", "Wer"), encoding="utf-8")
    assert told("list.csv", "--profile", "mine.toml", "--dry-run").exit_code == 0
    assert told("--template", "agreements.csv").stdout.startswith("Reference,Partner,")


def test_what_makes_no_sense_is_refused(told: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "no list is named" in str(told().exception)
    assert "no profile of this name" in str(told("list.csv", "--profile", "pacts").exception)
    monkeypatch.delenv("AMITY_HOME")
    assert "name it with --home" in str(told("list.csv").exception)


def test_a_list_of_the_samples_meets_what_reports_told(told: Any, samples_file: Path) -> None:
    from amity.samples import SAMPLES

    shutil.copy(samples_file, "amity.db")
    found = json.loads(told(str(SAMPLES / "lists" / "agreements.csv"), "--home", "Zhangjiajie", "--dry-run", "--format", "json").stdout)
    assert [row["outcome"] for row in found["rows"]] == ["matches", "matches", "matches", "new", "new", "new"]
