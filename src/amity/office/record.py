"""Records: what a person enters, as fields with values in the words of domain.md, checked before anything is made of them."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Literal, NamedTuple, TypeAlias, get_args

import msgspec
from rapidfuzz import process

from amity.errors import UsageError
from amity.exchange.table import FORCES
from amity.model import About
from amity.model.acts import EventStatus, EventType, InstrumentStatus, InstrumentType, Mode, ProjectStatus, Specificity
from amity.model.register import TieKind, TieStage
from amity.vocabulary import load

RecordKind = Literal["instrument", "event", "statement", "post", "tie", "mechanism", "project", "indicator"]
KINDS: tuple[RecordKind, ...] = get_args(RecordKind)
Shape: TypeAlias = Literal["party", "parties", "person", "people", "text", "word", "date", "force", "number", "flag", "sectors"]
"""What a value may be: ``text`` any words, ``word`` one of a vocabulary, ``people`` names with whom they act for: "Le Hoa (Hue)"."""

DATE = re.compile(r"^\d{4}(-\d{2}(-\d{2})?)?$")
PERSON_FOR = re.compile(r"^([^()]+)\(([^()]+)\)$")
"""A person with whom they act for: "Le Hoa (Hue)"."""
LONGEST = 600
"""Characters of one value: names, titles and actions are shorter, and a fact's words are to fit into one span (1,000)."""
MOST_NOTE = 5_000
NEAR = 60
"""Likeness (0 to 100) from which a name is offered for one that is not known."""


class Field(NamedTuple):
    """A field of a kind of record: its name, the shape of its value, what a ``word`` may be, whether it must be told, and what it means."""

    name: str
    shape: Shape
    help: str
    allowed: tuple[str, ...] = ()
    needed: bool = False

    @property
    def several(self) -> bool:
        """Whether it may hold several values."""
        return self.shape in ("parties", "people", "sectors")


AS_OF = Field("as_of", "date", "The day for which this is known; else the day of entering.")
SECTORS = Field("sector", "sectors", "A sector, such as trade or border; repeat for several.")
PARTIES = Field("party", "parties", "A party: name or public id; repeat for each.", needed=True)

FIELDS: dict[RecordKind, tuple[Field, ...]] = {
    "instrument": (
        PARTIES,
        Field("type", "word", "What it is.", get_args(InstrumentType), needed=True),
        Field("title", "text", "Its title."),
        Field("status", "word", "Where it stands; else signed where a signing day is told.", get_args(InstrumentStatus)),
        Field("signed_on", "date", "When it was signed."),
        Field("from", "date", "When its period begins."),
        Field("to", "date", "When its period ends."),
        SECTORS,
        AS_OF,
    ),
    "event": (
        PARTIES,
        Field("type", "word", "What it is.", get_args(EventType), needed=True),
        Field("from", "date", "Its day, or the first of them.", needed=True),
        Field("to", "date", "The last day."),
        Field("place", "text", "Where it is."),
        Field("status", "word", "Else held, or planned where it is yet to come.", get_args(EventStatus)),
        Field("mode", "word", "How people meet.", get_args(Mode)),
        Field("host", "party", "The party that receives."),
        Field("visitor", "party", "The party that comes."),
        Field("person", "people", 'Who takes part, and for whom: "Le Hoa (Hue)"; repeat for several.'),
        AS_OF,
    ),
    "statement": (
        Field("by_party", "parties", "The party that would act (in a hope or request: that asks); repeat for several.", needed=True),
        Field("to_party", "parties", "The party that it is said to; repeat for several."),
        Field("speaker", "person", "The person who says it."),
        Field("force", "force", f"How strong, 0 to 6 or a word: {', '.join(FORCES)}.", needed=True),
        Field("action", "text", "What is to be done, in few words.", needed=True),
        Field("specificity", "word", "Else action, or measurable where the action has a number.", get_args(Specificity)),
        Field("debtor", "parties", "Who would act, in a request; repeat for several."),
        Field("due", "date", "When it is due."),
        Field("joint", "flag", "All sides say it together."),
        Field("conditional", "flag", "It holds under a condition."),
        SECTORS,
        Field("said_on", "date", "When it was said; else the report's day, or the day of entering."),
    ),
    "post": (
        Field("person", "person", "The person.", needed=True),
        Field("title", "text", "The post.", needed=True),
        Field("of", "party", "Where: a place or organisation.", needed=True),
        AS_OF,
    ),
    "tie": (
        PARTIES,
        Field("type", "word", "Which kind of tie.", get_args(TieKind), needed=True),
        Field("stage", "word", "How far it is.", get_args(TieStage), needed=True),
        Field("since", "date", "When this stage began."),
        AS_OF,
    ),
    "mechanism": (
        Field("name", "text", "Its name.", needed=True),
        PARTIES,
        Field("frequency", "text", "How often it meets: yearly, twice a year."),
        AS_OF,
    ),
    "project": (
        Field("name", "text", "Its name.", needed=True),
        Field("party", "parties", "A place or party of it; repeat for each.", needed=True),
        Field("status", "word", "How far it is.", get_args(ProjectStatus)),
        Field("amount", "text", "What it costs: US$5 million."),
        AS_OF,
    ),
    "indicator": (
        Field("subject", "party", "Whose figure it is.", needed=True),
        Field("measure", "text", "What is counted: friendly cities.", needed=True),
        Field("value", "number", "The figure.", needed=True),
        Field("unit", "text", "Its unit."),
        AS_OF,
    ),
}  # fmt: skip
"""The fields of each kind of record, in the order in which they are written out."""

