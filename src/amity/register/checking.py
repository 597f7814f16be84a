"""Whether a register is whole: every derived fact leads to its evidence, every id to its thing, every count to what it counts."""

import hashlib
from collections import Counter
from collections.abc import Iterator

from sqlalchemy import Connection, func, select

from amity.register import sqlite
from amity.register.counting import facets, standing
from amity.register.tables import (
    THINGS,
    anchors,
    answers,
    assessments,
    claims,
    conflicts,
    counts,
    documents,
    doubts,
    files,
    history,
    members,
    mints,
    outlets,
    places,
    posts,
    readings,
    relations,
    roles,
    sectors,
    things,
    tie_history,
    ties,
)

MOST = 100
"""Problems of one kind that are told."""


def check(connection: Connection) -> list[str]:
    """Return what is wrong, each in one line; an empty list if the register is whole."""
    checks = (_file, _things, _links, _ids, _withdrawn, _counts, _words, _quotes, _entries)
    return [problem for one in checks for _, problem in zip(range(MOST), one(connection), strict=False)]


def _file(connection: Connection) -> Iterator[str]:
    yield from (f"file: {problem}" for problem in sqlite.damage(connection))


def _things(connection: Connection) -> Iterator[str]:
    """Things have facts of their layer and a row with their id."""
    layers = {row.number: (row.layer, row.id) for row in connection.execute(select(things))}
    told = {(row.thing, row.layer) for row in connection.execute(select(members.c.thing, members.c.layer).distinct())}
    yield from (f"{layer} {number}: facts of a thing that is not there" for number, layer in told - _own(layers))
    yield from (f"{layer} {number}: a thing without facts" for number, layer in _own(layers) - told)
    for layer, table in THINGS.items():
        rows = {(row.number, row.id) for row in connection.execute(select(table.c.number, table.c.id))}
        wanted = {(number, public) for number, (of, public) in layers.items() if of == layer}
        yield from (f"{public or number}: its row in {layer} is missing or has another id" for number, public in wanted - rows)
        yield from (f"{public}: a row in {layer} of no thing" for number, public in rows - wanted)


def _own(layers: dict[int, tuple[str, str]]) -> set[tuple[int, str]]:
    return {(number, layer) for number, (layer, _) in layers.items()}


def _links(connection: Connection) -> Iterator[str]:
    """What links things links such as are there."""
    known = set(connection.scalars(select(things.c.number)))
    for table, columns in (
        (roles, ("thing", "actor")), (sectors, ("thing",)), (places, ("thing",)), (outlets, ("thing",)), (history, ("thing",)),
        (relations, ("later", "earlier")), (assessments, ("thing",)), (answers, ("ask", "reply")), (ties, ("one", "other")),
        (posts, ("person",)), (doubts, ("one", "other")), (conflicts, ("subject", "other")),
    ):  # fmt: skip
        for name in columns:
            for number in set(connection.scalars(select(table.c[name]).distinct())) - known - {None}:
                yield f"{table.name}: {name} {number} is no thing of the register"
    read = set(connection.scalars(select(documents.c.number).where(documents.c.reading.is_not(None))))
    for table in (members, history, assessments, tie_history, claims, posts):
        for number in set(connection.scalars(select(table.c.document).distinct())) - read - {None}:
            yield f"{table.name}: document {number} has no reading"


def _ids(connection: Connection) -> Iterator[str]:
    """Every id leads somewhere: to the thing whose fact anchors it, of which the oldest is the own one."""
    minted = dict(connection.execute(select(mints.c.id, func.min(mints.c.number)).group_by(mints.c.id)).tuples().all())
    held = {row.id: row for row in connection.execute(select(anchors))}
    yield from (f"{public}: minted but not anchored" for public in minted.keys() - held.keys())
    query = select(anchors.c.id, anchors.c.mint, members.c.thing).join(members, members.c.number == anchors.c.member)
    oldest: dict[int, tuple[int, str]] = {}
    for row in connection.execute(query):
        oldest[row.thing] = min(oldest.get(row.thing, (row.mint, row.id)), (row.mint, row.id))
    for number, public in connection.execute(select(things.c.number, things.c.id)).tuples():
        if number not in oldest or oldest[number][1] != public:
            yield f"{public}: the id of thing {number} is not the oldest that its facts anchor"
    lost = set(connection.scalars(select(anchors.c.member).where(anchors.c.member.is_not(None)))) - set(
        connection.scalars(select(members.c.number))
    )
    yield from (f"anchor {number}: its fact is not there" for number in lost)


