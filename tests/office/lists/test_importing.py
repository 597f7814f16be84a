"""Lists in the register: new, matched, known again, edited, taken back."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from amity.errors import SourceError, UsageError
from amity.office.entering import enter
from amity.office.home import set_home
from amity.office.lists import Import, Options, import_list, take_back
from amity.office.record import Record
from amity.register import Register, open_register
from amity.register.queries.reviewing import queue
from amity.register.tables import THINGS, documents, files

Written = Callable[..., Path]
HEADINGS = ["Reference", "Partner", "Country", "Type", "Title", "Date signed", "Note"]
ROWS = [
    ["A-1", "Linz", "Austria", "mou", "Ports", "2019-05-06", ""],
    ["A-2", "Essen", "Germany", "loi", "Schools", "2020-06-07", ""],
    ["A-3", "Turku", "Finland", "plan", "Rail", "2021-07-08", "renewable"],
]
OURS = Options(home=("Tampere",))


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with open_register(tmp_path / "office.db") as opened:
        yield opened


def _import(register: Register, path: Path, options: Options = OURS, **more: Any) -> Import:
    return import_list(register, path, options, **{"by": "Ann", **more})


def _outcomes(found: Import) -> list[tuple[int, str]]:
    return [(one.row, one.outcome) for one in found.rows]


def _things(register: Register, layer: str) -> list[dict[str, Any]]:
    with register.reading() as connection:
        return [dict(row) for row in connection.execute(select(THINGS[layer])).mappings()]


def _facts(register: Register) -> dict[str, Any]:
    """What the register tells, without ids and the moment of entering."""
    layers = ("actors", "events", "instruments")
    return {layer: sorted((one["label"], one["status"] or "", one["begins"] or "") for one in _things(register, layer)) for layer in layers}


def test_rows_become_entries_with_their_file_sheet_and_row(register: Register, written: Written) -> None:
    found = _import(register, written([HEADINGS, *ROWS], "ours.xlsx"))
    assert found.entered and (found.profile, found.list, found.sheet) == ("agreements", "ours", "List")
    assert [(one.row, one.outcome, one.id, one.label) for one in found.rows] == [
        (2, "new", "ins-1", "Ports"), (3, "new", "ins-2", "Schools"), (4, "new", "ins-3", "Rail"),
    ]  # fmt: skip
    assert found.rows[0].new_parties == ("Linz", "Tampere")
    with register.reading() as connection:
        rows = connection.execute(select(documents).order_by(documents.c.number)).all()
        (kept,) = connection.execute(select(files.c.hash, files.c.name)).all()
    assert [row.path for row in rows] == ["entry:ours#2", "entry:ours#3", "entry:ours#4"]
    assert {key: rows[2].entry[key] for key in ("by", "file", "name", "place", "note")} == {
        "by": "Ann", "file": kept.hash, "name": "ours.xlsx", "place": "sheet List, row 4", "note": "Reference: A-3; Note: renewable",
    }  # fmt: skip
    assert register.check() == []


def test_importing_twice_is_importing_once(register: Register, written: Written) -> None:
    path = written([HEADINGS, *ROWS])
    _import(register, path)
    before = register.dump()
    again = _import(register, path, by="Ben")
    assert _outcomes(again) == [(2, "known"), (3, "known"), (4, "known")]
    assert register.dump() == before
    register.rebuild()
    assert _import(register, path).of("known") and register.dump() == before


def test_rows_moved_inserted_and_reordered_are_known(register: Register, written: Written) -> None:
    _import(register, written([HEADINGS, *ROWS]))
    new = ["A-0", "Hue", "Vietnam", "mou", "Parks", "2018-01-02", ""]
    found = _import(register, written([["Our agreements"], [], HEADINGS, new, *reversed(ROWS)]))
    assert [one for _, one in _outcomes(found)] == ["new", "known", "known", "known"]
    assert found.gone == ()


def test_a_workbook_saved_by_another_program_is_known(
    register: Register, written: Written, by_libreoffice: Callable[[Path, str], Path]
) -> None:
    dated = [[*row[:5], date.fromisoformat(row[5]), row[6]] for row in ROWS]
    path = written([["Our agreements"], [], HEADINGS, *dated], "ours.xlsx")
    _import(register, path)
    again = _import(register, by_libreoffice(path, "xlsx"))
    assert [one for _, one in _outcomes(again)] == ["known"] * 3


def test_our_own_side_may_be_called_otherwise(register: Register, written: Written) -> None:
    path = written([HEADINGS, *ROWS])
    _import(register, path)
    ours = next(one["id"] for one in _things(register, "actors") if one["label"] == "Tampere")
    assert [one for _, one in _outcomes(_import(register, path, Options(home=(ours,))))] == ["known"] * 3


def test_a_shuffled_list_gives_the_same_register(tmp_path: Path, written: Written) -> None:
    told = []
    for name, rows in (("one.db", ROWS), ("two.db", [ROWS[2], ROWS[0], ROWS[1]])):
        with open_register(tmp_path / name) as opened:
            _import(opened, written([HEADINGS, *rows]))
            told.append(_facts(opened))
    assert told[0] == told[1]


def test_an_edited_row_replaces_what_it_said_and_keeps_its_id(register: Register, written: Written) -> None:
    _import(register, written([HEADINGS, *ROWS]))
    edited = [[*ROWS[0][:5], "2019-05-07", "mended"], *ROWS[1:]]
    found = _import(register, written([HEADINGS, *edited]), by="Ben")
    first = found.rows[0]
    assert (first.outcome, first.id) == ("new", "ins-1")
    assert first.replaces is not None and (first.replaces.number, first.replaces.by, first.replaces.place) == (1, "Ann", "row 2")
    (instrument,) = [one for one in _things(register, "instruments") if one["id"] == "ins-1"]
    assert (instrument["signed_on"], instrument["documents"]) == ("2019-05-07", 1)
    assert len(_things(register, "instruments")) == 3
    assert register.check() == []


def test_a_row_that_is_edited_back_holds_again(register: Register, written: Written) -> None:
    path = written([HEADINGS, *ROWS])
    _import(register, path)
    facts = _facts(register)
    _import(register, written([HEADINGS, [*ROWS[0][:5], "2019-05-07", ""], *ROWS[1:]]))
    found = _import(register, written([HEADINGS, *ROWS]))
    assert found.rows[0].replaces is not None
    assert _facts(register) == facts
    assert _outcomes(_import(register, written([HEADINGS, *ROWS]))) == [(2, "known"), (3, "known"), (4, "known")]


def test_without_a_reference_an_edited_row_is_found_by_its_next_key(register: Register, written: Written) -> None:
    bare = [row[1:] for row in ROWS]
    _import(register, written([HEADINGS[1:], *bare]))
    found = _import(register, written([HEADINGS[1:], [*bare[0][:4], "2019-06", ""], *bare[1:]]))
    assert found.rows[0].replaces is not None and found.gone == ()


def test_rows_that_are_gone_are_told_and_stay(register: Register, written: Written) -> None:
    _import(register, written([HEADINGS, *ROWS]))
    found = _import(register, written([HEADINGS, *ROWS[:2]]))
    assert [(one.number, one.place) for one in found.gone] == [(3, "row 4")]
    assert len(_things(register, "instruments")) == 3


def test_a_preview_says_the_same_as_the_import_and_writes_nothing(register: Register, written: Written) -> None:
    path = written([HEADINGS, *ROWS])
    before = register.dump()
    preview = _import(register, path, preview=True)
    assert register.dump() == before
    real = _import(register, path)
    assert [(one.outcome, one.id, one.label, one.new_parties) for one in preview.rows] == [
        (one.outcome, one.id, one.label, one.new_parties) for one in real.rows
    ]
    assert {one.number for one in preview.rows} == {None}


def test_what_the_register_has_is_matched_and_differences_told(register: Register, written: Written) -> None:
    fields = {"party": ["Tampere", "Linz, Austria"], "type": "mou", "title": "Ports", "signed_on": "2019-05-05"}
    enter(register, [Record(kind="instrument", fields=fields)], by="Eva")
    found = _import(register, written([HEADINGS, *ROWS[:1]]))
    (row,) = found.rows
    if row.outcome == "matches":
        assert [(one.field, one.list, one.register) for one in row.differs] == [("signed_on", "2019-05-06", ("2019-05-05",))]
        assert row.id == "ins-1"
    else:
        assert row.candidates[0].id == "ins-1"


def test_a_pair_in_doubt_is_entered_and_waits_for_review(register: Register, written: Written) -> None:
    fields = {"party": ["Tampere", "Linz, Austria"], "type": "mou", "title": "Harbour matters", "signed_on": "2019-05"}
    enter(register, [Record(kind="instrument", fields=fields)], by="Eva")
    found = _import(register, written([HEADINGS, ["A-1", "Linz", "Austria", "agreement", "Ports of both", "2019-05-06", ""]]))
    (row,) = found.rows
    assert found.entered and row.outcome == "doubtful"
    assert row.candidates[0].id == "ins-1" and row.candidates[0].reasons
    with register.reading() as connection:
        assert {row.id, "ins-1"} in [{one["one"]["id"], one["other"]["id"]} for one in queue(connection) if "one" in one]


def test_one_wrong_row_keeps_all_out(register: Register, written: Written) -> None:
    rows = [*ROWS, ["A-4", "Nowhere at All", "", "mou", "X", "2020", ""], ["A-5", "Linz", "", "pact", "X", "2020", ""]]
    found = _import(register, written([HEADINGS, *rows]))
    assert not found.entered
    assert [(one.row, one.column) for one in found.of("error")] == [(5, "B (Partner)"), (6, "D (Type)")]
    assert "no place of this name" in (found.of("error")[0].reason or "")
    assert _things(register, "instruments") == []
    preview = _import(register, written([HEADINGS, *rows]), preview=True)
    assert [one for _, one in _outcomes(preview)] == ["new", "new", "new", "error", "error"]


def test_wrong_rows_are_left_out_when_asked(register: Register, written: Written) -> None:
    path = written([HEADINGS, *ROWS, ["A-5", "Linz", "", "pact", "X", "2020", ""]])
    found = _import(register, path, Options(home=("Tampere",), skip_errors=True))
    assert found.entered and [one for _, one in _outcomes(found)] == ["new", "new", "new", "error"]
    assert len(_things(register, "instruments")) == 3


def test_rows_that_contradict_each_other_keep_all_out(register: Register, written: Written) -> None:
    found = _import(register, written([HEADINGS, *ROWS, [*ROWS[0][:5], "2019-05-16", ""]]))
    assert not found.entered
    assert [(one.row, one.outcome) for one in found.rows] == [(2, "error"), (5, "error")]


def test_friendly_cities_become_ties(register: Register, written: Written) -> None:
    rows = [["Friendly city", "Country", "Since"], ["Linz", "Austria", "1994"], ["Essen", "Germany", "2001-02-03"]]
    found = _import(register, written(rows))
    assert [(one.outcome, one.label) for one in found.rows] == [("new", "Linz – Tampere"), ("new", "Tampere – Essen")]
    assert {(one["kind"], one["stage"], one["since"]) for one in register.dump()["ties"]} == {
        ("friendly_city", "established", "1994"), ("friendly_city", "established", "2001-02-03"),
    }  # fmt: skip
    edited = _import(register, written([rows[0], ["Linz", "Austria", "1995"], rows[2]]))
    assert (edited.rows[0].replaces is not None, edited.rows[1].outcome) == (True, "known")
    assert {one["since"] for one in register.dump()["ties"]} == {"1995", "2001-02-03"}


def test_delegations_become_visits(register: Register, written: Written) -> None:
    rows = [["Delegation from", "From", "To", "Head"], ["Linz", "2024-05-06", "2024-05-10", "Eva Berg"]]
    (row,) = _import(register, written(rows)).rows
    (event,) = _things(register, "events")
    assert (event["id"], event["kind"], event["begins"], event["ends"]) == (row.id, "visit", "2024-05-06", "2024-05-10")


def test_a_list_is_taken_back_whole_and_can_come_again(register: Register, written: Written) -> None:
    path = written([HEADINGS, *ROWS])
    _import(register, path)
    facts = _facts(register)
    assert take_back(register, "list", by="Ann") == 3
    assert _things(register, "instruments") == []
    assert _import(register, path).entered and _facts(register) == facts
    with pytest.raises(UsageError, match="has no entries of it"):
        take_back(register, "other", by="Ann")


def test_lists_of_another_name_are_others(register: Register, written: Written) -> None:
    path = written([HEADINGS, *ROWS])
    _import(register, path)
    found = _import(register, path, Options(home=("Tampere",), list="second"))
    assert [one for _, one in _outcomes(found)] == ["matches"] * 3 and found.gone == ()
    assert {one["documents"] for one in _things(register, "instruments")} == {2}


def test_our_own_side_is_asked_for_and_kept(register: Register, written: Written) -> None:
    path = written([HEADINGS, *ROWS])
    with pytest.raises(UsageError, match="name it with --home, or for good with `amity home NAME`"):
        _import(register, path, Options())
    set_home(register, ["Tampere"], by="Ann")
    assert _import(register, path, Options()).entered


def test_files_that_cannot_be_read_and_other_lists_raise(register: Register, written: Written, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no such file"):
        _import(register, tmp_path / "none.csv")
    with pytest.raises(UsageError, match="both called 'Partner'"):
        _import(register, written([["Partner", "Partner", "Type"], ["a", "b", "mou"]]))
