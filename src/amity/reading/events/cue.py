"""An event cue: one verb or noun by which a report tells an event."""

from dataclasses import dataclass, field

from spacy.tokens import Token

from amity.model.acts import EventType
from amity.reading.instruments.drafts import Draft
from amity.reading.instruments.lifecycle import Outlook
from amity.reading.parties import unique
from amity.vocabulary import load, per_language

Kind = EventType | str
"""An event's type, or ``event`` for nouns that stand for whatever was told before ("the occasion")."""


@per_language
def words(section: str, entry: str) -> frozenset[str]:
    """Return a list of the events' vocabulary as a set."""
    return frozenset(load("events")[section][entry])


@dataclass
class Cue:
    """One telling of an event: ``word`` is the verb or noun, ``verb`` heads its clause, ``rule`` found it.

    ``hosts`` and ``guests`` take part by its own words (those who act, and whom they act with), ``speakers`` act at the event
    ("at the meeting A said …"). ``name`` holds the words of its proper name, ``ordinal`` its number or year. ``light`` marks a
    noun whose verb only carries it ("held talks"), ``own`` one that names its participants itself, ``council`` the sitting of
    a council, ``title`` a heading or caption. ``further`` marks one told as one more ("also met B"), ``apart`` one of which only
    the outcome is told, ``effect`` one of which only an effect to come is told ("the visit will deepen ties").
    """

    rule: str
    type: Kind
    word: Token
    verb: Token
    hosts: list[str] = field(default_factory=list)
    guests: list[str] = field(default_factory=list)
    speakers: list[str] = field(default_factory=list)
    definite: bool = False
    another: bool = False
    light: bool = False
    own: bool = False
    council: bool = False
    title: bool = False
    further: bool = False
    apart: bool = False
    effect: bool = False
    outlook: Outlook = "done"
    draft: Draft | None = None
    name: frozenset[str] = frozenset()
    ordinal: str = ""

    @property
    def lemma(self) -> str:
        """The lemma of the cue's word, lower case."""
        return self.word.lemma_.lower()

    @property
    def verb_lemma(self) -> str:
        """The lemma of the verb that heads its clause, lower case."""
        return self.verb.lemma_.lower()

    @property
    def actors(self) -> list[str]:
        """All who take part by the words of this cue."""
        return unique([*self.hosts, *self.guests])

    @property
    def bare(self) -> bool:
        """Whether the noun only takes up an event told before: definite, without a name, a number or participants of its own."""
        unnamed = self.definite and not self.ordinal and not self.name and not self.own
        return unnamed and (not self.actors or self.verb_lemma in words("light", "attendance") | words("light", "moving"))
