"""Sentences, roughly: enough to part captions and find repeated passages before the text is parsed."""

import re

from amity.vocabulary import load, per_language

_BREAK = re.compile(r"(?<=[.!?])[\"”’)\]]*\s+(?=[\"“‘(\[]?[^\W_a-z])")


@per_language
def _abbreviations() -> frozenset[str]:
    return frozenset(load("chrome")["abbreviations"]["words"])


def sentences(text: str) -> list[tuple[int, int]]:
    """Return the spans of the text's sentences; titles and single initials end none."""
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _BREAK.finditer(text):
        word = re.search(r"([^\W\d_]+)\.[\"”’)\]]*$", text[start : match.start()] + text[match.start() : match.end()].rstrip())
        if word and (word[1].casefold() in _abbreviations() or len(word[1]) == 1):
            continue
        spans.append((start, match.end()))
        start = match.end()
    return [*spans, (start, len(text))] if text[start:].strip() or not spans else spans
