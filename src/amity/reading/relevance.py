"""Relevance: whether a report is about what places and governments do together at all, decided before it is parsed."""

import re
from itertools import islice

from amity.reading.triage import Verdict, judged

POINTS = 6.0  # of triage's points: reports of crimes, councils and companies that pass triage stay below
WORDS = 150  # a text of fewer words needs as many points fewer, but one
LEAST = 1.0

WORD = re.compile(r"[^\W\d_]+")


def relevance(text: str) -> Verdict:
    """Return the verdict on a cleaned text: whether its words make it one about cooperation.

    Reports of crimes, accidents and companies hold plans, promises and wishes that are no facts of the register.
    """
    length = sum(1 for _ in islice(WORD.finditer(text), WORDS))
    told = f"points for {WORDS if length == WORDS else length} words{' or more' if length == WORDS else ''}"
    return judged(text, max(LEAST, POINTS * length / WORDS), told)
