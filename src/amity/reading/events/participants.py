"""Participants: who attended, chaired or witnessed an event by the sentences around it."""

import re

from spacy.tokens import Span

from amity.model.acts import Role
from amity.reading.events.happenings import Happening
from amity.reading.report import Report
from amity.reading.told import in_title
from amity.vocabulary import alternatives, load, per_language


@per_language
def _attendance(role: str) -> re.Pattern[str]:
    inner = alternatives(re.escape(cue).replace(r"\ ", r"\s+") for cue in sorted(load("events")["attendance"][role], key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{inner})(?!\w)", re.IGNORECASE)


def attend(report: Report, happenings: list[Happening]) -> None:
    """Add to each event those whom the sentences of attendance name, and those who speak at it."""
    for sentence in report.doc.sents:
        role = _role_told(sentence)
        if role and not in_title(report, sentence):
            event = _event_of(happenings, sentence)
            if event:
                _add(report, event, sentence, role)
    for event in happenings:
        _add_speakers(report, event)


def _role_told(sentence: Span) -> Role | None:
    text = sentence.text
    for role in ("witness", "chair", "host", "attendee"):
        if _attendance(role).search(text):
            return role
    return None


def _event_of(happenings: list[Happening], sentence: Span) -> Happening | None:
    """Return the event that a sentence of attendance is about: the one it tells, else the last one told before it."""
    news = [h for h in happenings if h.news and h.group in {"meeting", "signing", "ceremony", "summit"}]
    inside = [h for h in news if any(sentence.start <= c.word.i < sentence.end for c in h.cues)]
    before = [h for h in news if min(c.word.i for c in h.cues) < sentence.start]
    return inside[0] if inside else before[-1] if before else None


def _add(report: Report, event: Happening, sentence: Span, role: Role) -> None:
    for mention in report.table.within(sentence.start, sentence.end):
        for actor in mention.refers if mention.form in {"name", "post"} else ():
            if report.table.is_person(actor) and actor not in event.persons:
                event.persons.append(actor)
                event.roles[actor] = role
    report.note("attendance", sentence, role)


def _add_speakers(report: Report, event: Happening) -> None:
    """Add those who speak at the event by the cues that take it up ("at the meeting A said …")."""
    for cue in event.cues:
        for actor in cue.speakers:
            if report.table.is_person(actor) and actor not in event.persons and not cue.title and event.news:
                event.persons.append(actor)
                event.roles[actor] = "speaker"
