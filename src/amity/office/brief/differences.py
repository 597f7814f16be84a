"""Where reports differ on what stands between the sides: each claim in its own sentence."""

from collections.abc import Collection
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, and_, or_, select

from amity.office.brief.asked import CLAIMS, DIFFERENCES, Asked
from amity.office.brief.model import Difference, Version
from amity.office.citations import Citation
from amity.register.queries.claiming import names_in, shown
from amity.register.tables import THINGS, claims, conflicts, documents, members, things


def differences(asked: Asked, numbers: Collection[int]) -> tuple[Difference, ...]:
    """Return the unsettled conflicts about the things between the sides and their ties, the latest first."""
    found = [one for row in _conflicts(asked, set(numbers)) if (one := _difference(asked, row)) is not None]
    shown = asked.kept("differences", found, DIFFERENCES, asked.listing("conflicts"))
    return tuple(_numbered(asked, one) for one in shown)


def _conflicts(asked: Asked, numbers: set[int]) -> list[Any]:
    ours = sorted(asked.one.numbers)
    theirs = sorted(asked.other.numbers) if asked.other else None
    straight: ColumnElement[bool] = conflicts.c.subject.in_(ours)
    turned: ColumnElement[bool] = conflicts.c.other.in_(ours)
    if theirs is not None:
        straight, turned = and_(straight, conflicts.c.other.in_(theirs)), and_(turned, conflicts.c.subject.in_(theirs))
    tied = and_(conflicts.c.kind == "tie", or_(straight, turned))
    query = select(conflicts).where(or_(tied, and_(conflicts.c.kind != "tie", conflicts.c.subject.in_(sorted(numbers)))))
    return list(asked.known.connection.execute(query.order_by(conflicts.c.last.desc(), conflicts.c.number)))


def _difference(asked: Asked, row: Any) -> Difference | None:
    """Return a conflict as far as reports told it by the day; None where they did not differ yet, or a person has settled it."""
    told = _claims(asked, row.number)
    if len({one.value for one in told}) < 2:
        return None
    label, state, settled = _about(asked, row)
    if row.field in settled:
        return None
    cited = tuple({one.document: one for claim in told for one in claim.citations}.values())
    return Difference(
        id=row.id, label=label, state=state, citations=cited, kind=row.kind, field=row.field, claims=tuple(_distinct(told)[:CLAIMS])
    )


def _distinct(told: list[Version]) -> list[Version]:
    return list({one.value: one for one in reversed(told)}.values())[::-1]


def _claims(asked: Asked, number: int) -> list[Version]:
    same = and_(members.c.document == claims.c.document, members.c.layer == claims.c.layer, members.c.local == claims.c.local)
    query = (
        select(
            claims.c.value, claims.c.quote, claims.c.document.label("report"), conflicts.c.kind, conflicts.c.field,
            members.c.fact.label("told_as"), members.c.start, members.c.end, members.c.quote.label("fact"), documents.c.id,
            documents.c.path, documents.c.publisher, documents.c.told, documents.c.url, documents.c.text,
        )
        .join(conflicts, conflicts.c.number == claims.c.conflict)
        .join(documents, documents.c.number == claims.c.document)
        .outerjoin(members, same)
        .where(claims.c.conflict == number, asked.known.seen())
        .order_by(claims.c.place)
    )  # fmt: skip
    rows = asked.known.connection.execute(query).all()
    names = names_in(asked.known.connection, {row.report for row in rows if row.field == "parties"})
    written = [shown(row.kind, row.field, row.value, row.told_as, names.get(row.report, {})) for row in rows]
    return [Version(value=value, quote=row.quote, citations=(_cited(row),)) for value, row in zip(written, rows, strict=True)]


def _cited(row: Any) -> Citation:
    start = row.start if row.fact == row.quote else max(row.text.find(row.quote), 0)
    return Citation(
        document=row.id, path=row.path, start=start, end=start + len(row.quote), quote=row.quote, day=row.told, publisher=row.publisher,
        url=row.url,
    )  # fmt: skip


def _about(asked: Asked, row: Any) -> tuple[str, str, Collection[str]]:
    """Return what a conflict is about, its state, and the fields that people have corrected."""
    connection = asked.known.connection
    if row.kind == "tie":
        return " – ".join(asked.known.party(end).label for end in (row.subject, row.other)), "unchecked", ()
    layer = connection.scalar(select(things.c.layer).where(things.c.number == row.subject))
    found = asked.known.rows(str(layer), [row.subject]) if layer in THINGS else []
    return (found[0]["label"], found[0]["state"], found[0]["corrections"] or ()) if found else ("", "unchecked", ())


def _numbered(asked: Asked, one: Difference) -> Difference:
    """Return a difference whose documents are among the sources."""
    versions = tuple(msgspec.structs.replace(claim, citations=tuple(map(asked.known.source, claim.citations))) for claim in one.claims)
    cited = {found.document: found for claim in versions for found in claim.citations}
    return msgspec.structs.replace(one, claims=versions, citations=tuple(cited.values()))
