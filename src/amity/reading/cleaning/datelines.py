"""Datelines: where and when a report was written, and which agency sent it ("NEW PORT, May 3 (AP) --")."""

import re
from datetime import date

from amity.reading.cleaning.draft import Draft, Line, words
from amity.reading.cleaning.stamps import AGENCIES, title_case
from amity.reading.dating.forms import told
from amity.reading.dating.settle import Setting, settle
from amity.reading.dating.words import DAY, MONTH, WEEKDAY, YEAR
from amity.vocabulary import load

_TAG = "(?:" + "|".join(re.escape(tag) for tag in sorted(AGENCIES, key=len, reverse=True)) + ")"
_CAP = rf"(?!{MONTH}\b|{WEEKDAY}\b|{_TAG}\b)[^\W\d_a-zà-ÿ][\w.'’`]*"
_NAME = rf"{_CAP}(?:[ -](?:{_CAP}|of|de|del|la|las|los|el|da|do|dos|al|and|en|au|sur|le))*"
_PLACE = rf"{_NAME}(?:,\s*{_NAME}){{0,2}}(?:\s*\[{_NAME}\])?"
_MONTH_DAY = rf"{MONTH}\s+{DAY}(?:,?\s+{YEAR})?"
_DAY_MONTH = rf"{DAY}\s+{MONTH}(?:,?\s+{YEAR})?"
_HIJRI = rf"{DAY}\s+\w+\s+\d{{4}}\s+H\s+\w+\s+\w+\s+{DAY}\s+{MONTH}\s+{YEAR}"
_WHEN = rf"(?:{WEEKDAY},?\s+)?(?:{_MONTH_DAY}|{_DAY_MONTH}|{_HIJRI}|{YEAR}-\d\d-\d\d)"
_BRACKETED = r"(?:[(\[]\s*(?P<bracketed>[^()\[\]]{2,80}?)\s*[)\]]|/\s*(?P<slashed>[^/]{2,30}?)\s*/)"
_SEPARATOR = r"(?P<separator>\s*[^\w\s(“\"'‘]{0,3}\s*(?:[-–—]{1,3}|:|//|\.)?)"
_DATELINE = re.compile(
    rf"^\W{{0,3}}(?P<place>{_PLACE})(?:(?:[,.]\s*|\s+)(?P<when>{_WHEN}))?,?(?:\.?\s*{_BRACKETED})?"
    rf"(?:,?\s*(?P<when2>{_WHEN}))?(?:[,.]?\s*(?P<plain>{_TAG})(?!\w))?{_SEPARATOR}\s*"
)
_BARE_DAY = re.compile(rf"^(?P<place>{_PLACE}),?\s+(?P<when>{_WHEN})\s*[-–—]*\s*$")
_AGENCY_FIRST = re.compile(
    rf"^\W{{0,2}}(?:{_TAG}\s+(?=[(\[])|[A-Z]\w+\s*[-–—]\s*(?={_TAG}\s*:))?[(\[]?(?:[^()\[\]]{{2,50}}/\s*)??(?P<agency>{_TAG})(?:[,\s–-]+{_WHEN})?[)\]]?"
    rf"\s*(?P<separator>[-–—:]{{0,3}})\s*(?:(?<=[-–—]\s)(?P<place>{_NAME})\.\s+(?=[A-Z]))?(?=\S)"
)
_HYPHENED = re.compile(r"^(?P<place>[A-Z]{4,}(?:\s[A-Z]{3,}){0,2})-(?=[A-Z][a-z])")
_FUNCTION_WORDS = frozenset(load("agencies")["datelines"]["first_words"])
_STRAY_DASH = re.compile(r"^\s*[-–—:]+\s*(?=[^\W_])")
FIRST_LINES = 6  # among which a dateline may stand: captions and standfirsts come before it
LONGEST_PLACE = 7  # words
MOST_DATELINES = 3  # a distributor sets its own before the sender's


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
        return AGENCIES[plain]
    if not bracketed:
        return None
    for part in (bracketed, *re.split(r"[/,–-]", bracketed)):
        if part.strip() in AGENCIES:
            return AGENCIES[part.strip()]
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


def _accept(match: re.Match[str], rest: str) -> bool:
    """Tell a dateline from a sentence that begins with a name."""
    separator, timed = match["separator"].strip(), bool(match["when"] or match["when2"] or told(_inside(match)))
    agency = _agency(match)
    if words(match["place"]) > LONGEST_PLACE or (rest and not re.match(r"[\"“‘'(\[]?[^\W_]", rest)):
        return False
    if agency and (timed or (match["plain"] and _is_capitals(match["place"]))):
        return True
    dashed, capitals = bool(re.search(r"[-–—:/]", separator)), _is_capitals(match["place"])
    if agency:
        return dashed or separator == "." or (capitals and _inside(match) in AGENCIES)
    if timed:
        return dashed or (capitals and separator == ".")
    if _inside(match) or not dashed or (":" in separator and not capitals):
        return False
    spaced = separator != "-" or match["separator"].startswith(" ")
    first = re.match(r"[\"“‘']?(\w+)", rest)
    return spaced and (capitals or (first is not None and first[1].casefold() in _FUNCTION_WORDS))


def _take(line: Line, match: re.Match[str], draft: Draft) -> None:
    document = draft.document
    document.agency = document.agency or _agency(match)
    if match["place"] in AGENCIES:
        document.agency = document.agency or AGENCIES[match["place"]]
    else:
        document.dateline_place = title_case(match["place"].rstrip("."))
    document.dateline_date = _when(match, draft) or document.dateline_date
    line.cut(0, match.end(), "dateline")


def _take_agency(line: Line, draft: Draft) -> bool:
    """Take "(KPL) " or "VNA - " off a line's front."""
    match = _AGENCY_FIRST.match(line.text)
    if not match or not (line.text.lstrip()[0] in "([" or match["separator"]):
        return False
    draft.document.agency = draft.document.agency or AGENCIES[match["agency"]]
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
    match = _DATELINE.match(line.text)
    if match and _accept(match, line.text[match.end() :]):
        _take(line, match, draft)
        return True
    alone = _BARE_DAY.match(line.text)
    if alone and match and (_is_capitals(alone["place"]) or re.search(r"[-–—]\s*$", line.text)):
        draft.document.dateline_place = title_case(alone["place"])
        draft.document.dateline_date = _when(match, draft) or draft.document.dateline_date
        line.drop("dateline")
        return True
    return False


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
