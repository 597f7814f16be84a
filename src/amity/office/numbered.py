"""Sessions that a report tells by their number or year, in the words that name the mechanism: "the 9th session of the committee"."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from amity.vocabulary import load

NEAR = 60
"""Characters before and after in which words tell that a session is yet to come."""
KEPT = 32_768
"""Sentences whose answer is kept: words do not change, and every look at a mechanism asks for all of its sentences."""


class Numbered(NamedTuple):
    """A session as told: its number, or "" for none and its year, and whether it is yet to come."""

    number: int | None
    year: str
    coming: bool


def numbered(name: str, quote: str) -> list[Numbered]:
    """Return the sessions of a mechanism of this name that a sentence tells by number or year, in the order of the words."""
    return list(_numbered(name, quote))


@lru_cache(maxsize=KEPT)
def _numbered(name: str, quote: str) -> tuple[Numbered, ...]:
    found = list[Numbered]()
    for spot in re.finditer(re.escape(name), quote, re.IGNORECASE):
        before, after = quote[: spot.start()], quote[spot.end() :]
        if told := _before().search(before):
            found += [_session(quote, one, told.start(), spot.end()) for one in (told["one"], told["two"]) if one]
        elif told := _after().search(after):
            found.append(_session(quote, told["one"], spot.start(), spot.end() + told.end()))
        elif told := _YEAR.search(before):
            found.append(Numbered(None, told[1], _coming(quote, told.start(), spot.end())))
    return tuple(found)


def _session(quote: str, ordinal: str, start: int, end: int) -> Numbered:
    return Numbered(_number(ordinal), "", _coming(quote, start, end))


def _number(ordinal: str) -> int:
    digits = re.match(r"\d+", ordinal)
    return int(digits[0]) if digits else int(load("sessions")["ordinals"].index(ordinal.lower())) + 1


def _coming(quote: str, start: int, end: int) -> bool:
    """Tell whether the words before, between number and name, or after say that a session is yet to come."""
    words = load("sessions")
    before, after = quote[max(0, start - NEAR) : end], quote[start : end + NEAR]
    return _any(words["coming_before"]).search(before) is not None or _any(words["coming_after"]).search(after) is not None


def _any(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)


_YEAR = re.compile(r"\b((?:19|20)\d\d) $")


@cache
def _before() -> re.Pattern[str]:
    """Return the pattern of a number before the name: "the 9th and 10th sessions of the", "the ninth"."""
    words = {key: "|".join(map(re.escape, told)) for key, told in load("sessions").items()}
    one = rf"\d{{1,3}}(?:st|nd|rd|th)|{words['ordinals']}"
    return re.compile(
        rf"\b(?P<one>{one})(?: (?:and|or) (?:the )?(?P<two>{one}))?(?: (?:{words['between']}))*"
        rf"(?: (?:{words['nouns']})s?(?: (?:{words['joined']}))?)?(?: (?:{words['articles']}))? $",
        re.IGNORECASE,
    )


@cache
def _after() -> re.Pattern[str]:
    """Return the pattern of a number after the name: "held its 9th session", "met for the ninth time", but of nothing else."""
    words = {key: "|".join(map(re.escape, told)) for key, told in load("sessions").items()}
    one = rf"\d{{1,3}}(?:st|nd|rd|th)|{words['ordinals']}"
    return re.compile(
        rf"^(?:(?!\band\b)[^,;.]){{0,{NEAR}}}?\b(?P<one>{one})(?: (?:{words['between']}))* (?:{words['nouns']})\b(?! of)",
        re.IGNORECASE,
    )
