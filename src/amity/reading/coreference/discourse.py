"""What a report has spoken of so far: who was named where, in which role, and as which group."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from spacy.tokens import Span, Token

from amity.model import Actor
from amity.reading.report import ActorTable, Mention, Report
from amity.reading.representation import listed
from amity.vocabulary import load

FADING = 0.5  # what is left of a mention's weight one sentence later
LONGEST_MEMORY = 12  # sentences after which only descriptions by post or name lead back
IMPLIED = 0.5  # of a mention's weight goes to the jurisdiction that its actor speaks for
MEMBER = 0.6  # of a list's weight goes to each of its members
FRONTED = 2.5  # "To the minister, …": what a sentence is about though not its subject
SUBJECT, OTHER, MODIFIER = 3.0, 1.0, 0.6  # centering: the subject of a sentence is what the next one speaks of
MAIN = 1.0  # added for the subject of the main clause


class Seen(NamedTuple):
    """Actors spoken of at a token of a sentence, with the weight of their role there."""

    token: int
    sentence: int
    actors: tuple[str, ...]
    weight: float
    form: str


@dataclass
class Discourse:
    """The memory of one walk through a report."""

    report: Report
    table: ActorTable
    seen: list[Seen] = field(default_factory=list)
    groups: list[Seen] = field(default_factory=list)
    gender: dict[str, str] = field(default_factory=dict)
    sentence: int = 0
    visitors: tuple[str, ...] = ()

    def actor(self, identifier: str) -> Actor:
        """Return the entry of an actor."""
        return self.table.actors[identifier]

    def add(self, mention: Mention) -> None:
        """Remember a mention, with its role in its sentence."""
        head = self.report.doc[mention.head]
        if not self._is_modifier_of_name(mention):
            self.seen.append(Seen(mention.start, self.sentence, mention.refers, weight(head), mention.form))
        if len(mention.refers) > 1:
            self.groups.append(self.seen[-1])
        self._add_implied(mention, head)
        if mention.form == "name" and mention.start:
            self._read_gender(mention)

    def _add_implied(self, mention: Mention, head: Token) -> None:
        """Remember whom the actor speaks for or belongs to: after the mayor spoke, "the city" is the mayor's."""
        for actor in mention.refers:
            own = self.table.speaks_for.get(actor) or self.table.belongs_to.get(actor)
            if own is not None and len(mention.refers) == 1:
                self.seen.append(Seen(mention.start, self.sentence, (own,), IMPLIED * weight(head), "implied"))

    def _is_modifier_of_name(self, mention: Mention) -> bool:
        """Tell whether the mention only stands inside a longer name: "Yunnan" in "Foreign Affairs Office of Yunnan"."""
        return any(m.start <= mention.start and mention.end <= m.end and m is not mention and m.form == "name" for m in self.table.mentions)

    def _read_gender(self, mention: Mention) -> None:
        before = [t.text for t in self.report.doc[max(mention.start - 2, 0) : mention.start]]
        for pronoun, titles in load("coreference")["gender"].items():
            if any(t in titles for t in before) and len(mention.refers) == 1:
                self.gender.setdefault(mention.refers[0], pronoun)

    def salient(self, fits: Callable[[Seen], bool], before: int | None = None) -> Seen | None:
        """Return the weightiest thing spoken of that fits, the later of equals."""
        best, most = None, 0.0
        for seen in self.seen:
            if (before is not None and seen.token >= before) or self.sentence - seen.sentence > LONGEST_MEMORY or not fits(seen):
                continue
            value = seen.weight * FADING ** (self.sentence - seen.sentence)
            if value >= most:
                best, most = seen, value
        return best

    def latest(self, fits: Callable[[str], bool]) -> str | None:
        """Return the actor spoken of last that fits, whatever its role."""
        for seen in reversed(self.seen):
            for actor in seen.actors:
                if fits(actor):
                    return actor
        return None

    def last_person(self) -> str | None:
        """Return the person whom "his" would mean: the weightiest one spoken of."""
        found = self.salient(lambda seen: len(seen.actors) == 1 and self.table.is_person(seen.actors[0]))
        return found.actors[0] if found else None

    def named_persons(self) -> Iterable[str]:
        """Return the persons spoken of, the latest first."""
        return dict.fromkeys(a for seen in reversed(self.seen) for a in seen.actors if self.table.is_person(a))


def weight(head: Token) -> float:
    """Return the weight of a mention by the role of its head; a member of a list has a part of the list's."""
    token = listed(head)
    share = MEMBER if (token.i != head.i and head.dep_ == "conj") or any(c.dep_ == "conj" for c in head.children) else 1.0
    if token.dep_ in {"nsubj", "nsubjpass"}:
        return share * (SUBJECT + (MAIN if is_main(token.head) else 0.0))
    if token.dep_ == "pobj" and token.head.dep_ == "prep" and token.head.i <= token.sent.start + 1 and token.i < token.sent.root.i:
        return share * FRONTED
    return MODIFIER if token.dep_ in {"poss", "compound", "nmod", "amod"} else OTHER


def is_main(verb: Token) -> bool:
    """Tell whether the verb heads the sentence or a clause coordinated with its main one."""
    while verb.dep_ == "conj" and verb.head != verb:
        verb = verb.head
    return verb.dep_ == "ROOT"


def noun_phrase(noun: Token) -> Span:
    """Return the noun with the words before it that belong to it, and no clause."""
    start = noun.i
    for token in reversed(list(noun.lefts)):
        if token.dep_ in {"det", "amod", "nummod", "compound", "poss", "nmod", "predet", "quantmod", "advmod", "npadvmod"}:
            start = min(start, token.left_edge.i)
        else:
            break
    while start < noun.i and noun.doc[start].is_space:
        start += 1
    return noun.doc[start : noun.i + 1]
