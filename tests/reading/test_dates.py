"""Dates: what times reports tell, and on which days they are settled."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amity.model import Document
from amity.reading.dates import anchor, find_dates
from amity.reading.parser import parse
from amity.reading.report import DateMention, Report

FRIDAY = "2024-11-08"  # the day that most of these sentences are published on


def read(text: str, published: str | None = FRIDAY, dateline: str | None = None) -> tuple[Report, list[DateMention]]:
    report = Report(Document(id="x", path="x", published=published, dateline_date=dateline), text, parse(text))
    return report, find_dates(report)


def days(text: str, published: str | None = FRIDAY, dateline: str | None = None) -> list[str | None]:
    """The settled times as gold files write them; None for one that stays open."""
    _, found = read(text, published, dateline)
    ranges = [mention.date for mention in found]
    return [one and (one.start if one.start == one.end else f"{one.start}/{one.end}") for one in ranges]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayors met on November 6.", "2024-11-06"),
        ("The mayors met on Nov. 6, 2023.", "2023-11-06"),
        ("The mayors met on 6 November 2023.", "2023-11-06"),
        ("The mayors met on the 6th of November.", "2024-11-06"),
        ("The forum opened on NOVEMBER 4.", "2024-11-04"),
        ("The forum ran on September 17-19.", "2024-09-17/2024-09-19"),
        ("The forum ran from 17 to 19 September 2023.", "2023-09-17/2023-09-19"),
        ("The forum ran from September 28 to October 2.", "2024-09-28/2024-10-02"),
        ("They talked on October 9 and 10.", "2024-10-09/2024-10-10"),
        ("The pact was signed on 31/12/2023.", "2023-12-31"),
        ("The pact was signed on 08.12.2023.", "2023-12-08"),
        ("The pact was signed on 2023-12-31.", "2023-12-31"),
        ("A concert was given on the December 31 night.", "2023-12-31"),
        ("They met on Tuesday, November 5, in the town hall.", "2024-11-05"),
        ("The pact was signed last July 3.", "2024-07-03"),
        ("They met on the 21st and 22nd of January 2019.", "2019-01-21/2019-01-22"),
        ("They were there from Oct. 20th to Oct. 22nd.", "2024-10-20/2024-10-22"),
        ("They met on Wednesday night, September 6, 2023.", "2023-09-06"),
        ("The tour went from Dec 30, 2023 to Jan 2, 2024.", "2023-12-30/2024-01-02"),
    ],
)
def test_days(text: str, expected: str) -> None:
    assert days(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The pact was signed in June 2012.", "2012-06"),
        ("The treaty of 1998 still holds.", "1998"),
        ("He came in early 2021.", "2021"),
        ("He came last December.", "2023-12"),
        ("He will come next June.", "2025-06"),
        ("He came in November last year.", "2023-11"),
        ("The council met this month.", "2024-11"),
        ("The council met last month.", "2024-10"),
        ("Trade doubled last year.", "2023"),
        ("In September the mayor gave a speech.", "2024-09"),
        ("The road was opened two years ago.", "2022"),
        ("The road was opened three months ago.", "2024-08"),
        ("The fair ran from December 2022 to January 2023.", "2022-12/2023-01"),
        ("The 2023 agreement covers fisheries.", "2023"),
    ],
)
def test_months_and_years(text: str, expected: str) -> None:
    assert days(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The governor arrived on Thursday.", "2024-11-07"),
        ("The governor arrived on Friday.", "2024-11-08"),
        ("The governor will leave on Sunday.", "2024-11-10"),
        ("The governor arrived on thursday.", "2024-11-07"),
        ("The governor left last Friday.", "2024-11-01"),
        ("The governor spoke on Monday last week.", "2024-10-28"),
        ("The governor arrived today.", "2024-11-08"),
        ("The governor spoke this morning.", "2024-11-08"),
        ("The governor arrived yesterday.", "2024-11-07"),
        ("The governor leaves tomorrow.", "2024-11-09"),
        ("The governor fell ill three days ago.", "2024-11-05"),
        ("The talks were held from Monday to Wednesday.", "2024-11-04/2024-11-06"),
    ],
)
def test_words_for_days(text: str, expected: str) -> None:
    assert days(text) == [expected]


def test_a_weekday_is_reckoned_from_the_dateline_up_to_the_publication() -> None:
    assert days("They met on Thursday.", published="2024-07-26", dateline="2024-07-25") == ["2024-07-25"]
    assert days("They met on Thursday.", published="2024-07-26", dateline="2024-07-24") == ["2024-07-25"]
    assert days("They met today.", published="2024-07-26", dateline="2024-07-25") == ["2024-07-25"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on March 3, 2022. They signed the same day.", ["2022-03-03", "2022-03-03"]),
        ("They met on March 3, 2022; the next day they signed.", ["2022-03-03", "2022-03-04"]),
        ("They met on March 3, 2022. Two days later they signed.", ["2022-03-03", "2022-03-05"]),
        ("Ties date from May 2017. On the 20th of that month he came.", ["2017-05", "2017-05-20"]),
        ("Ties date from May 2017. From the 20th to the 27th of that month he toured it.", ["2017-05", "2017-05-20/2017-05-27"]),
        ("The town joined in 1995. That year it built a bridge.", ["1995", "1995"]),
        ("They signed on May 3, 2022. A bus will run on May 9, 2022. It snowed that day.", ["2022-05-03", "2022-05-09", "2022-05-03"]),
    ],
)
def test_times_that_lean_on_those_before(text: str, expected: list[str]) -> None:
    assert days(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They will meet on January 10.", "2025-01-10"),
        ("The summit is to be held on February 2.", "2025-02-02"),
        ("A fair scheduled for March 5 was announced.", "2025-03-05"),
        ("They met on January 10.", "2024-01-10"),
        ("In December the council voted.", "2023-12"),
        ("The visit, planned for November 6, took place.", "2024-11-06"),
    ],
)
def test_the_clause_decides_the_side_of_the_anchor(text: str, expected: str) -> None:
    assert days(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "They met on November 6.",
        "They met on Thursday.",
        "They met last month.",
        "They met today.",
        "They met earlier this week.",
        "They met on 8/12/2023.",
    ],
)
def test_without_an_anchor_nothing_is_guessed(text: str) -> None:
    assert days(text, published=None) == [None]


@pytest.mark.parametrize("text", ["They met earlier this week.", "They met last week.", "They met 9 weeks ago."])
def test_a_week_is_no_day(text: str) -> None:
    assert days(text) == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They were there on May 4-6 for the River Forum 2022.", ["2022-05-04/2022-05-06", "2022"]),
        ("They met on December 31. A ball on December 31 welcomed New Year 2024.", ["2023-12-31", "2023-12-31"]),
        ("They met on May 8, 2022. On May 10 they signed.", ["2022-05-08", "2022-05-10"]),
    ],
)
def test_a_year_in_the_report_settles_a_day_without_anchor(text: str, expected: list[str]) -> None:
    assert days(text, published=None) == expected


def test_a_published_month_settles_the_year() -> None:
    assert days("They met on August 22.", published="2024-08") == ["2024-08-22"]
    assert days("They met on Thursday.", published="2024-08") == [None]


@pytest.mark.parametrize(
    "text",
    [
        "The sides may sign it.",
        "May the friendship last.",
        "Ms April Okoro led the group.",
        "The march of history goes on.",
        "Some 2019 families moved.",
        "They adopted Vision 2030.",
        "The line is 1,006 km long and cost 2024 dollars.",
        "The city today is a hub.",
        "Shops open every Monday.",
        "The vote was 19-7 and the score 2-1.",
        "They met for 45 minutes.",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert days(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The memorandum for the 2022-2025 period is in force.", ("2022", "2025")),
        ("The memorandum for 2022-25 is in force.", ("2022", "2025")),
        ("The plan runs from 2024 to 2028.", ("2024", "2028")),
        ("The plan for 2024–2026 was agreed.", ("2024", "2026")),
        ("Between 2019 and 2023 they met often.", ("2019", "2023")),
    ],
)
def test_periods(text: str, expected: tuple[str, str]) -> None:
    _, found = read(text)
    (period,) = [one for one in found if one.relation == "period"]
    assert period.date is not None
    assert (period.date.start, period.date.end, period.date.precision) == (*expected, "year")


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Ties have grown since 2012.", "since"),
        ("They will raise trade by 2030.", "by"),
        ("The gate stays shut until March 2025.", "until"),
        ("They met before June 1, 2023.", "before"),
        ("They met after June 1, 2023.", "after"),
        ("They met on June 1, 2023.", "on"),
        ("In 2023 they met.", "on"),
    ],
)
def test_the_word_before_a_time_tells_its_relation(text: str, relation: str) -> None:
    _, found = read(text)
    assert [mention.relation for mention in found] == [relation]


def test_a_mention_covers_its_tokens_and_the_rule_is_noted() -> None:
    report, (mention,) = read("The mayors met on 6 November 2023 in Lund.")
    assert report.doc[mention.start : mention.end].text == "6 November 2023"
    assert [(fired.rule, fired.detail) for fired in report.fired] == [("date-day", "2023-11-06/2023-11-06")]


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (Document(id="x", path="x", published="2024-07-26", dateline_date="2024-07-25"), "2024-07-25"),
        (Document(id="x", path="x", published="2024-07-26"), "2024-07-26"),
        (Document(id="x", path="x", published="2024-08"), None),
        (Document(id="x", path="x", published="no day"), None),
        (Document(id="x", path="x"), None),
    ],
)
def test_the_anchor_is_the_dateline_else_the_publication(document: Document, expected: str | None) -> None:
    found = anchor(document)
    assert (found and found.isoformat()) == expected


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="0123456789-/.,' ()MaydecSun thofn\n", max_size=80), st.sampled_from([None, "2024-11-08", "2024-08", "x"]))
def test_any_text_is_read_without_an_error(text: str, published: str | None) -> None:
    report, found = read(text, published)
    assert all(0 <= mention.start < mention.end <= len(report.doc) for mention in found)
    assert [mention.start for mention in found] == sorted(mention.start for mention in found)


@settings(max_examples=100, deadline=None)
@given(st.dates())
def test_every_day_is_read_in_every_full_form(day) -> None:  # type: ignore[no-untyped-def]
    if day.year < 1600 or day.year > 2099:
        return
    for text in (
        f"{day:%B} {day.day}, {day.year}",
        f"{day.day} {day:%b}. {day.year}" if day.month != 5 else f"{day.day} May {day.year}",
        day.isoformat(),
    ):
        assert days(f"They met on {text}.", published=None) == [day.isoformat()]
