"""Pages: where the pages of a document begin in its cleaned text, and on which page a span stands."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence

RUN = 4  # words in a row by which a place is found again
_WORD = re.compile(r"\w+")


def settle(raw: str, offsets: Iterable[int], cleaned: str) -> list[int]:
    """Return, for offsets in a raw text in their order, the offsets of the same places in its cleaned text.

    Cleaning takes words out and mends others: a place is found by the first run of words after it that stayed, the one nearest to
    where it is expected. A place after which nothing stayed is the text's end.
    """
    offsets = list(offsets)
    if not offsets:
        return []
    before, after = _places(raw), _places(cleaned)
    runs = defaultdict(list)
    for number in range(len(after)):
        runs[_run(cleaned, after, number)].append(number)
    starts = [start for start, _ in before]
    settled, known = list[int](), (0, 0)
    for offset in offsets:
        known = _found(raw, before, runs, bisect_left(starts, offset), known)
        settled.append(after[known[1]][0] if known[1] < len(after) else len(cleaned))
    return settled


def _places(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in _WORD.finditer(text)]


def _run(text: str, places: Sequence[tuple[int, int]], number: int) -> tuple[str, ...]:
    return tuple(text[start:end] for start, end in places[number : number + RUN])


def _found(
    raw: str, before: Sequence[tuple[int, int]], runs: dict[tuple[str, ...], list[int]], number: int, known: tuple[int, int]
) -> tuple[int, int]:
    """Return the first word from ``number`` on that is found again, as its number in the raw and in the cleaned text."""
    if 0 < number <= known[0]:
        return known
    for at in range(number, len(before)):
        candidates = runs.get(_run(raw, before, at), [])
        after = candidates[bisect_left(candidates, known[1]) :]
        if after:
            expected = known[1] + at - known[0]
            place = bisect_left(after, expected)
            return at, min(after[max(place - 1, 0) : place + 1], key=lambda one: abs(one - expected))
    return len(before), sum(map(len, runs.values()))


def page_at(pages: Sequence[int], offset: int) -> int | None:
    """Return the number, from 1, of the page that holds an offset; None for a document without pages."""
    return max(bisect_right(pages, offset), 1) if pages else None
