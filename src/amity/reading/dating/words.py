"""The vocabulary of times, and the pieces of patterns built from it."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from amity.vocabulary import alternatives, load, per_language

DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d)"
NTH = r"(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th)"
YEAR = r"(?:1[6-9]|20)\d\d(?!\d)"


@per_language
def word_list(section: str, key: str) -> frozenset[str]:
    """Return a list of the dates' vocabulary as a set: ``tense.planned``, ``words.before_month`` and the like."""
    return frozenset(load("dates")[section][key])


@per_language
def relations() -> dict[str, str]:
    """Return what each word before a time makes of it."""
    return {word: relation for relation, words in load("dates")["relations"].items() for word in words}


@per_language
def _numbered(section: str) -> dict[str, int]:
    return {form: int(number) for number, forms in load("dates")[section].items() for form in forms}


def any_of(forms: Iterable[str], capital: bool = False) -> str:
    """Return a pattern for any of the forms, longest first; with ``capital`` only as a name is written."""
    ordered = sorted(forms, key=len, reverse=True)
    if capital:
        return alternatives(re.escape(written) for form in ordered for written in (form.capitalize(), form.upper()))
    return "(?i:" + alternatives(re.escape(form).replace(r"\ ", r"\s+") for form in ordered) + ")"


class Pieces(NamedTuple):
    """Patterns for the words of times, to build larger ones from."""

    month: str
    weekday: str
    to: str
    also: str
    part: str
    number: str
    daypart: str
    days: str
    shifts: str


@per_language
def pieces() -> Pieces:
    """Return the patterns for the words of times."""
    data = load("dates")
    weekdays, words = _numbered("weekdays"), data["words"]
    return Pieces(
        month=any_of(_numbered("months"), capital=True),
        weekday=alternatives([any_of(weekdays, capital=True), *weekdays]),
        to=r"\s*" + any_of(words["to"]) + r"\s*(?:the\s+)?",
        also=r"\s*" + any_of(words["and"]) + r"\s*(?:the\s+)?",
        part=any_of(words["parts"]),
        number=alternatives([any_of(data["numbers"]), r"\d{1,2}"]),
        daypart=any_of(words["dayparts"]),
        days=any_of(data["days"]),
        shifts=any_of(data["shifts"]),
    )


def month(word: str) -> int:
    """Return the month's number, 1 to 12."""
    return _numbered("months")[word.casefold()]


def weekday(word: str) -> int:
    """Return the weekday's number, 0 for Monday."""
    return _numbered("weekdays")[word.casefold()]


def shift(section: str, words: str) -> int:
    """Return the days between the anchor and what the words tell: ``days`` from the report's day, ``shifts`` from the day told before."""
    days: int = load("dates")[section][" ".join(words.casefold().split())]
    return days


def day(word: str) -> int:
    """Return the day's number: 6 for "6", "06" and "6th"."""
    return int(re.sub(r"\D", "", word))


def number(word: str) -> int:
    """Return the value of a small number in words or digits."""
    return int(word) if word.isdigit() else int(load("dates")["numbers"][word.casefold()])
