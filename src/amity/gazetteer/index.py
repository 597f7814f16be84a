"""Names to places: a search in the sorted, folded names."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from amity.gazetteer.container import Container
from amity.gazetteer.layout import BLOCK

CACHED_PROBES = 65_536
"""About the different capitalised words and word pairs of ten thousand reports."""


class Probe(NamedTuple):
    """What the index knows of a folded name."""

    ordinals: Sequence[int]
    """Places that bear it, most prominent first; empty when it is no name."""
    marks: int
    """Bits of ``layout``: common word, person's name, weak, abbreviation."""
    longer: bool
    """Whether some name begins with it and goes on with another word."""


class NameIndex:
    """The names of a gazetteer's file."""

    def __init__(self, container: Container) -> None:
        self._container = container
        self.probe = lru_cache(maxsize=CACHED_PROBES)(self._probe)

    @cached_property
    def _keys(self) -> bytes:
        return self._container.read("keys")

    @cached_property
    def _blocks(self) -> Sequence[int]:
        return self._container.column("key_blocks")

    @cached_property
    def _marks(self) -> bytes:
        return self._container.read("key_marks")

    @cached_property
    def _starts(self) -> Sequence[int]:
        return self._container.column("posting_starts")

    @cached_property
    def _postings(self) -> Sequence[int]:
        return self._container.column("postings")

    def __len__(self) -> int:
        return len(self._marks)

    def _probe(self, folded: str) -> Probe:
        wanted = folded.encode()
        number = self._first_at_least(wanted)
        exact = self._key(number) == wanted
        following = self._key(number + 1 if exact else number)
        longer = following is not None and following.startswith(wanted + b" ")
        if not exact:
            return Probe((), 0, longer)
        return Probe(self._postings[self._starts[number] : self._starts[number + 1]], self._marks[number], longer)

    def _first_at_least(self, wanted: bytes) -> int:
        """Return the number of the first name that is not before ``wanted``."""
        block = max(bisect_right(range(len(self._blocks)), wanted, key=self._first_of) - 1, 0)
        names = self._names_of(block)
        return block * BLOCK + sum(name < wanted for name in names)

    def _first_of(self, block: int) -> bytes:
        start = self._blocks[block]
        return self._keys[start : self._keys.index(b"\n", start)]

    def _names_of(self, block: int) -> list[bytes]:
        last = block + 1 == len(self._blocks)
        end = len(self._keys) if last else self._blocks[block + 1]
        return self._keys[self._blocks[block] : end - 1].split(b"\n")

    def _key(self, number: int) -> bytes | None:
        if not 0 <= number < len(self):
            return None
        return self._names_of(number // BLOCK)[number % BLOCK]
