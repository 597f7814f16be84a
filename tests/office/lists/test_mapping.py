"""Rows of lists as the fields of records."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from amity.office.lists.books import open_book
from amity.office.lists.grid import Fault, GridRow, Sheet
from amity.office.lists.heading import fitted
from amity.office.lists.mapping import Mapped, Mapper, Passed, Problem
from amity.office.lists.planning import Plan, planned
from amity.office.lists.profile import Profile, Skip, shipped

Written = Callable[..., Path]


def _plan(rows: Sequence[Sequence[Any]], profile: str | Profile = "agreements", *, home: str = "Tampere", dates: Any = None) -> Plan:
    found = shipped()[profile] if isinstance(profile, str) else profile
    sheet = Sheet("List", tuple(GridRow(number, tuple(row)) for number, row in enumerate(rows, start=1)))
    headed = fitted(sheet, found)
    assert headed is not None
    return planned(headed, [home], dates)


def _one(headings: Sequence[str], row: Sequence[Any], profile: str | Profile = "agreements", **more: Any) -> Mapped:
    plan = _plan([headings, row], profile, **more)
    assert plan.problems == ()
    return plan.rows[0]


def _problem(headings: Sequence[str], row: Sequence[Any], profile: str = "agreements") -> Problem:
    (found,) = _plan([headings, row], profile).problems
    return found


AGREEMENT = ["Reference", "Partner", "Country", "Type", "Title", "Date signed", "Period", "Status", "Sector", "Note"]


def test_a_row_of_agreements_becomes_an_instrument() -> None:
    row = ["A-7", "Linz", "Austria", "MoU", "Ports", "6 May 2019", "2019-2024", "in force", "trade; culture; chess", "renewable"]
    mapped = _one(AGREEMENT, row)
    assert mapped.fields == {
        "party": ["Linz, Austria", "Tampere"], "type": "mou", "title": "Ports", "signed_on": "2019-05-06", "from": "2019", "to": "2024",
        "status": "in_effect", "sector": ["trade", "culture"],
    }  # fmt: skip
    assert mapped.note == "Reference: A-7; Sector: chess; Note: renewable"
    assert mapped.keys == ("0:a 7", "1:linz|mou|ports|2019 05 06", "2:linz|mou|ports")
    assert mapped.key == "0:a 7"


def test_without_a_reference_other_columns_name_the_row() -> None:
    mapped = _one(["Partner", "Type", "Date"], ["Linz", "Thỏa thuận hợp tác", 2019])
    assert mapped.fields["type"] == "cooperation_agreement"
    assert mapped.keys == (None, "1:linz|cooperation agreement||2019", "2:linz|cooperation agreement|")


def test_several_partners_stand_in_one_cell() -> None:
    assert _one(["Partner", "Type"], ["Linz; Essen\nHue", "mou"]).fields["party"] == ["Linz", "Essen", "Hue", "Tampere"]


@pytest.mark.parametrize(
    ("name", "country", "meant"),
    [
        ("Linz", "Áo", "Linz, Austria"), ("Linz (Austria)", None, "Linz, Austria"), ("Linz", "AT", "Linz, Austria"), ("Linz", "-", "Linz"),
        ("Austria", "Austria", "Austria"), ("Port Office (PO)", None, "Port Office (PO)"), ("Linz", "奥地利", "Linz, Austria"),
    ],
)  # fmt: skip
def test_the_country_qualifies_the_partner_in_any_language(name: str, country: str | None, meant: str) -> None:
    assert _one(["Partner", "Country", "Type"], [name, country, "mou"]).fields["party"][0] == meant


def test_a_row_of_friendly_cities_becomes_a_tie() -> None:
    mapped = _one(
        ["STT", "Thành phố kết nghĩa", "Quốc gia", "Năm", "Tình trạng"], [1, "Linz", "Áo", 1994, "Đang hoạt động"], "friendly-cities"
    )
    assert mapped.fields == {
        "party": ["Linz, Austria", "Tampere"], "type": "friendly_city", "stage": "established", "since": "1994",
    }  # fmt: skip
    assert mapped.keys == ("0:linz|", "1:linz")


def test_what_a_row_tells_goes_before_what_the_profile_fixes() -> None:
    mapped = _one(["Friendly city", "Kind", "Status"], ["Linz", "Friendly exchange", "terminated"], "friendly-cities")
    assert (mapped.fields["type"], mapped.fields["stage"]) == ("friendly_exchange", "ended")


def test_delegations_have_host_and_visitor_and_their_head() -> None:
    row = ["Linz", "6-10/5/2024", "Eva Berg, Mayor", "Port visit", 12]
    mapped = _one(["Delegation from", "Date", "Head of delegation", "Purpose", "Size"], row, "delegations-in")
    assert mapped.fields == {
        "visitor": "Linz", "party": ["Linz", "Tampere"], "from": "2024-05-06", "to": "2024-05-10", "person": ["Eva Berg (Linz)"],
        "type": "visit", "host": "Tampere",
    }  # fmt: skip
    assert mapped.note == "Head of delegation: Eva Berg, Mayor; Purpose: Port visit; Size: 12"
    out = _one(
        ["Destination", "From", "To", "Head of delegation"], ["Linz", "6/5/2024", "10/5/2024", "Aino Laine"], "delegations-out", dates="dmy"
    )
    assert (out.fields["host"], out.fields["visitor"], out.fields["to"]) == ("Linz", "Tampere", "2024-05-10")
    assert out.fields["person"] == ["Aino Laine (Tampere)"]


@pytest.mark.parametrize(
    ("row", "column", "reason"),
    [
        ([None, "Linz", "Austria", "memorandum of undrstanding"], "D (Type)", "did you mean 'memorandum of understanding'?"),
        ([None, "Linz", "Wonderland", "mou"], "C (Country)", "'Wonderland' is no country"),
        ([None, "Linz", None, "mou", None, "05/06/2019"], "F (Date signed)", "two ways"),
        ([None, "Linz", None, "mou", None, "soon"], "F (Date signed)", "no date"),
        ([None, "Linz", None, "mou", None, Fault("the error #REF!; mend it")], "F (Date signed)", "#REF!"),
        ([None, "Linz", None, None, "Ports"], "D (Type)", "it is empty"),
        ([None, "Linz", None, "mou", None, None, "2024-2019"], "G (Period)", "ends before it begins"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_row_and_column(row: list[Any], column: str, reason: str) -> None:
    found = _problem(AGREEMENT, row)
    assert (found.row, found.column) == (2, column)
    assert reason in found.reason


def test_all_that_is_wrong_in_a_row_is_told_at_once() -> None:
    plan = _plan([AGREEMENT, [None, "Linz", "Wonderland", "x", None, "soon"]])
    assert [one.column for one in plan.problems] == ["C (Country)", "D (Type)", "F (Date signed)"]


def test_the_other_dates_of_a_column_tell_which_number_is_the_day() -> None:
    rows = [["Partner", "Type", "Date"], ["Linz", "mou", "05/06/2019"], ["Essen", "mou", "25/06/2019"]]
    assert [one.fields["signed_on"] for one in _plan(rows).rows] == ["2019-06-05", "2019-06-25"]


def test_headings_totals_and_remarks_between_rows_are_passed_over() -> None:
    rows = [
        ["Partner", "Type", "Date"],
        ["I. Europe"],
        ["Linz", "mou", 2019],
        ["Tổng cộng: 1"],
        ["Total", None, 1],
        [None, None, "as of May"],
    ]
    plan = _plan(rows)
    assert [one.row for one in plan.rows] == [3]
    assert plan.passed == (
        Passed(2, "a heading or remark between rows"), Passed(4, "a total"), Passed(5, "a total"),
        Passed(6, "a heading or remark between rows"),
    )  # fmt: skip


def test_rows_that_the_profile_skips_are_told() -> None:
    profile = msgspec.structs.replace(shipped()["agreements"], skip=(Skip("note", ("Void",)), Skip("title")))
    rows = [
        ["Partner", "Type", "Title", "Note"],
        ["Linz", "mou", "Ports", "VOID"],
        ["Linz", "mou", None, None],
        ["Linz", "mou", "Rail", "x"],
    ]
    plan = _plan(rows, profile)
    assert [one.reason for one in plan.passed] == ["its column note says VOID", "its column title is empty"]
    assert [one.row for one in plan.rows] == [4]


def test_the_same_said_twice_is_entered_once() -> None:
    plan = _plan([["Partner", "Type", "Date"], ["Linz", "mou", 2019], ["linz", "MoU", "2019"]])
    assert ([one.row for one in plan.rows], plan.repeated) == ([2], {3: 2})


def test_rows_that_contradict_each_other_are_both_told() -> None:
    rows = [
        AGREEMENT[:6],
        ["A-7", "Linz", None, "mou", "Ports", 2019],
        ["A-7", "Linz", None, "mou", "Ports", 2020],
        ["A-8", "Linz", None, "mou"],
    ]
    plan = _plan(rows)
    assert [one.row for one in plan.rows] == [4]
    first, second = plan.problems
    assert (first.row, second.row) == (2, 3)
    assert "the same as row 3 by A (Reference), and says otherwise: signed_on 2019 here, 2020 there" in first.reason
    assert "the same as row 2" in second.reason and "signed_on 2020 here, 2019 there" in second.reason


def test_a_separator_inside_a_text_of_a_csv_file_is_found(written: Written) -> None:
    path = written([["Partner", "Type", "Title"], ["Linz", "mou", "Ports", "rail"], ["Essen", "mou"]])
    headed = fitted(open_book(path).sheets[0], shipped()["agreements"])
    assert headed is not None
    plan = planned(headed, ["Tampere"])
    assert [(one.row, one.column) for one in plan.problems] == [(2, "D")]
    assert "4 cells under 3 headings" in plan.problems[0].reason
    assert [one.row for one in plan.rows] == [3]


def test_the_order_of_rows_and_columns_does_not_change_what_they_say() -> None:
    rows = [["Linz", "mou", "25/06/2019"], ["Essen", "loi", "05/06/2019"], ["Hue", "treaty", "2001"]]
    one = _plan([["Partner", "Type", "Date"], *rows])
    other = _plan([["Date", "Partner", "Type"], *([row[2], row[0], row[1]] for row in reversed(rows))])
    told = [sorted((mapped.key, str(sorted(mapped.fields.items()))) for mapped in plan.rows) for plan in (one, other)]
    assert told[0] == told[1]


@given(st.permutations(range(4)), st.integers(0, 4), st.sampled_from([0, 1, 2]))
def test_what_a_row_says_does_not_depend_on_its_place(order: list[int], at: int, above: int) -> None:
    rows = [["A-1", "Linz", None, "mou", "Ports", "25/06/2019"], ["A-2", "Essen", None, "loi", None, "05/06/2019"],
            [None, "Hue", "Vietnam", "plan", "Rail", 2001], [None, "Turku", None, "treaty"]]  # fmt: skip
    first = _plan([AGREEMENT, *rows])
    moved = [rows[place] for place in order]
    moved.insert(at, [None, "Lima", "Peru", "mou", "Film", 2010])
    other = _plan([*[["Our agreements"]] * above, AGREEMENT, *moved])
    told = {(one.key, one.said) for one in first.rows}
    assert told < {(one.key, one.said) for one in other.rows}
    assert len(other.rows) == len(first.rows) + 1


def test_who_we_are_may_be_several() -> None:
    headed = fitted(Sheet("L", (GridRow(1, ("Partner", "Type")), GridRow(2, ("Linz", "mou")))), shipped()["agreements"])
    assert headed is not None
    mapped = Mapper(headed, ["Tampere", "Turku"], None).map(headed.sheet.rows[1])
    assert isinstance(mapped, Mapped) and mapped.fields["party"] == ["Linz", "Tampere", "Turku"]
