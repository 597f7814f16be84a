"""Persons of a report: which names are one person's, which stand alone, and which short forms mean whom."""

from dataclasses import dataclass, field

from rapidfuzz.fuzz import ratio

from amity.reading.people.known_names import family_first_language, folded
from amity.reading.people.names import Name, name_words, short_forms
from amity.reading.people.titles import Title

ALIKE_OF_MANY = 70  # where two or more other words agree
ALIKE = 88  # per cent: a misspelt name ("Saleumxay", "Saleumsay"); lower joins different Chinese names


@dataclass
class Person:
    """A person while the report is being read: the names that mean them, and the titles told of them.

    ``historical``: only spoken of as of history; ``lone``: never named with a post or courtesy.
    """

    words: tuple[str, ...]
    names: list[Name] = field(default_factory=list)
    titles: list[Title] = field(default_factory=list)
    historical: bool = False
    lone: bool = False

    @property
    def text(self) -> str:
        """The fullest form of the name, the first one so written."""
        return max((n.text for n in self.names), key=lambda t: len(name_words(t)))

    @property
    def posts(self) -> list[Title]:
        """The single posts of all titles."""
        return [part for title in self.titles for part in (title.parts or [title])]

    @property
    def calls(self) -> tuple[str, ...]:
        """The single words by which the person may be called, the usual one first."""
        return short_forms(self.text)


def by_full_name(people: list[Person], name: Name) -> Person:
    """Return the person so named, known by the same or nearly the same words, or a new one, with the name added."""
    words = name_words(name.text)
    known = next((p for p in people if is_same(p.words, words)), None)
    if known is None:
        known = Person(words)
        people.append(known)
    known.words = max(known.words, words, key=len)
    known.names.append(name)
    return known


def in_headline(people: list[Person], name: Name, told: bool) -> Person | None:
    """Return the person named in a headline, where verbs have capitals too: a known one, else a new one if ``told``."""
    words = name_words(name.text)
    known = next((p for p in people if p.words[0] == words[0] and set(p.words) & set(words[1:])), None)
    if known is not None:
        length = max(i for i, w in enumerate(words) if w in known.words) + 1
        if length == len(words) and len(words) <= len(known.words):
            known.names.append(name)
        return known
    return by_full_name(people, name) if told else None


def is_same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two names of two words or more mean one person: one holds the other, or they differ by a letter or two."""
    few, many = sorted((set(one), set(other)), key=len)
    if len(few) < 2:
        return few == many
    return few <= many or (len(one) == len(other) and _alike(one, other))


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two names of equally many words are spellings of one: at most one word differs, and by little.

    Chinese and Korean given names that differ by a letter are different names.
    """
    if family_first_language(" ".join(one)) or family_first_language(" ".join(other)):
        return False
    different = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    enough = ALIKE if len(one) == 2 else ALIKE_OF_MANY
    return len(different) == 1 and all(min(len(a), len(b)) > 4 and ratio(a, b) >= enough for a, b in different)


def by_short_name(people: list[Person], name: Name, titles: list[Title]) -> Person | None:
    """Return the person whom a single word means: by post, by the usual form of the name, then the last one named."""
    word = folded(name_words(name.text)[-1])
    bearers = [p for p in people if word in p.calls]
    if len(bearers) > 1 and titles:
        heads = {t.head.words for title in titles for t in (title.parts or [title])}
        bearers = [p for p in bearers if heads & {t.head.words for title in p.titles for t in (title.parts or [title])}] or bearers
    if len(bearers) > 1:
        bearers = [p for p in bearers if p.calls[0] == word] or bearers
    return max(bearers, key=lambda p: max((n.start for n in p.names if n.start < name.start), default=-1), default=None)
