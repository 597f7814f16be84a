"""Happenings: the event cues of a report gathered into its events, each told once."""

from dataclasses import dataclass, field
from typing import cast

from amity.model import DateRange, PlaceReference
from amity.model.acts import EventStatus, EventType, Role
from amity.reading.events.circumstances import any_time, date_of, scopes_of, status_of
from amity.reading.events.cue import Cue, words
from amity.reading.events.venues import place_of
from amity.reading.grammar import auxiliaries
from amity.reading.parties import only_parties, unique
from amity.reading.report import Report
from amity.reading.told import as_news, date_of_act
from amity.vocabulary import load, per_language

KIND_OF_MEETING = {"working_session", "committee_session", "call"}
SCENES = {"meeting", "signing", "ceremony", "summit"}


@dataclass
class Happening:
    """An event while its cues are gathered.

    ``told`` once a cue does more than take it up ("at the meeting"), ``timed`` once its own words tell a time.
    """

    type: EventType
    cues: list[Cue] = field(default_factory=list)
    persons: list[str] = field(default_factory=list)
    parties: list[str] = field(default_factory=list)
    roles: dict[str, Role] = field(default_factory=dict)
    date: DateRange | None = None
    place: PlaceReference | None = None
    status: EventStatus = "held"
    news: bool = True
    told: bool = False
    timed: bool = False
    council: bool = False
    name: frozenset[str] = frozenset()

    @property
    def group(self) -> str:
        """The type, with all that is a kind of meeting taken together."""
        return "meeting" if self.type in KIND_OF_MEETING else self.type


def gather_cues(report: Report, cues: list[Cue]) -> list[Happening]:
    """Return the events that the cues tell, in the order in which they are first told."""
    happenings: list[Happening] = []
    for cue in cues:
        if cue.outlook in {"denied", "proposed", "negotiating"} and not cue.definite:
            continue
        found = read(report, cue)
        earlier = _nearest([h for h in happenings if same(h, found, cue)], cue)
        if earlier is None and cue.bare and not when_told(found):
            earlier = _taken_up(happenings, cue)
        if earlier is not None:
            merge(earlier, found)
        elif cue.type != "event" and not (cue.title and happenings) and cue.outlook not in {"denied", "proposed", "negotiating"}:
            happenings.append(found)
    return happenings


def _nearest(alike: list[Happening], cue: Cue) -> Happening | None:
    """Return the last told; a noun that takes up an event means the news, unless a past one was told just before it."""
    news = [h for h in alike if h.news]
    if not alike or not cue.bare or not news:
        return alike[-1] if alike else None
    just = any(c.word.sent.end >= cue.word.sent.start for c in alike[-1].cues)
    return alike[-1] if just else news[-1]


def read(report: Report, cue: Cue) -> Happening:
    """Return what one cue tells of an event."""
    table = report.table
    when = date_of_act(report, cue.word, cue.verb) or cue.draft.signed if cue.draft else date_of(report, cue)
    background = (
        "had" in auxiliaries(cue.verb)
        or (cue.draft is not None and cue.draft.past)
        or (cue.verb.dep_ == "acl" and cue.verb.tag_ == "VBN" and cue.verb.lemma_.lower() in words("background", "participles"))
    )
    found = Happening(
        cast(EventType, cue.type), [cue], date=when, place=place_of(report, cue, scopes_of(cue)), status=status_of(cue), name=cue.name
    )
    found.persons = [a for a in cue.actors if table.is_person(a)]
    found.parties = cue.draft.parties_told(report) if cue.draft else only_parties(table, cue.actors)
    found.news = as_news(report, background, when)
    found.council = cue.council
    found.timed = when is not None or any_time(report, cue)
    found.told = not cue.bare or bool(when) or len(found.parties) > 1
    _give_roles(found, cue)
    return found


@per_language
def _role_of_verb() -> dict[str, Role]:
    return {lemma: cast(Role, role) for role, lemmas in load("events")["roles"].items() for lemma in lemmas}


