"""Events: meetings, visits, signings, told or planned."""

from dataclasses import dataclass, field

from amity.model import DateRange, Event, Instrument, Participant, PlaceReference
from amity.model.acts import EventStatus, EventType, Mode, Role
from amity.reading.circumstances import date_of, mode_of, place_of, status_of
from amity.reading.event_cues import Cue, find_cues
from amity.reading.instruments import gather
from amity.reading.parties import only_parties
from amity.reading.report import Report
from amity.reading.told import as_news

SAME_GROUP = {"working_session": "meeting", "committee_session": "meeting", "call": "meeting", "event": "meeting"}


@dataclass
class Happening:
    """An event while its cues are gathered."""

    type: EventType
    cues: list[Cue] = field(default_factory=list)
    persons: list[str] = field(default_factory=list)
    parties: list[str] = field(default_factory=list)
    date: DateRange | None = None
    place: PlaceReference | None = None
    status: EventStatus = "held"
    news: bool = True

    @property
    def group(self) -> str:
        """The type, with all that is a kind of meeting taken together."""
        return SAME_GROUP.get(self.type, self.type)


def find_events(report: Report, instruments: list[Instrument]) -> list[Event]:
    """Return the events that the report tells, each once, with every sentence that tells it as evidence."""
    happenings: list[Happening] = []
    for cue in find_cues(report, gather(report)):
        _gather(report, happenings, cue)
    _share(report, happenings)
    kept = [h for h in happenings if _is_specific(h)]
    kept.sort(key=lambda h: min(c.word.i for c in h.cues))
    return [_finish(report, h, f"e{n}") for n, h in enumerate(kept, 1)]


def _read(report: Report, cue: Cue) -> Happening:
    table = report.table
    date = date_of(report, cue)
    if cue.draft and cue.draft.signed:
        date = date or cue.draft.signed
    persons = [a for a in cue.actors if table.is_person(a)]
    parties = only_parties(table, cue.actors)
    if cue.draft and len(cue.draft.parties_told(report)) > 1:
        parties = cue.draft.parties_told(report)
    background = "had" in {c.lower_ for c in cue.verb.children}
    return Happening(cue.type, [cue], persons, parties, date, place_of(report, cue), status_of(cue), as_news(report, background, date))


def _gather(report: Report, happenings: list[Happening], cue: Cue) -> None:
    found = _read(report, cue)
    earlier = next((h for h in reversed(happenings) if _same(h, found, cue)), None)
    if earlier is None and cue.anaphoric and not (found.date or len(found.parties) > 1):
        earlier = next((h for h in reversed(happenings) if h.news and cue.type in {"event", "meeting", "ceremony"}), None)
        if earlier is None and cue.type in {"event", "ceremony", "visit", "summit"}:
            return
    if earlier is None:
        if cue.type != "event":
            happenings.append(found)
        return
    earlier.cues.append(cue)
    earlier.persons = list(dict.fromkeys([*earlier.persons, *found.persons]))
    earlier.parties = list(dict.fromkeys([*earlier.parties, *found.parties]))
    earlier.date = earlier.date or found.date
    earlier.place = earlier.place or found.place


def _same(one: Happening, other: Happening, cue: Cue) -> bool:
    """Tell whether two tellings can be of one event."""
    if one.group != other.group and cue.type != "event":
        return False
    if one.date and other.date and not (one.date.start.startswith(other.date.start) or other.date.start.startswith(one.date.start)):
        return False
    if one.status != other.status or (one.news != other.news and not cue.anaphoric):
        return False
    if cue.anaphoric or cue.title:
        return True
    if one.type == "summit" or one.type == "exchange":
        return False
    persons = not one.persons or not other.persons or set(one.persons) <= set(other.persons) or set(other.persons) <= set(one.persons)
    parties = not one.parties or not other.parties or bool(set(one.parties) & set(other.parties))
    return persons and parties


def _share(report: Report, happenings: list[Happening]) -> None:
    """Give the undated news of the report its day, when it has one."""
    days = [h for h in happenings if h.news and h.date and h.status == "held" and h.group in {"meeting", "signing", "ceremony"}]
    if not days:
        return
    for h in happenings:
        if h.news and not h.date and h.status == "held" and h.group in {"meeting", "signing"}:
            h.date = days[0].date
            h.place = h.place or days[0].place


def _is_specific(h: Happening) -> bool:
    """Tell whether an event names participants and is more than talk of meetings in general."""
    if not h.persons and not h.parties:
        return False
    if h.group == "signing":
        return h.news or h.date is not None
    return len(h.persons) + len(h.parties) > 1 or h.date is not None


def _finish(report: Report, h: Happening, name: str) -> Event:
    sides = only_parties(report.table, h.persons) if h.persons else []
    if len(sides) < 2:
        sides = list(dict.fromkeys([*sides, *h.parties]))
    first = h.cues[0]
    report.note("event", report.doc[first.word.i : first.word.i + 1], h.type)
    return Event(
        id=name,
        type=h.type,
        status=h.status,
        mode=_mode(h),
        date=h.date,
        place=h.place,
        participants=[Participant(actor=p, role=_role(h, p), on_behalf_of=_behalf(report, p)) for p in h.persons],
        sides=sides,
        evidence=sorted({report.cite(report.doc[c.word.i : c.word.i + 1]) for c in h.cues}),
    )


def _mode(h: Happening) -> Mode:
    told = mode_of(h.cues)
    if told:
        return told
    return "in_person" if h.status == "held" and (h.news or h.place or h.group == "visit") else "unknown"


def _role(h: Happening, person: str) -> Role:
    if h.group == "signing":
        return "signatory"
    return "attendee"


def _behalf(report: Report, person: str) -> str | None:
    return report.table.speaks_for.get(person)
