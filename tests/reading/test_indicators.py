"""Indicators: which figures are about the cooperation itself, and which tell of something else."""

from collections.abc import Callable

import pytest

from amity.model import Document, Indicator
from amity.reading.clean import clean
from amity.reading.indicators import find_indicators
from amity.reading.pipeline import read_cleaned
from amity.reading.report import Report

ReportIn = Callable[[str], Report]
IndicatorsIn = Callable[[str], list[Indicator]]


@pytest.fixture
def indicators_in(report_in: ReportIn) -> IndicatorsIn:
    return lambda text: find_indicators(report_in(text))


TOLD = [
    # trade and investment
    ("Two-way trade reached US$5 billion last year.", 5e9, "USD"),
    ("Ruvanian investment in the province was valued at 6.41 billion U.S. dollars.", 6.41e9, "USD"),
    ("They discussed how to reach 12 billion dollars worth of two-way trade.", 1.2e10, "USD"),
    ("Exports to Ruvania rose by 31 percent.", 31, "percent"),
    ("The countries vowed to lift the trade turnover to €2 billion by 2030.", 2e9, "EUR"),
    ("Ruvania accounts for 20 percent of the province's imports.", 20, "percent"),
    # sums that are invested
    ("Firms from Ruvania have poured US$5.5 billion into the province.", 5.5e9, "USD"),
    ("The group invested 40 million euros in Kitaura.", 4e7, "EUR"),
    ("Ruvania's banks have injected $300 million into its economy.", 3e8, "USD"),
    # taken up by "it"
    ("Bilateral trade grew again. It reached US$3 billion.", 3e9, "USD"),
    # ties
    ("The city has 16 sister cities.", 16, None),
    ("Kitaura is the 24th friendly city of Dorvale.", 24, None),
    ("One of the town's nine twin towns is Ashby.", 9, None),
    ("There are more than 430 partnerships between places in the two states.", 430, None),
    # ties with places
    ("Dorvale has sister-city relations with 14 cities.", 14, None),
    ("The province has established ties with more than 40 regions.", 40, None),
    ("Ashby is twinned with six towns abroad.", 6, None),
    # the number of
    ("The number of friendship cities of Dorvale has risen to 31.", 31, None),
    ("Kitaura brings the number of sister cities to seven.", 7, None),
    ("The total number of Ruvanian students in Hexi stands at 1,200.", 1200, None),
    # sums
    ("Joint projects have reached 44.", 44, None),
    ("Ruvanian students in the city totalled 310.", 310, None),
    ("Tourist arrivals from Hexi grew by 14 percent.", 14, "percent"),
    # members and spread
    ("The alliance counts 58 cities among its members.", 58, None),
    ("The network has 120 members.", 120, None),
    ("The league unites 33 towns.", 33, None),
    # ranks
    ("Ruvania has been Hexi's largest trading partner for 25 years.", 25, "years"),
    ("It has stayed the biggest investor for the past 12 years.", 12, "years"),
    ("Hexi has been the top export market for seven consecutive years.", 7, "years"),
    # enterprises, people and goods
    ("Some 240 Ruvanian companies operate in the province.", 240, None),
    ("The university has trained 80 engineers from Hexi.", 80, None),
    ("The railway has carried 13.93 million passenger trips.", 13930000, None),
    # over time
    ("The partner towns have exchanged 40 delegations since 1990.", 40, None),
    ("About 600 pupils from the twin town have come so far.", 600, None),
    ("The sister cities have held 15 concerts over the years.", 15, None),
    # the place among ties
    ("The council approved a sister-city agreement with Kitaura, the twelfth on its list.", 12, None),
    ("Ashby now has a sister city in Asia, the eighth in all.", 8, None),
    ("Of Dorvale's sister cities, Kitaura became the tenth.", 10, None),
    # the place in a rank
    ("Ruvania is Hexi's second largest trading partner.", 2, None),
    ("Tolmark is its fourth-biggest export market.", 4, None),
    ("The country ranks fifth among foreign investors in Hexi.", 5, None),
    # goods that are moved
    ("Goods worth $310 million were shipped to Ruvania last year.", 3.1e8, "USD"),
    ("Hexi exported $40 million worth of timber to Ruvania.", 4e7, "USD"),
    ("Ruvania bought rice for $7 million.", 7e6, "USD"),
    # commitments, and what became of them
    ("The cabinets took on 60 new commitments.", 60, None),
    ("Around 80 percent of the agreements reached last year have been fulfilled.", 80, "percent"),
    ("They have carried out 85 percent of the commitments made in Ashby.", 85, "percent"),
    # numbers before what they count
    ("The pact brings to 21 the number of Dorvale's sister cities.", 21, None),
    ("They want to raise the number of partnerships to 300.", 300, None),
    ("The deal lifts to eight the number of twin towns.", 8, None),
    # people there are, and people of both sides
    ("There are 120 Ruvanian students at the college.", 120, None),
    ("At present, 37 students from Hexi are pursuing degrees here.", 37, None),
    ("Since 1989 the two towns have exchanged more than 1,000 students.", 1000, None),
    # other ways to write a sum
    ("Trade worth £300m flowed between the two neighbours.", 3e8, "GBP"),
    ("Bilateral trade hit Rs 450 crore.", 4.5e9, "INR"),
    ("Investment from Hexi totals RM 20 billion.", 2e10, "MYR"),
]

