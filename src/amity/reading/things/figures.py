"""Figures: the numbers of a text, with the unit that they are told in."""

import re
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from amity.reading.sequences import text_of
from amity.vocabulary import alternatives, load, per_language

GROUPED = re.compile(r"\d{1,3}(?:([.,])\d{3}(?!\d))(?:\1\d{3}(?!\d))*")
"""Digits in groups of three: "1,035" or "4.500.000"; a single group after a full stop is read as a fraction."""

ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")


@dataclass(frozen=True)
class Figure:
    """A number at ``span``; ``unit`` is a currency (ISO 4217), "percent" or None for a count."""

    span: Span
    value: float
    unit: str | None

    @property
    def is_money(self) -> bool:
        """Whether it is a sum of money."""
        return self.unit not in {None, "percent"}


def find_figures(doc: Doc) -> list[Figure]:
    """Return the figures of the text in its order: digits, number words, scales ("million"), currencies and percentages."""
    found = []
    for match in _pattern().finditer(text_of(doc)):
        value = _value(match)
        span = doc.char_span(match.start(), match.end(), alignment_mode="expand")
        if value is not None and span is not None:
            found.append(Figure(span, value, _unit(match)))
    return found


def find_ordinals(doc: Doc) -> list[Figure]:
    """Return the ordinals of the text ("the twelfth", "its 24th") as counts."""
    named = load("indicators")["ordinals"]
    found = []
    for token in doc:
        told = ORDINAL.fullmatch(token.text)
        value = int(told[1]) if told else named.get(token.lower_)
        if value:
            found.append(Figure(doc[token.i : token.i + 1], float(value), None))
    return found


def _value(match: re.Match[str]) -> float | None:
    digits, word = match["digits"], match["word"]
    number = number_in_digits(digits) if digits else number_in_words(word)
    if number is None:
        return None
    scale = _scales()[match["scale"].lower()] if match["scale"] else 1
    return float(round(number * scale, 6))


def number_in_digits(digits: str) -> float | None:
    """Return the number that the digits write: "13.93", "1,035", "4.500.000"; None where they write none."""
    grouped = GROUPED.match(digits)
    if grouped and (grouped.group(1) == "," or grouped.group().count(".") > 1):
        separator = grouped.group(1)
        rest = digits[grouped.end() :].replace(",", ".")
        return _number(grouped.group().replace(separator, "") + rest)
    return _number(digits.replace(",", "."))


def _number(digits: str) -> float | None:
    try:
        return float(digits)
    except ValueError:
        return None


def number_in_words(words: str) -> float | None:
    """Return the number that words write: "six", "twenty-four", "two hundred"; None where they write none."""
    total = 0.0
    for word in re.split(r"[\s\-–]+", words.lower()):
        number = load("indicators")["words"].get(word)
        if number is None:
            return None
        total = (total or 1) * number if number in {12, 100} and total else total + number
    return total or None


def _unit(match: re.Match[str]) -> str | None:
    for told in (match["before"], match["after"]):
        if told:
            return _units().get(_key(told), "percent")
    return None


def _key(unit: str) -> str:
    return re.sub(r"\s+", "", unit).casefold()


@per_language
def _scales() -> dict[str, float]:
    return {word: float(scale) for word, scale in load("indicators")["scales"].items()}


@per_language
def _units() -> dict[str, str]:
    return {_key(form): code for code, forms in load("indicators")["currencies"].items() for form in forms}


@per_language
def _pattern() -> re.Pattern[str]:
    data = load("indicators")
    currencies = [form for forms in data["currencies"].values() for form in forms]
    before = _any(form for form in currencies if not form.islower() and " " not in form)
    after = _any([*(form for form in currencies if form[0].isalpha()), *data["percent"]["words"]])
    word = _any(data["words"])
    return re.compile(
        rf"(?<![\w.,-])(?:(?P<before>{before})\s?)?"
        rf"(?:(?P<digits>\d[\d.,]*\d|\d)|(?P<word>(?:{word})(?:[\s-](?:{word}))*)(?!\w))"
        rf"(?:[\s-]?(?P<scale>{_any(data['scales'])})s?(?!\w))?"
        rf"(?:[\s-]?(?P<after>{after})(?!\w))?(?![\w%]|-\w|[.,]\d)",
        re.IGNORECASE,
    )


def _any(forms: object) -> str:
    ordered = sorted(forms, key=len, reverse=True)  # type: ignore[call-overload]
    return alternatives(re.escape(form).replace(r"\ ", r"\s?") for form in ordered)
