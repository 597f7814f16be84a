"""Relevance: whether a report is about what places and governments do together at all."""

from amity.reading.report import Report
from amity.reading.triage import triage

POINTS = 6.0  # of triage's points: reports of crimes, councils and companies that pass triage stay below
WORDS = 150  # a text of fewer words needs as many points fewer, but one
LEAST = 1.0


def about_cooperation(report: Report) -> bool:
    """Tell whether the words of a report make it one about cooperation.

    Reports of crimes, accidents and companies hold plans, promises and wishes that are no facts of the register.
    """
    length = sum(token.is_alpha for token in report.doc)
    return triage(report.text).points >= max(LEAST, POINTS * min(1.0, length / WORDS))
