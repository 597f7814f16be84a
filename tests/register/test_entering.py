"""Entries in the register: undone and brought back, withdrawn, rebuilt, checked, and shown as what they are."""

from typing import Any

import pytest

from amity.errors import UsageError
from amity.office.entering import Entered, Record, enter
from amity.register import Register
from amity.register.queries.details import show
from amity.register.queries.filters import Filters
from amity.register.queries.history import entries
from amity.register.queries.keeping import alone
from amity.register.queries.listing import LISTINGS
from amity.register.queries.pages import page
from amity.register.queries.reviewing import queue
from tests.register.pool import ENTERED_AT, entry, make

MOU = {"party": ["Hue city", "Gyeongju"], "type": "mou", "signed_on": "2024-05-06", "title": "MoU on tourism"}
PROMISE = {"by_party": "Hue city", "to_party": "Gyeongju", "force": "pledge", "action": "open a lantern school", "due": "2027"}


def entered(register: Register, kind: str = "instrument", by: str = "Ann", **fields: Any) -> Entered:
    told = {"instrument": MOU, "statement": PROMISE}[kind]
    return enter(register, [Record(kind=kind, fields={**told, **fields})], by=by, at=ENTERED_AT)[0]


def shown(register: Register, public: str) -> dict[str, Any]:
    with register.reading() as connection:
        return show(connection, public)


def test_an_undone_entry_tells_nothing(register: Register) -> None:
    register.undo(entered(register).number)
    dumped = register.dump()
    assert (dumped["documents"], dumped["instruments"], dumped["actors"]) == ([], [], [])
    assert register.check() == []
    with register.reading() as connection:
        assert page(connection, LISTINGS["instruments"], Filters()).rows == []
    with pytest.raises(UsageError, match="ins-1: no report tells of it any more"):
        shown(register, "ins-1")


def test_an_undo_of_the_undo_brings_it_back_with_its_ids(register: Register) -> None:
    made = entered(register)
    before = register.dump()
    register.undo(register.undo(made.number).number)
    assert register.dump() == before
    register.rebuild()
    assert register.dump() == before


def test_rebuilding_neither_doubles_nor_brings_back(register: Register) -> None:
    entered(register)
    register.undo(entered(register, signed_on="2019-01-01").number)
    before = register.dump()
    register.rebuild()
    assert register.dump() == before
    assert len(before["instruments"]) == 1


def test_entering_again_what_was_undone_brings_it_back(register: Register) -> None:
    made = entered(register)
    before = register.dump()
    register.undo(made.number)
    again = entered(register, by="Bob")
    assert (again.outcome, again.document) == ("again", made.document)
    assert register.dump() == before
    assert shown(register, "ins-1")["checked_by"] == "Ann"


def test_it_can_be_undone_again_by_its_number(register: Register) -> None:
    made = entered(register)
    register.undo(made.number)
    entered(register)
    register.undo(made.number)
    assert register.dump()["instruments"] == []
    assert entered(register).outcome == "again"


def test_what_was_withdrawn_stays_so(register: Register) -> None:
    made = entered(register)
    register.withdraw(made.document)
    again = entered(register)
    assert (again.outcome, again.facts) == ("withdrawn", ())
    with pytest.raises(UsageError, match="entry:hand#1: it was withdrawn, and that cannot be undone"):
        register.undo(made.number)
    assert register.check() == []


def test_judgements_of_an_undone_entry_wait_for_nobody(register: Register) -> None:
    made = entered(register)
    register.judge("confirm", ["ins-1"], by="Bob")
    undone = register.undo(made.number)
    with register.reading() as connection:
        assert queue(connection) == []
    register.undo(undone.number)
    assert shown(register, "ins-1")["state"] == "confirmed"


