"""Claims of conflicts as their reports write them: matching compares folded names and identities of places, people read words."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, select

from amity.register.facts import folded, forms
from amity.register.tables import members

DIFFERS = {
    ("figure", "long"): "length",
    ("figure", "wide"): "width",
    ("figure", "high"): "height",
    ("figure", "deep"): "depth",
    ("event", "date"): "day of the event",
    ("event", "place"): "place of the event",
    ("instrument", "date"): "day of the text",
    ("instrument", "parties"): "parties to the text",
    ("instrument", "type"): "type of the text",
    ("instrument", "type in title and body"): "type of the text, in title and body",
    ("person", "name"): "name of the person",
    ("project", "status"): "status of the project",
    ("tie", "date"): "beginning of the tie",
    ("tie", "stage"): "whether there is a tie",
}
"""What reports differ on, in words, by kind and field of a conflict."""

Names = Mapping[str, str]


def differs_on(kind: str, field: str) -> str:
    """Return what reports differ on in words; of figures that actors have, their measure."""
    return DIFFERS.get((kind, field), f"figure for {field}" if kind == "indicator" else field)


def shown(kind: str, field: str, value: str, fact: Mapping[str, Any] | None, names: Names) -> str:
    """Return the value of a claim as its report writes it; ``names`` are those of the report's actors, by local id."""
    write = WRITTEN.get((kind, field))
    return (write(value, fact, names) if write and fact else None) or _period(value)


def _period(value: str) -> str:
    start, slash, end = value.partition("/")
    return f"{start} to {end}" if slash and start[:4].isdecimal() and end[:4].isdecimal() else value


def _person(value: str, fact: Mapping[str, Any], names: Names) -> str | None:
    written = [form for form, _ in forms(dict(fact))]
    return next((form for form in written if folded(form) == value), written[0])


def _place(value: str, fact: Mapping[str, Any], names: Names) -> str | None:
    return (fact.get("place") or {}).get("name")


def _parties(value: str, fact: Mapping[str, Any], names: Names) -> str | None:
    return ", ".join(names[local] for local in fact.get("parties", ()) if local in names)


WRITTEN: dict[tuple[str, str], Callable[[str, Mapping[str, Any], Names], str | None]] = {
    ("person", "name"): _person,
    ("event", "place"): _place,
    ("instrument", "parties"): _parties,
}
"""How values that are no words of a report are written, by kind and field."""


def names_in(connection: Connection, numbers: Iterable[int]) -> dict[int, dict[str, str]]:
    """Return the names of the actors of documents (their numbers) by local id."""
    found: dict[int, dict[str, str]] = {number: {} for number in numbers}
    query = select(members.c.document, members.c.local, members.c.fact)
    for row in connection.execute(query.where(members.c.document.in_(list(found)), members.c.layer == "actors")):
        found[row.document][row.local] = row.fact["name"]
    return found
