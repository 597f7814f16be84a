"""PLOVER events: one line an act that a sentence's main clause tells (Open Event Data Alliance)."""

from collections.abc import Iterator

import msgspec

from amity.reading.plover import find_acts
from amity.reading.report import Report

_ENCODER = msgspec.json.Encoder()


def to_lines(report: Report) -> Iterator[str]:
    """Yield one JSON object a line for each act, with the names of source and target as the report gives them.

    ``source`` and ``target`` are None where the sentence tells none, ``date`` is the act's day, ISO 8601, where it is settled.
    """
    for number, act in enumerate(find_acts(report), start=1):
        fields = {
            "document": report.document.path,
            "id": f"v{number}",
            "event": act.event,
            "source": act.source or None,
            "target": act.target or None,
            "text": act.evidence.quote,
            "date": act.date,
        }
        yield _ENCODER.encode(fields).decode("utf-8")
