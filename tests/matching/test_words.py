"""Content words, names in sentences, sentences, and dates."""

from datetime import date

import pytest

from amity.matching.days import apart, gap, months, neighbours, precise, span
from amity.matching.sentences import sentences
from amity.matching.toldays import coming_day, date_in, dates_in
from amity.matching.words import capitals, common, content, names, overlap, stem


@pytest.mark.parametrize(
    "forms",
    [
        ("upgrade", "upgraded", "upgrading", "upgrades"),
        ("restore", "restored", "restoring", "restoration"),
        ("operate", "operation", "operations", "operating"),
        ("negotiate", "negotiations", "negotiating"),
        ("bridge", "bridges"),
        ("plan", "plans", "planned", "planning"),
        ("study", "studies"),
        ("agree", "agreed", "agreement", "agreements"),
        ("coach", "coaches"),
    ],
)
def test_forms_of_one_word(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1


@pytest.mark.parametrize(("one", "other"), [("plan", "plane"), ("state", "station"), ("port", "portal"), ("class", "clash")])
def test_other_words(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@pytest.mark.parametrize("word", ["cooperation", "implementation", "statements", "processes", "widened"])
def test_a_stem_is_its_own(word: str) -> None:
    assert stem(stem(word)) == stem(word)


def test_words_of_one_meaning_are_one() -> None:
    assert set(content("planes will fly")) & set(content("a flight"))
    assert set(content("the crossing")) & set(content("a border gate"))


def test_words_that_tell_nothing_are_left_out() -> None:
    assert content("the two sides said on Monday that they would do so in June") == ()


def test_words_of_every_report_are_known_as_common() -> None:
    assert set(content("strengthen cooperation and promote friendship")) <= common()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the Ban Vang - Long Vai crossing", ("banvang", "longvai")),
        ("the Ban Vang-Longvai crossing", ("banvang", "longvai")),
        ("The road at Ban Vang's edge", ("banvang",)),
        ("on Friday, March 3", ()),
        ("Roads were widened", ()),
        ("They met. Roads were widened near Ban Vang", ("banvang",)),
    ],
)
def test_names_in_a_sentence(text: str, found: tuple[str, ...]) -> None:
    assert names(text) == found


def test_a_name_in_one_word_or_two_is_one() -> None:
    assert names("at Longvai") == names("at Long Vai")


def test_overlap_is_sorted() -> None:
    assert overlap(("b", "a", "c"), ("c", "b")) == ("b", "c")


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Mr. Khoa met Dr. Mai. They agreed.", ["Mr. Khoa met Dr. Mai.", "They agreed."]),
        ("It opens on Nov. 3 in Hue. All came.", ["It opens on Nov. 3 in Hue.", "All came."]),
        ('He said: "We will come." Then he left.', ['He said: "We will come."', "Then he left."]),
        ("A heading\nA sentence.", ["A heading", "A sentence."]),
        ("One only", ["One only"]),
        ("", []),
    ],
)
def test_sentences(text: str, cut: list[str]) -> None:
    found = sentences(text)
    assert [one.quote for one in found] == cut
    assert all(text[one.start : one.end] == one.quote for one in found)


def test_paragraphs_are_counted_and_quotations_blanked() -> None:
    found = sentences('Lines "meet" here. Again.\nNew.')
    assert [one.paragraph for one in found] == [0, 0, 1]
    assert found[0].plain == "lines        here."


@pytest.mark.parametrize(
    ("told", "first", "last"),
    [("2024", (2024, 1, 1), (2024, 12, 31)), ("2024-02", (2024, 2, 1), (2024, 2, 29)), ("2024-02-03", (2024, 2, 3), (2024, 2, 3))],
)
def test_spans(told: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    assert span(told) == (date(*first), date(*last))


@pytest.mark.parametrize("told", [None, "", "soon", "2024-13", "2024-02-30"])
def test_what_is_no_date_has_no_span(told: str | None) -> None:
    assert span(told) is None


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [("2024-03-05", "2024-03-05", 0), ("2024-03-05", "2024-03", 0), ("2024-03-05", "2024-03-08", 3), ("2024-03", "2024-04-02", 2)],
)
def test_gaps(one: str, other: str, days: int) -> None:
    ours, theirs = span(one), span(other)
    assert ours and theirs and gap(ours, theirs) == gap(theirs, ours) == days


@pytest.mark.parametrize(("days", "shared"), [(0, True), (1, True), (2, False)])
def test_neighbours_share_a_label_up_to_a_day(days: int, shared: bool) -> None:
    one, other = date(2024, 2, 29), date.fromordinal(date(2024, 2, 29).toordinal() + days)
    assert bool({*neighbours(one)} & {*neighbours(other)}) == shared


def test_months_of_a_span() -> None:
    assert months(date(2024, 1, 30), date(2024, 3, 1)) == ["2024-01", "2024-02", "2024-03"]
    assert months(date(2024, 1, 30), date(2025, 3, 1), most=2) == ["2024-01", "2024-02"]


def test_days_apart_and_precision() -> None:
    assert apart("2024-03-05", "2024-03-01") == -4
    assert apart(None, "2024-03-01") is None
    assert precise("2024-03-05") and not precise("2024-03") and not precise(None)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("opened on 14 march 2023", ["2023-03-14"]),
        ("opened on march 14, 2023, after 2021", ["2023-03-14"]),
        ("opened in june 2022", ["2022-06"]),
        ("twinned since 1988", ["1988"]),
        ("running since 14 march", ["2024-03-14"]),
        ("signed in november", ["2023-11"]),
        ("they may meet and march on", []),
        ("on the 31st of june 2024", []),
        ("from 3 april 2020 to 5 may 2021", ["2020-04-03", "2021-05-05"]),
    ],
)
def test_dates_in_words(words: str, found: list[str]) -> None:
    assert dates_in(words, "2024-05-10") == found


def test_the_most_precise_date_counts() -> None:
    assert date_in("closed in 2021, running since 14 march", "2024-05-10") == "2024-03-14"
    assert date_in("closed and open", "2024-05-10") is None


@pytest.mark.parametrize(
    ("words", "day"), [("on friday", "2024-05-10"), ("on saturday", "2024-05-11"), ("on 3 june", "2024-06-03"), ("soon", None)]
)
def test_the_day_that_an_announcement_names(words: str, day: str | None) -> None:
    assert coming_day(words, "2024-05-10") == day
    assert coming_day("on friday", None) is None


def test_capitals() -> None:
    text = "Mayor Ana Ruiz of Cali met Peru's President in Lima on Tuesday. Friends of Ñuflo came in March."
    assert capitals(text) == {"ana", "ruiz", "cali", "peru", "lima", "nuflo"}
    assert capitals("") == frozenset()
