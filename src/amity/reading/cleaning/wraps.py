"""Wraps: lines that were broken in mid-sentence become paragraphs again."""

import re
from statistics import median

from amity.reading.cleaning.draft import Draft, Line, ends_sentence, is_bullet, words

WIDTHS = (45, 100)  # letters: the line lengths at which mail and old sites wrap
LEAST_LINES = 6  # so many full lines show that a text is wrapped
SHARE = 0.6  # of its lines


def _is_wrapped(texts: list[str]) -> bool:
    full = [len(text) for text in texts if not ends_sentence(text)]
    fits = sum(WIDTHS[0] <= size <= WIDTHS[1] for size in full)
    longest = max((len(text) for text in texts), default=0)
    return fits >= LEAST_LINES and fits >= SHARE * len(texts) and longest <= WIDTHS[1] + 10 and median(full) >= WIDTHS[0]


def _joins(line: Line, following: Line, wrapped: bool) -> bool:
    text, after = line.text.strip(), following.text.strip()
    if not text or not after or ends_sentence(text) or is_bullet(after):
        return False
    lower = after[0].islower() and words(text) >= 4 and words(after) >= 2 and not re.match(r"^(?:via|by|e-?mail)\b", after)
    return lower or (wrapped and len(text) >= WIDTHS[0])


def join_wrapped(draft: Draft) -> None:
    """Join a line to the next one when the sentence goes on: always before a small letter, and all through a wrapped text."""
    wrapped = _is_wrapped([line.text.strip() for line in draft.kept()])
    position = 0
    while position + 1 < len(draft.lines):
        line, following = draft.lines[position], draft.lines[position + 1]
        if line.text and _joins(line, following, wrapped):
            line.pieces += [(" ", None), *following.pieces]
            del draft.lines[position + 1]
        else:
            position += 1
