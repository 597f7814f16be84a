"""Stratified samples of facts: proportional, with at least one of each stratum, and the same again for the same seed.

Within a stratum the facts whose hashes with the seed are smallest are taken: a simple random sample that does not depend on the order of
rows, and that a report more changes little.
"""

import hashlib
import heapq
from collections import Counter
from collections.abc import Iterator
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Select, func, literal, select

from amity.errors import UsageError
from amity.matching import point
from amity.model.judgement import Member, Pointer
from amity.office.audit.wording import in_words
from amity.register.facts import kept_reading
from amity.register.queries.listing import LISTINGS, Listing
from amity.register.queries.pages import WORDS
from amity.register.tables import documents, members, sectors, things

DIMENSIONS = ("outlet", "sector", "confidence")
"""What a sample may be stratified by."""
KINDS = tuple(name for name, listing in LISTINGS.items() if listing.layer)
"""What may be audited: the facts behind these lists."""
DIGEST = 5
"""Bytes of a fact's mark: a mistyped one is found out, and all rows of a sheet differ."""
UNKNOWN = "not told"


class Drawn(msgspec.Struct, frozen=True, kw_only=True):
    """One fact of a sample: its mark, the thing it is part of, its stratum, its sentence, what was read, and where it stands."""

    fact: str
    thing: str
    stratum: str
    sentence: str
    read_as: str
    confidence: str
    publisher: str | None
    day: str
    document: str
    path: str
    url: str | None
    start: int
    end: int


class Sample(msgspec.Struct, frozen=True, kw_only=True):
    """A sample of one kind; ``strata`` says how many facts each stratum has in the register."""

    kind: str
    by: str | None
    seed: int
    strata: dict[str, int]
    facts: tuple[Drawn, ...]


def kind_named(told: str) -> str:
    """Return the list that a kind means (``commitment`` or ``commitments``); raise UsageError for one that there is not."""
    singular = {name.rstrip("s"): name for name in KINDS} | {"person": "people"}
    found = told if told in KINDS else singular.get(told)
    if found is None:
        raise UsageError(f"--kind {told}: nothing of that kind can be audited; there are {', '.join(KINDS)}")
    return found


def draw(connection: Connection, kind: str, *, size: int = 50, by: str | None = None, seed: int = 1) -> Sample:
    """Return a sample of the facts of a kind that were read from reports, whatever people decided about them.

    Raises UsageError for a kind or dimension that there is not, for a register without such facts, and for more strata than facts asked.
    """
    kind = kind_named(kind)
    if by is not None and by not in DIMENSIONS:
        raise UsageError(f"--by {by}: a sample is stratified by {', '.join(DIMENSIONS)}")
    if size < 1:
        raise UsageError(f"--n {size}: nothing to draw; ask for 1 or more")
    strata = strata_of(connection, kind, by)
    if not strata:
        raise UsageError(f"--kind {kind}: the register has no {kind} that were read from reports; add reports with `amity add`")
    wanted = allotted(strata, size)
    numbers = _picked(connection, kind, by, seed, wanted)
    return Sample(kind=kind, by=by, seed=seed, strata=strata, facts=tuple(_drawn(connection, numbers)))


def strata_of(connection: Connection, kind: str, by: str | None) -> dict[str, int]:
    """Return the strata of a kind and how many facts each has."""
    found: Counter[str] = Counter()
    told = _population(LISTINGS[kind], by).subquery()
    for value, count in connection.execute(select(told.c.stratum, func.count()).group_by(told.c.stratum)):
        found[_named(by, value)] += count
    return dict(sorted(found.items()))


def allotted(strata: dict[str, int], size: int) -> dict[str, int]:
    """Return how many facts to take of each stratum: in proportion (largest remainders), at least one, at most all.

    Raises UsageError for fewer facts than strata.
    """
    if size < len(strata):
        raise UsageError(f"--n {size}: there are {len(strata)} strata, each of which needs a fact; ask for {len(strata)} or more")
    total = sum(strata.values())
    if size >= total:
        return dict(strata)
    spare = size - len(strata)
    shares = {name: 1 + spare * (count - 1) / max(1, total - len(strata)) for name, count in strata.items()}
    found = {name: min(strata[name], int(share)) for name, share in shares.items()}
    for name in sorted(strata, key=lambda one: (-(shares[one] - int(shares[one])), one)):
        if sum(found.values()) < size and found[name] < strata[name]:
            found[name] += 1
    return found


