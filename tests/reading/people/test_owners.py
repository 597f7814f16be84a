"""Owners hidden in a run of capitals: places before a holder's name, raw words before a title."""

from collections.abc import Callable

import pytest

from amity.reading.people import find_people
from amity.reading.report import ActorTable, Report

ReportOf = Callable[[str], tuple[Report, ActorTable]]


def read(report_of: ReportOf, text: str) -> tuple[str, str | None, str | None]:
    """Return the first person's name, and the name and kind of what the first post is of."""
    report, table = report_of(text)
    find_people(report, table)
    of = table.actors[table.posts[0].of] if table.posts and table.posts[0].of else None
    return next(a.name for a in table.actors.values() if a.kind == "person"), of and of.name, of and of.kind


@pytest.mark.parametrize(
    ("text", "name", "of", "kind"),
    [
        ("Mayor of Poltava Maria Shevko signed.", "Maria Shevko", "Poltava", "municipality"),
        (
            "Mayor of the municipality Stari Grad in {municipality:Sarajevo} Ibrahim Delic signed.",
            "Ibrahim Delic",
            "Stari Grad",
            "municipality",
        ),
        ("Ambassador of Laos Khamsay Vongdara came.", "Khamsay Vongdara", "Laos", "state"),
        ("Mayor of Qyzbel Peter Holt signed.", "Peter Holt", "Qyzbel", "municipality"),
        ("Governor of Qyzbel Tran Van Khoi signed.", "Tran Van Khoi", "Qyzbel", "province"),
        ("Mayor of Ashbyville Heights Peter Holt signed.", "Peter Holt", "Ashbyville Heights", "municipality"),
    ],
)
def test_a_place_before_its_holders_name(report_of: ReportOf, text: str, name: str, of: str, kind: str) -> None:
    assert read(report_of, text) == (name, of, kind)


@pytest.mark.parametrize(
    ("text", "of", "kind"),
    [
        ("QZXA Vice President Peter Holt came.", "QZXA", "body"),
        ("The chairman of the QZXA, Peter Holt, came.", "QZXA", "body"),
        ("Then Qyzbel Mayor Peter Holt came.", "Qyzbel", "municipality"),
        ("Then Qyzbel Governor Peter Holt came.", "Qyzbel", "province"),
    ],
)
def test_raw_words_beside_a_title(report_of: ReportOf, text: str, of: str, kind: str) -> None:
    assert read(report_of, text) == ("Peter Holt", of, kind)


def test_raw_words_that_begin_a_known_name(report_of: ReportOf) -> None:
    text = "{body:Qyzbel South City Council} met. Then {municipality:Qyzbel} South Mayor Peter Holt came."
    assert read(report_of, text)[1] == "Qyzbel South City Council"


def test_a_place_right_after_the_title(report_of: ReportOf) -> None:
    assert read(report_of, "Mayor {municipality:Qyzbel} Peter James Holt came.") == ("Peter James Holt", "Qyzbel", "municipality")


@pytest.mark.parametrize("text", ["Mayor of Peter Holt's choice came with Mr Peter Holt.", "Then Mayor Peter Holt came."])
def test_no_owner_in_a_name(report_of: ReportOf, text: str) -> None:
    assert read(report_of, text)[1] is None
