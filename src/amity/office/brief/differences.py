"""Where reports differ on what stands between the sides: each claim in its own sentence."""

import json
from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import ColumnElement, and_, or_, select

from amity.office.brief.asked import CLAIMS, DIFFERENCES, Asked
from amity.office.brief.model import Difference, Version
from amity.office.citations import Citation
from amity.register import lookup
from amity.register.queries.claiming import names_in, shown
from amity.register.sqlite import among
from amity.register.tables import THINGS, claims, conflicts, documents, members, things

_LAYERS = select(things.c.number, things.c.layer)


class About(NamedTuple):
    """What a conflict is about: its name and state, and the fields that people have corrected."""

    label: str
    state: str
    settled: Collection[str]


def differences(asked: Asked, numbers: Collection[int]) -> tuple[Difference, ...]:
    """Return the unsettled conflicts about the things between the sides and their ties, the latest first."""
    rows = _conflicts(asked, set(numbers))
    told, about = _claims(asked, [row.number for row in rows]), _about(asked, rows)
    found = [one for row in rows if (one := _difference(row, told.get(row.number, []), about[row.number])) is not None]
    shown = asked.kept("differences", found, DIFFERENCES, asked.listing("conflicts"))
    return tuple(_numbered(asked, one) for one in shown)


def _conflicts(asked: Asked, numbers: set[int]) -> list[Any]:
    ours = sorted(asked.one.numbers)
    theirs = sorted(asked.other.numbers) if asked.other else None
    straight: ColumnElement[bool] = conflicts.c.subject.in_(ours)
    turned: ColumnElement[bool] = conflicts.c.other.in_(ours)
    if theirs is not None:
        straight, turned = and_(straight, conflicts.c.other.in_(theirs)), and_(turned, conflicts.c.subject.in_(theirs))
    kind = conflicts.c.kind if theirs is None else conflicts.c.kind + ""  # found by the sides, not among all conflicts about ties
    tied = and_(kind == "tie", or_(straight, turned))
    query = select(conflicts).where(or_(tied, and_(conflicts.c.kind != "tie", among(conflicts.c.subject, "numbers"))))
    query = query.order_by(conflicts.c.last.desc(), conflicts.c.number)
    return list(asked.known.connection.execute(query, {"numbers": json.dumps(sorted(numbers))}))


def _difference(row: Any, told: list[Version], about: About) -> Difference | None:
    """Return a conflict as far as reports told it by the day; None where they did not differ yet, or a person has settled it."""
    if len({one.value for one in told}) < 2 or row.field in about.settled:
        return None
    cited = tuple({one.document: one for claim in told for one in claim.citations}.values())
    return Difference(
        id=row.id, label=about.label, state=about.state, citations=cited, kind=row.kind, field=row.field,
        claims=tuple(_distinct(told)[:CLAIMS]),
    )  # fmt: skip


def _distinct(told: list[Version]) -> list[Version]:
    return list({one.value: one for one in reversed(told)}.values())[::-1]


def _claims(asked: Asked, numbers: Collection[int]) -> dict[int, list[Version]]:
    """Return what each report claims, by the number of the conflict."""
    same = and_(members.c.document == claims.c.document, members.c.layer == claims.c.layer, members.c.local == claims.c.local)
    query = (
        select(
            claims.c.conflict, claims.c.value, claims.c.quote, claims.c.document.label("report"), conflicts.c.kind, conflicts.c.field,
            members.c.fact.label("told_as"), members.c.start, members.c.end, members.c.quote.label("fact"), documents.c.id,
            documents.c.path, documents.c.publisher, documents.c.told, documents.c.url, documents.c.text,
        )
        .join(conflicts, conflicts.c.number == claims.c.conflict)
        .join(documents, documents.c.number == claims.c.document)
        .outerjoin(members, same)
        .where(among(claims.c.conflict, "numbers"), asked.known.seen())
        .order_by(claims.c.conflict, claims.c.place)
    )  # fmt: skip
    rows = asked.known.connection.execute(query, {"numbers": json.dumps(list(numbers))}).all()
    names = names_in(asked.known.connection, {row.report for row in rows if row.field == "parties"})
    found: dict[int, list[Version]] = defaultdict(list)
    for row in rows:
        value = shown(row.kind, row.field, row.value, row.told_as, names.get(row.report, {}))
        found[row.conflict].append(Version(value=value, quote=row.quote, citations=(_cited(row),)))
    return found


def _cited(row: Any) -> Citation:
    start = row.start if row.fact == row.quote else max(row.text.find(row.quote), 0)
    return Citation(
        document=row.id, path=row.path, start=start, end=start + len(row.quote), quote=row.quote, day=row.told, publisher=row.publisher,
        url=row.url,
    )  # fmt: skip


def _about(asked: Asked, rows: Sequence[Any]) -> dict[int, About]:
    """Return what each conflict is about, by the number of the conflict."""
    asked.known.meet({end for row in rows if row.kind == "tie" for end in (row.subject, row.other)})
    layers = {row.number: row.layer for row in lookup.rows(asked.known.connection, _LAYERS, things.c.number, {row.subject for row in rows})}
    known: dict[int, dict[str, Any]] = {}
    for layer in THINGS:
        known |= {one["number"]: one for one in asked.known.rows(layer, sorted(number for number, its in layers.items() if its == layer))}
    return {row.number: _tie(asked, row) if row.kind == "tie" else _thing(known.get(row.subject)) for row in rows}


def _tie(asked: Asked, row: Any) -> About:
    return About(" – ".join(asked.known.party(end).label for end in (row.subject, row.other)), "unchecked", ())


def _thing(row: dict[str, Any] | None) -> About:
    return About(row["label"], row["state"], row["corrections"] or ()) if row else About("", "unchecked", ())


def _numbered(asked: Asked, one: Difference) -> Difference:
    """Return a difference whose documents are among the sources."""
    versions = tuple(msgspec.structs.replace(claim, citations=tuple(map(asked.known.source, claim.citations))) for claim in one.claims)
    cited = {found.document: found for claim in versions for found in claim.citations}
    return msgspec.structs.replace(one, claims=versions, citations=tuple(cited.values()))