def _withdrawn(connection: Connection) -> Iterator[str]:
    """Nothing is left of withdrawn documents."""
    for row in connection.execute(select(documents).where(documents.c.withdrawn_at.is_not(None))).all():
        left = connection.scalar(select(func.count()).select_from(readings).where(readings.c.document == row.number))
        quotes = connection.scalar(select(func.count()).select_from(mints).where((mints.c.document == row.number) & (mints.c.quote != "")))
        if left or quotes or row.text or row.title:
            yield f"{row.path}: withdrawn, but its words are still there"


def _counts(connection: Connection) -> Iterator[str]:
    """Counts are what there is to count."""
    found: Counter[tuple[str, str, str]] = Counter()
    named: dict[int, tuple[str, ...]] = {}
    for layer, table in THINGS.items():
        for row in connection.execute(select(table)):
            found.update(facets(layer, dict(row._mapping)))
            named[row.number] = standing(layer, dict(row._mapping))
    for linked, column in ((sectors, "sector"), (places, "place"), (outlets, "publisher")):
        for row in connection.execute(select(linked)):
            found.update((group, column, row._mapping[column]) for group in named.get(row.thing, ()))
    kept = {(row.layer, row.facet, row.value): row.count for row in connection.execute(select(counts))}
    for key in sorted(found.keys() | kept.keys()):
        if found[key] != kept.get(key, 0):
            yield f"count of {' '.join(key)}: {kept.get(key, 0)}, but there are {found[key]}"


def _words(connection: Connection) -> Iterator[str]:
    """The full-text indexes have every thing and document, and nothing else."""
    known, indexed = set(connection.scalars(select(things.c.number))), sqlite.indexed_things(connection)
    yield from (f"thing {number}: not in the full-text index" for number in known - indexed)
    yield from (f"thing {number}: in the full-text index, but not there" for number in indexed - known)


def _quotes(connection: Connection) -> Iterator[str]:
    """Every quote stands in its document's text."""
    for number, path, title, text in connection.execute(
        select(documents.c.number, documents.c.path, documents.c.title, documents.c.text).where(documents.c.reading.is_not(None))
    ).tuples():
        for table in (members, assessments, posts):
            for row in connection.execute(select(table.c.start, table.c.end, table.c.quote).where(table.c.document == number)):
                if text[row.start : row.end] != row.quote:
                    yield f"{path}: {table.name}: {row.start} to {row.end} of the text is not {row.quote!r}"
        query = select(claims.c.quote).where(claims.c.document == number)
        for quote in connection.scalars(query):
            if quote not in text and quote != title:
                yield f"{path}: claims: {quote!r} is not in the text"


def _entries(connection: Connection) -> Iterator[str]:
    """The files that entries rest on are there and as they were; words of reports that entries are about stand in them."""
    kept = set()
    for row in connection.execute(select(files.c.hash, files.c.name, files.c.content)):
        kept.add(row.hash)
        if hashlib.sha256(row.content).hexdigest() != row.hash:
            yield f"file {row.hash}: {row.name} is not what was attached"
    told = select(documents.c.path, documents.c.file, documents.c.entry).where(documents.c.entry.is_not(None))
    meant = select(documents.c.about).where(documents.c.about.is_not(None))
    texts = dict(connection.execute(select(documents.c.id, documents.c.text).where(documents.c.id.in_(meant))).tuples().all())
    for row in connection.execute(told).all():
        if row.file and row.file not in kept:
            yield f"{row.path}: its file {row.file} is not there"
        about = row.entry.get("about")
        if about and about["quote"] not in texts.get(about["document"], ""):
            yield f"{row.path}: it is about words that its report has not: {about['quote']!r}"
