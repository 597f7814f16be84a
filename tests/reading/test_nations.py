"""Adjectives of nationality: of one word, of two, and words that only look like them."""

import pytest

from amity.reading.nations import first_of_pair, nation
from amity.reading.parser import parse


@pytest.mark.parametrize(
    ("text", "word", "code"),
    [
        ("The Lao minister came.", "Lao", "LA"),
        ("The Peruvian minister came.", "Peruvian", "PE"),
        ("The South African minister came.", "South", "ZA"),
        ("The South African minister came.", "African", "ZA"),
        ("The Sri Lankan minister came.", "Lankan", "LK"),
        ("The English city won.", "English", "GB"),
        ("The Scottish council agreed.", "Scottish", "GB"),
        ("Koreans came.", "Koreans", "KR"),
    ],
)
def test_adjectives(text: str, word: str, code: str) -> None:
    assert next(nation(t) for t in parse(text) if t.text == word) == code


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The African minister came.", "African"),
        ("They polish the lamp.", "polish"),
        ("The South wind blew.", "South"),
        ("The European city won.", "European"),
        ("Peru agreed.", "Peru"),
    ],
)
def test_other_words(text: str, word: str) -> None:
    assert next(nation(t) for t in parse(text) if t.text == word) is None


@pytest.mark.parametrize(
    ("text", "word", "pair"),
    [
        ("The South African minister came.", "South", True),
        ("The South African minister came.", "African", False),
        ("The Lao minister came.", "Lao", False),
    ],
)
def test_pairs(text: str, word: str, pair: bool) -> None:
    assert next(first_of_pair(t) for t in parse(text) if t.text == word) is pair
