"""Readings made by hand, so that matching is tested apart from reading."""

from collections.abc import Sequence
from typing import Any

from amity.gazetteer import open_gazetteer
from amity.model import (
    Actor,
    DateRange,
    Document,
    Event,
    Evidence,
    Instrument,
    Mechanism,
    Participant,
    PlaceReference,
    Post,
    Project,
    Reading,
    Statement,
)

LEVELS = {"state": "country", "province": "admin1", "municipality": "municipality", "district": "admin2"}


def dates(told: str | None) -> DateRange | None:
    """``2024-05-02``, ``2024-05``, ``2024`` or ``2024-05-02/2024-05-04``."""
    if told is None:
        return None
    start, _, end = told.partition("/")
    return DateRange(start=start, end=end or start, precision={4: "year", 7: "month", 10: "day"}[len(start)])


def place(name: str, country: str | None = None, kind: str = "municipality", **given: Any) -> PlaceReference:
    found = open_gazetteer().resolve(name, level=LEVELS[kind], country=country)
    if found is None:
        return PlaceReference(name=name, **given)
    return PlaceReference(name=name, iso3166_2=found.iso3166_2, geonames=found.geonames, precision=found.level)


class Maker:
    """Builds one reading; actors are made once and named by what ``actor`` returns."""

    def __init__(
        self, name: str, published: str | None = "2024-05-10", *, text: str = "", title: str | None = None, publisher: str | None = None
    ) -> None:
        self.text = text
        self.document = Document(id=f"sha256:{name}", path=f"{name}.txt", published=published, title=title, publisher=publisher)
        self.made = Reading(document=self.document, text=text)

    def sentence(self, words: str | None) -> list[Evidence]:
        """Add a sentence to the text and return it as evidence."""
        words = words or f"Sentence {len(self.text)} of {self.document.path}."
        if words not in self.text:
            self.text = f"{self.text} {words}".strip()
        start = self.text.index(words)
        return [Evidence(start, start + len(words), words)]

    def actor(
        self, name: str, kind: str = "municipality", country: str | None = None, *, also: Sequence[str] = (), at: str | None = None
    ) -> str:
        where = place(at or name, country, kind) if kind in LEVELS else None
        local = f"a{len(self.made.actors) + 1}"
        self.made.actors.append(Actor(id=local, kind=kind, name=name, aliases=list(also), country=country, place=where))
        return local

    def person(self, name: str, title: str | None = None, of: str | None = None, *, also: Sequence[str] = ()) -> str:
        local = f"a{len(self.made.actors) + 1}"
        self.made.actors.append(Actor(id=local, kind="person", name=name, aliases=list(also)))
        if title or of:
            self.made.posts.append(Post(person=local, title=title, of=of, evidence=self.sentence(f"{title} {name} of {of}.")))
        return local

    def event(
        self,
        kind: str,
        on: str | None,
        sides: Sequence[str] = (),
        people: Sequence[tuple[str, str | None]] = (),
        *,
        where: PlaceReference | None = None,
        status: str = "held",
        mode: str = "unknown",
        words: str | None = None,
    ) -> str:
        local = f"e{len(self.made.events) + 1}"
        parts = [Participant(actor=who, role="attendee", on_behalf_of=side) for who, side in people]
        self.made.events.append(
            Event(
                id=local,
                type=kind,
                status=status,
                mode=mode,
                date=dates(on),
                place=where,
                participants=parts,
                sides=list(sides),
                evidence=self.sentence(words),
            )
        )
        return local

    def instrument(
        self,
        kind: str,
        parties: Sequence[str],
        *,
        signed: str | None = None,
        period: tuple[str | None, str | None] = (None, None),
        status: str = "signed",
        concluded: bool = True,
        title: str = "",
        sectors: Sequence[str] = ("unspecified",),
        words: str | None = None,
    ) -> str:
        local = f"i{len(self.made.instruments) + 1}"
        self.made.instruments.append(
            Instrument(
                id=local,
                type=kind,
                title=title,
                parties=list(parties),
                status=status,
                concluded=concluded,
                signed_on=signed,
                period_from=period[0],
                period_to=period[1],
                sectors=list(sectors),
                evidence=self.sentence(words),
            )
        )
        return local

    def statement(
        self,
        by: Sequence[str],
        action: str,
        *,
        force: int = 4,
        to: Sequence[str] = (),
        speaker: str | None = None,
        debtor: Sequence[str] | None = None,
        words: str | None = None,
        sectors: Sequence[str] = ("unspecified",),
    ) -> str:
        local = f"s{len(self.made.statements) + 1}"
        self.made.statements.append(
            Statement(
                id=local,
                by=list(by),
                speaker=speaker,
                to=list(to),
                force=force,
                specificity="action",
                commitment=force >= 4,
                action=action,
                sectors=list(sectors),
                debtor=list(debtor) if debtor else None,
                evidence=self.sentence(words or f"They will {action}."),
            )
        )
        return local

    def mechanism(self, name: str, members: Sequence[str] = (), *, words: str | None = None) -> str:
        local = f"m{len(self.made.mechanisms) + 1}"
        evidence = self.sentence(words or f"The {name} met.")
        self.made.mechanisms.append(Mechanism(id=local, name=name, members=list(members), evidence=evidence))
        return local

    def project(self, name: str, status: str = "planned", places: Sequence[str] = (), *, words: str | None = None) -> str:
        local = f"p{len(self.made.projects) + 1}"
        self.made.projects.append(
            Project(id=local, name=name, status=status, places=list(places), evidence=self.sentence(words or f"About {name}."))
        )
        return local

    def reading(self) -> Reading:
        """Return the reading; actors are mentioned where the text has one of their names, and at its end where it has none."""
        for actor in self.made.actors:
            if actor.name not in self.text:
                self.text = f"{self.text} Also {actor.name}.".strip()
        self.made.text = self.text or "Nothing."
        for actor in self.made.actors:
            spots = [(at, at + len(form)) for form in (actor.name, *actor.aliases) if (at := self.made.text.find(form)) >= 0]
            actor.mentions = sorted(spots)
        return self.made
