"""The forms in which reports tell times: one named pattern each, from the most to the least explicit."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from amity.reading.dating.words import DAY, NTH, YEAR, Pieces, pieces
from amity.vocabulary import per_language

_WHICH_YEAR = rf"(?:,?\s+(?P<year>{YEAR})|,?\s+(?P<which>(?i:this|last|next))\s+year)"
_ENDS = r"(?=\s*(?:[,.;:)]|$)|\s+(?:in|at|for|to|during|by|with|on|as|the|and|after|of|this|last|next|\d{4})\b)"
_UNIT = r"(?P<unit>day|week|month|year|decade)s?"


class Form(NamedTuple):
    """One way of telling a time."""

    name: str
    pattern: re.Pattern[str]


def _form(name: str, pattern: str) -> Form:
    return Form(name, re.compile(rf"(?<![\w/])(?:{pattern})(?!\w)"))


def _led(p: Pieces) -> str:
    """Return the pattern of what may lead a month: "last Friday, "."""
    return rf"(?:(?i:last|this|next)\s+)?(?:{p.weekday}(?:\s+{p.daypart})?(?:,|\s*\()?\s+)?"


def _full_days(p: Pieces) -> list[Form]:
    """Return the forms of days told with their month, most of them with the year."""
    return [
        _form("iso", rf"(?P<year>{YEAR})(?P<sep>[-/.])(?P<month>0?[1-9]|1[0-2])(?P=sep)(?P<day>0?[1-9]|[12]\d|3[01])(?:T[\d:.]+Z?)?"),
        _form(
            "numeric",
            rf"(?:(?P<weekday>{p.weekday})(?:,|\s*\()?\s+|(?P<weekday2>{p.weekday})\s*\()?(?P<one>\d\d?)(?P<sep>[-/.])(?P<two>\d\d?)(?P=sep)(?P<year>{YEAR})",
        ),
        _form(
            "full-range",
            rf"{_led(p)}(?P<month>{p.month})\s+(?P<day>{DAY}),?\s+(?P<year>{YEAR}){p.to}(?P<month2>{p.month})\s+(?P<day2>{DAY}),?\s+(?P<year2>{YEAR})",
        ),
        _form(
            "full-range",
            rf"(?P<day>{DAY})\s+(?P<month>{p.month}),?\s+(?P<year>{YEAR}){p.to}(?P<day2>{DAY})\s+(?P<month2>{p.month}),?\s+(?P<year2>{YEAR})",
        ),
        _form(
            "days",
            rf"{_led(p)}(?P<month>{p.month})\s+(?:the\s+)?(?P<day>{DAY}){p.to}(?:(?P<month2>{p.month})\s+)?(?P<day2>{DAY}){_WHICH_YEAR}?",
        ),
        _form(
            "days",
            rf"{_led(p)}(?P<month>{p.month})\s+(?:the\s+)?(?P<day>{DAY}){p.also}(?:(?P<month2>{p.month})\s+)?(?P<day2>{DAY}){_ENDS}{_WHICH_YEAR}?",
        ),
        _form("days", rf"(?:the\s+)?(?P<day>{DAY})(?:{p.to}|{p.also})(?P<day2>{DAY})\s+(?:of\s+)?(?P<month>{p.month}){_WHICH_YEAR}?"),
        _form(
            "days", rf"(?P<day>{DAY})\s+(?:of\s+)?(?P<month>{p.month}){p.to}(?P<day2>{DAY})\s+(?:of\s+)?(?P<month2>{p.month}){_WHICH_YEAR}?"
        ),
        _form("day", rf"{_led(p)}(?P<month>{p.month})\s+(?:the\s+)?(?P<day>{DAY})(?!\s*:\d){_WHICH_YEAR}?"),
        _form("day", rf"{_led(p)}(?:the\s+)?(?P<day>{DAY})\s+(?:of\s+)?(?P<month>{p.month}){_WHICH_YEAR}?"),
    ]


def _months(p: Pieces) -> list[Form]:
    """Return the forms of months, alone or with a year."""
    return [
        _form("months", rf"(?P<month>{p.month})(?:,?\s+(?P<year>{YEAR}))?(?:{p.to}|{p.also})(?P<month2>{p.month}),?\s+(?P<year2>{YEAR})"),
        _form("month", rf"(?:{p.part}[\s-]+)?(?P<month>{p.month}),?\s+(?:of\s+)?(?P<year>{YEAR})"),
        _form("month-which", rf"(?P<which>(?i:this|last|next|the\s+past|this\s+past|this\s+coming))\s+(?P<month>{p.month})"),
        _form("month-which-year", rf"(?:{p.part}[\s-]+)?(?P<month>{p.month})\s+(?:of\s+)?(?P<which>(?i:this|last|next|that))\s+year"),
        _form("month-alone", rf"(?:{p.part}[\s-]+)?(?P<month>{p.month})"),
    ]


def _numbered_days(p: Pieces) -> list[Form]:
    """Return the forms of days without a month."""
    return [
        _form(
            "nths", rf"(?:the\s+)?(?P<day>{NTH}){p.to}(?P<day2>{NTH})(?:\s+of\s+(?P<which>(?i:this|that|last|next|the\s+same))\s+month)?"
        ),
        _form("nth", rf"(?:the\s+)?(?P<day>{NTH})\s+of\s+(?P<which>(?i:this|that|last|next|the\s+same))\s+month"),
        _form("nth-alone", rf"(?<=on the )(?P<day>{NTH})(?=\s*[,.;]|\s+(?:in|at|and)\b)"),
    ]


def _years(p: Pieces) -> list[Form]:
    """Return the forms of years and periods."""
    return [
        _form(
            "period",
            rf"(?P<year>{YEAR})\s*(?:[-–—/]|(?i:to|through|until|and))\s*(?P<year2>{YEAR}|\d\d(?!\d))(?![-–—/]\d)",
        ),
        _form("year", rf"(?:{p.part}[\s-]+)?(?:(?i:fiscal\s+year|FY)\s*)?(?P<year>{YEAR})(?![,.]?\d|%|[-–—/]\d)"),
    ]


def _relative(p: Pieces) -> list[Form]:
    """Return the forms of times told from another day."""
    return [
        _form(
            "weekday",
            rf"(?:(?P<which>(?i:last|next|this|this\s+coming|this\s+past|the\s+following))\s+)?(?P<weekday>{p.weekday})"
            rf"(?:(?:{p.to}|{p.also})(?P<weekday2>{p.weekday}))?(?:\s+{p.daypart})?(?:\s+(?P<week>(?i:this|last|next))\s+week)?",
        ),
        _form("day-word", rf"(?:(?i:earlier|later)\s+)?(?P<word>{p.days})"),
        _form("shift", rf"(?P<word>{p.shifts})"),
        _form("shift", rf"(?P<count>{p.number})\s+(?P<unit>day)s?\s+(?P<way>(?i:later|earlier))"),
        _form("ago", rf"(?P<count>{p.number})\s+{_UNIT}\s+ago"),
        _form(
            "unit",
            rf"(?:(?P<part>{p.part}|(?i:earlier|later|late|early))\s+)?"
            r"(?P<which>(?i:this|last|next|the\s+same|that|the\s+following|the\s+previous|the\s+coming))\s+(?P<unit>(?i:week|month|year))",
        ),
    ]


@per_language
def forms() -> tuple[Form, ...]:
    """Return the forms, from the most to the least explicit."""
    groups = (_full_days, _months, _numbered_days, _years, _relative)
    return tuple(form for group in groups for form in group(pieces()))


@per_language
def _starts() -> re.Pattern[str]:
    """Return the pattern of the places where a form may begin: one pass over the text finds them for all forms."""
    p = pieces()
    words = "(?i:the|last|this|next|that|earlier|later|late|early|fiscal|FY)"
    return re.compile(rf"(?<![\w/])(?=\d|{words}|{p.month}|{p.weekday}|{p.part}|{p.number}|{p.days}|{p.shifts})")


class Told(NamedTuple):
    """A time as the text tells it: the form's name and what its pattern caught, ``text[start:end]``."""

    form: str
    start: int
    end: int
    parts: dict[str, str | None]


def _matches(pattern: re.Pattern[str], text: str, starts: Iterable[int]) -> Iterator[re.Match[str]]:
    """Yield the matches that begin at one of the places; none overlaps another."""
    end = 0
    for start in starts:
        if start >= end and (match := pattern.match(text, start)):
            end = match.end()
            yield match


def told(text: str) -> list[Told]:
    """Return the times told in the text, in its order; of two that overlap the earlier and longer stays."""
    starts = [place.start() for place in _starts().finditer(text)]
    found = [
        (match.start(), -match.end(), rank, Told(form.name, match.start(), match.end(), match.groupdict()))
        for rank, form in enumerate(forms())
        for match in _matches(form.pattern, text, starts)
    ]
    kept: list[Told] = []
    for *_, one in sorted(found, key=lambda item: item[:3]):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept
