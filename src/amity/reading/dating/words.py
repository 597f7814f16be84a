"""The vocabulary of times, and the pieces of patterns built from it."""

import re
from typing import Any

from amity.vocabulary import load

_WORDS: dict[str, Any] = load("dates")


def _numbered(table: dict[str, list[str]]) -> dict[str, int]:
    return {form: int(number) for number, forms in table.items() for form in forms}


MONTHS = _numbered(_WORDS["months"])
WEEKDAYS = _numbered(_WORDS["weekdays"])
DAYS: dict[str, int] = _WORDS["days"]
SHIFTS: dict[str, int] = _WORDS["shifts"]
NUMBERS: dict[str, int] = _WORDS["numbers"]
FUTURE_AUXILIARIES = frozenset(_WORDS["tense"]["future_auxiliaries"])
PLANNED = frozenset(_WORDS["tense"]["planned"])
PLANNED_MODIFIERS = frozenset(_WORDS["tense"]["planned_modifiers"])
BEFORE_MONTH = frozenset(_WORDS["words"]["before_month"])
BEFORE_MONTH_SURE = frozenset(_WORDS["words"]["before_month_sure"])
BEFORE_YEAR = frozenset(_WORDS["words"]["before_year"])
BEFORE_WEEKDAY_NEVER = frozenset(_WORDS["words"]["before_weekday_never"])
PROGRAMMES = frozenset(_WORDS["words"]["programmes"])
RELATIONS: dict[str, str] = {word: relation for relation, words in _WORDS["relations"].items() for word in words}


def any_of(forms: list[str] | dict[str, int], capital: bool = False) -> str:
    """Return a pattern for any of the forms, longest first; with ``capital`` only as a name is written."""
    ordered = sorted(forms, key=len, reverse=True)
    if capital:
        ordered = [written for form in ordered for written in (form.capitalize(), form.upper())]
        return "(?:" + "|".join(map(re.escape, ordered)) + ")"
    return "(?i:" + "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in ordered) + ")"


MONTH = any_of(MONTHS, capital=True)
WEEKDAY = "(?:" + any_of(WEEKDAYS, capital=True) + "|" + "|".join(WEEKDAYS) + ")"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d)"
NTH = r"(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th)"
YEAR = r"(?:1[6-9]|20)\d\d(?!\d)"
TO = r"\s*" + any_of(_WORDS["words"]["to"]) + r"\s*(?:the\s+)?"
AND = r"\s*" + any_of(_WORDS["words"]["and"]) + r"\s*(?:the\s+)?"
PART = any_of(_WORDS["words"]["parts"])
NUMBER = "(?:" + any_of(NUMBERS) + r"|\d{1,2})"
DAYPART = any_of(_WORDS["words"]["dayparts"])


def month(word: str) -> int:
    """Return the month's number, 1 to 12."""
    return MONTHS[word.casefold()]


def weekday(word: str) -> int:
    """Return the weekday's number, 0 for Monday."""
    return WEEKDAYS[word.casefold()]


def day(word: str) -> int:
    """Return the day's number: 6 for "6", "06" and "6th"."""
    return int(re.sub(r"\D", "", word))


def number(word: str) -> int:
    """Return the value of a small number in words or digits."""
    return int(word) if word.isdigit() else NUMBERS[word.casefold()]
