"""The report of a year: what each figure counts, at the borders of years, and that each leads to its records."""

from collections.abc import Callable
from typing import Any

import pytest

from amity.errors import UsageError
from amity.office.report import Figure, Report, report
from amity.register import Register
from tests.matching.make import Maker, place

Desk = Callable[..., Register]
HUE, GYEONGJU = "Hue", "Gyeongju"


def made(register: Register, year: int = 2024, home: str = HUE, **options: Any) -> Report:
    with register.reading() as connection:
        return report(connection, year=year, home_names=[home], **{"as_of": "2030-01-01", **options})


def figure(register: Register, key: str, year: int = 2024, **options: Any) -> Figure:
    return next(one for one in made(register, year, **options).figures if one.key == key)


def days(found: Figure) -> list[tuple[str, str]]:
    return [(record.id, record.day) for record in found.records]


def two(name: str = "a", published: str = "2024-05-10") -> tuple[Maker, list[str]]:
    maker = Maker(name, published, publisher="Daily")
    return maker, [maker.actor(HUE, "municipality", "VN"), maker.actor(GYEONGJU, "municipality", "KR")]


def instrument(signed: str | None, name: str = "a", published: str = "2024-05-10", title: str = "lanterns", **more: Any) -> Maker:
    maker, sides = two(name, published)
    maker.instrument("mou", sides, signed=signed, title=f"memorandum on {title}", words=f"They have a memorandum on {title}.", **more)
    return maker


@pytest.mark.parametrize(
    ("signed", "year", "count"),
    [
        ("2024-01-01", 2024, 1),
        ("2024-12-31", 2024, 1),
        ("2023-12-31", 2024, 0),
        ("2025-01-01", 2024, 0),
        ("2024-02-29", 2024, 1),
        ("2024", 2024, 1),
        ("2024-06", 2024, 1),
    ],
)
def test_signed_in_the_year(desk: Desk, signed: str | None, year: int, count: int) -> None:
    found = figure(desk(instrument(signed)), "signed", year)
    assert found.count == count == len(found.records)


def test_a_signing_brought_as_news_without_its_day_counts_by_the_report(desk: Desk) -> None:
    register = desk(instrument(None), instrument(None, "b", title="ferries", concluded=False))
    assert [(one.id, one.day, one.derived) for one in figure(register, "signed").records] == [("ins-1", "2024-05-10", True)]


@pytest.mark.parametrize(
    ("signed", "period", "status", "year", "count"),
    [
        ("2022-05-09", (None, None), "signed", 2024, 1),
        ("2022-05-09", ("2022", "2024"), "signed", 2024, 1),
        ("2022-05-09", ("2022", "2024"), "signed", 2025, 0),
        ("2022-05-09", ("2022", "2024-12-30"), "signed", 2024, 0),
        ("2022-05-09", (None, None), "signed", 2021, 0),
        ("2022-05-09", (None, None), "terminated", 2024, 0),
        ("2022-05-09", (None, None), "suspended", 2024, 0),
        (None, (None, None), "negotiating", 2024, 0),
        (None, (None, None), "in_effect", 2024, 1),
    ],
)
def test_in_force_at_the_end_of_the_year(
    desk: Desk, signed: str | None, period: tuple[str | None, str | None], status: str, year: int, count: int
) -> None:
    register = desk(instrument(signed, period=period, status=status, published="2022-05-10"))
    assert figure(register, "in_force", year).count == count


def test_of_the_present_year_the_day_of_asking_counts(desk: Desk) -> None:
    register = desk(instrument("2024-03-01", period=("2024-03", "2024-08"), published="2024-03-02"))
    assert figure(register, "in_force", as_of="2024-06-30").count == 1
    assert figure(register, "in_force", as_of="2024-12-31").count == 0


def test_a_period_that_is_over_has_ended_derived(desk: Desk) -> None:
    found = figure(desk(instrument("2022-05-09", period=("2022", "2024"), published="2022-05-10")), "ended")
    assert [(one.day, one.how, one.derived) for one in found.records] == [("2024", "period_over", True)]


def test_a_report_of_the_end_counts_and_is_not_derived(desk: Desk) -> None:
    later = instrument("2022-05-09", "b", "2024-07-02", status="terminated", concluded=False)
    register = desk(instrument("2022-05-09", published="2022-05-10"), later)
    found = figure(register, "ended")
    assert [(one.status, one.derived) for one in found.records] == [("terminated", False)]
    assert figure(register, "ended", as_of="2024-07-01").count == 0
    assert figure(register, "in_force", as_of="2024-07-01").count == 1
    assert figure(register, "in_force").count == 0


def test_what_an_agreement_followed_is_not_in_force_beside_it(desk: Desk) -> None:
    maker, sides = two("b", "2025-11-20")
    words = "They renewed the memorandum on lanterns for 2025 to 2028."
    maker.instrument("mou", sides, signed="2025-11-20", period=("2025", "2028"), title="memorandum on lanterns", words=words)
    register = desk(instrument("2022-05-09", period=("2022", "2025"), published="2022-05-10"), maker)
    assert days(figure(register, "in_force", 2025)) == [("ins-2", "2025-11-20")]
    assert days(figure(register, "in_force", 2024)) == [("ins-1", "2022-05-09")]


def promise() -> Maker:
    maker, sides = two("a", "2023-05-10")
    maker.statement(sides[:1], "put up camphor lanterns along the river", to=sides[1:])
    return maker


