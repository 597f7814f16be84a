"""What doubts are judged by: a report and its reading, asked for what stands where; ids are those of the reading."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import TypeVar

from spacy.tokens import Token

from amity.model import Actor, Event, Evidence, Post, Reading, Statement
from amity.reading.report import Fired, MentionForm, Report

F = TypeVar("F")

Doubt = Callable[["Scene", F], bool]
"""A reason why a fact may be wrong: a question about the fact where it stands; its docstring says the reason."""

QUOTES = re.compile('["“”„«»]')


class Scene:
    """One report and its reading; what is asked for often is worked out once."""

    def __init__(self, report: Report, reading: Reading) -> None:
        self.report, self.reading = report, reading
        self._told: dict[str, list[Fired]] = {}
        self._formed: dict[tuple[str, int, int], set[MentionForm]] = {}

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """The reading's actors by id."""
        return {actor.id: actor for actor in self.reading.actors}

    @cached_property
    def posts(self) -> dict[str, list[Post]]:
        """The posts of each person, the highest first."""
        found: dict[str, list[Post]] = defaultdict(list)
        for post in self.reading.posts:
            found[post.person].append(post)
        return found

    @cached_property
    def sides(self) -> frozenset[str]:
        """The report's principal sides."""
        table = self.report.table
        known = {(actor.kind, actor.name): actor.id for actor in self.reading.actors}
        told = (known.get((table.actors[side].kind, table.actors[side].name)) for side in table.sides if side in table.actors)
        return frozenset(side for side in told if side)

    @cached_property
    def parts(self) -> Counter[str]:
        """In how many ways each actor takes part: as who acts, is told, speaks, meets, concludes, is a member, is measured."""
        reading = self.reading
        ways = (
            {actor for one in reading.statements for actor in one.by},
            {actor for one in reading.statements for actor in one.to},
            {one.speaker for one in reading.statements if one.speaker},
            {actor for one in reading.events for actor in one.sides},
            {part.actor for one in reading.events for part in one.participants},
            {part.on_behalf_of for one in reading.events for part in one.participants if part.on_behalf_of},
            {actor for one in reading.instruments for actor in one.parties},
            {actor for one in reading.mechanisms for actor in one.members},
            {one.subject for one in reading.indicators if one.subject},
        )
        return Counter(actor for way in ways for actor in way)

    @cached_property
    def represented(self) -> frozenset[str]:
        """The actors for which someone holds a post or acts at an event."""
        held = {post.of for post in self.reading.posts}
        acted = {part.on_behalf_of for one in self.reading.events for part in one.participants}
        return frozenset(filter(None, held | acted))

    @cached_property
    def _fired(self) -> tuple[list[int], list[Fired]]:
        ordered = sorted(self.report.fired, key=lambda one: one.start)
        return [one.start for one in ordered], ordered

    def fired(self, start: int, end: int) -> Sequence[Fired]:
        """Return the rules that fired on words that begin in ``text[start:end]``, in its order."""
        starts, ordered = self._fired
        return ordered[bisect_left(starts, start) : bisect_left(starts, end)]

    def fired_in(self, places: Iterable[Evidence]) -> list[Fired]:
        """Return the rules that fired inside any of the evidence."""
        return [one for place in places for one in self.fired(place.start, place.end)]

    @cached_property
    def _forms(self) -> dict[int, set[MentionForm]]:
        found: dict[int, set[MentionForm]] = defaultdict(set)
        for mention in self.report.table.mentions:
            found[self.report.doc[mention.start].idx].add(mention.form)
        return found

    def forms(self, actor: str, where: Evidence) -> set[MentionForm]:
        """Return the forms in which an actor is mentioned in the evidence: none where it is told only elsewhere."""
        asked = actor, where.start, where.end
        if asked not in self._formed:
            within = (start for start, _ in self.actors[actor].mentions if where.start <= start < where.end)
            self._formed[asked] = {form for start in within for form in self._forms[start]}
        return self._formed[asked]

    def stands(self, actors: Iterable[str], where: Evidence) -> bool:
        """Tell whether each of the actors stands in the evidence, in whatever form."""
        return all(self.forms(actor, where) for actor in actors)

    def named(self, actors: Iterable[str], where: Evidence) -> bool:
        """Tell whether each of the actors stands in the evidence by name."""
        return all("name" in self.forms(actor, where) for actor in actors)

    def mixed(self, actors: Iterable[str]) -> bool:
        """Tell whether the actors are of different kinds: a city and a state, a ministry and a province."""
        return len({self.actors[actor].kind for actor in actors}) > 1

    def unsure(self, actors: Iterable[str]) -> bool:
        """Tell whether one of the actors was itself made out by doubtful rules."""
        return any(self.actors[actor].confidence != "high" for actor in actors)

    def weakly_posted(self, person: str | None) -> bool:
        """Tell whether a person has a post, or stands for someone, only for want of anything better."""
        return person is not None and any(post.confidence == "low" for post in self.posts[person])

    def told_by(self, statement: Statement) -> Fired | None:
        """Return the rule by which a statement was read."""
        return next(iter(self._rules(statement, f"force {statement.force}: {statement.action}")), None)

    def cues(self, event: Event) -> list[Fired]:
        """Return the rules that found an event, in the order of its evidence."""
        return self._rules(event, f"{event.id} {event.type} {event.status}")

    def _rules(self, fact: Statement | Event, told: str) -> list[Fired]:
        if fact.id not in self._told:
            self._told[fact.id] = [fired for fired in self.fired_in(fact.evidence) if fired.detail == told]
        return self._told[fact.id]

    def word(self, fired: Fired) -> Token | None:
        """Return the first of the words on which a rule fired."""
        span = self.report.doc.char_span(fired.start, fired.end)
        return span[0] if span is not None else None

    def begins(self, where: Evidence) -> float:
        """Return where in the report the evidence begins, from 0 to 1."""
        return where.start / max(1, len(self.report.text))


def length(where: Evidence) -> int:
    """Return the number of words of an evidence."""
    return len(where.quote.split())


def quoted(where: Evidence) -> bool:
    """Tell whether quotation marks stand in the evidence."""
    return QUOTES.search(where.quote) is not None


def depth(token: Token) -> int:
    """Return how many words govern the word, one above the other: 0 for the root of its sentence."""
    return sum(1 for _ in token.ancestors)