NOTHING = [
    # lengths, ages, dates and durations
    "The border is 980 kilometres long.",
    "The mayor, 54, took office in 2019.",
    "The partnership has lasted 26 years.",
    "They marked the 50th anniversary of diplomatic relations.",
    # occasions
    "More than 100 people took part in the meeting.",
    "A delegation of 20 officials visited the port.",
    "Sixteen papers were exchanged.",
    "The 20-minute talks ended at noon.",
    # the sides
    "The two cities signed a letter of intent.",
    "Both sister cities will meet.",
    "They have three partnerships in mind.",
    # other business
    "The GDP of the province grew by 7 percent.",
    "The mayor gave $15,000 to the centre.",
    "The salary of a nurse is US$900.",
    "The headquarters will cost US$3 million.",
    "They invested US$2 million to paint the hall.",
    "The council invested US$2 million in 2019.",
    "The city has 800,000 inhabitants.",
    "Police seized 2 million pills.",
    "Ten people from Ruvania have been killed since May.",
    "Tariffs on imports rose to 25 percent.",
    # ordinals of meetings and sides
    "It was the fourth partner meeting.",
    "They attended the third market fair.",
    "The second session of the council was held.",
    # what is no commitment of the sides
    "About 40 percent of the land is farmed.",
    "The bank shipped $3 million to its branch.",
    "The pupil ranks third in class.",
]


@pytest.mark.parametrize(("text", "value", "unit"), TOLD)
def test_figures_about_the_cooperation_are_read(indicators_in: IndicatorsIn, text: str, value: float, unit: str | None) -> None:
    assert [(i.value, i.unit) for i in indicators_in(text)] == [(value, unit)]


@pytest.mark.parametrize("text", NOTHING)
def test_other_figures_are_left_alone(indicators_in: IndicatorsIn, text: str) -> None:
    assert indicators_in(text) == []


def test_members_may_be_spread_over_countries(indicators_in: IndicatorsIn) -> None:
    found = indicators_in("The alliance counts 58 cities in 22 countries among its members.")
    assert [(i.measure, i.value) for i in found] == [("cities", 58), ("countries", 22)]


def test_sums_after_from_and_in_brackets_only_explain(indicators_in: IndicatorsIn) -> None:
    found = indicators_in("Trade rose from US$2 billion to US$3 billion. Investment stood at RMB 70 billion (US$10 billion).")
    assert [i.value for i in found] == [3e9, 7e10]


def test_the_same_value_is_told_once(indicators_in: IndicatorsIn) -> None:
    assert len(indicators_in("Trade reached US$5 billion. The US$5 billion in trade was a record.")) == 1


@pytest.mark.parametrize(
    ("text", "as_of"),
    [
        ("Bilateral trade reached US$5 billion in 2023.", "2023"),
        ("They want to lift trade to US$5 billion by 2030.", "2030"),
        ("The city has had 16 sister cities since 2011.", None),
        ("Bilateral trade reached US$5 billion.", None),
    ],
)
def test_the_time_that_a_figure_holds_for(indicators_in: IndicatorsIn, text: str, as_of: str | None) -> None:
    assert indicators_in(text)[0].as_of == as_of


def test_the_subject_is_the_first_side_that_the_sentence_names(report_in: ReportIn) -> None:
    report = report_in("{municipality:Dorvale} has 16 sister cities, among them {municipality:Ashby}. Trade reached US$5 billion.")
    first, second = find_indicators(report)
    assert report.table.actors[first.subject or ""].name == "Dorvale"
    assert second.subject is None


def test_the_measure_is_what_the_words_count(indicators_in: IndicatorsIn) -> None:
    assert indicators_in("The city has 16 sister cities.")[0].measure == "sister cities"
    assert indicators_in("Two-way trade reached US$5 billion.")[0].measure == "Two-way trade"


def test_every_indicator_leads_back_to_its_rule(report_in: ReportIn) -> None:
    report = report_in("The city has 16 sister cities and trade reached US$5 billion.")
    find_indicators(report)
    assert [f.rule for f in report.fired] == ["indicator-ties", "indicator-trade"]


def test_reports_about_something_else_hold_no_things() -> None:
    text = "Exports fell 3 percent in May, the bank said. The firm will build a factory. The steering committee of its lenders met."
    reading = read_cleaned(clean(text, Document(id="sha256:0", path="test")))
    assert (reading.mechanisms, reading.projects, reading.indicators) == ([], [], [])
