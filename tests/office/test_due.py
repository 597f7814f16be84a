"""What is due: periods, promises with a day, sessions, silence; year borders, leap days, open ends and renewals."""

from collections.abc import Callable
from typing import Any

import pytest

from amity.errors import UsageError
from amity.office.due import KINDS, Due, DueItem, due
from amity.register import Register
from tests.matching.make import Maker

Desk = Callable[..., Register]
LANTERNS = "camphor lanterns along the river"


def asked(register: Register, **options: Any) -> Due:
    with register.reading() as connection:
        return due(connection, **options)


def only(found: Due) -> DueItem:
    (item,) = found.items
    return item


def shown(found: Due) -> list[tuple[str, str, int]]:
    return [(item.kind, item.day, item.days) for item in found.items]


def two(name: str = "a", published: str = "2022-05-10", **more: Any) -> tuple[Maker, list[str]]:
    maker = Maker(name, published, **more)
    return maker, [maker.actor("Hue", "municipality", "VN"), maker.actor("Gyeongju", "municipality", "KR")]


def instrument(period: tuple[str | None, str | None], status: str = "signed", **more: Any) -> Maker:
    maker, sides = two(**more)
    maker.instrument("mou", sides, signed="2022-05-09", period=period, status=status, title="memorandum on lanterns")
    return maker


def promise(due_on: str | None, published: str = "2022-05-10", name: str = "a") -> Maker:
    maker, sides = two(name, published)
    maker.statement(sides[:1], f"put up {LANTERNS}", to=sides[1:])
    maker.made.statements[-1].due = due_on
    return maker


def committee(frequency: str | None, held: str | None, *, status: str = "held", name: str = "a", published: str = "2022-05-10") -> Maker:
    maker, sides = two(name, published)
    words = "The joint lantern committee met."
    maker.mechanism("joint lantern committee", sides)
    maker.made.mechanisms[-1].frequency = frequency
    maker.event("committee_session", held, sides, status=status, words=words)
    return maker


@pytest.mark.parametrize(
    ("ends", "as_of", "within", "expected"),
    [
        ("2025", "2025-01-01", 363, []),
        ("2025", "2025-01-01", 364, [("period_ends", "2025-12-31", 364)]),
        ("2025", "2025-12-31", 0, [("period_ends", "2025-12-31", 0)]),
        ("2025", "2026-01-01", 0, [("period_ended", "2025-12-31", -1)]),
        ("2024-02", "2024-02-01", 90, [("period_ends", "2024-02-29", 28)]),
        ("2024-02-29", "2024-03-01", 90, [("period_ended", "2024-02-29", -1)]),
        ("2024-12-31", "2024-12-01", 90, [("period_ends", "2024-12-31", 30)]),
    ],
)
def test_periods_end_on_the_last_day_that_their_date_may_mean(
    desk: Desk, ends: str, as_of: str, within: int, expected: list[tuple[str, str, int]]
) -> None:
    assert shown(asked(desk(instrument(("2022", ends))), as_of=as_of, within=within)) == expected


def test_a_period_tells_what_it_rests_on(desk: Desk) -> None:
    item = only(asked(desk(instrument(("2022", "2025"))), as_of="2025-12-01", within=90))
    assert (item.id, item.label, item.what, item.told) == ("ins-1", "memorandum on lanterns", "mou", "2025")
    assert item.why == "period 2022 to 2025; last reported as signed"
    assert [one.label for one in item.parties] == ["Hue", "Gyeongju"]
    assert not item.derived
    assert item.searched is None
    assert item.citation is not None
    assert (item.citation.document, item.citation.day) == ("sha256:a", "2022-05-10")


def test_that_a_period_is_over_is_derived_and_says_what_was_searched(desk: Desk) -> None:
    register = desk(instrument(("2022", "2025")), Maker("b", "2026-02-01", publisher="Daily"))
    item = only(asked(register, as_of="2026-03-01"))
    assert (item.kind, item.derived) == ("period_ended", True)
    assert item.searched is not None
    assert (item.searched.reports, item.searched.outlets, item.searched.last) == (1, 1, "2026-02-01")


def test_an_open_end_is_never_due(desk: Desk) -> None:
    assert asked(desk(instrument(("2022", None))), as_of="2090-01-01").items == ()
    assert asked(desk(instrument((None, None))), as_of="2090-01-01").items == ()


