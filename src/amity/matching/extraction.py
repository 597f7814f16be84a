"""From a reading to the features of its facts."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from amity.matching.features import (
    ActorFeatures,
    EventFeatures,
    Features,
    InstrumentFeatures,
    Office,
    Party,
    PersonFeatures,
    StatementFeatures,
    ThingFeatures,
    fingerprint,
)
from amity.matching.homes import actor_home, anchored, canonical_name, core_name, place_chain, succession
from amity.matching.names import core, person_words, words
from amity.matching.offices import office_class
from amity.matching.ties import makes_friends
from amity.matching.toldays import coming_day
from amity.matching.words import content, names
from amity.model.actors import JURISDICTIONS, Actor
from amity.model.acts import Event, Instrument, Mechanism, Project, Statement
from amity.model.judgement import Member
from amity.model.reading import Reading
from amity.model.text import Evidence

COUNTRY_CODE = 2
"""Letters of a state's identity."""
LEVEL_WORDS = {
    "provincial": "province",
    "municipal": "municipality",
    "city": "municipality",
    "district": "district",
    "regional": "province",
}
"""Words that make an organisation's name stand for the report's only unit of that kind ("the provincial People's Committee")."""


def extract(reading: Reading) -> dict[Member, Features]:
    """Return the features of every actor, event, instrument, statement, mechanism and project of a reading."""
    return _Extraction(reading).all()


def parties_of(reading: Reading) -> Callable[[str], Party]:
    """Return the function from an actor's local id to the party as a fact names it."""
    return _Extraction(reading).party