def test_a_judgement_outweighs_who_entered_it_until_it_is_undone(register: Register) -> None:
    entered(register)
    rejected = register.judge("reject", ["ins-1"], by="Bob")
    assert (shown(register, "ins-1")["state"], shown(register, "ins-1")["checked_by"]) == ("rejected", "Bob")
    register.undo(rejected.number)
    assert (shown(register, "ins-1")["state"], shown(register, "ins-1")["checked_by"]) == ("entered", "Ann")


def test_a_report_that_joins_leaves_it_entered(register: Register) -> None:
    entered(register, "statement")
    for number in range(12):
        register.add(make(number), reader="1")
    assert shown(register, "sta-1")["state"] == "entered"
    assert register.check() == []


def test_entries_are_not_read_again(register: Register) -> None:
    made = entered(register)
    assert register.outdated("99.0") == []
    one = entry(3)
    register.enter([one], by="Ann")
    with pytest.raises(UsageError, match="this is an entry, which is not read"):
        register.reread(one, reader="99.0")
    assert made.document


def test_entries_of_one_form_are_no_copies(register: Register) -> None:
    note = "A long note of the same words in each of them, " * 20
    for day in ("2019-01-01", "2021-02-02", "2023-03-03"):
        enter(register, [Record(kind="instrument", fields={**MOU, "signed_on": day}, note=note)], by="Ann")
    assert register.dump()["copies"] == []


def test_lines_of_an_entry_tell_no_outcome_and_no_tie(register: Register) -> None:
    entered(register, "statement")
    note = "Hue and Gyeongju have been sister cities since 2006; the lantern school was opened on 3 May and is 40 km long"
    enter(register, [Record(kind="instrument", fields=MOU, note=note)], by="Ann")
    dumped = register.dump()
    assert dumped["ties"] == []
    assert [one["assessments"] for one in dumped["commitments"]] == [[]]


class TestAssignments:
    """Which unit sees to a commitment, and by when."""

    def test_unit_and_own_due_date_stand_beside_what_was_said(self, register: Register) -> None:
        entered(register, "statement")
        register.judge("assign", ["sta-1"], value={"unit": "Economic Division", "due": "2026-12-31"}, by="Ann")
        card = shown(register, "sta-1")
        assert (card["unit"], card["own_due"], card["due"], card["state"]) == ("Economic Division", "2026-12-31", "2027", "entered")

    def test_the_latest_of_each_holds_and_an_undo_takes_it_back(self, register: Register) -> None:
        entered(register, "statement")
        register.judge("assign", ["sta-1"], value={"unit": "Economic Division", "due": "2026-12-31"})
        made = register.judge("assign", ["sta-1"], value={"unit": "Protocol", "due": None})
        assert (shown(register, "sta-1")["unit"], shown(register, "sta-1")["own_due"]) == ("Protocol", "2026-12-31")
        register.undo(made.number)
        assert shown(register, "sta-1")["unit"] == "Economic Division"
        register.rebuild()
        assert shown(register, "sta-1")["unit"] == "Economic Division"

    def test_lists_can_be_narrowed_to_a_unit(self, register: Register) -> None:
        entered(register, "statement")
        entered(register, "statement", action="exchange nurses")
        register.judge("assign", ["sta-2"], value={"unit": "Protocol"})
        with register.reading() as connection:
            found = page(connection, LISTINGS["commitments"], Filters(unit=("Protocol",))).rows
            assert page(connection, LISTINGS["commitments"], Filters(unit=("Nobody",))).rows == []
        assert [(row["id"], row["unit"]) for row in found] == [("sta-2", "Protocol")]

    @pytest.mark.parametrize(
        ("public", "value", "reason"),
        [
            ("ins-1", {"unit": "Protocol"}, "only commitments and other statements are assigned"),
            ("sta-1", {}, "nothing to set; tell a unit"),
            ("sta-1", None, "nothing to set"),
            ("sta-1", {"unit": "x" * 201}, "201 characters; write 200 at most"),
            ("sta-1", {"due": "31/12/2026"}, "assign: due: '31/12/2026' is no date as it is written here"),
            ("sta-1", {"due": "2026-02-30"}, "is no day of the calendar"),
            ("sta-9", {"unit": "Protocol"}, "the register has no such id"),
        ],
    )
    def test_what_makes_no_sense_is_refused(self, register: Register, public: str, value: Any, reason: str) -> None:
        entered(register)
        entered(register, "statement")
        with pytest.raises(UsageError, match=reason):
            register.judge("assign", [public], value=value)


