"""Vocabulary phrases found in a parsed text."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from spacy.tokens import Doc, Span

from amity.reading.sequences import text_of

CACHED = 64
"""Texts and sentences of a report of which the words are kept."""
_FIRST = re.compile(r"(?<![\w-])\w+")


class Found(NamedTuple):
    """A vocabulary phrase at tokens ``doc[span.start:span.end]`` and the entry that it belongs to."""

    span: Span
    entry: str


class Phrases:
    """Phrases of several entries; words may be joined by spaces or hyphens, the last may stand in the plural."""

    def __init__(self, entries: Mapping[str, Iterable[str]]) -> None:
        self._entry = {_key(phrase): entry for entry, phrases in entries.items() for phrase in phrases}
        self._singular = {_plural(key): key for key in self._entry}
        self._by_first: dict[str, list[str]] = {}
        for key in sorted({*self._entry, *self._singular}, key=len, reverse=True):
            if first := _FIRST.match(key):
                self._by_first.setdefault(first.group(), []).append(key)
        self._patterns: dict[str, re.Pattern[str]] = {}

    def entry(self, words: str) -> str | None:
        """Return the entry of these very words."""
        key = _key(words)
        return self._entry.get(key) or self._entry.get(self._singular.get(key, ""))

    def search(self, doc: Doc | Span) -> list[Found]:
        """Return the phrases in the text, longest first at each place, in its order."""
        found = []
        whole = doc if isinstance(doc, Doc) else doc.doc
        offset = 0 if isinstance(doc, Doc) else doc.start_char
        for match in self._matches(text_of(doc) if isinstance(doc, Doc) else doc.text):
            span = whole.char_span(offset + match.start(), offset + match.end(), alignment_mode="expand")
            entry = self.entry(match.group())
            if span is not None and entry is not None:
                found.append(Found(span, entry))
        return found

    def _matches(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the phrases in the text, longest first at each place; none overlaps another."""
        end = 0
        for start, word in _words_of(text):
            if start < end or word not in self._by_first:
                continue
            match = self._starting(word).match(text, start)
            if match is not None:
                end = match.end()
                yield match

    def _starting(self, first: str) -> re.Pattern[str]:
        """Return the pattern of the phrases that begin with the word, made when a text first needs it."""
        if first not in self._patterns:
            inner = "|".join(r"[\s\-–]+".join(re.escape(word) for word in key.split()) for key in self._by_first[first])
            self._patterns[first] = re.compile(rf"(?:{inner})(?!\w)", re.IGNORECASE)
        return self._patterns[first]


@lru_cache(maxsize=CACHED)
def _words_of(text: str) -> list[tuple[int, str]]:
    """Return the places and words of a text, in which several lists are looked for one after the other."""
    return [(word.start(), word.group().casefold()) for word in _FIRST.finditer(text)]


def _key(words: str) -> str:
    return " ".join(re.split(r"[\s\-–]+", words.casefold().strip()))


def _plural(key: str) -> str:
    if re.search(r"[^aeiou]y$", key):
        return key[:-1] + "ies"
    return key + ("es" if key.endswith(("s", "ch", "x")) else "s")
