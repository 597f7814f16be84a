"""What actors do: events, instruments, statements, and what these are about."""

from typing import Literal

import msgspec

from amity.model.actors import Confidence, PlaceReference
from amity.model.text import Evidence

EventType = Literal["meeting", "working_session", "visit", "summit", "committee_session", "signing", "call", "exchange", "ceremony"]
EventStatus = Literal["planned", "held", "postponed", "cancelled"]
Mode = Literal["in_person", "online", "phone", "hybrid", "unknown"]
Role = Literal["host", "visitor", "chair", "speaker", "signatory", "witness", "attendee"]
DatePrecision = Literal["day", "month", "year"]
InstrumentType = Literal[
    "letter_of_intent", "mou", "friendly_city_agreement", "cooperation_agreement", "agreed_minutes", "action_plan",
    "joint_statement", "treaty", "protocol", "exchange_of_notes", "contract", "unnamed_texts", "other",
]  # fmt: skip
InstrumentStatus = Literal[
    "proposed", "negotiating", "agreed_to_sign", "signed", "approved", "in_effect", "amended", "renewed", "suspended",
    "expired", "terminated", "superseded", "unknown",
]  # fmt: skip
Specificity = Literal["none", "sector", "action", "measurable"]
FORCES = ("stated", "hope", "request", "willing", "pledge", "agree", "signed")
"""What the forces from 0 to 6 are called (domain.md §4)."""
ProjectStatus = Literal["planned", "ongoing", "completed", "suspended", "unknown"]


class DateRange(msgspec.Struct, kw_only=True, frozen=True):
    """First and last day, ISO 8601, as precise as told: ``2024-11-06``, ``2024-11`` or ``2024``."""

    start: str = msgspec.field(name="from")
    end: str = msgspec.field(name="to")
    precision: DatePrecision


class Participant(msgspec.Struct, kw_only=True):
    """An actor's part in an event; a person acts ``on_behalf_of`` an actor."""

    actor: str
    role: Role
    on_behalf_of: str | None = None


class Event(msgspec.Struct, kw_only=True):
    """Something that happened or is planned at a time; ``date`` is None where the report does not settle it."""

    id: str
    type: EventType
    status: EventStatus
    mode: Mode
    date: DateRange | None
    place: PlaceReference | None
    participants: list[Participant]
    sides: list[str]
    evidence: list[Evidence]
    confidence: Confidence = "high"


class Instrument(msgspec.Struct, kw_only=True):
    """A text that parties conclude or mean to conclude; ``concluded`` only if the report tells the act itself."""

    id: str
    type: InstrumentType
    title: str
    parties: list[str]
    status: InstrumentStatus
    concluded: bool
    signed_on: str | None = None
    period_from: str | None = msgspec.field(default=None, name="from")
    period_to: str | None = msgspec.field(default=None, name="to")
    sectors: list[str] = []
    evidence: list[Evidence]
    confidence: Confidence = "high"


class Statement(msgspec.Struct, kw_only=True):
    """One speaker's act about one action (Searle's speech acts, graded 0 to 6 by ``force``).

    ``by`` is who would act (who hopes or asks, for force 1 and 2), ``debtor`` who would act in an ask,
    ``action`` a contiguous run of words inside the evidence, ``basis`` the id of the instrument whose content it is.
    """

    id: str
    by: list[str]
    speaker: str | None
    to: list[str]
    force: int
    specificity: Specificity
    commitment: bool
    action: str
    sectors: list[str]
    due: str | None = None
    debtor: list[str] | None = None
    joint: bool = False
    conditional: bool = False
    basis: str | None = None
    cue: str | None = None
    answers: list[str] = []
    evidence: list[Evidence]
    confidence: Confidence = "high"


class Mechanism(msgspec.Struct, kw_only=True):
    """A standing way of working together: a committee, an annual conference, a forum."""

    id: str
    name: str
    members: list[str]
    frequency: str | None = None
    evidence: list[Evidence]
    confidence: Confidence = "high"


class Project(msgspec.Struct, kw_only=True):
    """A concrete undertaking that one could follow over time (IATI activity)."""

    id: str
    name: str
    status: ProjectStatus
    places: list[str]
    amount: str | None = None
    evidence: list[Evidence]
    confidence: Confidence = "high"


class Indicator(msgspec.Struct, kw_only=True):
    """A figure that the report claims about the cooperation itself."""

    subject: str | None
    measure: str
    value: float
    unit: str | None = None
    as_of: str | None = None
    evidence: list[Evidence]
    confidence: Confidence = "high"
