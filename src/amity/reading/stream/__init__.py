"""Streams: many documents read in their order, in this process or in several, within a time limit, in bounded memory."""

from amity.reading.stream.batches import TRIAGE_FROM, stream, triage_start
from amity.reading.stream.model import Done, Outcome, Plan, as_read

__all__ = ["TRIAGE_FROM", "Done", "Outcome", "Plan", "as_read", "stream", "triage_start"]