def _give_roles(found: Happening, cue: Cue) -> None:
    """Give the roles that the cue's own words tell: who receives whom, who signs."""
    if cue.word.lemma_.lower() in {"receive", "host", "welcome", "entertain"}:
        found.roles.update({a: "host" for a in cue.hosts if a in found.persons})
        found.roles.update({a: "visitor" for a in cue.guests if a in found.persons})
    if cue.type == "visit":
        found.roles.update({a: "visitor" for a in cue.hosts if a in found.persons})
    role = _role_of_verb().get(cue.verb_lemma)
    if role:
        found.roles.update({a: role for a in cue.hosts if a in found.persons})


def when_told(found: Happening) -> bool:
    """Tell whether the cue gives the event a time or a company of its own."""
    return found.date is not None or len(found.parties) > 1 or len(found.persons) > 1


def _taken_up(happenings: list[Happening], cue: Cue) -> Happening | None:
    """Return the event that a definite noun takes up though it calls it by another type ("the meeting" at which a text was signed)."""
    if cue.outlook == "planned":
        return (
            next((h for h in reversed(happenings) if h.status == "planned" and h.group in SCENES), None) if cue.type != "meeting" else None
        )
    if cue.type in {"event", "meeting", "ceremony", "signing"}:
        return next((h for h in reversed(happenings) if h.news and h.group in SCENES and h.status == "held"), None)
    return None


def merge(one: Happening, other: Happening) -> None:
    """Add what a further cue tells of the event."""
    one.cues += other.cues
    one.persons = unique([*one.persons, *other.persons])
    same_word = any(c.word == other.cues[0].word for c in one.cues)
    one.parties = unique([*one.parties, *other.parties]) if len(one.parties) < 2 or same_word else one.parties
    one.roles = {**other.roles, **one.roles}
    one.date = one.date or other.date
    one.place = one.place or other.place
    one.told = one.told or other.told
    one.timed = one.timed or other.timed
    one.council = one.council or other.council
    one.name = one.name or other.name
    if one.type == "meeting" and other.group == "meeting":
        one.type = other.type


def same(one: Happening, other: Happening, cue: Cue) -> bool:
    """Tell whether a cue can be a further telling of the event."""
    if one.group != other.group and cue.type != "event":
        return False
    if cue.another or (one.status != other.status and not cue.effect) or not agree(one.date, other.date):
        return False
    if (cue.further or cue.apart) and not set(cue.guests or cue.actors) <= {*one.persons, *one.parties}:
        return False
    if any(c.apart for c in one.cues) and not cue.apart:
        return False
    if one.news != other.news and not (cue.bare and not other.date):
        return False
    if one.type != other.type and not cue.bare and not cue.title and "meeting" not in (one.type, other.type):
        return False
    if "committee_session" in (one.type, other.type) and one.type != other.type and not cue.bare and not (one.date and other.date):
        return False
    if one.place and other.place and one.place.name != other.place.name:
        return False
    if one.group in {"summit", "exchange"} and one.name and other.name and not _one_name(one.name, other.name):
        return False
    if cue.ordinal and cue.ordinal not in {c.ordinal for c in one.cues}:
        return False
    if cue.bare or cue.title:
        return True
    if one.group == "signing":
        return not one.parties or not other.parties or len(set(one.parties) & set(other.parties)) > 0 or (one.news and other.news)
    return _one_company(one, other)


def agree(one: DateRange | None, other: DateRange | None) -> bool:
    """Tell whether two times can be one, as far as they are told."""
    if one is None or other is None:
        return True
    return one.start.startswith(other.start) or other.start.startswith(one.start) or (one.start <= other.start and other.end <= one.end)


def _one_name(one: frozenset[str], other: frozenset[str]) -> bool:
    return one <= other or other <= one


def _one_company(one: Happening, other: Happening) -> bool:
    """Tell whether two lists of participants can be of one event: one holds the other; without any, the sentence or the day decides."""
    if not one.persons and not one.parties and all(c.bare for c in one.cues):
        return True
    for ours, theirs in ((one.persons, other.persons), (one.parties, other.parties)):
        if ours and theirs:
            return set(ours) <= set(theirs) or set(theirs) <= set(ours)
    if one.date and other.date:
        return True
    return any(c.word.sent == other.cues[0].word.sent for c in one.cues)
