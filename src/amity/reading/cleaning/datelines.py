"""Datelines: where and when a report was written, and which agency sent it ("NEW PORT, May 3 (AP) --")."""

import re
from datetime import date
from typing import NamedTuple

from amity.reading.cleaning.agencies import agencies, tag
from amity.reading.cleaning.draft import Draft, Line, words
from amity.reading.cleaning.stamps import title_case
from amity.reading.dating.forms import told
from amity.reading.dating.settle import Setting, settle
from amity.reading.dating.words import DAY, YEAR, Pieces, pieces
from amity.vocabulary import load, per_language

_BRACKETED = r"(?:[(\[]\s*(?P<bracketed>[^()\[\]]{2,80}?)\s*[)\]]|/\s*(?P<slashed>[^/]{2,30}?)\s*/)"
_SEPARATOR = r"(?P<separator>\s*[^\w\s(“\"'‘]{0,3}\s*(?:[-–—]{1,3}|:|//|\.)?)"
_CAP = r"[^\W\d_a-zà-ÿ][\w.'’`]*"
_SMALL = "of|de|del|la|las|los|el|da|do|dos|al|and|en|au|sur|le"
_NAME = rf"{_CAP}(?:[ -](?:{_CAP}|{_SMALL}))*"
_PLACE = re.compile(rf"^\W{{0,3}}(?P<place>{_NAME}(?:,\s*{_NAME}){{0,2}}(?:\s*\[{_NAME}\])?)")
_HYPHENED = re.compile(r"^(?P<place>[A-Z]{4,}(?:\s[A-Z]{3,}){0,2})-(?=[A-Z][a-z])")
_STRAY_DASH = re.compile(r"^\s*[-–—:]+\s*(?=[^\W_])")
FIRST_LINES = 6  # among which a dateline may stand: captions and standfirsts come before it
LONGEST_PLACE = 7  # words
LONGEST_WORD = 80  # letters of an agency's name
MOST_DATELINES = 3  # a distributor sets its own before the sender's


class _Patterns(NamedTuple):
    no_place: re.Pattern[str]
    rest: re.Pattern[str]
    only_day: re.Pattern[str]
    agency_first: re.Pattern[str]
    first_words: frozenset[str]


class _Dateline(NamedTuple):
    """A dateline: its place, and what follows it up to the report's first word."""

    place: re.Match[str]
    rest: re.Match[str]


@per_language
def _patterns() -> _Patterns:
    no_place, when = rf"(?:{pieces().month}|{pieces().weekday}|{tag()})\b", _when_pattern(pieces())
    cap = rf"(?!{no_place}){_CAP}"
    return _Patterns(
        no_place=re.compile(rf"(?:^\W{{0,3}}|(?<![\w.'’`]))(?P<word>{no_place})"),
        rest=re.compile(
            rf"(?:(?:[,.]\s*|\s+)(?P<when>{when}))?,?(?:\.?\s*{_BRACKETED})?"
            rf"(?:,?\s*(?P<when2>{when}))?(?:[,.]?\s*(?P<plain>{tag()})(?!\w))?{_SEPARATOR}\s*"
        ),
        only_day=re.compile(rf",?\s+{when}\s*[-–—]*\s*$"),
        agency_first=re.compile(
            rf"^\W{{0,2}}(?:{tag()}\s+(?=[(\[])|[A-Z]\w+\s*[-–—]\s*(?={tag()}\s*:))?[(\[]?(?:[^()\[\]]{{2,50}}/\s*)??(?P<agency>{tag()})(?:[,\s–-]+{when})?[)\]]?"
            rf"\s*(?P<separator>[-–—:]{{0,3}})\s*(?:(?<=[-–—]\s)(?P<place>{cap}(?:[ -](?:{cap}|{_SMALL}))*)\.\s+(?=[A-Z]))?(?=\S)"
        ),
        first_words=frozenset(load("agencies")["datelines"]["first_words"]),
    )


def _when_pattern(p: Pieces) -> str:
    month_day, day_month = rf"{p.month}\s+{DAY}(?:,?\s+{YEAR})?", rf"{DAY}\s+{p.month}(?:,?\s+{YEAR})?"
    hijri = rf"{DAY}\s+\w+\s+\d{{4}}\s+H\s+\w+\s+\w+\s+{DAY}\s+{p.month}\s+{YEAR}"
    return rf"(?:{p.weekday},?\s+)?(?:{month_day}|{day_month}|{hijri}|{YEAR}-\d\d-\d\d)"


def _dateline(text: str) -> _Dateline | None:
    """Return what may be a dateline at the text's front: names up to the first month, weekday or agency, and what follows them."""
    names = _PLACE.match(text)
    if not names:
        return None
    beyond = _patterns().no_place.search(text, 0, names.end() + LONGEST_WORD)
    place = _PLACE.match(text, 0, beyond.start("word")) if beyond else names
    rest = _patterns().rest.match(text, place.end()) if place else None
    return _Dateline(place, rest) if place and rest else None


def _is_capitals(place: str) -> bool:
    first = place.split(",")[0]
    return first.isupper() and len(first.replace(".", "")) > 2


