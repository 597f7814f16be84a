"""Times told in a report, resolved against its dateline or published date; never guessed.

Without an anchor these settle the year of a day and month: a published month or year, a year that the same sentence names, a full
date in the report's first two sentences, or the same day told with its year elsewhere; a weekday, "today" and "last month" stay
unsettled.
"""

import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice

from spacy.tokens import Span

from amity.model import DateRange, Document
from amity.reading.dating.context import fits, relation, tense
from amity.reading.dating.forms import Told, told
from amity.reading.dating.settle import Setting, settle
from amity.reading.report import DateMention, Report

OPENING = 2  # sentences: a full date in them is the report's own day
NEAR = timedelta(days=3)  # a report is published at most so long after its dateline to be read on that day
YEARLESS = frozenset({"day", "days", "month-alone"})  # forms that the nearest year completes
_YEAR = re.compile(r"(?<![\d-])(?:19|20)\d\d(?![\d-])")
_NEW_YEAR = re.compile(r"\b(?:New\s+Year|Tet|Year)(?:\s+of)?\s+((?:19|20)\d\d)\b")


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        return None


def anchor(document: Document) -> date | None:
    """Return the day that the report is dated: that of its dateline, else the published one, else None."""
    return _day(document.dateline_date) or _day(document.published)


def _latest(document: Document) -> date | None:
    """Return the last day that the report can tell as past: its publication, when that follows the dateline closely."""
    dated, published = anchor(document), _day(document.published)
    return published if dated and published and dated <= published <= dated + NEAR else dated


def _only_year(sentence: Span) -> int | None:
    """Return the year that a sentence without an anchor settles: the only one it names, or the one before "New Year"."""
    new_year = _NEW_YEAR.search(sentence.text)
    if new_year and "December" in sentence.text:
        return int(new_year[1]) - 1
    years = {int(y) for y in _YEAR.findall(sentence.text)}
    return years.pop() if len(years) == 1 else None


def _known_year(report: Report) -> int | None:
    """Return the year of a published date that tells no day."""
    published = report.document.published or ""
    return int(published[:4]) if re.fullmatch(r"\d{4}(?:-\d\d)?", published) else None


def _opening_day(report: Report) -> date | None:
    """Return the full date that the first sentences tell."""
    first = list(islice(report.sentences(), OPENING))
    for one in told(report.text[: first[-1].end_char]) if first else []:
        settled = settle(one, Setting(None, None)) if one.form in ("iso", "day") and one.parts.get("year") else None
        if settled:
            return date.fromisoformat(settled.start)
    return None


def _settle_one(one: Told, span: Span, setting: Setting, opening: date | None) -> DateRange | None:
    now = tense(span.root)
    if setting.anchor:
        return settle(one, replace(setting, tense=now))
    settled = settle(one, replace(setting, tense=now, year=setting.year or _only_year(span.sent)))
    if settled is None and opening and one.form in YEARLESS:
        return settle(one, Setting(opening, opening, now))
    return settled


def _share_years(mentions: list[tuple[Told, DateMention]]) -> list[DateMention]:
    """Give a day without year the year of the same day settled elsewhere in the report, when there is only one."""
    known: dict[str, set[str]] = {}
    for _, mention in mentions:
        if mention.date and mention.date.precision == "day":
            known.setdefault(mention.date.start[5:], set()).add(mention.date.start)
    shared = []
    for one, mention in mentions:
        if mention.date is None and one.form == "day":
            probe = settle(one, Setting(None, None, year=2000))
            days = known.get(probe.start[5:], set()) if probe else set()
            if len(days) == 1:
                only = next(iter(days))
                mention = mention._replace(date=DateRange(start=only, end=only, precision="day"))
        shared.append(mention)
    return shared


def _mention(one: Told, span: Span, settled: DateRange | None) -> DateMention:
    kind = "period" if one.form in ("period", "months") else relation(span)
    return DateMention(span.start, span.end, settled, kind)


def find_dates(report: Report) -> list[DateMention]:
    """Return every time that the report tells, in the order of the text; ``date`` is None where it is not settled."""
    setting = Setting(anchor(report.document), _latest(report.document), year=_known_year(report))
    opening = _opening_day(report)
    found: list[tuple[Told, DateMention]] = []
    for one in told(report.text):
        span = report.doc.char_span(one.start, one.end, alignment_mode="expand")
        if span is None or not fits(one, span):
            continue
        settled = _settle_one(one, span, setting, opening)
        mention = _mention(one, span, settled)
        report.note(f"date-{one.form}", span, f"{settled.start}/{settled.end}" if settled else "not settled")
        if settled and mention.relation != "period" and tense(span.root) != "future":
            setting.before.append(settled)
        found.append((one, mention))
    return _share_years(found)
