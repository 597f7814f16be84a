"""Where words stand: in a report, in an entry, or in the report that an entry is about."""

from typing import Any

from sqlalchemy import Connection, Row, Select, and_, select

from amity.register.tables import documents, log, members, things

CITED = (documents.c.id.label("document"), documents.c.path, documents.c.publisher, documents.c.told, documents.c.entry)
"""Columns of the document that a row cites."""


def rows(connection: Connection, query: Select[Any]) -> list[dict[str, Any]]:
    """Return the rows of a query as plain values without empty ones; those that entries tell of a report's words cite the report.

    What they cite is told by ``CITED`` and, where the query has them, ``start``, ``end``, ``quote``, ``title`` and ``url``.
    """
    found = [_plain(row) for row in connection.execute(query)]
    named = {about["document"] for one in found if (about := (one.get("entry") or {}).get("about"))}
    reports: dict[str, dict[str, Any]] = {}
    if named:
        wanted = select(*CITED, documents.c.title, documents.c.url).where(documents.c.id.in_(named))
        for row in connection.execute(wanted):
            reports[row.document] = _plain(row)
    return [_of_report(one, reports) for one in found]


def _of_report(one: dict[str, Any], reports: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """Return a row whose words are a report's with the report's citation; who entered it stays."""
    about = (one.get("entry") or {}).get("about")
    report = reports.get(about["document"]) if about else None
    if about is None or report is None:
        return one
    own: dict[str, Any] = {
        name: report.get(name) for name in ("document", "path", "publisher", "told", "title", "url") if name in one or name in report
    }
    spot: dict[str, Any] = {name: about[name] for name in ("start", "end", "quote") if name in one}
    return {name: value for name, value in (one | own | spot).items() if value is not None}


def facts_about(connection: Connection, document: str) -> list[dict[str, Any]]:
    """Return the facts that entries tell of a report's words (its id): what its reader missed."""
    query = (
        select(things.c.id, members.c.layer, members.c.start, members.c.end, members.c.quote, members.c.fact, members.c.state, *CITED)
        .join(things, things.c.number == members.c.thing)
        .join(documents, documents.c.number == members.c.document)
        .where(documents.c.about == document, members.c.layer != "actors")
        .order_by(documents.c.number, members.c.number)
    )
    shown = ("id", "layer", "start", "end", "quote", "fact", "state", "entry")
    return [{name: one[name] for name in shown if name in one} for one in rows(connection, query)]


def files_of(connection: Connection, thing: int) -> list[dict[str, Any]]:
    """Return the files that were attached to a thing, or that entries of it rest on: name, hash, place, who and when."""
    told = select(documents.c.entry).join(members, members.c.document == documents.c.number)
    entries = connection.scalars(
        told.where(members.c.thing == thing, members.c.state.is_not(None), documents.c.file.is_not(None)).order_by(documents.c.number)
    ).all()
    found = [{name: one.get(name) for name in ("name", "file", "place", "by", "at")} for one in entries]
    held = connection.scalars(select(members.c.attached).where(and_(members.c.thing == thing, members.c.attached.is_not(None)))).all()
    told_by = {int(number): value for one in held for number, value in one.items()}
    who = {row.number: row for row in connection.execute(select(log).where(log.c.number.in_(told_by)))} if told_by else {}
    found += [{**told_by[number], "by": who[number].by, "at": who[number].at} for number in sorted(told_by)]
    return [{name: value for name, value in one.items() if value} for one in found]


def counted(connection: Connection, thing: int) -> int:
    """Return how many entries tell of a thing."""
    query = select(members.c.document).join(documents, documents.c.number == members.c.document)
    return len(set(connection.scalars(query.where(members.c.thing == thing, members.c.state.is_not(None), documents.c.entry.is_not(None)))))


def _plain(row: Row[Any]) -> dict[str, Any]:
    return {name: value for name, value in row._mapping.items() if value not in (None, "")}