def _inside(match: re.Match[str]) -> str:
    """Return what a dateline holds in brackets or between slashes."""
    return match["bracketed"] or match["slashed"] or ""


def _agency(match: re.Match[str]) -> str | None:
    """Return the agency that a dateline names: a known tag, or bracketed words that look like a publisher's name."""
    plain, bracketed = match["plain"], _inside(match)
    if plain:
        return agencies()[plain]
    if not bracketed:
        return None
    for part in (bracketed, *re.split(r"[/,–-]", bracketed)):
        if part.strip() in agencies():
            return agencies()[part.strip()]
    capital = bracketed[:1].isupper() and words(bracketed) <= 4 and not told(bracketed)
    return bracketed if capital and match["separator"].strip() else None


def _when(match: re.Match[str], draft: Draft) -> str | None:
    """Return the dateline's day, ISO 8601; without a year the one nearest to the published date, else None."""
    published = draft.document.published or ""
    near = date.fromisoformat(published) if len(published) == 10 else None
    for words_of_time in (match["when"], match["when2"], _inside(match)):
        for one in told(words_of_time or ""):
            settled = settle(one, Setting(near, near))
            if settled and settled.precision == "day":
                return settled.start
    return None


def _accept(place: str, match: re.Match[str], rest: str) -> bool:
    """Tell a dateline from a sentence that begins with a name."""
    separator, timed = match["separator"].strip(), bool(match["when"] or match["when2"] or told(_inside(match)))
    agency = _agency(match)
    if words(place) > LONGEST_PLACE or (rest and not re.match(r"[\"“‘'(\[]?[^\W_]", rest)):
        return False
    if agency and (timed or (match["plain"] and _is_capitals(place))):
        return True
    dashed, capitals = bool(re.search(r"[-–—:/]", separator)), _is_capitals(place)
    if agency:
        return dashed or separator == "." or (capitals and _inside(match) in agencies())
    if timed:
        return dashed or (capitals and separator == ".")
    if _inside(match) or not dashed or (":" in separator and not capitals):
        return False
    spaced = separator != "-" or match["separator"].startswith(" ")
    first = re.match(r"[\"“‘']?(\w+)", rest)
    return spaced and (capitals or (first is not None and first[1].casefold() in _patterns().first_words))


def _take(line: Line, dateline: _Dateline, draft: Draft) -> None:
    document, place = draft.document, dateline.place["place"]
    document.agency = document.agency or _agency(dateline.rest)
    if place in agencies():
        document.agency = document.agency or agencies()[place]
    else:
        document.dateline_place = title_case(place.rstrip("."))
    document.dateline_date = _when(dateline.rest, draft) or document.dateline_date
    line.cut(0, dateline.rest.end(), "dateline")


def _take_agency(line: Line, draft: Draft) -> bool:
    """Take "(KPL) " or "VNA - " off a line's front."""
    match = _patterns().agency_first.match(line.text)
    if not match or not (line.text.lstrip()[0] in "([" or match["separator"]):
        return False
    draft.document.agency = draft.document.agency or agencies()[match["agency"]]
    if match["place"]:
        draft.document.dateline_place = title_case(match["place"].rstrip("."))
    line.cut(0, match.end(), "dateline")
    return True


def _take_first(line: Line, draft: Draft) -> bool:
    if _take_agency(line, draft):
        return True
    hyphened = _HYPHENED.match(line.text)
    if hyphened:
        draft.document.dateline_place = title_case(hyphened["place"])
        line.cut(0, hyphened.end(), "dateline")
        return True
    dateline = _dateline(line.text)
    if not dateline:
        return False
    place = dateline.place["place"]
    if _accept(place, dateline.rest, line.text[dateline.rest.end() :]):
        _take(line, dateline, draft)
        return True
    if _is_only_place_and_day(line.text, dateline.place):
        draft.document.dateline_place = title_case(place)
        draft.document.dateline_date = _when(dateline.rest, draft) or draft.document.dateline_date
        line.drop("dateline")
        return True
    return False


def _is_only_place_and_day(text: str, place: re.Match[str]) -> bool:
    if place.start("place") or not _patterns().only_day.match(text, place.end()):
        return False
    return _is_capitals(place["place"]) or bool(re.search(r"[-–—]\s*$", text))


def take_datelines(draft: Draft) -> None:
    """Take the datelines out of the first lines and note place, day and agency in the document."""
    for line in draft.kept()[:FIRST_LINES]:
        for _ in range(MOST_DATELINES):
            if not line.text or not _take_first(line, draft):
                break
    _cut_stray_dash(draft)


def _cut_stray_dash(draft: Draft) -> None:
    """Cut the dash that a lost dateline left before the first sentence; more than one such line is a list."""
    dashed = [line for line in draft.kept() if _STRAY_DASH.match(line.text)]
    if len(dashed) == 1 and dashed[0] in draft.kept()[:FIRST_LINES]:
        dashed[0].cut(0, _STRAY_DASH.match(dashed[0].text).end(), "dateline")  # type: ignore[union-attr]
