"""Words for a country's people and things, and its short, formal and abbreviated names (``demonyms.toml``)."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import msgspec

from amity.gazetteer.folding import fold


class CountryWords(msgspec.Struct, frozen=True):
    """How a country is written: ``demonyms`` ("Lao", "Laotian"), other ``names``, and ``abbreviations`` (in capitals only)."""

    demonyms: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()


class _Table(msgspec.Struct, frozen=True):
    countries: dict[str, CountryWords]
    places: dict[str, tuple[str, ...]]


class _Demonyms(NamedTuple):
    countries: dict[str, str]
    places: dict[str, str]


@cache
def country_words() -> dict[str, CountryWords]:
    """Return the words of each country by its ISO 3166-1 alpha-2 code, read once per process."""
    return _data().countries


@cache
def demonym(word: str) -> str | None:
    """Return the ISO 3166-1 alpha-2 code of the country whose people ``word`` names ("Lao" → "LA"), else None.

    Only in its written form, with a capital: "polish" is no demonym. "Korean" is KR, as it is when a report says no more.
    """
    return _demonyms().countries.get(fold(word)) if word[:1].isupper() else None


@cache
def place_demonym(word: str) -> str | None:
    """Return the id of the first-level unit or city whose people ``word`` names ("Tibetan", "Hanoian"), else None."""
    return _demonyms().places.get(fold(word)) if word[:1].isupper() else None


@cache
def _demonyms() -> _Demonyms:
    countries = {fold(word): code for code, words in country_words().items() for word in words.demonyms}
    places = {fold(word): identifier for identifier, words in _data().places.items() for word in words}
    return _Demonyms(countries, places)


@cache
def _data() -> _Table:
    path = files("amity.vocabulary").joinpath("gazetteer", "demonyms.toml")
    return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), _Table)
