"""Stamps: the day of publication, bylines and agencies' signatures."""

import re
from typing import NamedTuple

from amity.reading.cleaning.agencies import agencies, longest_first, tag
from amity.reading.cleaning.draft import Draft, Line, ends_sentence, is_prose, words
from amity.reading.dating.forms import told
from amity.reading.dating.settle import Setting, settle
from amity.reading.dating.words import pieces
from amity.vocabulary import alternatives, load, per_language

_PREFIX = re.compile(r"^\s*date\s+(\d{4}(?:-\d\d(?:-\d\d)?)?)(?=\s)")
_NAMED = r"(?:[A-Z][\w.'’-]*|de|van|von|al|bin|and|in|[|/&@-])"
_BYLINE = re.compile(rf"^\W*(?i:by|story by|report by|words by)[\s:]\s*{_NAMED}(?:[\s,]+{_NAMED})*\W*$|^By \w+$")
_REPORTER_IN = re.compile(r"^(?:[A-Z][\w.'’-]*\s+){2,4}(?i:in)\s+(?P<place>[A-Z]{4,}(?:[\s,]+[A-Z][\w'’-]*){0,3})$")
LONGEST_STAMP = 20  # words of a line with the day of publication
CLOCK_ABOVE = 2  # lines between a clock and the report: more are a menu
LONGEST_DATED = 9
LONGEST_BYLINE = 12
LONGEST_SIGNATURE = 60  # letters


class _Patterns(NamedTuple):
    clock: re.Pattern[str]
    stamp_words: re.Pattern[str]
    stamped: re.Pattern[str]
    signature: re.Pattern[str]
    own_line: re.Pattern[str]


@per_language
def _patterns() -> _Patterns:
    labels, ends = alternatives(load("chrome")["stamps"]["labels"]), longest_first(load("agencies")["signatures"]["endings"])
    return _Patterns(
        clock=re.compile(rf"^\W*(?:{pieces().weekday}|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\w*)\.?,?\s[^:|]+$"),
        stamp_words=re.compile(rf"(?i)\b(?:{labels}|gmt\+\d)\b|\d{{1,2}}[:.h]\d\d(?::\d\d)?|\d+|[\W_]+"),
        stamped=re.compile(rf"[|•·/]|(?i:\b(?:by|updated|published|posted|editor|source)\b)|\b{tag()}\b"),
        signature=_signature(ends),
        own_line=re.compile(rf"^\W*(?:{tag()}|{ends})(?:[\s/,&-]+{tag()})*\W*$"),
    )


def _signature(ends: str) -> re.Pattern[str]:
    bracketed = rf"(?:[-–—]{{1,2}}\s*|(?<=[.!?”\"])\s*|(?<=[.!?”\"] )\s*)[(\[](?:{tag()}|{ends})(?:/\w+)?[)\]]"
    dashed = rf"[-–—]{{1,2}}\s*{tag()}(?:/\w+)?(?:\s+(?:Photo|News))?|[-–—]{{1,2}}\s*{ends}|[-–—]\s*30\s*[-–—]"
    other = rf"[./]*/\.|\b(?:Enditem|ENDS)|/{tag()}|[■◼#]{{1,20}}|(?<=[.”\"])\s*\([A-Z]{{2,4}}\)"
    return re.compile(rf"\s*(?P<sign>(?:{bracketed}|{dashed}|{other})\s*\.?)\s*$")


def note_published(draft: Draft, text: str) -> None:
    """Take the full date that a line around the report tells as the day of publication, unless one is known."""
    published = draft.document.published
    if published and len(published) == len("2024-07-26"):
        return
    for one in told(text):
        settled = settle(one, Setting(None, None)) if one.form in ("iso", "numeric", "day") and one.parts.get("year") else None
        if settled and settled.start.startswith(published or ""):
            draft.document.published = settled.start
            return


def title_case(place: str) -> str:
    """Return a place in capitals as names are written: "NEW PORT" is "New Port"."""
    return re.sub(r"[^\W\d_]+", lambda m: m[0].capitalize() if m[0].isupper() and (len(m[0]) > 3 or place.isupper()) else m[0], place)


def take_prefix(draft: Draft) -> None:
    """Take " date 2024-05-03 " off the front; it is the published date when none was given."""
    for line in draft.kept()[:1]:
        match = _PREFIX.match(line.text)
        if match and words(line.text) > 1:
            draft.document.published = draft.document.published or match[1]
            line.cut(0, match.end(), "date-prefix")


def _is_stamp(text: str) -> bool:
    """Tell a line that says when it was published, and nothing else of weight."""
    times = [one for one in told(text) if one.form in ("iso", "numeric", "day", "month")]
    if not times or words(text) > LONGEST_STAMP:
        return False
    rest = text
    for one in reversed(times):
        rest = rest[: one.start] + " " + rest[one.end :]
    left = words(_patterns().stamp_words.sub(" ", rest))
    return left == 0 or (left <= 4 and bool(_patterns().stamped.search(rest)) and not text.rstrip().endswith("."))


def is_dated(text: str) -> bool:
    """Tell whether a short line holds a full date: it says when, and is no headline."""
    return words(text) <= LONGEST_DATED and any(one.form in ("iso", "numeric", "day") and one.parts.get("year") for one in told(text))


def _is_clock(text: str, below: list[str]) -> bool:
    """Tell a site's clock, which shows the day of the visit: a weekday with its date above a menu."""
    menu = next((i for i, one in enumerate(below) if is_prose(one)), 0)
    return bool(_patterns().clock.match(text)) and menu > CLOCK_ABOVE


def take_stamps(draft: Draft) -> None:
    """Take out lines that hold the day of publication; the first one tells it when none was given."""
    kept = draft.kept()
    for position, line in enumerate(kept):
        text = line.text.strip()
        if not is_prose(text) and _is_stamp(text):
            if not _is_clock(text, [one.text for one in kept[position + 1 :]]):
                note_published(draft, text)
            line.drop("stamp")


def drop_bylines(draft: Draft) -> None:
    """Take out lines that only name who wrote the report, and note where ("Nora Berg in OSTVIK")."""
    for line in draft.kept():
        text = line.text.strip()
        place = _REPORTER_IN.match(text)
        if words(text) <= LONGEST_BYLINE and (place or _BYLINE.match(text)):
            if place and draft.document.dateline_place is None:
                draft.document.dateline_place = title_case(place["place"])
            line.drop("byline")


def _note_agency(draft: Draft, signature: str) -> None:
    tags = re.findall(tag(), signature)
    if tags and draft.document.agency is None:
        draft.document.agency = agencies()[tags[-1] if "/" not in signature else tags[0]]


def _sign_off(line: Line, draft: Draft) -> None:
    match = _patterns().signature.search(line.text, max(0, len(line.text) - LONGEST_SIGNATURE))
    if match:
        _note_agency(draft, match["sign"])
        start = match.start("sign")
        unfinished = "/." in match["sign"] and not ends_sentence(line.text[:start])
        line.replace(len(line.text[:start].rstrip()), match.end("sign"), "." if unfinished else "", "sign-off")


def cut_sign_offs(draft: Draft) -> None:
    """Cut "./.", "- VNA", "(END)" off the ends of lines, and take out lines that are only an agency's name."""
    for line in draft.kept():
        text = line.text.strip()
        if _patterns().own_line.match(text):
            _note_agency(draft, text)
            line.drop("sign-off")
        else:
            _sign_off(line, draft)
