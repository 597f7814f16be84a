"""Events: meetings, visits, signings, told or planned."""

from amity.model import Event, Participant
from amity.model.acts import Mode, Role
from amity.reading.events.circumstances import mode_of
from amity.reading.events.cue import words
from amity.reading.events.cues import find_cues
from amity.reading.events.happenings import Happening, gather_cues
from amity.reading.events.participants import attend
from amity.reading.events.scene import share
from amity.reading.instruments.drafts import gather
from amity.reading.parties import only_parties, unique
from amity.reading.report import Report

ONE_SIDED = {"summit"}


def find_events(report: Report) -> list[Event]:
    """Return the events that the report tells, each once, with every sentence that tells it as evidence."""
    happenings = gather_cues(report, find_cues(report, gather(report)))
    attend(report, happenings)
    share(report, happenings)
    for h in happenings:
        if h.group in {"ceremony", "exchange"} and h.news and h.told and h.date and not h.persons and not h.parties:
            h.parties = only_parties(report.table, report.table.sides)
        if h.news and h.group == "meeting" and not h.council and not h.persons and not h.parties:
            h.parties = only_parties(report.table, report.table.sides)
    kept = [h for h in happenings if is_specific(h)]
    kept.sort(key=lambda h: min(c.word.i for c in h.cues))
    return [_finish(report, h, f"e{n}") for n, h in enumerate(kept, 1)]


def is_specific(h: Happening) -> bool:
    """Tell whether an event names participants and is more than talk of meetings in general."""
    if not h.persons and not h.parties:
        return False
    if h.group == "signing":
        return (h.news and h.status == "held") or h.date is not None or h.place is not None
    if h.group == "summit":
        return h.date is not None or (bool(h.name) and h.told)
    if h.group == "exchange":
        return h.date is not None
    if h.group == "ceremony":
        return h.date is not None or h.place is not None
    if h.group == "visit":
        return h.told and (len(h.persons) + len(h.parties) > 1 or h.date is not None)
    if all(c.word.lower_ in words("numbers", "vague") for c in h.cues) and not h.timed:
        return False
    if h.status == "planned":
        return h.date is not None or h.place is not None
    if h.council and h.timed:
        return True
    if not h.news and not h.date:
        return bool(h.name) or any(c.ordinal for c in h.cues)
    return len(h.persons) + len(h.parties) > 1 or (h.date is not None and h.told)


def _finish(report: Report, h: Happening, name: str) -> Event:
    for cue in h.cues:
        report.note(cue.rule, report.doc[cue.word.i : cue.word.i + 1], f"{name} {h.type} {h.status}")
    return Event(
        id=name,
        type=h.type,
        status=h.status,
        mode=_mode(h),
        date=h.date,
        place=h.place,
        participants=[Participant(actor=p, role=_role(h, p), on_behalf_of=report.table.speaks_for.get(p)) for p in h.persons],
        sides=sides_of(report, h),
        evidence=sorted({report.cite(report.doc[c.word.i : c.word.i + 1]) for c in h.cues}),
        confidence="high" if h.date and h.news else "medium",
    )


def sides_of(report: Report, h: Happening) -> list[str]:
    """Return the jurisdictions and organisations that met: whom the participants stand for, or the parties told."""
    table = report.table
    if h.group == "signing":
        drafted = next((p for c in h.cues if c.draft and len(p := c.draft.parties_told(report)) > 1), [])
        shared = [c.draft for c in h.cues if c.draft and c.word == h.cues[0].word]
        if drafted:
            return unique(a for d in shared for a in d.parties_told(report)) if len(shared) > 1 else drafted
    if h.type == "committee_session" and len(h.parties) > 1:
        places = [a for a in h.parties if table.actors[a].kind in {"state", "province", "municipality", "district"}]
        return places if len(places) > 1 else h.parties
    acting = [p for p in h.persons if h.roles.get(p) != "witness"]
    found = only_parties(table, acting)
    if len(found) < 2:
        found = only_parties(table, [*found, *h.parties])
    if h.group == "visit":
        found = only_parties(table, [*found, *h.parties, *hosts_of(report, h)])
    if len(found) < 2 and h.news and h.group not in ONE_SIDED and not h.council and (not found or set(found) <= set(table.sides)):
        found = only_parties(table, [*found, *table.sides])
    return unique(found)


def hosts_of(report: Report, h: Happening) -> list[str]:
    """Return the state of the place that a state's visitor goes to, where the report names it."""
    if not h.place or not h.place.iso3166_2:
        return []
    table = report.table
    abroad = h.place.iso3166_2[:2]
    kinds = {table.actors[a].kind for a in only_parties(table, [*h.persons, *h.parties])}
    return [a.id for a in table.actors.values() if kinds == {"state"} and a.kind == "state" and a.country == abroad][:1]


def _mode(h: Happening) -> Mode:
    told = mode_of([c for c in h.cues if not c.title] or h.cues)
    if told:
        return told
    return "in_person" if h.status == "held" and (h.news or h.place or h.group == "visit") else "unknown"


def _role(h: Happening, person: str) -> Role:
    return h.roles.get(person, "signatory" if h.group == "signing" else "attendee")