class TestCorrectedDocuments:
    """A report's own date: the reading that was made with it holds, until it is undone."""

    @pytest.fixture
    def document(self, register: Register) -> str:
        one = make(1)
        register.add(one, reader="1")
        return one.document.id

    def corrected(self, register: Register, document: str, published: str, field: str = "published") -> int:
        one = make(1)
        one.document.published = published
        one.text += f" Read with {published}."
        one.indicators = one.indicators[:0]
        one.projects = []
        return register.correct_document(document, field, published, one, by="Ann").number

    def told(self, register: Register, document: str) -> str:
        return str(shown(register, document).get("published"))

    def test_it_holds_and_can_be_undone(self, register: Register, document: str) -> None:
        before, dumped = self.told(register, document), register.dump()
        number = self.corrected(register, document, "2031-01-01")
        assert self.told(register, document) == "2031-01-01"
        assert shown(register, document)["corrected"] == {"published": "2031-01-01"}
        register.rebuild()
        assert self.told(register, document) == "2031-01-01"
        undone = register.undo(number)
        assert (self.told(register, document), register.dump()) == (before, dumped)
        register.undo(undone.number)
        assert self.told(register, document) == "2031-01-01"
        assert register.check() == []

    def test_a_newer_reader_keeps_it(self, register: Register, document: str) -> None:
        number = self.corrected(register, document, "2031-01-01")
        newer = make(1, 2)
        newer.document.published = "2031-01-01"
        register.reread(newer, reader="99.0")
        assert self.told(register, document) == "2031-01-01"
        register.undo(number)
        assert self.told(register, document) == make(1).document.published

    def test_the_last_of_two_holds(self, register: Register, document: str) -> None:
        first = self.corrected(register, document, "2031-01-01")
        second = self.corrected(register, document, "2032-02-02")
        assert self.told(register, document) == "2032-02-02"
        register.undo(first)
        assert self.told(register, document) == "2032-02-02"
        register.undo(second)
        assert self.told(register, document) == make(1).document.published

    def test_of_two_fields_the_later_is_undone_first(self, register: Register, document: str) -> None:
        first = self.corrected(register, document, "2031-01-01")
        second = self.corrected(register, document, "Daily", field="publisher")
        with pytest.raises(UsageError, match=rf"undo the later corrections first \({second}\)"):
            register.undo(first)
        assert register.check() == []
        register.undo(second)
        register.undo(first)
        assert self.told(register, document) == make(1).document.published

    def test_its_words_go_with_the_document(self, register: Register, document: str) -> None:
        self.corrected(register, document, "A title that nobody else has", field="title")
        register.withdraw(document)
        assert b"nobody else has" not in register.path.read_bytes()
        assert register.check() == []


def test_what_goes_with_a_report_tells_of_entries_about_it(register: Register) -> None:
    report = make(1)
    register.add(report, reader="1")
    register.enter([entry(2, about=(report.document.id, report.text))], by="Ann")
    with register.reading() as connection:
        assert alone(connection, register.dump()["documents"][0]["id"]).entries == 1


def test_the_log_names_what_was_entered_corrected_and_assigned(register: Register) -> None:
    entered(register, "statement")
    register.judge("assign", ["sta-1"], value={"unit": "Protocol", "due": "2026"})
    register.undo(1)
    with register.reading() as connection:
        told = [(row["kind"], row["about"].split(":")[0]) for row in entries(connection)]
    assert told == [("undo", "judgement 1"), ("assign", "Protocol, 2026"), ("enter", "entry")]
