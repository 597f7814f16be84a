"""The stage: each fact of a reading gets its confidence."""

from typing import Any

import msgspec

from amity.model import Reading
from amity.reading.confidence.kinds import LAYERS, doubted
from amity.reading.confidence.scene import Scene
from amity.reading.confidence.weights import weights
from amity.reading.report import Report


def rate(report: Report, reading: Reading) -> Reading:
    """Return the reading with the calibrated confidence of each fact, and note in the report the doubts that it comes from.

    The confidence that the stages gave is one doubt among others.
    """
    rated: dict[str, list[Any]] = {layer: [] for layer in LAYERS}
    known = weights()
    report.doubted = list(doubted(Scene(report, reading)))
    for one in report.doubted:
        fact = getattr(reading, one.layer)[one.at]
        rated[one.layer].append(msgspec.structs.replace(fact, confidence=known[one.kind].level(one.doubts)))
    return msgspec.structs.replace(reading, **rated)
