"""One made-up report while it is written: text and facts grow together, so that every span is right."""

import hashlib
from collections.abc import Sequence
from typing import Any

from amity.model import (
    Actor,
    DateRange,
    Document,
    Event,
    Evidence,
    Indicator,
    Instrument,
    Mechanism,
    Participant,
    PlaceReference,
    Post,
    Project,
    Reading,
    Statement,
)

ASKS = (1, 2)
FORCES = {"ask": 2, "pledge": 4, "agree": 5}


class Name(str):
    """Words of a sentence that name an actor."""

    __slots__ = ("local",)
    local: str

    def __new__(cls, words: str, local: str) -> "Name":
        """Return the words as a name of the actor with this id."""
        made = super().__new__(cls, words)
        made.local = local
        return made


class Page:
    """A report that is being written; ``add_…`` methods take the evidence that ``sentence`` gave."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.actors: list[Actor] = []
        self.posts: list[Post] = []
        self.events: list[Event] = []
        self.instruments: list[Instrument] = []
        self.statements: list[Statement] = []
        self.mechanisms: list[Mechanism] = []
        self.projects: list[Project] = []
        self.indicators: list[Indicator] = []
        self.known: dict[tuple[str, str, str | None], str] = {}

    @property
    def words(self) -> int:
        """How many words the text has."""
        return sum(part.count(" ") + 1 for part in self.parts)

    def actor(self, made: Actor, *aliases: str) -> Name:
        """Return the name of an actor, which is added if it is new."""
        key = (made.kind, made.name, made.country)
        if key not in self.known:
            self.known[key] = f"a{len(self.actors) + 1}"
            self.actors.append(
                Actor(
                    id=self.known[key],
                    kind=made.kind,
                    name=made.name,
                    aliases=list(aliases),
                    country=made.country,
                    place=made.place,
                    mentions=[],
                )
            )
        return Name(made.name, self.known[key])

    def sentence(self, *parts: str, end: str = ".", new: bool = False) -> Evidence:
        """Write a sentence; names among its parts become mentions. ``new`` begins a paragraph."""
        gap = "" if not self.parts else "\n\n" if new else " "
        start = at = self.length + len(gap)
        for part in parts:
            if isinstance(part, Name):
                self.actors[int(part.local[1:]) - 1].mentions.append((at, at + len(part)))
            at += len(part)
        quote = "".join((*parts, end))
        self.parts.append(gap + quote)
        self.length = start + len(quote)
        return Evidence(start, self.length, quote)

    def post(self, person: Name, title: str, of: Name, evidence: Evidence) -> None:
        """Add that a person holds a post."""
        self.posts.append(Post(person=person.local, title=title, of=of.local, evidence=[evidence]))

    def event(
        self,
        kind: str,
        day: str,
        sides: Sequence[Name],
        people: Sequence[Name],
        evidence: Evidence,
        *,
        place: PlaceReference | None = None,
        mode: str = "in_person",
    ) -> None:
        """Add an event; the people act for the sides, one each."""
        precision = {4: "year", 7: "month", 10: "day"}[len(day)]
        parts = [Participant(actor=who.local, role="attendee", on_behalf_of=side.local) for who, side in zip(people, sides, strict=False)]
        made: dict[str, Any] = {"type": kind, "status": "held", "mode": mode, "participants": parts, "place": place}
        date = DateRange(start=day, end=day, precision=precision)  # type: ignore[arg-type]
        local = f"e{len(self.events) + 1}"
        self.events.append(Event(id=local, date=date, sides=[side.local for side in sides], evidence=[evidence], **made))

    def instrument(self, parties: Sequence[Name], evidence: Evidence, **fields: Any) -> str:
        """Add an instrument; return its id."""
        local = f"i{len(self.instruments) + 1}"
        self.instruments.append(Instrument(id=local, parties=[one.local for one in parties], evidence=[evidence], **fields))
        return local

    def statement(
        self, how: str, by: Sequence[Name], to: Sequence[Name], speaker: Name | None, action: str, evidence: Evidence, sector: str
    ) -> None:
        """Add a statement; ``how`` is ask, pledge or agree."""
        force = FORCES[how]
        self.statements.append(
            Statement(
                id=f"s{len(self.statements) + 1}", by=[one.local for one in by], to=[one.local for one in to],
                speaker=speaker.local if speaker else None, force=force, specificity="action", commitment=force not in ASKS, action=action,
                sectors=[sector], debtor=[one.local for one in to] if force in ASKS else None, joint=how == "agree", evidence=[evidence],
            )
        )  # fmt: skip

    def mechanism(self, name: str, members: Sequence[Name], evidence: Evidence) -> None:
        """Add a standing body."""
        local = f"m{len(self.mechanisms) + 1}"
        self.mechanisms.append(
            Mechanism(id=local, name=name, members=[one.local for one in members], frequency="annual", evidence=[evidence])
        )

    def project(self, name: str, places: Sequence[Name], evidence: Evidence) -> None:
        """Add a project."""
        local = f"p{len(self.projects) + 1}"
        self.projects.append(Project(id=local, name=name, status="ongoing", places=[one.local for one in places], evidence=[evidence]))

    def indicator(self, subject: Name, measure: str, value: float, as_of: str, evidence: Evidence) -> None:
        """Add a figure."""
        self.indicators.append(Indicator(subject=subject.local, measure=measure, value=value, as_of=as_of, evidence=[evidence]))

    def reading(self, path: str, published: str, publisher: str, title: str) -> Reading:
        """Return the reading of the report as it stands."""
        digest = hashlib.sha256(path.encode()).hexdigest()
        document = Document(
            id=f"sha256:{digest}", path=path, url=f"https://{publisher.replace(' ', '').lower()}.example/{digest[:12]}", title=title,
            published=published, publisher=publisher, format="text",
        )  # fmt: skip
        return Reading(
            document=document, text="".join(self.parts), actors=self.actors, posts=self.posts, events=self.events,
            instruments=self.instruments, statements=self.statements, mechanisms=self.mechanisms, projects=self.projects,
            indicators=self.indicators,
        )  # fmt: skip
