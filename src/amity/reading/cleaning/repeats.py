"""Repeats: doubled ledes, captions that say the lede again, and texts that start over in the middle."""

import re
from functools import lru_cache

from rapidfuzz import fuzz

from amity.reading.cleaning.draft import CACHED_LINES, Draft, Line, words
from amity.reading.cleaning.sentences import sentences

_STUTTER = re.compile(r"(?<!\S)((?:\S+ ){5,25})(?=\1)")
NEAR = 92  # percent of likeness at which two paragraphs are one
LEAST_LETTERS = 40  # of a paragraph: short ones may well be said twice
LEAST_WORDS = 8  # of a sentence
LEAST_PREFIX = 60  # letters of a lede that a longer one goes on from
MOST_LINES = 300  # beyond this only exact repeats are looked for
OPENING = 6  # lines among which a shorter lede may stand before the full one


@lru_cache(maxsize=CACHED_LINES)
def _key(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text.casefold()).strip()


def _is_again(one: str, other: str) -> bool:
    """Tell whether two keys are the same words, give or take a few."""
    if one == other:
        return True
    near = abs(len(one) - len(other)) <= max(len(one), len(other)) * 0.1 and min(len(one), len(other)) >= LEAST_LETTERS
    return near and fuzz.ratio(one, other) >= NEAR


def _weaker(earlier: Line, later: Line) -> Line:
    """Return which of two repeats goes: a caption before a paragraph, the shorter before the longer, the later before the earlier."""
    if (earlier.role == "caption") != (later.role == "caption"):
        return earlier if earlier.role == "caption" else later
    return earlier if len(later.text) > len(earlier.text) else later


def drop_repeats(draft: Draft) -> None:
    """Take out paragraphs that stand in the text already."""
    kept = draft.kept()
    keys = [_key(line.text) for line in kept]
    exact: dict[str, int] = {}
    for i, line in enumerate(kept):
        if len(keys[i]) < LEAST_LETTERS:
            continue
        before = range(i) if len(kept) <= MOST_LINES else [exact[keys[i]]] if keys[i] in exact else []
        for j in before:
            if kept[j].text and line.text and len(keys[j]) >= LEAST_LETTERS and _is_again(keys[j], keys[i]):
                _weaker(kept[j], line).drop("repeat")
        exact.setdefault(keys[i], i)


def drop_short_ledes(draft: Draft) -> None:
    """Take out a standfirst or caption of which a paragraph further down is the full form."""
    kept = draft.kept()
    for line in kept[:OPENING]:
        key = _key(line.text)
        others = (one for one in kept if one is not line and one.text and one.role == "body")
        if len(key) >= LEAST_PREFIX and any(_key(one.text).startswith(key) and len(_key(one.text)) > len(key) for one in others):
            line.drop("repeat")


def cut_stutters(draft: Draft) -> None:
    """Cut the first of two runs of five words and more that stand side by side."""
    for line in draft.kept():
        if _says_twice(line.text):
            line.cut_each([match.span(1) for match in _STUTTER.finditer(line.text)], "repeat")


def _says_twice(text: str) -> bool:
    """Tell whether some run of five words stands more than once in the text, which a stutter needs."""
    told = text.split()
    runs = list(zip(told, told[1:], told[2:], told[3:], told[4:], strict=False))
    return len(set(runs)) < len(runs)


def cut_repeated_sentences(draft: Draft) -> None:
    """Cut sentences that the text has said already, word for word."""
    seen: set[str] = set()
    for line in draft.kept():
        text, gone = line.text, []
        for start, end in sentences(text):
            key = _key(text[start:end])
            if words(key) >= LEAST_WORDS and len(key) >= LEAST_LETTERS:
                if key in seen:
                    gone.append((start, end))
                seen.add(key)
        line.cut_each(gone, "repeat")
