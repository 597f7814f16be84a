"""A record as a reading: its fields written out in plain lines, and the facts that these lines tell."""

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from amity.errors import UsageError
from amity.model import (
    Actor,
    DateRange,
    Document,
    Entry,
    Event,
    Evidence,
    Indicator,
    Instrument,
    Mechanism,
    Participant,
    Post,
    Project,
    Reading,
    Statement,
    ToldTie,
)
from amity.model.acts import DatePrecision, Role
from amity.model.clock import today
from amity.model.reading import CONTRACT_QUOTE
from amity.office.fields import FIELDS
from amity.office.naming import Named
from amity.office.record import PERSON_FOR, Checked
from amity.vocabulary import load

PRECISION: dict[int, DatePrecision] = {4: "year", 7: "month", 10: "day"}
COMMITS = 4
"""Force from which a statement that names an action is a commitment (domain.md §4)."""


def entry_id(checked: Checked) -> str:
    """Return the id of a record's document: of what it says and rests on, not of who entered it and when."""
    record = checked.record
    rests = [record.key] if record.key is not None else [record.file, record.place, record.note]
    content = [checked.kind, checked.values, rests, msgspec.to_builtins(record.about)]
    return f"sha256:{hashlib.sha256(msgspec.json.encode(content, order='sorted')).hexdigest()}"


def names_of(checked: Checked) -> tuple[list[str], list[str]]:
    """Return the parties and the persons that a record names, as they are written."""
    parties, people = [], []
    for field in FIELDS[checked.kind]:
        told = checked.many(field.name) or [one for one in (checked.one(field.name),) if one]
        if field.shape in ("party", "parties"):
            parties += told
        elif field.shape == "person":
            people += told
        elif field.shape == "people":
            people += [person_for(one)[0] for one in told]
            parties += [side for one in told if (side := person_for(one)[1])]
    return parties, people


def person_for(told: str) -> tuple[str, str | None]:
    """Split "Le Hoa (Hue)" into the person and whom they act for."""
    found = PERSON_FOR.match(told)
    return (found[1].strip(), found[2].strip()) if found else (told, None)


class Composer:
    """Writes one record out and makes its reading."""

    def __init__(self, checked: Checked, named: Mapping[str, Named], where: Any, entry: Entry, day: str) -> None:
        self.checked, self.named, self.where, self.entry, self.day = checked, named, where, entry, day
        self.text = f"kind: {checked.kind}"
        self.actors: dict[str, Actor] = {}
        self.same: dict[str, str] = {}
        self.spots: dict[str, tuple[int, int]] = {}
        self._write()

    def _write(self) -> None:
        """Write each value on a line of its own, then the report's words, then the note."""
        for field in FIELDS[self.checked.kind]:
            value = self.checked.values.get(field.name)
            for one in value if isinstance(value, list) else [value] if value is not None else []:
                self._line(field.name, self._shown(field.shape, one))
        self.end = len(self.text)
        if self.entry.about:
            self._line("words", self.entry.about.quote)
        if self.entry.note:
            self._line("note", self.entry.note)

    def _line(self, name: str, shown: str) -> None:
        self.text = f"{self.text}\n{name}: "
        self.spots.setdefault(f"{name}={shown}", (len(self.text), len(self.text) + len(shown)))
        self.text += shown

    def _shown(self, shape: str, value: Any) -> str:
        """Return a value as it is written out: names for public ids."""
        if shape in ("party", "parties", "person"):
            return self.named[value].actor.name if self.named[value].same else str(value)
        if shape == "people":
            person, side = person_for(value)
            names = [self.named[one].actor.name if self.named[one].same else one for one in (person, side) if one]
            return f"{names[0]} ({names[1]})" if side else names[0]
        return f"{value:g}" if isinstance(value, float) else ("yes" if value is True else str(value))

    def _span(self, shown: str) -> tuple[int, int]:
        """Return where a value stands, of a name inside a value too."""
        own = next((spot for key, spot in self.spots.items() if key.partition("=")[2] == shown), None)
        if own:
            return own
        at = self.text.index(shown)
        return at, at + len(shown)

    def evidence(self) -> list[Evidence]:
        """Return the words that tell a fact: the report's, for one that its reader missed, and the lines of the entry."""
        found = []
        if self.entry.about:
            quote = self.entry.about.quote
            at = self.text.index(quote, self.end)
            found.append(Evidence(at, at + len(quote), quote))
        end = self.end if self.end <= CONTRACT_QUOTE else self.text.rindex("\n", 0, CONTRACT_QUOTE)
        return [*found, Evidence(0, end, self.text[:end])]

    def actor(self, told: str) -> str:
        """Return the local id of an actor by the name that it is written under."""
        one = self.named[told]
        for local, known in self.actors.items():
            if (known.kind, known.name, known.country) == (one.actor.kind, one.actor.name, one.actor.country):
                return local
        local = f"a{len(self.actors) + 1}"
        spot = self._span(one.actor.name if one.same else told)
        self.actors[local] = msgspec.structs.replace(one.actor, id=local, mentions=[spot])
        if one.same:
            self.same[local] = one.same
        return local

    def actors_of(self, names: Iterable[str]) -> list[str]:
        """Return the local ids of actors, each once."""
        return list(dict.fromkeys(map(self.actor, names)))

    def reading(self) -> Reading:
        """Return the reading."""
        record = self.checked.record
        document = Document(
            id=entry_id(self.checked),
            path=record.path or "entry:hand",
            published=self.checked.one("as_of") or self.checked.one("said_on") or self.day,
            format="entry",
            entry=self.entry,
        )
        facts = MAKERS[self.checked.kind](self)
        return Reading(document=document, text=self.text, **facts, actors=list(self.actors.values()))


