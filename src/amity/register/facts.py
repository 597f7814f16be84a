"""The facts of a reading as rows: what each tells, its first evidence, and the actors that take part."""

import zlib
from collections.abc import Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection, select

from amity.gazetteer.folding import fold
from amity.matching.homes import actor_home, place_chain, succession, successor_name
from amity.matching.judging import facts as evidence_of
from amity.model import Actor, Event, Indicator, Instrument, Mechanism, Project, Reading, Statement
from amity.model.actors import PlaceReference
from amity.register.tables import THINGS, readings

CONFIDENCE = {"low": 1, "medium": 2, "high": 3}
NOT_TOLD = ("id", "mentions", "evidence", "confidence")
"""Fields of the contract's facts that stand in columns of their own."""
ROLES = {
    "sides": "side",
    "parties": "party",
    "by": "by",
    "to": "to",
    "debtor": "debtor",
    "members": "member",
    "places": "place",
    "speaker": "speaker",
    "subject": "subject",
}
"""Fields of facts that name actors, with the role that each gives."""

_decode = msgspec.json.Decoder(Reading)


class Fact(msgspec.Struct, frozen=True):
    """One fact: where it stands, its words, and all that it tells (``told``, plain values as in the contract)."""

    layer: str
    local: str
    start: int
    end: int
    quote: str
    confidence: int
    told: dict[str, Any]


def pack(reading: Reading) -> bytes:
    """Return a reading as it is stored."""
    return zlib.compress(msgspec.json.encode(reading), 6)


def unpack(content: bytes) -> Reading:
    """Return the reading that ``pack`` stored."""
    return _decode.decode(zlib.decompress(content))


def kept_reading(connection: Connection, number: int) -> Reading:
    """Return a reading that the register keeps, by its number."""
    return unpack(connection.execute(select(readings.c.content).where(readings.c.number == number)).scalar_one())


def reported(reading: Reading) -> str:
    """Return the day that a report tells of: when it was published, else its dateline; "" if it has neither."""
    return reading.document.published or reading.document.dateline_date or ""


def facts(reading: Reading) -> list[Fact]:
    """Return the facts of a reading, layer by layer, in its order."""
    return [fact for layer in THINGS for fact in _layer(reading, layer)]


def _layer(reading: Reading, layer: str) -> Iterator[Fact]:
    found = getattr(reading, layer)
    for (local, evidence, _), one in zip(evidence_of(reading, layer), found, strict=True):
        start, end, quote = (evidence[0].start, evidence[0].end, evidence[0].quote) if evidence else (0, 0, "")
        yield Fact(layer, local, start, end, quote, CONFIDENCE[one.confidence], _told(one))


def _told(one: Actor | Event | Instrument | Statement | Mechanism | Project | Indicator) -> dict[str, Any]:
    """Return a fact's plain values, with the identities of its place."""
    told: dict[str, Any] = msgspec.to_builtins(one)
    for field in NOT_TOLD:
        told.pop(field, None)
    place = getattr(one, "place", None)
    if isinstance(one, Actor) and one.kind not in ("person", "igo"):
        told["home"] = actor_home(one)
        until, successor = succession(one)
        told |= {"until": until, "successor": successor, "successor_name": successor_name(one)} if until else {}
    if isinstance(place, PlaceReference):
        told["within"] = list(place_chain(place))
    return told


def roles(told: dict[str, Any]) -> set[tuple[str, str]]:
    """Return the local ids of the actors that a fact names, each with its role."""
    found = {(local, role) for field, role in ROLES.items() for local in _locals(told.get(field))}
    for part in told.get("participants", ()):
        found.add((part["actor"], part["role"]))
        if part.get("on_behalf_of"):
            found.add((part["on_behalf_of"], "side"))
    return found


def _locals(value: str | list[str] | None) -> list[str]:
    return [value] if isinstance(value, str) else list(value or ())


def forms(told: dict[str, Any]) -> list[tuple[str, bool]]:
    """Return the names of an actor, each once, and whether it is the fullest one."""
    return [(form, form == told["name"]) for form in dict.fromkeys([told["name"], *told.get("aliases", ())])]


def folded(form: str) -> str:
    """Return a name without marks and case, as it is looked for."""
    return fold(form)
