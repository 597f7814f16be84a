"""What only entries tell outright; of reports it is derived."""

import msgspec

from amity.model.actors import Confidence
from amity.model.register import TieKind, TieStage
from amity.model.text import Evidence


class ToldTie(msgspec.Struct, kw_only=True):
    """A tie of two actors (ids of the reading), its stage, and since when: a date as precise as told."""

    between: tuple[str, str]
    kind: TieKind
    stage: TieStage
    since: str | None = None
    evidence: list[Evidence]
    confidence: Confidence = "high"