@pytest.mark.parametrize("status", ["expired", "terminated", "superseded"])
def test_what_a_report_says_to_have_ended_is_not_derived_again(desk: Desk, status: str) -> None:
    assert asked(desk(instrument(("2022", "2025"), status)), as_of="2026-03-01").items == ()


def renewal() -> Maker:
    maker, sides = two("b", "2025-11-20")
    words = "They renewed the memorandum on lanterns for 2026 to 2028."
    maker.instrument("mou", sides, signed="2025-11-20", period=("2026", "2028"), title="memorandum on lanterns", words=words)
    return maker


def test_what_was_renewed_is_due_no_more(desk: Desk) -> None:
    register = desk(instrument(("2022", "2025")), renewal())
    assert shown(asked(register, as_of="2026-03-01")) == []
    assert shown(asked(register, as_of="2028-12-01")) == [("period_ends", "2028-12-31", 30)]


def test_a_renewal_reported_later_is_left_out(desk: Desk) -> None:
    register = desk(instrument(("2022", "2025")), renewal())
    assert shown(asked(register, as_of="2025-11-01")) == [("period_ends", "2025-12-31", 60)]


def test_what_was_reported_later_is_left_out(desk: Desk) -> None:
    assert asked(desk(instrument(("2022", "2025"), published="2025-06-01")), as_of="2025-05-31", within=365).items == ()


def test_rejected_facts_are_left_out_and_checked_ones_can_stand_alone(desk: Desk) -> None:
    register = desk(instrument(("2022", "2025")))
    assert asked(register, as_of="2025-12-01", checked_only=True).items == ()
    made = register.judge("confirm", ["ins-1"], by="Ann")
    assert only(asked(register, as_of="2025-12-01", checked_only=True)).state == "confirmed"
    register.undo(made.number)
    register.judge("reject", ["ins-1"], by="Ann")
    assert asked(register, as_of="2025-12-01").items == ()


def test_a_corrected_end_counts(desk: Desk) -> None:
    register = desk(instrument(("2022", "2025")))
    register.judge("correct", ["ins-1"], field="to", value="2024-06-30", by="Ann")
    assert shown(asked(register, as_of="2024-06-01")) == [("period_ends", "2024-06-30", 29)]


@pytest.mark.parametrize(
    ("due_on", "as_of", "expected"),
    [
        ("2022-06-01", "2022-05-20", [("due", "2022-06-01", 12)]),
        ("2022-06", "2022-06-30", [("due", "2022-06-30", 0)]),
        ("2022-06", "2022-07-01", [("due_passed", "2022-06-30", -1)]),
        ("2022", "2023-01-01", [("due_passed", "2022-12-31", -1)]),
        ("2030", "2023-06-01", []),
        (None, "2023-05-09", []),
        (None, "2023-05-10", [("no_reports_since", "2022-05-10", -365)]),
    ],
)
def test_promises_with_a_day_and_without(desk: Desk, due_on: str | None, as_of: str, expected: list[tuple[str, str, int]]) -> None:
    assert shown(asked(desk(promise(due_on)), as_of=as_of)) == expected


def test_silence_is_no_failure_and_says_what_was_searched(desk: Desk) -> None:
    register = desk(promise(None), *[Maker(f"x{n}", f"2022-0{n}-01", publisher=f"Paper {n % 2}") for n in range(6, 9)])
    item = only(asked(register, as_of="2024-01-01"))
    assert (item.kind, item.derived, item.why) == ("no_reports_since", True, "no report tells what came of it")
    assert item.searched is not None
    assert (item.searched.reports, item.searched.outlets, item.searched.last) == (3, 2, "2022-08-01")


def test_after_how_long_silence_is_listed_can_be_chosen(desk: Desk) -> None:
    register = desk(promise(None))
    assert asked(register, as_of="2022-08-01").items == ()
    assert only(asked(register, as_of="2022-08-01", silent=30)).kind == "no_reports_since"


@pytest.mark.parametrize(("status", "left"), [("fulfilled", 0), ("superseded", 0), ("abandoned", 0), ("in_progress", 1), ("partly", 1)])
def test_what_a_person_says_to_be_kept_is_due_no_more(desk: Desk, status: str, left: int) -> None:
    register = desk(promise("2022-06-01"))
    register.judge("assess", ["sta-1"], value=status, by="Ann")
    found = asked(register, as_of="2090-01-01").items
    assert len(found) == left
    assert all(item.why == f"last reported as {status.replace('_', ' ')}" for item in found)