class _Extraction:
    """One reading, with what several facts need of its actors."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.document = reading.document.id
        self.told = reading.document.published or reading.document.dateline_date
        self.actors = {actor.id: actor for actor in reading.actors}
        self.text_words = frozenset(words(reading.text))
        self.homes = {actor.id: actor_home(actor) for actor in reading.actors}
        self.actor_names = _joined_names(reading)
        self._settle_homes()
        self.spoken_for = self._representation()

    def _settle_homes(self) -> None:
        """Give organisations named by their level only the report's one unit of that level."""
        for actor in self.reading.actors:
            if actor.kind in ("body", "party") and (self.homes[actor.id] is None or self.homes[actor.id] == actor.country):
                kinds = {LEVEL_WORDS[word] for word in words(actor.name) if word in LEVEL_WORDS}
                units = [one for one in self.reading.actors if one.kind in kinds and one.country == actor.country]
                if len(units) == 1 and actor.country:
                    self.homes[actor.id] = self.homes[units[0].id]

    def _representation(self) -> dict[str, set[str]]:
        """Return for whom each person speaks: the sides of posts, participations and statements."""
        sides: dict[str, set[str]] = defaultdict(set)
        for event in self.reading.events:
            for part in event.participants:
                if part.on_behalf_of:
                    sides[part.actor].add(part.on_behalf_of)
        for statement in self.reading.statements:
            if statement.speaker and len(statement.by) == 1 and statement.by[0] != statement.speaker:
                sides[statement.speaker].add(statement.by[0])
        return sides

    def member(self, layer: str, local: str) -> Member:
        return Member(self.document, layer, local)

    def all(self) -> dict[Member, Features]:
        reading = self.reading
        found: dict[Member, Features] = {}
        for actor in reading.actors:
            found[self.member("actors", actor.id)] = self.person(actor) if actor.kind == "person" else self.actor(actor)
        for event in reading.events:
            found[self.member("events", event.id)] = self.event(event)
        for instrument in reading.instruments:
            found[self.member("instruments", instrument.id)] = self.instrument(instrument)
        for statement in reading.statements:
            found[self.member("statements", statement.id)] = self.statement(statement)
        for mechanism in reading.mechanisms:
            found[self.member("mechanisms", mechanism.id)] = self.thing("mechanisms", mechanism, mechanism.members)
        for project in reading.projects:
            found[self.member("projects", project.id)] = self.thing("projects", project, project.places)
        return found

    def actor(self, actor: Actor) -> ActorFeatures:
        home, name = self.homes[actor.id], canonical_name(actor)
        unit = actor.kind in JURISDICTIONS and home is not None
        told = (actor.name, *actor.aliases)
        forms = set() if unit else {how(form) for form in told for how in (core, partial(core_name, actor))} - {name, ""}
        return ActorFeatures(
            actor.kind, name, tuple(sorted(forms)), home, actor.country, unit and anchored(home, self.text_words), *succession(actor)
        )

    def person(self, actor: Actor) -> PersonFeatures:
        full = " ".join(person_words(actor.name))
        forms = {" ".join(person_words(form)) for form in actor.aliases if len(person_words(form)) > 1} - {full}
        offices = {self.office(post.title, post.of) for post in self.reading.posts if post.person == actor.id}
        homes = {office.home for office in offices if office.home}
        sides = {home for side in self.spoken_for[actor.id] if (home := self.homes.get(side))} if not homes else set()
        return PersonFeatures(full, tuple(sorted(forms)), tuple(sorted(offices, key=_office_order)), tuple(sorted(sides)))

    def office(self, title: str | None, of: str | None) -> Office:
        holder = self.actors.get(of) if of else None
        return Office(
            office_class(title or ""), self.homes[holder.id] if holder else None, core_name(holder, holder.name) if holder else None
        )

    def party(self, local: str, on_behalf_of: str | None = None) -> Party:
        actor = self.actors[local]
        if actor.kind != "person":
            return Party(self.member("actors", local), actor.kind, canonical_name(actor), self.homes[local])
        side = on_behalf_of or next(iter(sorted(self.spoken_for[local])), None)
        home = self.homes.get(side) if side else None
        return Party(self.member("actors", local), "person", " ".join(person_words(actor.name)), home)

    def parties(self, locals_: Iterable[str]) -> tuple[Party, ...]:
        return tuple(sorted(self.party(local) for local in dict.fromkeys(locals_) if local in self.actors))

    def event(self, event: Event) -> EventFeatures:
        people = {part.actor: part.on_behalf_of for part in event.participants if self._is_person(part.actor)}
        others = [part.actor for part in event.participants if not self._is_person(part.actor)] if not event.sides else []
        return EventFeatures(
            self.member("events", event.id),
            event.type,
            event.status,
            event.mode,
            event.date.start if event.date else None,
            event.date.end if event.date else None,
            place_chain(event.place),
            self.parties([*event.sides, *others]),
            tuple(sorted(self.party(local, behalf) for local, behalf in people.items())),
            self._texts(event),
            content(_quotes(event.evidence)),
            _sentences(event.evidence),
            self.told,
        )

    def _is_person(self, local: str) -> bool:
        return local in self.actors and self.actors[local].kind == "person"

    def _texts(self, event: Event) -> tuple[str, ...]:
        """Return the types of the reading's instruments that a signing is about: same sentence, or same parties and date."""
        if event.type not in ("signing", "ceremony"):
            return ()
        sides, day = set(event.sides), event.date.start if event.date else None
        own = [one for one in self.reading.instruments if day and one.signed_on == day and sides and sides <= set(one.parties) | _of(event)]
        own = own or [one for one in self.reading.instruments if _touch(one.evidence, event.evidence) and one.signed_on in (day, None)]
        return tuple(sorted({one.type for one in own}))

    def instrument(self, instrument: Instrument) -> InstrumentFeatures:
        return InstrumentFeatures(
            self.member("instruments", instrument.id),
            instrument.type,
            instrument.status,
            instrument.concluded,
            self.parties(instrument.parties),
            instrument.signed_on,
            instrument.period_from,
            instrument.period_to,
            tuple(sorted(set(instrument.sectors) - {"unspecified", "diplomacy"})),
            content(instrument.title or ""),
            content(_quotes(instrument.evidence)),
            _sentences(instrument.evidence),
            self.told,
            makes_friends(self.reading, instrument, self.party),
        )

    def statement(self, statement: Statement) -> StatementFeatures:
        return StatementFeatures(
            self.member("statements", statement.id),
            self.parties(statement.by),
            self.parties(statement.to),
            self.parties(statement.debtor or ()),
            self.party(statement.speaker) if statement.speaker in self.actors else None,
            statement.force,
            statement.commitment,
            content(statement.action),
            words(statement.action),
            next(iter(words(statement.action)), ""),
            self._names(f"x {statement.action}"),
            self._names(_quotes(statement.evidence)),
            tuple(sorted(set(statement.sectors) - {"unspecified"})),
            _sentences(statement.evidence),
            statement.due,
            self._day(statement),
            self.told,
        )

    def _day(self, statement: Statement) -> str | None:
        """Return the day that an action names, else the day of its sentence."""
        return coming_day(statement.action.lower(), self.told) or coming_day(_quotes(statement.evidence).lower(), self.told)

    def _names(self, text: str) -> tuple[str, ...]:
        """Return the names in a text that are not those of the reading's actors."""
        return tuple(name for name in names(text) if name not in self.actor_names)

    def _local_homes(self) -> tuple[str, ...]:
        """Return the places below states that the report's actors are or belong to."""
        return tuple(sorted({home for home in self.homes.values() if home and len(home) > COUNTRY_CODE}))

    def thing(self, layer: str, thing: Mechanism | Project, members: Sequence[str]) -> ThingFeatures:
        local = self.member(layer, thing.id)
        status = thing.status if isinstance(thing, Project) else "unknown"
        around = content(_quotes(thing.evidence))
        return ThingFeatures(
            local,
            layer,
            content(thing.name),
            names(f"x {thing.name}"),
            self.parties(members),
            status,
            around,
            self._local_homes(),
            self.told,
        )


def _joined_names(reading: Reading) -> frozenset[str]:
    """Return the names of a reading's actors, and each word of its persons' names, as ``names`` writes them."""
    forms = {form for actor in reading.actors for form in (actor.name, *actor.aliases)}
    parts = {word for actor in reading.actors if actor.kind == "person" for word in words(actor.name)}
    return frozenset({"".join(words(form)) for form in forms} | {core(form).replace(" ", "") for form in forms} | parts)


def _of(event: Event) -> set[str]:
    return {part.actor for part in event.participants}


def _office_order(office: Office) -> tuple[str, str, str]:
    return (office.title, office.home or "", office.of or "")


def _quotes(evidence: Sequence[Evidence]) -> str:
    return " ".join(span.quote for span in evidence)


def _sentences(evidence: Sequence[Evidence]) -> tuple[str, ...]:
    return tuple(sorted({fingerprint(span.quote) for span in evidence}))


def _touch(ones: Sequence[Evidence], others: Sequence[Evidence]) -> bool:
    return any(one.start < other.end and other.start < one.end for one in ones for other in others)
