"""From the facts of one thing to its row: what its reports tell, the surest and most often told first."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any, TypeVar

import msgspec

Value = TypeVar("Value", bound=Hashable)

REQUEST = (1, 2)
"""Force of statements that ask."""


class Told(msgspec.Struct, frozen=True):
    """One fact of a thing: what it tells, how sure, in which report (its id) and of which day."""

    fact: dict[str, Any]
    confidence: int
    document: str
    told: str


def vote(values: Iterable[tuple[Value | None, int]]) -> Value | None:
    """Return the value told most often, then the surest, then the first in order; each comes with its confidence."""
    known = [(value, sure) for value, sure in values if value is not None and value != ""]
    counted, surest = Counter(value for value, _ in known), dict[Value, int]()
    for value, sure in known:
        surest[value] = max(sure, surest.get(value, 0))
    return min(counted, key=lambda value: (-counted[value], -surest[value], str(value)), default=None)


def exactest(values: Iterable[tuple[str | None, int]]) -> str | None:
    """Return the date told most often among those that are most precise."""
    known = [(value, sure) for value, sure in values if value]
    longest = max((len(value) for value, _ in known), default=0)
    return vote((value, sure) for value, sure in known if len(value) == longest)


class Folded(msgspec.Struct, kw_only=True):
    """A thing's own columns, and the sectors and places that its reports give it."""

    columns: dict[str, Any]
    sectors: set[str] = set()
    places: set[str] = set()


def _by(told: Sequence[Told], field: str) -> list[tuple[Any, int]]:
    return [(one.fact.get(field), one.confidence) for one in told]


def _dates(told: Sequence[Told], field: str, end: str) -> list[tuple[str | None, int]]:
    return [((one.fact.get(field) or {}).get(end), one.confidence) for one in told]


def _sectors(told: Sequence[Told]) -> set[str]:
    return {sector for one in told for sector in one.fact.get("sectors", ())}


def _actor(told: Sequence[Told]) -> Folded:
    place = next((one.fact["place"] for one in told if one.fact.get("place")), None) or {}
    home = vote(_by(told, "home"))
    within = next((set(one.fact["within"]) for one in told if one.fact.get("within")), set[str]())
    columns = {
        "kind": vote(_by(told, "kind")),
        "country": vote(_by(told, "country")),
        "place": home,
        "lat": place.get("lat"),
        "lon": place.get("lon"),
        "day": max(one.told for one in told),
        "until": vote(_by(told, "until")),
        "successor": vote(_by(told, "successor")),
        "successor_name": vote(_by(told, "successor_name")),
    }
    return Folded(columns=columns, places=within | ({home} if home else set()))


def _event(told: Sequence[Told]) -> Folded:
    kind, place = vote(_by(told, "type")), vote(((one.fact.get("place") or {}).get("name"), one.confidence) for one in told)
    begins, ends = exactest(_dates(told, "date", "from")), exactest(_dates(told, "date", "to"))
    words = str(kind).replace("_", " ")
    columns = {
        "label": f"{words} in {place}" if place else words,
        "kind": kind,
        "status": vote(_by(told, "status")),
        "mode": vote((mode if mode != "unknown" else None, sure) for mode, sure in _by(told, "mode")) or "unknown",
        "place": place,
        "begins": begins,
        "ends": ends,
        "day": begins,
    }
    return Folded(columns=columns, places={place for one in told for place in one.fact.get("within", ())})


def _instrument(told: Sequence[Told]) -> Folded:
    signed, begins = exactest(_by(told, "signed_on")), exactest(_by(told, "from"))
    columns = {
        "label": vote(_by(told, "title")) or str(vote(_by(told, "type"))).replace("_", " "),
        "kind": vote(_by(told, "type")),
        "signed_on": signed,
        "begins": begins,
        "ends": exactest(_by(told, "to")),
        "concluded": any(one.fact.get("concluded") for one in told),
        "day": signed or begins,
    }
    return Folded(columns=columns, sectors=_sectors(told))


def _statement(told: Sequence[Told]) -> Folded:
    first = max(told, key=lambda one: (one.fact["commitment"], one.fact["force"], one.confidence)).fact
    force, commitment = first["force"], first["commitment"]
    columns = {
        "label": first["action"],
        "kind": "commitment" if commitment else "request" if force in REQUEST else "statement",
        "force": force,
        "specificity": first["specificity"],
        "commitment": commitment,
        "joint": first["joint"],
        "conditional": first["conditional"],
        "cue": first["cue"],
        "due": first["due"] or exactest(_by(told, "due")),
        "day": None,
    }
    return Folded(columns=columns, sectors=_sectors(told))


def _mechanism(told: Sequence[Told]) -> Folded:
    return Folded(columns={"label": vote(_by(told, "name")), "kind": "mechanism", "frequency": vote(_by(told, "frequency")), "day": None})


def _project(told: Sequence[Told]) -> Folded:
    latest = sorted(told, key=lambda one: (one.told, one.document))
    status = next((one.fact["status"] for one in reversed(latest) if one.fact["status"] != "unknown"), "unknown")
    columns = {"label": vote(_by(told, "name")), "kind": "project", "status": status, "amount": vote(_by(told, "amount")), "day": None}
    return Folded(columns=columns)


def _indicator(told: Sequence[Told]) -> Folded:
    fact = told[0].fact
    columns = {"label": fact["measure"], "kind": "indicator", "value": fact["value"], "unit": fact["unit"], "begins": fact["as_of"]}
    return Folded(columns={**columns, "day": fact["as_of"]})


FOLDS: dict[str, Callable[[Sequence[Told]], Folded]] = {
    "actors": _actor,
    "events": _event,
    "instruments": _instrument,
    "statements": _statement,
    "mechanisms": _mechanism,
    "projects": _project,
    "indicators": _indicator,
}
"""How the row of a thing of each layer is made of its facts (in the order of ``told``, then document)."""

CORRECTABLE = {
    "actors": {"name": "label", "kind": "kind", "country": "country"},
    "events": {"type": "kind", "status": "status", "mode": "mode", "place": "place", "from": "begins", "to": "ends"},
    "instruments": {"title": "label", "type": "kind", "status": "status", "signed_on": "signed_on", "from": "begins", "to": "ends"},
    "statements": {"action": "label", "force": "force", "due": "due"},
    "mechanisms": {"name": "label", "frequency": "frequency"},
    "projects": {"name": "label", "status": "status", "amount": "amount"},
    "indicators": {"measure": "label", "value": "value", "unit": "unit", "as_of": "begins"},
    "ties": {"stage": "stage", "since": "since"},
}
"""Fields that a correction may set, with the column that shows each; of ties too, which are no things."""


def correct(layer: str, columns: dict[str, Any], corrections: dict[str, Any]) -> dict[str, Any]:
    """Return the columns with what people corrected."""
    known = CORRECTABLE[layer]
    return {**columns, **{known[field]: value for field, value in corrections.items() if field in known}}
