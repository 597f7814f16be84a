"""The words for countries and their people in an organisation's name: "Vietnam's Ministry of X", "the Vietnamese X ministry"."""

import re
from functools import cache, lru_cache

from amity.gazetteer import country_words, fold, open_gazetteer

CACHED_NAMES = 16_384
LONGEST = 6
"""Words of the longest name of a country that is looked for."""

_WORD = re.compile(r"[^\W_]+(?:[.&-][^\W_]+)*")
_POSSESSIVE = re.compile(r"(?<=\w)['’`´ʼ]s\b|(?<=s)['’`´ʼ](?=\s|$)")


@cache
def _nations() -> dict[tuple[str, ...], str]:
    """Return the countries by the words of their names and of their people's."""
    found: dict[tuple[str, ...], str] = {}
    for country in open_gazetteer().countries():
        found[tuple(fold(country.name).split())] = country.country
    for code, forms in country_words().items():
        for form in (*forms.demonyms, *forms.names, *forms.abbreviations):
            found.setdefault(tuple(fold(form).split()), code)
    return found


@lru_cache(maxsize=CACHED_NAMES)
def without_nation(name: str, own: str | None) -> str:
    """Return an organisation's name without the words for its own country, and with one word for each other country.

    ``own`` is an ISO 3166-1 alpha-2 code. A name that is made of such words only is returned as it is.
    """
    parts = _WORD.findall(_POSSESSIVE.sub("", name))
    kept: list[str] = []
    at = 0
    while at < len(parts):
        size, code = _nation_at(parts, at)
        kept += [parts[at]] if code is None else [] if code == own else [_one_word(code)]
        at += size
    return " ".join(kept) if any(part in parts for part in kept) else name


def _nation_at(parts: list[str], at: int) -> tuple[int, str | None]:
    """Return how many words name a country at a place of a name, and which."""
    if not parts[at][:1].isupper():
        return 1, None
    for size in range(min(LONGEST, len(parts) - at), 0, -1):
        code = _nations().get(tuple(fold(part) for part in parts[at : at + size]))
        if code is not None:
            return size, code
    return 1, None


@cache
def _one_word(code: str) -> str:
    country = open_gazetteer().country(code)
    return country.name.replace(" ", "") if country else code
