"""The working object that the stages of a reading share: one report and what is known of it so far."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from spacy.tokens import Doc, Span, Token

from amity.model import Actor, ActorKind, DateRange, Document, Evidence, PlaceReference, Post, Removed
from amity.model.reading import CONTRACT_QUOTE
from amity.reading.pages import page_at

MentionForm = Literal["name", "post", "description", "pronoun", "demonym"]

TimeRelation = Literal["on", "since", "until", "by", "before", "after", "period"]

Role = Literal["body", "caption", "headline"]


FactKind = Literal[
    "people", "actors", "posts", "events", "instruments", "statements", "commitments", "mechanisms", "projects", "indicators"
]
"""The kinds of facts that are rated apart."""


class Fired(NamedTuple):
    """A rule that fired on ``text[start:end]``, and what it made of it: what ``amity explain`` shows."""

    rule: str
    start: int
    end: int
    detail: str


class Doubted(NamedTuple):
    """A fact of the reading's list ``layer``, at place ``at`` there, and the names of the doubts about it."""

    layer: str
    at: int
    kind: FactKind
    doubts: tuple[str, ...]


class Mention(NamedTuple):
    """Tokens ``doc[start:end]`` that refer to actors (ids); several for "the two sides". ``head`` is a token index."""

    start: int
    end: int
    head: int
    form: MentionForm
    refers: tuple[str, ...]


class DateMention(NamedTuple):
    """Tokens ``doc[start:end]`` that tell a time; ``date`` is None where it cannot be settled.

    ``relation`` is what the words make of it: ``on`` that time, ``since``, ``until``, ``by``, ``before`` or ``after`` it, or a
    ``period`` of months or years ("2022-2025").
    """

    start: int
    end: int
    date: DateRange | None
    relation: TimeRelation = "on"


@dataclass
class ActorTable:
    """Who is in the report: every name, post, description and pronoun leads to one entry."""

    actors: dict[str, Actor] = field(default_factory=dict)
    posts: list[Post] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    speaks_for: dict[str, str] = field(default_factory=dict)
    """Actor id to the jurisdiction or organisation that it speaks for (domain: "for whom they speak")."""
    belongs_to: dict[str, str] = field(default_factory=dict)
    """Organisation id to the jurisdiction whose organ it is, where the report tells it."""
    titled: tuple[str, ...] = ()
    """The jurisdictions that the document's title names, in its order; their names there are no mentions."""
    sides: tuple[str, ...] = ()
    """The report's principal sides: what "the two sides" means where nothing nearer tells."""

    def __post_init__(self) -> None:
        self._by_token: dict[int, Mention] = {}
        self._indexed: list[Mention] | None = None

    def enter(self, kind: ActorKind, name: str, country: str | None = None, place: PlaceReference | None = None) -> Actor:
        """Add an actor under a fresh id and return it."""
        number = max((int(a[1:]) for a in self.actors), default=0) + 1
        actor = Actor(id=f"a{number}", kind=kind, name=name, country=country, place=place)
        self.actors[actor.id] = actor
        return actor

    def refer(self, span: Span, form: MentionForm, *actors: str, head: Token | None = None) -> Mention:
        """Add and return a mention: the span refers to these actors; its head is the span's root unless given."""
        mention = Mention(span.start, span.end, (head or span.root).i, form, actors)
        self.mentions.append(mention)
        return mention

    def at(self, token: Token) -> Mention | None:
        """Return the innermost mention that covers the token."""
        if self._indexed != self.mentions:
            ordered = sorted(self.mentions, key=lambda m: m.end - m.start, reverse=True)
            self._by_token = {i: m for m in ordered for i in range(m.start, m.end)}
            self._indexed = list(self.mentions)
        return self._by_token.get(token.i)

    def refers(self, token: Token) -> tuple[str, ...]:
        """Return the ids of the actors that the mention at the token refers to."""
        mention = self.at(token)
        return mention.refers if mention else ()

    def within(self, start: int, end: int) -> list[Mention]:
        """Return the mentions inside ``doc[start:end]``, in the order of the text."""
        return sorted(m for m in self.mentions if start <= m.start and m.end <= end)

    def represented(self, actors: Iterable[str]) -> list[str]:
        """Return, without repetition, the jurisdictions or organisations that these actors are or speak for."""
        return list(dict.fromkeys(self.speaks_for.get(actor, actor) for actor in actors))

    def is_person(self, actor: str) -> bool:
        """Tell whether the id is a person's."""
        return self.actors[actor].kind == "person"


@dataclass
class Report:
    """One report on its way through the stages."""

    document: Document
    text: str
    doc: Doc
    removed: list[Removed] = field(default_factory=list)
    dates: list[DateMention] = field(default_factory=list)
    table: ActorTable = field(default_factory=ActorTable)
    title: Doc | None = None
    """The document's title, parsed, where it has one."""
    fired: list[Fired] = field(default_factory=list)
    doubted: list[Doubted] = field(default_factory=list)
    """All facts of the reading with the doubts about them."""
    roles: list[tuple[int, int, Role]] = field(default_factory=list)
    """Paragraphs ``text[start:end]`` with their role; what is not listed is body."""
    pages: Sequence[int] = ()
    """Offsets in the text at which the document's pages begin; empty for one without pages."""
    relevance: str = ""
    """The points, and the words that earned them, by which the document was found to be about cooperation, or not."""

    def sentences(self) -> Iterator[Span]:
        """Yield the sentences of the body and title, in order, that hold a word."""
        return (s for s in self.doc.sents if any(t.is_alpha for t in s))

    def role_at(self, start: int) -> Role:
        """Return the role of the paragraph that holds ``text[start]``: ``body``, ``caption`` or ``headline``.

        Captions and headings inside the text name people and days, and never set a force.
        """
        return next((role for low, high, role in self.roles if low <= start < high), "body")

    def evidence(self, start: int, end: int) -> Evidence:
        """Return the evidence for ``text[start:end]``, trimmed of white space and cut to the contract's length."""
        while start < end and self.text[start].isspace():
            start += 1
        end = min(end, start + CONTRACT_QUOTE)
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return Evidence(start, end, self.text[start:end], page_at(self.pages, start))

    def cite(self, span: Span) -> Evidence:
        """Return the evidence for the sentence that holds the span; of one over the contract's length, the part up to the span's end."""
        sentence = span.sent
        start, within = sentence.start_char, range(sentence.start, span.start + 1)
        if span.end_char - start > CONTRACT_QUOTE:
            fitting = (self.doc[i].idx for i in within if span.end_char - self.doc[i].idx <= CONTRACT_QUOTE)
            start = next(fitting, span.start_char)
        return self.evidence(start, sentence.end_char)

    def note(self, rule: str, span: Span, detail: str = "") -> None:
        """Record that a rule fired, for ``amity explain``."""
        self.fired.append(Fired(rule, span.start_char, span.end_char, detail))

    def dates_within(self, start: int, end: int) -> list[DateMention]:
        """Return the times told inside ``doc[start:end]``."""
        return [d for d in self.dates if start <= d.start and d.end <= end]
