"""Records: what a person enters, as fields with values in the words of domain.md, checked before anything is made of them."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from math import isfinite, nan
from typing import Any, TypeAlias

import msgspec

from amity.errors import UsageError
from amity.model import About
from amity.model.acts import FORCES
from amity.model.entry import Listed
from amity.office.fields import FIELDS, KINDS, Field, RecordKind
from amity.register.permitting import calendar_date
from amity.vocabulary import load

PERSON_FOR = re.compile(r"^([^()]+)\(([^()]+)\)$")
"""A person with whom they act for: "Le Hoa (Hue)"."""
LONGEST = 600
"""Characters of one value: names, titles and actions are shorter, and a fact's words are to fit into one span (1,000)."""
MOST_NOTE = 5_000
NEAR = 60
"""Likeness (0 to 100) from which a name is offered for one that is not known."""


TWO = ("instrument", "tie", "mechanism")
"""Kinds that take two parties at least; ties take two exactly."""

Value: TypeAlias = str | float | bool | list[str]


class Record(msgspec.Struct, kw_only=True):
    """One thing to enter: its kind, its fields (see ``FIELDS``; values as people write them), and what it rests on.

    ``file`` is the hash of a kept file (see ``register.files``), ``name`` the file's name, ``place`` where in it. ``about`` are the words
    of a report that tell it. ``key`` names the record within its list, so that it is known again when its place or the file has
    changed; without it file and place do. ``path`` is what the entry is called, such as ``entry:friendly.xlsx#12``; ``listed`` is told
    of the rows of lists.
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
    listed: Listed | None = None


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
            raise UsageError(f"{name}: a record of kind {kind} has no such field{nearest(name, known)}; it takes {', '.join(known)}")
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
    if checked.kind == "event" and checked.one("status") == "held" and start and start > date.today().isoformat():
        raise UsageError(f"status: held, and {start} (from) is yet to come; write planned, or the day that is meant")


def _value(field: Field, told: Any) -> Value | None:
    """Return one field's value, or None where nothing is told."""
    if field.several:
        found = list(told) if isinstance(told, list | tuple) else [] if told is None else [told]
        kept = [_line(field, one) for one in found if str(one).strip()]
        if field.shape == "sectors":
            kept = [_one_of(field.name, one, sectors()) for one in kept]
        return list(dict.fromkeys(kept)) or None
    if told is None or told == [] or (isinstance(told, str) and not told.strip()):
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
        number = float(str(told).replace(",", "").replace(" ", ""))
    except ValueError:
        number = nan
    if not isfinite(number):
        raise UsageError(f"{field.name}: {told!r} is no number; write digits with a point, such as 2.5")
    return number


def day(name: str, told: Any) -> str:
    """Return a date as ISO 8601, as precise as told; raise UsageError for one that is written otherwise or does not exist."""
    if isinstance(told, date):
        return told.isoformat()[:10]
    return calendar_date(name, str(told).strip())


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
        raise UsageError(f"{name}: {told!r} is none that is known{nearest(word, allowed)}; there are {', '.join(allowed)}")
    return word


def nearest(word: str, known: Mapping[str, Any] | Sequence[str]) -> str:
    """Return the known word that is most like one that is not, as part of a message."""
    from rapidfuzz import process  # only who errs waits for it

    found = process.extractOne(word, list(known), score_cutoff=NEAR)
    return f" (did you mean {found[0]}?)" if found else ""