def _population(listing: Listing, by: str | None) -> Select[Any]:
    """Return the query for number, address and stratum of all facts of a list that were read and not entered by hand."""
    table = listing.table
    query = (
        select(members.c.number, documents.c.id, members.c.local, _stratum(by).label("stratum"))
        .join(documents, documents.c.number == members.c.document)
        .join(table, table.c.number == members.c.thing)
        .where(members.c.layer == listing.layer, documents.c.entry.is_(None))
    )
    return query.where(listing.narrow(table)) if listing.narrow else query


def _stratum(by: str | None) -> ColumnElement[Any]:
    if by == "outlet":
        return documents.c.publisher.expression
    if by == "confidence":
        return members.c.confidence.expression
    if by == "sector":
        return select(func.min(sectors.c.sector)).where(sectors.c.thing == members.c.thing).scalar_subquery()
    return literal("all")


def stratum_of(connection: Connection, by: str | None, number: int) -> str:
    """Return the stratum of a fact by the number of its row."""
    query = select(_stratum(by)).select_from(members).join(documents, documents.c.number == members.c.document)
    return _named(by, connection.scalar(query.where(members.c.number == number)))


def _named(by: str | None, value: Any) -> str:
    return WORDS[value] if by == "confidence" else str(value or UNKNOWN)


def _picked(connection: Connection, kind: str, by: str | None, seed: int, wanted: dict[str, int]) -> list[tuple[str, int]]:
    """Return stratum and number of the facts with the smallest hashes, so many of each stratum, stratum by stratum."""
    held: dict[str, list[tuple[int, int]]] = {name: [] for name in wanted}
    for number, document, local, value in connection.execute(_population(LISTINGS[kind], by)):
        digest = hashlib.blake2b(f"{seed}|{document}|{local}".encode(), digest_size=8).digest()
        heap, one = held[_named(by, value)], (-int.from_bytes(digest, "big"), number)
        if len(heap) < wanted[_named(by, value)]:
            heapq.heappush(heap, one)
        else:
            heapq.heappushpop(heap, one)
    return [(name, number) for name, heap in held.items() for _, number in sorted(heap, reverse=True)]


def _drawn(connection: Connection, numbers: list[tuple[str, int]]) -> Iterator[Drawn]:
    for stratum, number in numbers:
        row = fact_row(connection, number)
        reading = kept_reading(connection, row.reading)
        pointer = point(reading, Member(row.document, row.layer, row.local))
        yield Drawn(
            fact=mark(row.thing, pointer), thing=row.thing, stratum=stratum, sentence=row.quote, confidence=WORDS[row.confidence],
            read_as=in_words(row.layer, row.fact, {one.id: one.name for one in reading.actors}), publisher=row.publisher, day=row.told,
            document=row.document, path=row.path, url=row.url, start=row.start, end=row.end,
        )  # fmt: skip


def facts_query() -> Select[Any]:
    """Return the query for facts with their thing and their document."""
    own = (members.c[name] for name in ("number", "layer", "local", "quote", "confidence", "fact", "start", "end"))
    report = (documents.c[name] for name in ("path", "url", "publisher", "told", "reading"))
    return (
        select(*own, things.c.id.label("thing"), documents.c.id.label("document"), *report)
        .join(things, things.c.number == members.c.thing)
        .join(documents, documents.c.number == members.c.document)
    )


def fact_row(connection: Connection, number: int) -> Any:
    """Return a fact by the number of its row."""
    return connection.execute(facts_query().where(members.c.number == number)).one()


def mark(thing: str, pointer: Pointer) -> str:
    """Return what stands for a fact in a sheet: the id of its thing and a digest of where it stands."""
    where = f"{pointer.document}|{pointer.layer}|{pointer.start}|{pointer.end}|{pointer.hint}|{pointer.nth}"
    return f"{thing}.{hashlib.blake2b(where.encode(), digest_size=DIGEST).hexdigest()}"
