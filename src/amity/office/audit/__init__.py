"""Audits: a sample of what was read is checked by people, and its precision follows with how sure that is.

``draw`` takes a stratified sample, ``sheet`` makes rows to be filled in, ``answers_of`` reads them back, ``take`` keeps the answers in
the log, and ``results`` says how many of a kind are right, for each coder and stratum, and how far two coders agree.
"""

from amity.office.audit.answering import ANSWERS, Answered, Taken, answers_of, take
from amity.office.audit.asking import answered
from amity.office.audit.results import Agreement, Disputed, Result, Stratum, flat, results
from amity.office.audit.sampling import DIMENSIONS, KINDS, Drawn, Sample, draw
from amity.office.audit.sheets import sheet

__all__ = [
    "ANSWERS",
    "DIMENSIONS",
    "KINDS",
    "Agreement",
    "Answered",
    "Disputed",
    "Drawn",
    "Result",
    "Sample",
    "Stratum",
    "Taken",
    "answered",
    "answers_of",
    "draw",
    "flat",
    "results",
    "sheet",
    "take",
]
