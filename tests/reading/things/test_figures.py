"""Figures: numbers in digits and words, with their scales and units."""

import pytest
import spacy

from amity.reading.things.figures import find_figures, find_ordinals, number_in_digits, number_in_words

BLANK = spacy.blank("en")


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("trade hit US$5 billion", 5e9, "USD"),
        ("trade hit $2.83 bn", 2.83e9, "USD"),
        ("worth 6.41 billion U.S. dollars", 6.41e9, "USD"),
        ("worth 3.58 billion U. S. dollars", 3.58e9, "USD"),
        ("at 10 million dollars", 1e7, "USD"),
        ("RMB 3.2 billion", 3.2e9, "CNY"),
        ("€1,234.50", 1234.5, "EUR"),
        ("5.1 trillion VND", 5.1e12, "VND"),
        ("3,000 euros", 3000, "EUR"),
        ("12.5%", 12.5, "percent"),
        ("31 percent", 31, "percent"),
        ("20 per cent", 20, "percent"),
        ("13.93 million trips", 13930000, None),
        ("1,035 people", 1035, None),
        ("4.500.000 people", 4500000, None),
        ("9 millions", 9000000, None),
        ("six towns", 6, None),
        ("twenty-four towns", 24, None),
        ("two hundred towns", 200, None),
        ("a dozen towns", 12, None),
    ],
)
def test_figures_have_a_value_and_a_unit(text: str, value: float, unit: str | None) -> None:
    assert [(f.value, f.unit) for f in find_figures(BLANK(text))] == [(value, unit)]


@pytest.mark.parametrize("text", ["COVID-19", "the 15th", "a 1,035-kilometre line", "B2B", "route A1", "tonight"])
def test_numbers_inside_words_are_no_figures(text: str) -> None:
    assert find_figures(BLANK(text)) == []


def test_figures_come_in_the_order_of_the_text() -> None:
    assert [f.value for f in find_figures(BLANK("58 cities in 22 countries, up 3 percent"))] == [58, 22, 3]


@pytest.mark.parametrize(
    ("digits", "value"), [("13.93", 13.93), ("2,5", 2.5), ("1,000,000", 1e6), ("1.000.000", 1e6), ("7", 7.0), ("1.2.3", None)]
)
def test_separators_are_told_apart(digits: str, value: float | None) -> None:
    assert number_in_digits(digits) == value


@pytest.mark.parametrize(("words", "value"), [("six", 6), ("twenty four", 24), ("three hundred", 300), ("a few", None), ("", None)])
def test_words_are_numbers_or_nothing(words: str, value: float | None) -> None:
    assert number_in_words(words) == value


def test_ordinals_are_counts() -> None:
    assert [(f.span.text, f.value) for f in find_ordinals(BLANK("the twelfth on the list and its 24th friend"))] == [
        ("twelfth", 12),
        ("24th", 24),
    ]


def test_money_is_told_from_percentages_and_counts() -> None:
    assert [f.is_money for f in find_figures(BLANK("US$5 million, 3 percent, 7 towns"))] == [True, False, False]