def test_implemented_is_what_somebody_says_to_be_kept(desk: Desk) -> None:
    register = desk(promise())
    assert figure(register, "implemented", 2026).count == 0
    register.judge("assess", ["sta-1"], value="fulfilled", by="Ann", note="seen")
    year = int(register.dump()["assessments"][0]["as_of"][:4]) if "assessments" in register.dump() else 2026
    found = figure(register, "implemented", year, as_of="2090-01-01")
    assert [(one.id, one.status, one.by) for one in found.records] == [("sta-1", "fulfilled", "Ann")]


def test_promised_tells_by_whom(desk: Desk) -> None:
    register = desk(promise())
    assert [one.whose for one in figure(register, "promised", 2023).records] == ["we"]
    assert [one.whose for one in figure(register, "promised", 2023, home=GYEONGJU).records] == ["they"]
    assert figure(register, "promised", 2024).count == 0


def meeting(
    on: str, where: str, country: str, *, name: str = "a", kind: str = "meeting", status: str = "held", mode: str = "unknown"
) -> Maker:
    maker, sides = two(name, f"{on[:7]}-28")
    words = f"They came together in {where} on {on}."
    maker.event(kind, on, sides, where=place(where, country), words=words, status=status, mode=mode)
    return maker


def test_delegations_in_and_out_by_place(desk: Desk) -> None:
    register = desk(meeting("2024-05-02", HUE, "VN"), meeting("2024-08-02", GYEONGJU, "KR", name="b"))
    assert days(figure(register, "delegations_in")) == [("evt-1", "2024-05-02")]
    assert days(figure(register, "delegations_out")) == [("evt-2", "2024-08-02")]
    assert days(figure(register, "delegations_in", home=GYEONGJU)) == [("evt-2", "2024-08-02")]


def test_one_visit_of_some_days_is_one_delegation(desk: Desk) -> None:
    reports = [
        meeting(f"2024-05-0{day}", HUE, "VN", name=f"r{day}", kind=kind) for day, kind in ((2, "meeting"), (3, "signing"), (6, "visit"))
    ]
    found = figure(desk(*reports), "delegations_in")
    assert [(one.day, one.more) for one in found.records] == [("2024-05-02 to 2024-05-03", ("evt-2",)), ("2024-05-06", ())]


def test_the_visitor_counts_before_the_place(desk: Desk) -> None:
    maker, sides = two()
    maker.event("visit", "2024-05-02", sides, where=place("Hanoi", "VN"), words="They met on 2 May.")
    from amity.model import Participant

    maker.made.events[-1].participants = [Participant(actor=sides[1], role="visitor")]
    register = desk(maker)
    assert figure(register, "delegations_in").count == 1
    assert figure(register, "delegations_out", home=GYEONGJU).count == 1


@pytest.mark.parametrize(("status", "mode"), [("planned", "unknown"), ("cancelled", "unknown"), ("held", "online"), ("held", "phone")])
def test_nobody_travels_to_what_is_not_held_or_is_online(desk: Desk, status: str, mode: str) -> None:
    register = desk(meeting("2024-05-02", HUE, "VN", status=status, mode=mode))
    assert figure(register, "delegations_in").count == figure(register, "delegations_out").count == 0


def test_a_meeting_without_a_place_is_in_neither(desk: Desk) -> None:
    maker, sides = two()
    maker.event("meeting", "2024-05-02", sides)
    register = desk(maker)
    assert figure(register, "delegations_in").count == figure(register, "delegations_out").count == 0


def test_new_ties_by_the_day_that_reports_give(desk: Desk) -> None:
    maker, _ = two(published="2024-06-01")
    maker.sentence(f"{HUE} and {GYEONGJU} became sister cities in March 2024.")
    register = desk(maker)
    assert [one.label for one in figure(register, "new_ties").records] == [f"{HUE} – {GYEONGJU}"]
    assert figure(register, "new_ties", 2023).count == 0
    assert figure(register, "new_ties", as_of="2024-05-31").count == 0


def test_each_figure_is_the_number_of_its_records_and_says_what_it_counts(desk: Desk) -> None:
    register = desk(instrument("2024-03-01"), instrument("2024-04-01", "b", title="ferries"), meeting("2024-05-02", HUE, "VN", name="c"))
    register.judge("confirm", ["ins-1"], by="Ann")
    for one in made(register).figures:
        assert one.count == len(one.records) == one.checked + one.unchecked
        assert one.definition
        assert [record.id for record in one.records] == list(dict.fromkeys(record.id for record in one.records))
        assert all(record.citations and record.citations[0].quote for record in one.records)
    found = figure(register, "signed")
    assert (found.count, found.checked, found.unchecked, found.reported, found.entered) == (2, 1, 1, 2, 0)
    assert figure(register, "signed", checked_only=True).count == 1


def test_rejected_facts_count_nowhere(desk: Desk) -> None:
    register = desk(instrument("2024-03-01"))
    register.judge("reject", ["ins-1"], by="Ann")
    assert [one.count for one in made(register).figures] == [0] * 8


def test_an_empty_register_and_a_home_that_nothing_tells_of(desk: Desk) -> None:
    found = made(desk())
    assert [one.count for one in found.figures] == [0] * 8
    assert found.searched.reports == 0


def test_without_a_home_it_asks_for_one(desk: Desk) -> None:
    with desk(instrument("2024-03-01")).reading() as connection:
        with pytest.raises(UsageError, match=r"report: whose\? No home is set; name it with --home"):
            report(connection, year=2024)
        with pytest.raises(UsageError, match="Nowhereland: the register has no party"):
            report(connection, year=2024, home_names=["Nowhereland"])
        with pytest.raises(UsageError, match="--year 0: no year; write four digits"):
            report(connection, year=0, home_names=[HUE])
