"""Stamps: the day of publication, bylines and agencies' signatures."""

import re
from datetime import date

from amity.model import Document
from amity.reading.cleaning.draft import Draft, Line, ends_sentence, is_prose, words
from amity.reading.dating.forms import told
from amity.reading.dating.settle import Setting, settle
from amity.vocabulary import load

AGENCIES: dict[str, str] = {tag: name for name, tags in load("agencies")["agencies"].items() for tag in tags}
_TAG = "|".join(re.escape(tag) for tag in sorted(AGENCIES, key=len, reverse=True))
_ENDINGS = "|".join(re.escape(word) for word in sorted(load("agencies")["signatures"]["endings"], key=len, reverse=True))
_PREFIX = re.compile(r"^\s*date\s+(\d{4}(?:-\d\d(?:-\d\d)?)?)(?=\s)")
_NAMED = r"(?:[A-Z][\w.'’-]*|de|van|von|al|bin|and|in|[|/&@-])"
_BYLINE = re.compile(rf"^\W*(?i:by|story by|report by|words by)[\s:]\s*{_NAMED}(?:[\s,]+{_NAMED})*\W*$")
_STAMP_LABELS = "|".join(load("chrome")["stamps"]["labels"])
_STAMP_WORDS = re.compile(rf"(?i)\b(?:{_STAMP_LABELS}|gmt\+\d)\b|\d{{1,2}}[:.h]\d\d(?::\d\d)?|\d+|[\W_]+")
_STAMPED = re.compile(rf"[|•·/]|(?i:\b(?:by|updated|published|posted|editor|source)\b)|\b(?:{_TAG})\b")
_SIGNATURE = re.compile(
    rf"(?P<stop>\.?)\s*(?P<sign>(?:[./]*/\.|[-–—]{{1,2}}\s*(?:{_TAG})(?:/\w+)?(?:\s+(?:Photo|News))?|[-–—]{{0,2}}\s*[(\[](?:{_TAG}|{_ENDINGS})(?:/\w+)?[)\]]|"
    rf"[-–—]{{1,2}}\s*(?:{_ENDINGS})|\b(?:Enditem|ENDS)|/(?:{_TAG})|[■◼#]{{1,3}}|[-–—]\s*30\s*[-–—])\s*\.?)\s*$"
)
_OWN_LINE = re.compile(rf"^\W*(?:{_TAG}|{_ENDINGS})(?:[\s/,&-]+(?:{_TAG}))*\W*$")
LONGEST_STAMP = 14  # words of a line with the day of publication
LONGEST_BYLINE = 12
LONGEST_SIGNATURE = 60  # letters


def _published(text: str, document: Document) -> str | None:
    """Return the day that a stamp tells, ISO 8601, None when it tells none or leaves it open."""
    near = date.fromisoformat(document.published) if document.published and len(document.published) == 10 else None
    for one in told(text):
        settled = settle(one, Setting(near, near)) if one.form in ("iso", "numeric", "day") and one.parts.get("year") else None
        if settled and settled.start[0] in "12":
            return settled.start
    return None


def take_prefix(draft: Draft) -> None:
    """Take " date 2024-07-26 " off the front; it is the published date when none was given."""
    for line in draft.lines[:1]:
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
    left = words(_STAMP_WORDS.sub(" ", rest))
    return left == 0 or (left <= 4 and bool(_STAMPED.search(rest)) and not text.rstrip().endswith("."))


def take_stamps(draft: Draft) -> None:
    """Take out lines that hold the day of publication; the first one tells it when none was given."""
    for line in draft.kept():
        text = line.text.strip()
        if not is_prose(text) and _is_stamp(text):
            draft.document.published = draft.document.published or _published(text, draft.document)
            line.drop("stamp")


def drop_bylines(draft: Draft) -> None:
    """Take out lines that only name who wrote the report."""
    for line in draft.kept():
        if words(line.text) <= LONGEST_BYLINE and _BYLINE.match(line.text.strip()):
            line.drop("byline")


def _note_agency(draft: Draft, signature: str) -> None:
    tags = [tag for tag in re.findall(_TAG, signature) if tag in AGENCIES]
    if tags and draft.document.agency is None:
        draft.document.agency = AGENCIES[tags[-1] if "/" not in signature else tags[0]]


def _sign_off(line: Line, draft: Draft) -> None:
    match = _SIGNATURE.search(line.text, max(0, len(line.text) - LONGEST_SIGNATURE))
    if match:
        _note_agency(draft, match["sign"])
        start = match.start("sign")
        unfinished = "/." in match["sign"] and not ends_sentence(line.text[:start])
        line.replace(len(line.text[:start].rstrip()), match.end("sign"), "." if unfinished else "", "sign-off")


def cut_sign_offs(draft: Draft) -> None:
    """Cut "./.", "- VNA", "(END)" off the ends of lines, and take out lines that are only an agency's name."""
    for line in draft.kept():
        text = line.text.strip()
        if _OWN_LINE.match(text):
            _note_agency(draft, text)
            line.drop("sign-off")
        else:
            _sign_off(line, draft)
