"""``amity record``, ``attach``, ``assign``, ``files`` and ``file``, and corrections of documents."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from amity.office.fields import FIELDS
from tests.cli.conftest import Amity, Done

MOU = ("--party", "Hue city", "--party", "Gyeongju", "--type", "mou", "--signed-on", "2019-05-06")
OneLine = Callable[[Done], str]


@pytest.fixture
def new(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The commands' register does not exist yet."""
    monkeypatch.setenv("AMITY_REGISTER", str(tmp_path / "new.db"))
    monkeypatch.setenv("AMITY_USER", "Ann")
    return tmp_path / "new.db"


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    path = tmp_path / "agreement.pdf"
    path.write_bytes(b"%PDF-1.7 an agreement")
    return path


def test_the_first_entry_makes_the_register(amity: Amity, new: Path) -> None:
    done = amity("record", "instrument", *MOU, "--title", "MoU on tourism")
    assert done.code == 0
    assert done.out.splitlines() == ["ins-1  mou: MoU on tourism", "act-1  municipality: Hue", "act-2  municipality: Gyeongju"]
    assert done.err == "amity: entered as 1; take it back with `amity undo 1`\n"
    assert amity("record", "instrument", *MOU, "--title", "MoU on tourism").err == (
        "amity: entered already as 1 (entry:hand#1); nothing was changed\n"
    )


def test_it_can_be_taken_back_and_brought_back(amity: Amity, new: Path) -> None:
    amity("record", "instrument", *MOU)
    assert amity("undo", 1).code == 0
    assert "no instruments like that" in amity("instruments").err
    assert amity("undo", 2).code == 0
    assert "entered" in amity("instruments").out
    amity("undo", 1)
    assert "entered again as 1" in amity("record", "instrument", *MOU).err


def test_a_dry_run_changes_nothing(amity: Amity, new: Path) -> None:
    amity("record", "post", "--person", "Le Hoa", "--title", "Mayor", "--of", "Hue city")
    done = amity("record", "instrument", *MOU, "--dry-run")
    assert "ins-1  mou: mou" in done.out
    assert "this would be entered; nothing was changed" in done.err
    assert not amity("instruments").out


def test_a_dry_run_makes_no_register(amity: Amity, new: Path, one_line: OneLine) -> None:
    assert "there is no such file" in one_line(amity("record", "instrument", *MOU, "--dry-run"))
    assert not new.exists()


def test_what_is_entered_is_shown_as_entered(amity: Amity, new: Path, pdf: Path) -> None:
    amity("record", "instrument", *MOU, "--file", pdf, "--page", 3, "--note", "second drawer")
    card = amity("show", "ins-1").out
    assert "state: entered" in card
    assert "told by: 1 entry" in card
    assert "entered by Ann, " in card
    assert "(agreement.pdf, page 3)" in card
    assert "party: Hue city; party: Gyeongju; type: mou" in card
    told = json.loads(amity("show", "ins-1", "--format", "jsonl").out)
    assert told["reports"][0]["entry"]["note"] == "second drawer"
    assert "entered by Ann" in amity("documents").out


@pytest.mark.parametrize("kind", FIELDS)
def test_every_kind_has_its_help_and_example(amity: Amity, kind: str) -> None:
    done = amity("record", kind, "--help")
    assert done.code == 0
    for field in FIELDS[kind]:  # type: ignore[index]
        assert f"--{field.name.replace('_', '-')}" in done.out
    assert f"amity record {kind}" in done.out


def test_without_a_kind_or_file_the_help_is_shown(amity: Amity) -> None:
    done = amity("record")
    assert done.code == 2
    assert "--from" in done.out


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (MOU[:2] + MOU[4:], "party: instrument of one party alone (Hue city); tell two"),
        ((*MOU[:5], "muo"), "type: 'muo' is none that is known (did you mean mou?)"),
        ((*MOU, "--to", "06/05/2024"), "to: '06/05/2024' is no date as it is written here; write year-month-day"),
        ((*MOU, "--to", "2024-13-40"), "to: 2024-13-40 is no day of the calendar"),
        ((*MOU, "--file", "none.pdf"), "none.pdf: there is no such file"),
        ((*MOU, "--page", "3"), "page: 3 of which file?"),
        (
            ("--party", "Wakayama", "--party", "Springfield", "--type", "mou"),
            "Wakayama: this may be “Wakayama province” or “Wakayama city”",
        ),
        ((*MOU, "--document", "mk-05"), "say which of its words tell it"),
    ],
)
def test_what_is_wrong_is_one_line(amity: Amity, own: Path, one_line: OneLine, words: tuple[str, ...], message: str) -> None:
    assert message in one_line(amity("record", "instrument", *words))


def test_an_unknown_option_gets_the_nearest(amity: Amity) -> None:
    done = amity("record", "instrument", "--partie", "Hue city")
    assert done.code == 2
    assert "--party" in done.err


