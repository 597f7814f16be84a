"""Vocabulary phrases found in a parsed text."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from spacy.tokens import Doc, Span

from amity.reading.sequences import text_of

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
        for word in _FIRST.finditer(text):
            pattern = self._starting(word.group().casefold()) if word.start() >= end else None
            match = pattern.match(text, word.start()) if pattern is not None else None
            if match is not None:
                end = match.end()
                yield match

    def _starting(self, first: str) -> re.Pattern[str] | None:
        """Return the pattern of the phrases that begin with the word, made when a text first needs it."""
        if first not in self._by_first:
            return None
        if first not in self._patterns:
            inner = "|".join(r"[\s\-–]+".join(re.escape(word) for word in key.split()) for key in self._by_first[first])
            self._patterns[first] = re.compile(rf"(?:{inner})(?!\w)", re.IGNORECASE)
        return self._patterns[first]


def _key(words: str) -> str:
    return " ".join(re.split(r"[\s\-–]+", words.casefold().strip()))


def _plural(key: str) -> str:
    if re.search(r"[^aeiou]y$", key):
        return key[:-1] + "ies"
    return key + ("es" if key.endswith(("s", "ch", "x")) else "s")
