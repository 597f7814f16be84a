"""Word lists: the vocabulary of one subject as sets to look words up in, and as patterns to look for in a text."""

import re
from functools import cached_property

from spacy.tokens import Span, Token

from amity.reading.phrases import Phrases
from amity.vocabulary import load


class WordLists:
    """The lists of ``<subject>.toml``, addressed as ``"section.entry"`` (or ``"entry"``), compiled when first used."""

    def __init__(self, subject: str) -> None:
        self._subject = subject
        self._sets: dict[str, frozenset[str]] = {}
        self._patterns: dict[str, re.Pattern[str]] = {}
        self._phrases: dict[str, Phrases] = {}

    @cached_property
    def _data(self) -> dict[str, object]:
        return load(self._subject)

    def entries(self, name: str) -> list[str]:
        """Return the words of a list as they stand in the file."""
        found: object = self._data
        for part in name.split("."):
            found = found[part]  # type: ignore[index]
        return list(found)  # type: ignore[call-overload, no-any-return]

    def words(self, name: str) -> frozenset[str]:
        """Return a list as a set, lower case."""
        if name not in self._sets:
            self._sets[name] = frozenset(word.casefold() for word in self.entries(name))
        return self._sets[name]

    def has(self, name: str, token: Token) -> bool:
        """Tell whether the token, as written or in its base form, is on the list."""
        return token.lower_ in self.words(name) or token.lemma_.lower() in self.words(name)

    def any(self, name: str, tokens: Span | list[Token]) -> bool:
        """Tell whether one of the tokens, as written, is on the list."""
        return any(token.lower_ in self.words(name) for token in tokens)

    def holds(self, name: str, text: str) -> bool:
        """Tell whether an entry of the list, or its plural, stands in the text; hyphens and spaces are alike."""
        return self.count(name, text) > 0

    def count(self, name: str, text: str) -> int:
        """Return how often entries of the list, or their plurals, stand in the text."""
        if name not in self._patterns:
            ordered = sorted(self.words(name), key=len, reverse=True)
            inner = "|".join(re.sub(r"(?:\\-|\\ )+", r"[\\s–-]*[\\s–-]", re.escape(word)) for word in ordered)
            self._patterns[name] = re.compile(rf"(?<!\w)(?:{inner})s?(?!\w)", re.IGNORECASE)
        return sum(1 for _ in self._patterns[name].finditer(text))

    def phrases(self, *names: str) -> Phrases:
        """Return the lists as phrases to search for; the entry of what is found is the list's name."""
        key = " ".join(names)
        if key not in self._phrases:
            self._phrases[key] = Phrases({name: self.entries(name) for name in names})
        return self._phrases[key]

    def lookup(self, section: str, entries: tuple[str, ...]) -> dict[str, str]:
        """Return each word of these lists of a section with the entry that it stands under."""
        return {word: entry for entry in entries for word in self.words(f"{section}.{entry}")}
