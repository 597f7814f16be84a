"""Relevance: whether a report is about what places and governments do together at all."""

from functools import cache
from re import Pattern

from amity.reading.report import Report
from amity.reading.sectors import entry_pattern
from amity.vocabulary import load

GOVERNMENTS = frozenset({"state", "province", "municipality", "district", "body", "igo", "party"})


def about_cooperation(report: Report) -> bool:
    """Tell whether the report is about cooperation: by its words, or by fewer of them where places of two countries act in it.

    Reports of crimes, accidents and companies hold plans, promises and wishes that are no statements of the register.
    """
    least = load("relevance")["least"]
    found = len({word.casefold()[:6] for word in _pattern().findall(report.text)})
    return found >= least["alone"] or (found >= least["abroad"] and _countries(report) > 1)


def _countries(report: Report) -> int:
    actors = report.table.actors.values()
    return len({actor.country for actor in actors if actor.kind in GOVERNMENTS and actor.country})


@cache
def _pattern() -> Pattern[str]:
    return entry_pattern(load("relevance")["words"])