TWO = ("instrument", "tie", "mechanism")
"""Kinds that take two parties at least; ties take two exactly."""

Value: TypeAlias = str | float | bool | list[str]


class Record(msgspec.Struct, kw_only=True):
    """One thing to enter: its kind, its fields (see ``FIELDS``; values as people write them), and what it rests on.

    ``file`` is the hash of an attached file (``Register.attach_file``) and ``name`` the file's name, ``place`` where in it. ``about`` are
    the words of a report that tell it. ``key`` names the record within its list, so that it is known again when its place or the
    file has changed; without it file and place do. ``path`` is what the entry is called, such as ``entry:friendly.xlsx#12``.
    """

    kind: str
    fields: dict[str, Any]
    file: str | None = None
    name: str | None = None
    place: str | None = None
    about: About | None = None
    note: str = ""
    key: str | None = None
    path: str | None = None


class Checked(msgspec.Struct, frozen=True, kw_only=True):
    """A record whose values make sense: text in one line, dates ISO 8601, words of their vocabularies."""

    record: Record
    kind: RecordKind
    values: dict[str, Value]

    def one(self, name: str) -> str | None:
        """Return the value of a field that holds one."""
        found = self.values.get(name)
        return found if isinstance(found, str) else None

    def many(self, name: str) -> list[str]:
        """Return the values of a field that may hold several."""
        found = self.values.get(name)
        return found if isinstance(found, list) else []


def check(record: Record) -> Checked:
    """Return a record with its values as they are kept; raise UsageError that names the field, the reason and the way out."""
    kind = _one_of("kind", record.kind, KINDS)
    known = {field.name: field for field in FIELDS[kind]}
    for name in record.fields:
        if name not in known:
            raise UsageError(f"{name}: a record of kind {kind} has no such field{_nearest(name, known)}; it takes {', '.join(known)}")
    if len(record.note) > MOST_NOTE:
        raise UsageError(f"note: {len(record.note):,} characters; write {MOST_NOTE:,} at most, or attach a file")
    values = {name: value for name, field in known.items() if (value := _value(field, record.fields.get(name))) is not None}
    for field in FIELDS[kind]:
        if field.needed and field.name not in values:
            raise UsageError(f"{field.name}: a record of kind {kind} needs it ({field.help.rstrip('.')})")
    checked = Checked(record=record, kind=kind, values=values)
    _several(checked)
    _in_order(checked)
    return checked


def _several(checked: Checked) -> None:
    parties = checked.many("party")
    if checked.kind in TWO and len(set(parties)) < 2:
        raise UsageError(f"party: {checked.kind} of one party alone ({', '.join(set(parties))}); tell two, each of its own")
    if checked.kind == "tie" and len(set(parties)) > 2:
        raise UsageError(f"party: a tie is between two, not {len(parties)}; enter one tie for each pair")