def _instrument(composer: Composer) -> dict[str, Any]:
    told = composer.checked
    parties = composer.actors_of(told.many("party"))
    if len(parties) < 2:
        raise UsageError(f"party: {' and '.join(told.many('party'))} are one; tell two parties")
    signed = told.one("signed_on")
    one = Instrument(
        id="i1",
        type=told.one("type"),  # type: ignore[arg-type]
        title=told.one("title") or "",
        parties=parties,
        status=told.one("status") or ("signed" if signed else "unknown"),  # type: ignore[arg-type]
        concluded=signed is not None,
        signed_on=signed,
        period_from=told.one("from"),
        period_to=told.one("to"),
        sectors=told.many("sector"),
        evidence=composer.evidence(),
    )
    return {"instruments": [one]}


def _event(composer: Composer) -> dict[str, Any]:
    told = composer.checked
    start = told.one("from") or ""
    end = told.one("to") or start
    roles: list[tuple[Role, str]] = [(role, name) for role in ("host", "visitor") if (name := told.one(role))]
    sides = composer.actors_of([*told.many("party"), *(name for _, name in roles)])
    parts = [Participant(actor=composer.actor(name), role=role) for role, name in roles]
    for one in told.many("person"):
        person, side = person_for(one)
        parts.append(Participant(actor=composer.actor(person), role="attendee", on_behalf_of=composer.actor(side) if side else None))
    status = told.one("status") or ("planned" if start > today().isoformat() else "held")
    event = Event(
        id="e1",
        type=told.one("type"),  # type: ignore[arg-type]
        status=status,  # type: ignore[arg-type]
        mode=told.one("mode") or "unknown",  # type: ignore[arg-type]
        date=DateRange(start=start, end=end, precision=PRECISION[min(len(start), len(end))]),
        place=composer.where,
        participants=parts,
        sides=sides,
        evidence=composer.evidence(),
    )
    return {"events": [event]}


def _statement(composer: Composer) -> dict[str, Any]:
    told = composer.checked
    action, force = told.one("action") or "", int(told.one("force") or 0)
    specificity = told.one("specificity") or ("measurable" if any(letter.isdigit() for letter in action) else "action")
    speaker = told.one("speaker")
    one = Statement(
        id="s1",
        by=composer.actors_of(told.many("by_party")),
        speaker=composer.actor(speaker) if speaker else None,
        to=composer.actors_of(told.many("to_party")),
        force=force,
        specificity=specificity,  # type: ignore[arg-type]
        commitment=force >= COMMITS and specificity in ("action", "measurable"),
        action=action,
        sectors=told.many("sector"),
        due=told.one("due"),
        debtor=composer.actors_of(told.many("debtor")) or None,
        joint=bool(told.values.get("joint")),
        conditional=bool(told.values.get("conditional")),
        evidence=composer.evidence(),
    )
    return {"statements": [one]}


def _post(composer: Composer) -> dict[str, Any]:
    told = composer.checked
    person, of = composer.actor(told.one("person") or ""), composer.actor(told.one("of") or "")
    return {"posts": [Post(person=person, title=told.one("title"), of=of, evidence=composer.evidence())]}


def _tie(composer: Composer) -> dict[str, Any]:
    told = composer.checked
    ends = composer.actors_of(told.many("party"))
    if len(ends) != 2:
        raise UsageError(f"party: {' and '.join(told.many('party'))} are one; a tie is between two")
    one = ToldTie(
        between=(ends[0], ends[1]),
        kind=told.one("type"),  # type: ignore[arg-type]
        stage=told.one("stage"),  # type: ignore[arg-type]
        since=told.one("since"),
        evidence=composer.evidence(),
    )
    return {"ties": [one]}


def _mechanism(composer: Composer) -> dict[str, Any]:
    told = composer.checked
    members = composer.actors_of(told.many("party"))
    often = _frequency(told.one("frequency"))
    one = Mechanism(id="m1", name=told.one("name") or "", members=members, frequency=often, evidence=composer.evidence())
    return {"mechanisms": [one]}


def _frequency(told: str | None) -> str | None:
    """Return how often a mechanism meets in the word that reading has for it; what has none stays as it was told."""
    known = load("mechanisms")["frequency"]
    wanted = (told or "").casefold()
    return next((word for word, ways in known.items() if wanted in (word, *ways)), told)


def _project(composer: Composer) -> dict[str, Any]:
    told = composer.checked
    one = Project(
        id="p1",
        name=told.one("name") or "",
        status=told.one("status") or "unknown",  # type: ignore[arg-type]
        places=composer.actors_of(told.many("party")),
        amount=told.one("amount"),
        evidence=composer.evidence(),
    )
    return {"projects": [one]}


def _indicator(composer: Composer) -> dict[str, Any]:
    told = composer.checked
    value = told.values.get("value")
    one = Indicator(
        subject=composer.actor(told.one("subject") or ""),
        measure=told.one("measure") or "",
        value=float(value) if isinstance(value, float) else 0.0,
        unit=told.one("unit"),
        as_of=told.one("as_of"),
        evidence=composer.evidence(),
    )
    return {"indicators": [one]}


MAKERS = {
    "instrument": _instrument,
    "event": _event,
    "statement": _statement,
    "post": _post,
    "tie": _tie,
    "mechanism": _mechanism,
    "project": _project,
    "indicator": _indicator,
}
"""What makes the facts of each kind of record, as the reading's lists of them."""
