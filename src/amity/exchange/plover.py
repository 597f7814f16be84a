"""PLOVER events: one line a cooperative act (Open Event Data Alliance)."""

from collections.abc import Iterator

from amity.model import Reading


def to_lines(reading: Reading) -> Iterator[str]:
    """Yield one JSON object a line for each event of the reading."""
    yield from ()