def _in_order(checked: Checked) -> None:
    start, end = checked.one("from"), checked.one("to")
    if start and end and end[: len(start)] < start[: len(end)]:
        raise UsageError(f"to: {end} is before {start} (from); turn them round")


def _value(field: Field, told: Any) -> Value | None:
    """Return one field's value, or None where nothing is told."""
    if field.several:
        found = [told] if isinstance(told, str) else list(told or ())
        kept = [_line(field, one) for one in found if str(one).strip()]
        if field.shape == "sectors":
            kept = [_one_of(field.name, one, sectors()) for one in kept]
        return list(dict.fromkeys(kept)) or None
    if told is None or (isinstance(told, str) and not told.strip()):
        return None
    if isinstance(told, Sequence) and not isinstance(told, str):
        raise UsageError(f"{field.name}: several values ({', '.join(map(str, told))}); it takes one")
    return _single(field, told)


def _single(field: Field, told: Any) -> Value | None:
    match field.shape:
        case "flag":
            return _flag(field, told) or None
        case "number":
            return _number(field, told)
        case "date":
            return day(field.name, told)
        case "force":
            return _force(told)
        case "word":
            word: str = _one_of(field.name, str(told), field.allowed)
            return word
    return _line(field, told)


def _line(field: Field, told: Any) -> str:
    """Return words in one line, as they stand in the entry's text."""
    if not isinstance(told, str | int | float) or isinstance(told, bool):
        raise UsageError(f"{field.name}: {told!r} is not text")
    line = " ".join("".join(character if character.isprintable() else " " for character in str(told)).split())
    if len(line) > LONGEST:
        raise UsageError(f"{field.name}: {len(line):,} characters; write {LONGEST} at most, and the rest as a note or an attached file")
    return line


def _flag(field: Field, told: Any) -> bool:
    words = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
    if str(told).lower() not in words:
        raise UsageError(f"{field.name}: {told!r} is neither yes nor no")
    return words[str(told).lower()]


def _number(field: Field, told: Any) -> float:
    try:
        return float(str(told).replace(",", "").replace(" ", ""))
    except ValueError as error:
        raise UsageError(f"{field.name}: {told!r} is no number; write digits with a point, such as 2.5") from error


def day(name: str, told: Any) -> str:
    """Return a date as ISO 8601, as precise as told; raise UsageError for one that is written otherwise or does not exist."""
    if isinstance(told, date):
        return told.isoformat()[:10]
    written = str(told).strip()
    if not DATE.match(written):
        raise UsageError(f"{name}: {written!r} is no date as it is written here; write year-month-day: 2024-05-06, 2024-05 or 2024")
    try:
        date.fromisoformat(f"{written}-01-01"[:10] if len(written) < 10 else written)
    except ValueError as error:
        raise UsageError(f"{name}: {written} is no day of the calendar ({error}); write year-month-day: 2024-05-06") from error
    return written


def _force(told: Any) -> str:
    word = str(told).strip().lower()
    if word in FORCES:
        return str(FORCES.index(word))
    if word.isdecimal() and int(word) < len(FORCES):
        return str(int(word))
    named = ", ".join(f"{number} {name}" for number, name in enumerate(FORCES))
    raise UsageError(f"force: {told!r} is no force; give a number or its word: {named}")


def sectors() -> tuple[str, ...]:
    """Return the sectors of domain.md §6."""
    return (*load("sectors")["sectors"], "unspecified")


def _one_of(name: str, told: str, allowed: Sequence[Any]) -> Any:
    word = told.strip().lower().replace(" ", "_").replace("-", "_")
    if word not in allowed:
        raise UsageError(f"{name}: {told!r} is none that is known{_nearest(word, allowed)}; there are {', '.join(allowed)}")
    return word


def _nearest(word: str, known: Mapping[str, Any] | Sequence[str]) -> str:
    """Return the known word that is most like one that is not, as part of a message."""
    found = process.extractOne(word, list(known), score_cutoff=NEAR)
    return f" (did you mean {found[0]}?)" if found else ""