def test_a_file_of_records_is_entered_as_a_whole(amity: Amity, new: Path, tmp_path: Path, one_line: OneLine) -> None:
    path = tmp_path / "own.toml"
    first = "[[instrument]]\nparty = ['Hue city', 'Gyeongju']\ntype = 'mou'\n"
    path.write_text(f"{first}[[post]]\nperson = 'Le Hoa'\n", encoding="utf-8")
    assert "own.toml: post 1: title: a record of kind post needs it" in one_line(amity("record", "--from", path))
    assert not amity("instruments").out
    path.write_text(f"{first}[[post]]\nperson = 'Le Hoa'\ntitle = 'Mayor'\nof = 'Hue city'\n", encoding="utf-8")
    assert "this would be entered" in amity("record", "--from", path, "--dry-run").err
    assert amity("record", "--from", path).err.count("take it back with `amity undo") == 2
    assert amity("record", "--from", path).err.count("nothing was changed") == 2


def test_files_are_listed_and_given_back(amity: Amity, new: Path, pdf: Path, tmp_path: Path) -> None:
    assert "no files are kept" in _without(amity, new).err
    amity("record", "instrument", *MOU, "--file", pdf, "--page", 3)
    amity("attach", "ins-1", pdf, "--page", 7)
    (row,) = amity("files", "--format", "jsonl").lines
    assert row["used_by"] == ["entry:hand#2, page 3", "attached as 3, page 7"]
    assert "agreement.pdf" in amity("files").out
    output = tmp_path / "again.pdf"
    assert amity("file", row["hash"][:12], "--output", output).code == 0
    assert output.read_bytes() == pdf.read_bytes()
    assert amity("file", row["hash"][:12]).out == "%PDF-1.7 an agreement"
    assert "agreement.pdf, page 7 — Ann" in amity("show", "ins-1").out


def _without(amity: Amity, new: Path) -> Done:
    amity("record", "post", "--person", "Le Hoa", "--title", "Mayor", "--of", "Hue city")
    return amity("files")


def test_a_missed_fact_stands_with_its_report(amity: Amity, own: Path) -> None:
    (report,) = [row for row in amity("documents", "--format", "jsonl").lines if row["path"].endswith("mk-05.txt")]
    text = json.loads(amity("show", report["id"], "--format", "jsonl").out)["text"]
    quote = text.split(". ")[1]
    words = ("--by-party", "Hue city", "--force", "hope", "--action", "meet again", "--quote", quote, "--document", "mk-05")
    done = amity("record", "statement", *words)
    assert done.code == 0
    public = done.out.split()[0]
    assert f"{public}  “{quote[:30]}" in amity("show", "mk-05").out
    assert "(mk-05), entered by" in amity("show", public).out


def test_a_commitment_is_assigned(amity: Amity, own: Path) -> None:
    public = amity("commitments", "--limit", 1, "--format", "jsonl").lines[0]["id"]
    assert "take it back" in amity("assign", public, "--unit", "Economic Division", "--due", "2026-12-31").err
    (row,) = amity("commitments", "--unit", "Economic Division", "--format", "jsonl").lines
    assert (row["id"], row["unit"], row["own_due"]) == (public, "Economic Division", "2026-12-31")
    assert "Economic Division" in amity("commitments", "--unit", "Economic Division").out
    assert "Economic Division, 2026-12-31" in amity("log", "--limit", 1).out


def test_a_report_gets_another_date(amity: Amity, own: Path) -> None:
    assert amity("correct", "mk-05", "published", "2025-11-30", "--by", "Ann").code == 0
    assert "published: 2025-11-30" in amity("show", "mk-05").out
    (entry, *_) = amity("log", "--format", "jsonl").lines
    assert (entry["kind"], entry["about"]) == ("correct", "published = 2025-11-30: mk-05")
    assert amity("undo", entry["number"]).code == 0
    assert "published: 2025-11-30" not in amity("show", "mk-05").out
    assert amity("check").code == 0


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("correct", "mk-05", "published", "30.11.2025"), "is no date as it is written here"),
        (("correct", "nowhere", "published", "2025-11-30"), "nowhere: the register has no document of this name"),
        (("assign", "sta-1"), "nothing to set; tell a unit (--unit)"),
        (("assign", "act-1", "--unit", "x"), "only commitments and other statements are assigned"),
        (("attach", "act-1", "none.pdf"), "none.pdf: there is no such file"),
        (("file", "0123456789"), "the register has no such file"),
    ],
)
def test_what_makes_no_sense_is_one_line(amity: Amity, own: Path, one_line: OneLine, words: tuple[str, ...], message: str) -> None:
    assert message in one_line(amity(*words))


def test_a_locked_register_says_so(amity: Amity, own: Path, one_line: OneLine, monkeypatch: pytest.MonkeyPatch) -> None:
    import sqlite3

    monkeypatch.setattr("amity.register.sqlite.BUSY", 100)
    other = sqlite3.connect(own, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        assert "another program is writing to it" in one_line(amity("record", "instrument", *MOU))
    finally:
        other.execute("ROLLBACK")
        other.close()
