"""Fixed words: every one is translated, the compiled catalogs agree with their sources, dates and numbers are of the language."""

import io
import re
from pathlib import Path

import pytest
from babel.messages.mofile import read_mo

from amity.errors import UsageError
from amity.office.words import LANGUAGES, words
from tools.words import CATALOGS, compiled, messages, read

PLACE = re.compile(r"\{\w+\}")
WRITTEN = [pytest.param(path, id=path.parents[1].name) for path in CATALOGS]


def test_there_is_a_catalog_for_each_language_but_english() -> None:
    assert {path.parents[1].name for path in CATALOGS} == set(LANGUAGES) - {"en"}


@pytest.mark.parametrize("path", WRITTEN)
def test_all_words_of_the_code_are_translated_and_no_others(path: Path) -> None:
    catalog = read(path)
    told = {message.id if isinstance(message.id, str) else tuple(message.id): message.string for message in catalog if message.id}
    assert set(told) == set(messages()), "run python -m tools.words and translate what is new"
    assert [words for words, said in told.items() if not (said if isinstance(said, str) else said[0])] == []


@pytest.mark.parametrize("path", WRITTEN)
def test_places_to_fill_in_are_the_same(path: Path) -> None:
    for message in read(path):
        if message.id:
            asked = message.id if isinstance(message.id, str) else message.id[0]
            said = message.string if isinstance(message.string, str) else message.string[0]
            assert sorted(PLACE.findall(asked)) == sorted(PLACE.findall(said)), asked


@pytest.mark.parametrize("path", WRITTEN)
def test_the_compiled_catalog_is_that_of_the_source(path: Path) -> None:
    with path.with_suffix(".mo").open("rb") as file:
        found = read_mo(file)
    told = [(message.id, message.string) for message in found if message.id]
    assert told == [(message.id, message.string) for message in read_mo(io.BytesIO(compiled(read(path)))) if message.id]


@pytest.mark.parametrize(
    ("language", "days"),
    [
        ("en", ["2023", "Dec 2023", "28 Dec 2023"]),
        ("vi", ["2023", "thg 12 2023", "28 thg 12, 2023"]),
        ("zh", ["2023年", "2023年12月", "2023年12月28日"]),
    ],
)
def test_days_are_as_exact_as_they_were_told(language: str, days: list[str]) -> None:
    assert [words(language).day(told) for told in ("2023", "2023-12", "2023-12-28")] == days


def test_what_is_no_day_stays_as_it_is() -> None:
    say = words("en")
    assert [say.day(None), say.day(""), say.day("spring")] == ["", "", "spring"]


def test_numbers_and_plurals_are_of_the_language() -> None:
    assert words("en").many("{n} day ago", "{n} days ago", 1) == "1 day ago"
    assert words("en").many("{n} day ago", "{n} days ago", 1200) == "1,200 days ago"
    assert words("vi").many("{n} day ago", "{n} days ago", 1200) == "1.200 ngày trước"
    assert words("zh").many("{n} day ago", "{n} days ago", 1) == "1天前"


def test_countries_are_named_in_the_language() -> None:
    assert [words(language).country("LA") for language in LANGUAGES] == ["Laos", "Lào", "老挝"]
    assert words("en").country("ZZZ") == ""


def test_values_of_vocabularies_are_words() -> None:
    assert words("en").value("friendly_city_agreement") == "friendly city agreement"
    assert words("en").value("mou") == "memorandum of understanding"
    assert words("vi").value("in_effect") == "có hiệu lực"


def test_another_language_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(UsageError, match="--language fr: the fixed words are in en, vi, zh"):
        words("fr")
