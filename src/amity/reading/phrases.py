"""Vocabulary phrases found in a parsed text."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from spacy.tokens import Doc, Span

from amity.reading.sequences import text_of


class Found(NamedTuple):
    """A vocabulary phrase at tokens ``doc[span.start:span.end]`` and the entry that it belongs to."""

    span: Span
    entry: str


class Phrases:
    """Phrases of several entries; words may be joined by spaces or hyphens, the last may stand in the plural."""

    def __init__(self, entries: Mapping[str, Iterable[str]]) -> None:
        self._entry = {_key(phrase): entry for entry, phrases in entries.items() for phrase in phrases}
        self._singular = {_plural(key): key for key in self._entry}
        by_letter: dict[str, list[str]] = {}
        for key in sorted({*self._entry, *self._singular}, key=len, reverse=True):
            by_letter.setdefault(key[:1], []).append(r"[\s\-–]+".join(re.escape(word) for word in key.split()))
        inner = "|".join(rf"(?={re.escape(letter)})(?:{'|'.join(keys)})" for letter, keys in by_letter.items())
        self._pattern = re.compile(rf"(?<![\w-])(?:{inner})(?!\w)", re.IGNORECASE)

    def entry(self, words: str) -> str | None:
        """Return the entry of these very words."""
        key = _key(words)
        return self._entry.get(key) or self._entry.get(self._singular.get(key, ""))

    def search(self, doc: Doc | Span) -> list[Found]:
        """Return the phrases in the text, longest first at each place, in its order."""
        found = []
        whole = doc if isinstance(doc, Doc) else doc.doc
        offset = 0 if isinstance(doc, Doc) else doc.start_char
        for match in self._pattern.finditer(text_of(doc) if isinstance(doc, Doc) else doc.text):
            span = whole.char_span(offset + match.start(), offset + match.end(), alignment_mode="expand")
            entry = self.entry(match.group())
            if span is not None and entry is not None:
                found.append(Found(span, entry))
        return found


def _key(words: str) -> str:
    return " ".join(re.split(r"[\s\-–]+", words.casefold().strip()))


def _plural(key: str) -> str:
    if re.search(r"[^aeiou]y$", key):
        return key[:-1] + "ies"
    return key + ("es" if key.endswith(("s", "ch", "x")) else "s")
