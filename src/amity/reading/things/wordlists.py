"""Word lists: the vocabulary of one subject as sets to look words up in, and as patterns to look for in a text."""

import re
from typing import Any

from spacy.tokens import Span, Token

from amity.reading.phrases import Phrases
from amity.vocabulary import alternatives, load, per_language


def _entries(subject: str, name: str) -> list[str]:
    found: Any = load(subject)
    for part in name.split("."):
        found = found[part]
    return list(found)


@per_language
def _words(subject: str, name: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _entries(subject, name))


@per_language
def _pattern(subject: str, name: str) -> re.Pattern[str]:
    ordered = sorted(_words(subject, name), key=len, reverse=True)
    inner = alternatives(re.sub(r"(?:\\-|\\ )+", r"[\\s–-]*[\\s–-]", re.escape(word)) for word in ordered)
    return re.compile(rf"(?<!\w){inner}s?(?!\w)", re.IGNORECASE)


@per_language
def _phrases(subject: str, names: tuple[str, ...]) -> Phrases:
    return Phrases({name: _entries(subject, name) for name in names})


class WordLists:
    """The lists of ``<subject>.toml``, addressed as ``"section.entry"`` (or ``"entry"``), compiled when first used."""

    def __init__(self, subject: str) -> None:
        self._subject = subject

    def entries(self, name: str) -> list[str]:
        """Return the words of a list as they stand in the file."""
        return _entries(self._subject, name)

    def words(self, name: str) -> frozenset[str]:
        """Return a list as a set, lower case."""
        return _words(self._subject, name)

    def has(self, name: str, token: Token) -> bool:
        """Tell whether the token, as written or in its base form, is on the list."""
        words = self.words(name)
        return token.lower_ in words or token.lemma_.lower() in words

    def any(self, name: str, tokens: Span | list[Token]) -> bool:
        """Tell whether one of the tokens, as written, is on the list."""
        words = self.words(name)
        return any(token.lower_ in words for token in tokens)

    def holds(self, name: str, text: str) -> bool:
        """Tell whether an entry of the list, or its plural, stands in the text; hyphens and spaces are alike."""
        return self.count(name, text) > 0

    def count(self, name: str, text: str) -> int:
        """Return how often entries of the list, or their plurals, stand in the text."""
        return sum(1 for _ in _pattern(self._subject, name).finditer(text))

    def phrases(self, *names: str) -> Phrases:
        """Return the lists as phrases to search for; the entry of what is found is the list's name."""
        return _phrases(self._subject, names)

    def lookup(self, section: str, entries: tuple[str, ...]) -> dict[str, str]:
        """Return each word of these lists of a section with the entry that it stands under."""
        return {word: entry for entry in entries for word in self.words(f"{section}.{entry}")}
