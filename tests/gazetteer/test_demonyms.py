"""Words for countries' people and things."""

import pytest

from amity.gazetteer import Gazetteer, country_words, demonym, place_demonym
from amity.gazetteer.demonyms import _demonyms


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Lao", "LA"),
        ("Laotian", "LA"),
        ("Vietnamese", "VN"),
        ("Chinese", "CN"),
        ("Korean", "KR"),
        ("South Korean", "KR"),
        ("North Korean", "KP"),
        ("Filipino", "PH"),
        ("Dutch", "NL"),
        ("Thai", "TH"),
        ("British", "GB"),
        ("American", "US"),
        ("Kyrgyz", "KG"),
        ("Emirati", "AE"),
        ("Ivorian", "CI"),
        ("Burkinabè", "BF"),
        ("Swiss", "CH"),
        ("Polish", "PL"),
    ],
)
def test_demonyms(word: str, code: str) -> None:
    assert demonym(word) == code


@pytest.mark.parametrize("word", ["polish", "lao", "Kunming", "", "Minister", "China"])
def test_other_words_are_none(word: str) -> None:
    assert demonym(word) is None


def test_first_level_units_have_few(gazetteer: Gazetteer) -> None:
    identifier = place_demonym("Scottish")
    assert identifier is not None
    scotland = gazetteer.by_id(identifier)
    assert scotland is not None
    assert scotland.name == "Scotland"
    assert place_demonym("Lao") is None
    assert place_demonym("welsh") is None


def test_every_place_with_a_demonym_exists(gazetteer: Gazetteer) -> None:
    words = ["Tibetan", "Cantonese", "English", "Welsh", "Londoner", "Parisian", "Texan", "Catalan", "Bavarian", "Balinese", "Gujarati"]
    names = [found.name for word in words if (found := gazetteer.by_id(place_demonym(word) or ""))]
    assert names == ["Tibet", "Guangdong", "England", "Wales", "London", "Paris", "Texas", "Catalonia", "Bavaria", "Bali", "Gujarat"]


def test_ids_of_places_with_a_demonym_exist(gazetteer: Gazetteer) -> None:
    assert all(gazetteer.by_id(identifier) for identifier in _demonyms().places.values())


def test_no_demonym_stands_with_two_countries() -> None:
    words = [word for each in country_words().values() for word in each.demonyms]
    assert len(words) == len(set(words))


def test_codes_are_countries_and_their_names_lead_to_them(gazetteer: Gazetteer) -> None:
    for code, each in country_words().items():
        country = gazetteer.country(code)
        for name in (*each.names, *each.abbreviations):
            assert country in gazetteer.lookup(name), name


def test_every_sovereign_country_has_a_demonym_or_shares_one() -> None:
    with_words = {code for code, each in country_words().items() if each.demonyms}
    assert len(with_words) > 200
