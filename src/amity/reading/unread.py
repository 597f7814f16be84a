"""Documents kept unread: a reading without facts that says why, and a report in which no rule fired."""

import copy
from collections.abc import Sequence

import msgspec
from spacy.tokens import Doc
from spacy.vocab import Vocab

from amity.model import Document, Reading, Removed
from amity.reading.report import Report


def kept_unread(document: Document, text: str, reason: str, removed: Sequence[Removed] = ()) -> tuple[Report, Reading]:
    """Return the reading of a document that is kept without being read; its ``unread`` is the reason, in one line."""
    document = copy.copy(document)
    document.unread = reason
    report = Report(document, text, Doc(Vocab()), list(removed))
    return report, Reading(document=document, text=text, removed=report.removed or msgspec.UNSET)
