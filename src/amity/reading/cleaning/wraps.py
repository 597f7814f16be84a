"""Wraps: lines that were broken in mid-sentence become paragraphs again."""

import re
from statistics import median

from amity.reading.cleaning.draft import Draft, Line, ends_sentence, is_bullet, words

WIDTHS = (45, 100)  # letters: the line lengths at which mail and old sites wrap
LEAST_LINES = 6  # so many full lines show that a text is wrapped
LEAST_OPEN = 4  # words of a line that a small letter goes on from
SHARE = 0.6  # of its lines


def _is_wrapped(texts: list[str]) -> bool:
    full = [len(text) for text in texts if not ends_sentence(text)]
    fits = sum(WIDTHS[0] <= size <= WIDTHS[1] for size in full)
    longest = max((len(text) for text in texts), default=0)
    return fits >= LEAST_LINES and fits >= SHARE * len(texts) and longest <= WIDTHS[1] + 10 and median(full) >= WIDTHS[0]


def _goes_on(text: str, after: str) -> bool:
    """Tell whether a sentence that a line leaves open goes on in small letters."""
    return after[:1].islower() and words(text) >= LEAST_OPEN and words(after) >= 2 and not re.match(r"^(?:via|by|e-?mail)\b", after)


def _joins(text: str, after: str, apart: bool, wrapped: bool) -> bool:
    if not text or not after or ends_sentence(text) or is_bullet(after):
        return False
    return _goes_on(text, after) or (wrapped and not apart and len(text) >= WIDTHS[0])


def join_wrapped(draft: Draft) -> None:
    """Join a line to the next one when the sentence goes on: before a small letter, and all through a wrapped text.

    Lines in small letters under one that ends with a colon are the items of a list, and stay apart.
    """
    wrapped = _is_wrapped([line.text.strip() for line in draft.kept()])
    joined: list[Line] = []
    last: Line | None = None
    apart = listed = False
    for line in draft.lines:
        text, after = last.text.strip() if last else "", line.text.strip()
        listed = text.endswith(":") or (listed and after[:1].islower())
        if last is not None and not listed and _joins(text, after, apart, wrapped):
            last.append(line)
        else:
            joined.append(line)
        last, apart = (line if joined[-1] is line and after else last), not after
    draft.lines = joined
