"""What people entered, in what is due, in a year's figures and as of a day."""

from collections.abc import Callable

from amity.office.due import due
from amity.office.entering import enter
from amity.office.record import Record
from amity.office.render.figures import records_sheet
from amity.office.report import report
from amity.register import Register
from amity.register.queries.history import entries
from tests.office.test_report import instrument

Desk = Callable[..., Register]
FIELDS = {
    "party": ["Hue", "Gyeongju"], "type": "cooperation_agreement", "title": "agreement on harbours", "signed_on": "2024-05-06",
    "from": "2024", "to": "2026",
}  # fmt: skip


def entered(register: Register) -> Register:
    enter(register, [Record(kind="instrument", fields=FIELDS, place="row 12", path="entry:agreements.xlsx#12")], by="Ann")
    return register


def test_an_entry_is_due_like_what_reports_tell_and_says_who_entered_it(desk: Desk) -> None:
    with entered(desk()).reading() as connection:
        found = due(connection, as_of="2090-01-01")
    (item,) = found.items
    assert (item.kind, item.label, item.state) == ("period_ended", "agreement on harbours", "entered")
    assert item.citation is not None
    assert item.citation.entry is not None
    assert (item.citation.entered, item.citation.entry.by, item.citation.entry.place) == (True, "Ann", "row 12")
    assert found.searched.reports == 0


def test_entries_and_news_are_told_apart_and_entries_are_checked(desk: Desk) -> None:
    register = entered(desk(instrument("2024-03-01")))
    with register.reading() as connection:
        told = report(connection, year=2024, home_names=["Hue"])
        only = report(connection, year=2024, home_names=["Hue"], checked_only=True)
    signed = told.figures[0]
    assert (signed.key, signed.count, signed.reported, signed.entered, signed.checked, signed.unchecked) == ("signed", 2, 1, 1, 1, 1)
    assert [record.label for record in only.figures[0].records] == ["agreement on harbours"]
    (row,) = [row for row in records_sheet(only).rows if row["figure"] == "Signed"]
    assert (row["evidence"], row["state"]) == ("entry", "entered")
    assert row["source"].startswith("entered by Ann on 20")


def test_what_was_entered_later_was_not_there_yet(desk: Desk) -> None:
    with entered(desk(instrument("2024-03-01"))).reading() as connection:
        then = report(connection, year=2024, home_names=["Hue"], as_of="2024-12-31")
        assert [record.label for record in then.figures[0].records] == ["memorandum on lanterns"]
        assert due(connection, as_of="2025-12-31", within=3650).items == ()


def test_an_undone_entry_counts_nowhere(desk: Desk) -> None:
    register = entered(desk(instrument("2024-03-01")))
    with register.reading() as connection:
        number = next(one["number"] for one in entries(connection) if one["kind"] == "enter")
    register.undo(number, by="Ann")
    with register.reading() as connection:
        assert report(connection, year=2024, home_names=["Hue"]).figures[0].count == 1
