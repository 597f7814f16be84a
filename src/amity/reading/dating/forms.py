"""The forms in which reports tell times: one named pattern each, from the most to the least explicit."""

import re
from typing import NamedTuple

from amity.reading.dating.words import AND, DAY, DAYPART, DAYS, MONTH, NTH, NUMBER, PART, SHIFTS, TO, WEEKDAY, YEAR, any_of

_WHICH_YEAR = rf"(?:,?\s+(?P<year>{YEAR})|,?\s+(?P<which>(?i:this|last|next))\s+year)"
_LED = rf"(?:(?i:last|this|next)\s+)?(?:{WEEKDAY}(?:\s+{DAYPART})?(?:,|\s*\()?\s+)?"
_ENDS = r"(?=\s*(?:[,.;:)]|$)|\s+(?:in|at|for|to|during|by|with|on|as|the|and|after|of|this|last|next|\d{4})\b)"
_UNIT = r"(?P<unit>day|week|month|year|decade)s?"


class Form(NamedTuple):
    """One way of telling a time."""

    name: str
    pattern: re.Pattern[str]


def _form(name: str, pattern: str) -> Form:
    return Form(name, re.compile(rf"(?<![\w/])(?:{pattern})(?!\w)"))


FORMS: tuple[Form, ...] = (
    _form("iso", rf"(?P<year>{YEAR})(?P<sep>[-/.])(?P<month>0?[1-9]|1[0-2])(?P=sep)(?P<day>0?[1-9]|[12]\d|3[01])(?:T[\d:.]+Z?)?"),
    _form(
        "numeric",
        rf"(?:(?P<weekday>{WEEKDAY})(?:,|\s*\()?\s+|(?P<weekday2>{WEEKDAY})\s*\()?(?P<one>\d\d?)(?P<sep>[-/.])(?P<two>\d\d?)(?P=sep)(?P<year>{YEAR})",
    ),
    _form(
        "full-range",
        rf"{_LED}(?P<month>{MONTH})\s+(?P<day>{DAY}),?\s+(?P<year>{YEAR}){TO}(?P<month2>{MONTH})\s+(?P<day2>{DAY}),?\s+(?P<year2>{YEAR})",
    ),
    _form(
        "full-range",
        rf"(?P<day>{DAY})\s+(?P<month>{MONTH}),?\s+(?P<year>{YEAR}){TO}(?P<day2>{DAY})\s+(?P<month2>{MONTH}),?\s+(?P<year2>{YEAR})",
    ),
    _form("days", rf"{_LED}(?P<month>{MONTH})\s+(?:the\s+)?(?P<day>{DAY}){TO}(?:(?P<month2>{MONTH})\s+)?(?P<day2>{DAY}){_WHICH_YEAR}?"),
    _form(
        "days", rf"{_LED}(?P<month>{MONTH})\s+(?:the\s+)?(?P<day>{DAY}){AND}(?:(?P<month2>{MONTH})\s+)?(?P<day2>{DAY}){_ENDS}{_WHICH_YEAR}?"
    ),
    _form("days", rf"(?:the\s+)?(?P<day>{DAY})(?:{TO}|{AND})(?P<day2>{DAY})\s+(?:of\s+)?(?P<month>{MONTH}){_WHICH_YEAR}?"),
    _form("days", rf"(?P<day>{DAY})\s+(?:of\s+)?(?P<month>{MONTH}){TO}(?P<day2>{DAY})\s+(?:of\s+)?(?P<month2>{MONTH}){_WHICH_YEAR}?"),
    _form("day", rf"{_LED}(?P<month>{MONTH})\s+(?:the\s+)?(?P<day>{DAY})(?!\s*:\d){_WHICH_YEAR}?"),
    _form("day", rf"{_LED}(?:the\s+)?(?P<day>{DAY})\s+(?:of\s+)?(?P<month>{MONTH}){_WHICH_YEAR}?"),
    _form("months", rf"(?P<month>{MONTH})(?:,?\s+(?P<year>{YEAR}))?(?:{TO}|{AND})(?P<month2>{MONTH}),?\s+(?P<year2>{YEAR})"),
    _form("month", rf"(?:{PART}[\s-]+)?(?P<month>{MONTH}),?\s+(?:of\s+)?(?P<year>{YEAR})"),
    _form("month-which", rf"(?P<which>(?i:this|last|next|the\s+past|this\s+past|this\s+coming))\s+(?P<month>{MONTH})"),
    _form("month-which-year", rf"(?:{PART}[\s-]+)?(?P<month>{MONTH})\s+(?:of\s+)?(?P<which>(?i:this|last|next|that))\s+year"),
    _form("month-alone", rf"(?:{PART}[\s-]+)?(?P<month>{MONTH})"),
    _form("nths", rf"(?:the\s+)?(?P<day>{NTH}){TO}(?P<day2>{NTH})(?:\s+of\s+(?P<which>(?i:this|that|last|next|the\s+same))\s+month)?"),
    _form("nth", rf"(?:the\s+)?(?P<day>{NTH})\s+of\s+(?P<which>(?i:this|that|last|next|the\s+same))\s+month"),
    _form("nth-alone", rf"(?<=on the )(?P<day>{NTH})(?=\s*[,.;]|\s+(?:in|at|and)\b)"),
    _form(
        "period",
        rf"(?P<year>{YEAR})\s*(?:[-–—/]|(?i:to|through|until|and))\s*(?P<year2>{YEAR}|\d\d(?!\d))(?![-–—/]\d)",
    ),
    _form("year", rf"(?:{PART}[\s-]+)?(?:(?i:fiscal\s+year|FY)\s*)?(?P<year>{YEAR})(?![,.]?\d|%|[-–—/]\d)"),
    _form(
        "weekday",
        rf"(?:(?P<which>(?i:last|next|this|this\s+coming|this\s+past|the\s+following))\s+)?(?P<weekday>{WEEKDAY})"
        rf"(?:(?:{TO}|{AND})(?P<weekday2>{WEEKDAY}))?(?:\s+{DAYPART})?(?:\s+(?P<week>(?i:this|last|next))\s+week)?",
    ),
    _form("day-word", rf"(?:(?i:earlier|later)\s+)?(?P<word>{any_of(DAYS)})"),
    _form("shift", rf"(?P<word>{any_of(SHIFTS)})"),
    _form("shift", rf"(?P<count>{NUMBER})\s+(?P<unit>day)s?\s+(?P<way>(?i:later|earlier))"),
    _form("ago", rf"(?P<count>{NUMBER})\s+{_UNIT}\s+ago"),
    _form(
        "unit",
        rf"(?:(?P<part>{PART}|(?i:earlier|later|late|early))\s+)?"
        r"(?P<which>(?i:this|last|next|the\s+same|that|the\s+following|the\s+previous|the\s+coming))\s+(?P<unit>(?i:week|month|year))",
    ),
)


class Told(NamedTuple):
    """A time as the text tells it: the form's name and what its pattern caught, ``text[start:end]``."""

    form: str
    start: int
    end: int
    parts: dict[str, str | None]


def told(text: str) -> list[Told]:
    """Return the times told in the text, in its order; of two that overlap the earlier and longer stays."""
    found = [
        (match.start(), -match.end(), rank, Told(form.name, match.start(), match.end(), match.groupdict()))
        for rank, form in enumerate(FORMS)
        for match in form.pattern.finditer(text)
    ]
    kept: list[Told] = []
    for *_, one in sorted(found, key=lambda item: item[:3]):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept
