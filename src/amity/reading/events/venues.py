"""Venues: in which city, district or province an event was held."""

from functools import cache

from spacy.tokens import Token

from amity.gazetteer import Place, demonym, open_gazetteer
from amity.model import Actor, PlaceReference
from amity.reading.events.cue import Cue
from amity.reading.grammar import phrase
from amity.reading.report import Report
from amity.reading.told import clause

PLACE_PREPOSITIONS = {"in", "at"}
NARROW = {"municipality": 0, "district": 1, "province": 2}
TITLE_REACH = 9  # words from "in" within which the holder of a post is named
HERE = {"here"}
THERE = {"there"}


def place_of(report: Report, cue: Cue, scopes: list[list[Token]]) -> PlaceReference | None:
    """Return the narrowest place that the words around the event tell for it ("in Kunming", "at the town hall in Orlow", "here")."""
    if cue.type == "visit":
        return _narrowest(_visited(report, cue))
    for tokens in scopes:
        found = [
            p
            for t in tokens
            if t.lower_ in PLACE_PREPOSITIONS and t.dep_ == "prep" and not report.table.at(t)
            for p in _located(report, cue, t)
        ]
        if found:
            return _narrowest(found)
    around = [t for t in (*clause(cue.verb), *scopes[0]) if t.dep_ == "advmod"]
    if any(t.lower_ in HERE for t in around):
        return dateline(report)
    return next((_named_before(report, t) for t in around if t.lower_ in THERE), None)


def _named_before(report: Report, there: Token) -> PlaceReference | None:
    """Return the last city named before "there", in its sentence or the one before."""
    first = max(0, there.sent.start - 1)
    cities = [
        entry
        for mention in report.table.within(there.doc[first].sent.start, there.i)
        for entry in (report.table.actors[a] for a in mention.refers)
        if entry.kind == "municipality" and mention.form == "name"
    ]
    return (cities[-1].place or PlaceReference(name=cities[-1].name)) if cities else None


def _narrowest(found: list[tuple[int, PlaceReference]]) -> PlaceReference | None:
    return min(found, key=lambda f: f[0])[1] if found else None


def _visited(report: Report, cue: Cue) -> list[tuple[int, PlaceReference]]:
    """The places that a visit goes to."""
    goals = [noun for t in phrase(cue.word) if t.lower_ in {"to", "in"} and t.dep_ == "prep" for noun in t.children]
    if cue.word.pos_ == "VERB":
        goals += [t for t in cue.word.children if t.dep_ == "dobj"]
    elif cue.light:
        goals += [n for t in cue.verb.children if t.dep_ == "prep" and t.lower_ in {"to", "in"} for n in t.children if n != cue.word]
    return [p for noun in goals for p in places_in(report, noun) if not _is_origin(report, cue, noun)]


def _is_origin(report: Report, cue: Cue, noun: Token) -> bool:
    """Tell whether the place is where the visitors come from."""
    return any(a in cue.hosts for a in report.table.refers(noun))


def _located(report: Report, cue: Cue, preposition: Token) -> list[tuple[int, PlaceReference]]:
    """The places after a preposition that belongs to the event, not to a person's post ("consul in Mirbad")."""
    if cue.word in preposition.children:
        return []
    own = {cue.word, cue.verb} | {c for c in cue.word.children if c.dep_ in {"acl", "relcl"}}
    persons = [a for noun in preposition.children for t in phrase(noun) for a in report.table.refers(t) if report.table.is_person(a)]
    found = [] if persons else [place for noun in preposition.children for place in places_in(report, noun)]
    if _in_title(report, preposition):
        return []
    if preposition.head in own or preposition.head.dep_ == "prep":
        return found
    if _within_name(cue.word, preposition):
        return found
    mention = report.table.at(preposition.head)
    if mention and mention.form == "post":
        return []
    of_actor = any(not report.table.is_person(a) for a in report.table.refers(preposition.head))
    return [] if of_actor else [f for f in found if f[0] == 0]


def _in_title(report: Report, preposition: Token) -> bool:
    """Tell whether the place belongs to a post whose holder's name follows ("the consul in Mirbad Ana Ruiz")."""
    doc = preposition.doc
    for token in doc[preposition.i + 1 : min(preposition.sent.end, preposition.i + TITLE_REACH)]:
        if any(report.table.is_person(a) for a in report.table.refers(token)) and not report.table.at(preposition):
            return True
        if token.pos_ not in {"PROPN", "DET", "ADP", "NOUN", "ADJ"} or token.lower_ in {"with", "and", "for", "by", "at", "on", "to"}:
            return False
    return False


def _within_name(word: Token, preposition: Token) -> bool:
    """Tell whether only *of* leads from the event's noun to the preposition ("the meeting of the alliance in Orlow")."""
    token = preposition.head
    while (
        token != word and token.head != token and (token.dep_ != "prep" or token.lower_ == "of") and token.pos_ in {"NOUN", "PROPN", "ADP"}
    ):
        token = token.head
    return token == word


def places_in(report: Report, noun: Token) -> list[tuple[int, PlaceReference]]:
    """Return the cities, districts and provinces that a noun phrase names, with the rank of their level.

    What stands inside after *in* is nearer to the truth than a name before the noun ("the Orlow Garden in Mirbad").
    """
    found = []
    inner = [t for c in phrase(noun) if c.dep_ == "prep" and c.lower_ == "in" and c.i > noun.i for n in c.children for t in phrase(n)]
    for token in inner or phrase(noun):
        mention = report.table.at(token)
        for actor in mention.refers if mention and mention.form in {"name", "description"} else ():
            entry = report.table.actors[actor]
            if entry.kind in NARROW:
                found.append((NARROW[entry.kind], entry.place or PlaceReference(name=entry.name)))
    if not found and noun.lemma_.lower() == "capital":
        found += [(0, city.reference()) for city in _capitals(report, noun)]
    return found


def _capitals(report: Report, noun: Token) -> list[Place]:
    """The capital of the state that "the Sylvanian capital" or "the capital of Sylvania" names."""
    actors = [report.table.actors[a] for t in phrase(noun) for a in report.table.refers(t)]
    codes = {actor.country for actor in actors if actor.kind == "state"} | {demonym(t.text) for t in noun.lefts}
    return [city for code in codes if code for city in _capital_of(code)]


@cache
def _capital_of(code: str) -> tuple[Place, ...]:
    """Return the capital of a country, where the gazetteer has it as a first-level unit or directly in one."""
    gazetteer = open_gazetteer()
    country, capitals = gazetteer.country(code), gazetteer.capitals(code)
    units = [p for p in capitals if p.parent == country.id]
    inside = [p for p in capitals if (unit := gazetteer.parent(p)) is not None and unit.parent == country.id]
    return (*units, *inside)[:1]


def dateline(report: Report) -> PlaceReference | None:
    """Return the city of the report's dateline."""
    name = report.document.dateline_place
    if not name:
        return None
    place = open_gazetteer().resolve(name, level="municipality")
    return place.reference() if place else PlaceReference(name=name)


def at_home(report: Report, sides: list[str]) -> PlaceReference | None:
    """Return the city of the dateline when a side is at home there: the city itself, a state, or a unit around it."""
    name = report.document.dateline_place
    if not name:
        return None
    gazetteer = open_gazetteer()
    for side in sides:
        actor = report.table.actors[side]
        if name.casefold() in {n.casefold() for n in (actor.name, *actor.aliases)} and actor.kind == "municipality":
            return actor.place or PlaceReference(name=actor.name)
        if not actor.country or actor.kind not in {"state", "province", "district"}:
            continue
        place = gazetteer.resolve(name, country=actor.country, level="municipality")
        if place and (actor.kind == "state" or _lies_in(actor.place, place)):
            return place.reference()
    return None


def _lies_in(unit: PlaceReference | None, place: Place) -> bool:
    return unit is not None and unit.iso3166_2 is not None and unit.iso3166_2 == place.iso3166_2


def _is_city(actor: Actor) -> bool:
    """Tell whether the actor is a city: a municipality, an organ of one, or a city that is a province of its own."""
    if actor.kind == "municipality" or (actor.place is not None and actor.place.precision == "municipality"):
        return True
    return actor.kind == "province" and any(name.endswith(" City") for name in (actor.name, *actor.aliases))


def seat_of(report: Report, sides: list[str]) -> PlaceReference | None:
    """Return the one city among the sides: where its council sits and its mayor receives."""
    cities = [a for a in (report.table.actors[s] for s in sides) if _is_city(a)]
    return (cities[0].place or PlaceReference(name=cities[0].name)) if len(cities) == 1 else None
