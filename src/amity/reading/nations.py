"""Adjectives of nationality as they stand in a text: "Lao", "South African", "English"."""

from functools import lru_cache

from spacy.tokens import Token

from amity.gazetteer import demonym, open_gazetteer, place_demonym

CACHED = 4096
"""Words and pairs of words of some hundred reports."""


def nation(token: Token) -> str | None:
    """Return the ISO 3166-1 alpha-2 code of the country of which the token, alone or with a neighbour, names the people."""
    text = token.text
    if not text[:1].isupper():
        return None
    before = token.nbor(-1).text if token.i else ""
    after = token.nbor().text if token.i + 1 < len(token.doc) else ""
    return _paired(before, text) or _paired(text, after) or _alone(text)


def first_of_pair(token: Token) -> bool:
    """Tell whether the token begins an adjective of two words: "South" in "South African"."""
    text = token.text
    return text[:1].isupper() and token.i + 1 < len(token.doc) and _paired(text, token.nbor().text) is not None


@lru_cache(maxsize=CACHED)
def _paired(one: str, other: str) -> str | None:
    return demonym(f"{one} {other}") if one[:1].isupper() and other[:1].isupper() else None


@lru_cache(maxsize=CACHED)
def _alone(word: str) -> str | None:
    code = demonym(word)
    place = open_gazetteer().by_id(identifier) if code is None and (identifier := place_demonym(word)) else None
    return place.country if place else code