def test_sessions_by_the_frequency_and_the_last(desk: Desk) -> None:
    register = desk(committee("annual", "2022-05-09"))
    assert shown(asked(register, as_of="2023-03-01")) == [("session", "2023-05-09", 69)]
    passed = only(asked(register, as_of="2023-06-01"))
    assert (passed.kind, passed.derived, passed.why) == ("session_passed", True, "meets: annual; the last that is reported: 2022-05-09")


def test_a_planned_session_is_told_and_not_derived(desk: Desk) -> None:
    coming = committee("annual", "2022-11-03", status="planned", name="b", published="2022-06-01")
    register = desk(committee("annual", "2022-05-09"), coming)
    item = only(asked(register, as_of="2022-10-01"))
    assert (item.kind, item.day, item.derived) == ("session", "2022-11-03", False)


def test_a_home_limits_the_list_and_tells_who_acts(desk: Desk) -> None:
    other = Maker("b", "2022-05-10")
    sides = [other.actor("Busan", "municipality", "KR"), other.actor("Osaka", "municipality", "JP")]
    other.instrument("mou", sides, signed="2022-05-09", period=("2022", "2024"), title="memorandum on ferries")
    register = desk(promise("2024-12-31"), other)
    everything = asked(register, as_of="2024-12-01")
    assert [(item.id, item.acts) for item in everything.items] == [("ins-1", ""), ("sta-1", "")]
    assert [(item.id, item.acts) for item in asked(register, as_of="2024-12-01", home_names=["Hue"]).items] == [("sta-1", "we")]
    assert [(item.id, item.acts) for item in asked(register, as_of="2024-12-01", home_names=["Gyeongju"]).items] == [("sta-1", "they")]
    assert len(asked(register, as_of="2024-12-01", home_names=["Hue"], everyone=True).items) == 2


def test_only_some_kinds(desk: Desk) -> None:
    register = desk(promise("2024-12-31"), instrument(("2022", "2024"), name="b"))
    assert len(asked(register, as_of="2024-12-01").items) == 2
    assert only(asked(register, as_of="2024-12-01", kinds=["due"])).id == "sta-1"
    with pytest.raises(UsageError, match=f"--kind soon: nothing is due in that way; there are {KINDS[0]}"):
        asked(register, kinds=["soon"])


def test_an_empty_register_has_nothing_due(desk: Desk) -> None:
    found = asked(desk(), as_of="2024-12-01")
    assert (found.items, found.searched.reports, found.until) == ((), 0, "2025-03-01")


def test_an_unknown_home_is_refused(desk: Desk) -> None:
    with pytest.raises(UsageError, match="Nowhereland: the register has no party of this name"):
        asked(desk(promise(None)), home_names=["Nowhereland"])


def test_asking_changes_nothing_and_gives_the_same_again(desk: Desk) -> None:
    register = desk(promise("2024-12-31"), instrument(("2022", "2024"), name="b"))
    before = register.dump()
    assert asked(register, as_of="2024-12-01") == asked(register, as_of="2024-12-01")
    assert register.dump() == before


def test_a_due_date_of_our_own_stands_beside_what_was_said(desk: Desk) -> None:
    register = desk(promise("2024-12-31"))
    made = register.judge("assign", ["sta-1"], value={"unit": "Parks", "due": "2024-11-30"}, by="Ann")
    found = asked(register, as_of="2024-11-15")
    assert [(one.kind, one.day, one.unit, one.derived) for one in found.items] == [
        ("own_due", "2024-11-30", "Parks", False),
        ("due", "2024-12-31", "Parks", False),
    ]
    assert shown(asked(register, as_of="2024-12-15"))[0] == ("own_passed", "2024-11-30", -15)
    register.undo(made.number)
    assert shown(asked(register, as_of="2024-11-15")) == [("due", "2024-12-31", 46)]


def test_a_request_may_have_a_due_date_of_our_own(desk: Desk) -> None:
    maker, sides = two()
    maker.statement(sides[:1], "send more ferries", to=sides[1:], force=2)
    register = desk(maker)
    register.judge("assign", ["sta-1"], value={"unit": "Parks", "due": "2024-11-30"}, by="Ann")
    assert shown(asked(register, as_of="2024-11-15")) == [("own_due", "2024-11-30", 15)]
