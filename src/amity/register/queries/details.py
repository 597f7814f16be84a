"""One thing with all that the register knows of it: each fact with its words, document, offsets, state and confidence."""

from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, func, or_, select, union_all

from amity.errors import UsageError
from amity.matching.judging import TIES
from amity.model.actors import JURISDICTIONS
from amity.register import ids, tied
from amity.register.queries.checked import checked
from amity.register.queries.derived import derived
from amity.register.queries.derived import told as told_of
from amity.register.queries.evidence import counted, facts_about, files_of
from amity.register.queries.evidence import rows as _rows
from amity.register.queries.linking import linked
from amity.register.queries.listing import LISTINGS
from amity.register.queries.naming import document_called, document_named
from amity.register.queries.pages import WORDS
from amity.register.standing import corrections
from amity.register.tables import (
    THINGS,
    actors,
    anchors,
    answers,
    assessments,
    conflicts,
    documents,
    forms,
    history,
    log,
    members,
    posts,
    relations,
    roles,
    sectors,
    statements,
    things,
    tie_history,
    ties,
)

MOST = 50
"""Reports, posts, ties or things of one kind that are told of a thing at most, the latest first; the whole number stands beside."""
HIDDEN = ("number", "corrections", "subject", "basis", "lat", "lon")
"""Columns that mean nothing outside of the database, or are told in another way."""


def show(connection: Connection, public: str, *, checked_only: bool = False) -> dict[str, Any]:
    """Return a thing, tie, conflict or document by its id; raise UsageError if there is none.

    ``checked_only`` leaves the facts that a person confirmed, corrected or entered; raise UsageError for a thing without any.
    """
    told = _shown(connection, public)
    return checked(told) if checked_only else told


def _shown(connection: Connection, public: str) -> dict[str, Any]:
    if public.startswith("sha256:"):
        return _document(connection, document_called(connection, public))
    if public.startswith("tie-"):
        return _tie(connection, public)
    if public.startswith("con-"):
        return _conflict(connection, public)
    if not ids.is_public(public):
        return _document(connection, document_named(connection, public))
    found = ids.find(connection, public)
    row = connection.execute(select(THINGS[found.layer]).where(THINGS[found.layer].c.number == found.number)).one()._mapping
    told = {"id": found.id, "layer": found.layer, **{name: value for name, value in row.items() if name not in (*HIDDEN, "id")}}
    told["confidence"] = WORDS[row["confidence"]]
    if found.id != public:
        told["asked"] = public
    if found.layer == "actors":
        told["succeeded_by"] = _successors(connection, told.pop("successor"), told.pop("successor_name"))
    told["also"] = _other_ids(connection, found)
    told |= _parts(connection, found)
    told["reports"], told["all_reports"] = reports(connection, found.number)
    return {name: value for name, value in told.items() if value not in (None, [], {}, "")}


def _successors(connection: Connection, place: str | None, name: str | None) -> list[dict[str, str]]:
    """Return the jurisdiction of the register that a place is; where it has none, the place's name alone."""
    if place is None:
        return []
    units = (
        select(actors.c.id, actors.c.label)
        .where(actors.c.place == place, actors.c.kind.in_(JURISDICTIONS))
        .order_by(actors.c.documents.desc())
    )
    return _rows(connection, units.limit(1)) or [{"label": name or place}]


def _other_ids(connection: Connection, found: ids.Found) -> list[str]:
    """Return the ids that lead here since things were merged."""
    query = select(anchors.c.id).join(members, members.c.number == anchors.c.member).where(members.c.thing == found.number)
    return sorted(one for one in connection.scalars(query.limit(MOST)) if one != found.id)


def _parts(connection: Connection, found: ids.Found) -> dict[str, Any]:
    number = found.number
    told: dict[str, Any] = {"roles": _roles(connection, number)}
    told["sectors"] = sorted(connection.scalars(select(sectors.c.sector).where(sectors.c.thing == number)))
    if found.layer == "actors":
        told |= _of_actor(connection, number)
    if found.layer == "instruments":
        told["history"] = _rows(connection, _dated(history, number))
        told["relations"] = _relations(connection, number)
    if found.layer == "statements":
        told |= _of_statement(connection, number)
    told["entries"] = counted(connection, number)
    told["files"] = files_of(connection, number)
    if found.layer in ("instruments", "statements"):
        told["derived"] = told_of(derived(connection, found.layer, [number]).get(number, ()))
    told["conflicts"] = _rows(connection, select(conflicts.c.id, conflicts.c.field).where(conflicts.c.subject == number).limit(MOST))
    return told


def _roles(connection: Connection, number: int) -> dict[str, list[dict[str, str]]]:
    query = (
        select(roles.c.role, actors.c.id, actors.c.label)
        .join(actors, actors.c.number == roles.c.actor)
        .where(roles.c.thing == number)
        .order_by(roles.c.role, roles.c.actor)
    )
    found: dict[str, list[dict[str, str]]] = {}
    for role, public, label in connection.execute(query):
        found.setdefault(role, []).append({"id": public, "label": label})
    return found


def _of_actor(connection: Connection, number: int) -> dict[str, Any]:
    """Return names, posts, ties and how many things of each kind an actor takes part in."""
    person, place = actors.alias(), actors.alias()
    held = (
        select(
            posts.c.title, person.c.label.label("person"), place.c.label.label("of"), posts.c.told, posts.c.quote, members.c.state,
            documents.c.id.label("document"), documents.c.path, documents.c.publisher, documents.c.entry,
        )
        .join(person, person.c.number == posts.c.person)
        .outerjoin(place, place.c.number == posts.c.of)
        .join(documents, documents.c.number == posts.c.document)
        .join(members, members.c.number == posts.c.person_member)
        .where(posts.c.number.in_(union_all(_latest(posts.c.person, number), _latest(posts.c.of, number))))
        .order_by(posts.c.told.desc(), posts.c.number.desc())
        .limit(MOST)
    )  # fmt: skip
    named = select(forms.c.form).where(forms.c.thing == number).order_by(forms.c.documents.desc(), forms.c.form).limit(MOST)
    parts = select(roles.c.layer, func.count(roles.c.thing.distinct())).where(roles.c.actor == number).group_by(roles.c.layer)
    return {
        "names": list(connection.scalars(named)),
        "posts": _rows(connection, held),
        "ties": ties_of(connection, number),
        "takes_part": dict(connection.execute(parts).tuples().all()),
    }


def ties_of(connection: Connection, number: int) -> list[dict[str, Any]]:
    """Return the ties of an actor (its number), those that reports told of last first."""
    shown = (ties.c.id, ties.c.one_name, ties.c.other_name, ties.c.kind, ties.c.stage, ties.c.since, ties.c.state)
    tied_to = select(*shown).where(or_(ties.c.one == number, ties.c.other == number), ties.c.state != "rejected")
    return _rows(connection, tied_to.order_by(ties.c.last.desc()).limit(MOST))


def _latest(end: ColumnElement[Any], number: int) -> Select[Any]:
    """Return the query of the latest posts of a person, or of what posts are of; a state has very many."""
    told = select(posts.c.number).join(members, members.c.number == posts.c.person_member)
    told = told.where(end == number, members.c.state.is_distinct_from("rejected"))
    return select(told.order_by(posts.c.told.desc(), posts.c.number.desc()).limit(MOST).subquery().c.number)


def _dated(table: Table, number: int) -> Select[Any]:
    """Return the query of a thing's history, each status with its date, document and words."""
    here = and_(members.c.document == table.c.document, members.c.layer == "instruments", members.c.local == table.c.local)
    return (
        select(
            table.c.status,
            table.c.date,
            documents.c.id.label("document"),
            documents.c.path,
            documents.c.publisher,
            documents.c.told,
            documents.c.entry,
            members.c.quote,
            members.c.state,
        )
        .join(documents, documents.c.number == table.c.document)
        .outerjoin(members, here)
        .where(table.c.thing == number)
        .order_by(table.c.place)
    )  # fmt: skip


def _relations(connection: Connection, number: int) -> list[dict[str, Any]]:
    later, earlier = things.alias(), things.alias()
    query = (
        select(later.c.id.label("later"), relations.c.relation, earlier.c.id.label("earlier"), relations.c.why)
        .join(later, later.c.number == relations.c.later)
        .join(earlier, earlier.c.number == relations.c.earlier)
        .where(or_(relations.c.later == number, relations.c.earlier == number))
    )
    return _rows(connection, query)


def _of_statement(connection: Connection, number: int) -> dict[str, Any]:
    """Return the follow-through of a commitment, what a statement answers, and what answers it."""
    shown = [assessments.c[name] for name in ("status", "as_of", "quote", "start", "end", "self_reported", "by", "score", "reasons")]
    followed = (
        select(*shown, documents.c.id.label("document"), documents.c.path, documents.c.publisher, documents.c.told)
        .outerjoin(documents, documents.c.number == assessments.c.document)
        .where(assessments.c.thing == number)
        .order_by(assessments.c.as_of, assessments.c.number)
    )
    shown = [statements.c[name] for name in ("id", "label", "state")]
    ask = select(*shown, answers.c.score).join(answers, answers.c.ask == statements.c.number)
    reply = select(*shown, answers.c.score).join(answers, answers.c.reply == statements.c.number)
    return {
        "follow_through": _rows(connection, followed),
        "answers": _rows(connection, ask.where(answers.c.reply == number)),
        "answered_by": _rows(connection, reply.where(answers.c.ask == number)),
    }


def reports(connection: Connection, number: int) -> tuple[list[dict[str, Any]], int]:
    """Return what each report says of a thing, with its words and where they stand, and how many facts there are."""
    shown = [members.c[name] for name in ("local", "start", "end", "quote", "state", "fact")]
    query = (
        select(
            documents.c.id.label("document"), documents.c.path, documents.c.title, documents.c.publisher, documents.c.url, documents.c.told,
            documents.c.entry, members.c.confidence, *shown,
        )
        .join(documents, documents.c.number == members.c.document)
        .where(members.c.thing == number)
        .order_by(members.c.told, members.c.document, members.c.local)
        .limit(MOST)
    )  # fmt: skip
    found = [{**row, "confidence": WORDS[row["confidence"]]} for row in _rows(connection, query)]
    return found, connection.scalar(select(func.count()).select_from(members).where(members.c.thing == number)) or 0


def _document(connection: Connection, public: str) -> dict[str, Any]:
    row = connection.execute(select(documents).where(documents.c.id == public)).one()
    told = {name: value for name, value in row._mapping.items() if name not in ("number", "reading", "witness") and value not in (None, "")}
    original = connection.scalar(select(documents.c.id).where(documents.c.number == row.witness)) if row.witness else None
    if original and original != row.id:
        told["copy_of"] = original
    facts = (
        select(things.c.id, members.c.layer, members.c.start, members.c.end, members.c.quote, members.c.fact, members.c.state)
        .join(things, things.c.number == members.c.thing)
        .where(members.c.document == row.number)
        .order_by(members.c.start, members.c.layer, members.c.local)
    )
    if corrected := corrections(connection, public):
        told["corrected"] = corrected
    return {**told, "facts": [*_rows(connection, facts), *facts_about(connection, public)]}


def _tie(connection: Connection, public: str) -> dict[str, Any]:
    row = tied.find(connection, public)
    numbered = select(actors.c.number, actors.c.id).where(actors.c.number.in_((row.one, row.other)))
    names = dict(connection.execute(numbered).tuples().all())
    shown = [tie_history.c[name] for name in ("stage", "date", "told", "quote")]
    state = func.coalesce(tie_history.c.state, members.c.state).label("state")
    here = and_(
        members.c.document == tie_history.c.document, members.c.layer == tie_history.c.layer, members.c.local == tie_history.c.local,
        or_(members.c.layer != "actors", members.c.state == "entered"),
    )  # fmt: skip
    stages = (
        select(*shown, state, documents.c.id.label("document"), documents.c.path, documents.c.publisher, documents.c.entry)
        .join(documents, documents.c.number == tie_history.c.document)
        .outerjoin(members, here)
        .where(tie_history.c.tie == row.number)
        .order_by(tie_history.c.place)
    )
    told = {"id": row.id, "layer": TIES, **{name: row._mapping[name] for name in ("kind", "stage", "since", "state", "documents", "last")}}
    told |= {"confidence": WORDS[row.confidence]} | ({"asked": public} if row.id != public else {})
    decided = select(log.c.by.label("checked_by"), log.c.at.label("checked_at")).where(log.c.number == row.judged)
    told |= next(iter(_rows(connection, decided)), {})
    between = [{"id": names[row.one], "label": row.one_name}, {"id": names[row.other], "label": row.other_name}]
    return {**told, "between": between, "history": _rows(connection, stages)}


def _conflict(connection: Connection, public: str) -> dict[str, Any]:
    row = connection.execute(select(conflicts).where(conflicts.c.id == public)).first()
    if row is None:
        raise UsageError(f"{public}: the register has no such conflict; see `amity conflicts`")
    about = linked(connection, LISTINGS["conflicts"], [row.number])[row.number]
    return {"id": row.id, "kind": row.kind, "field": row.field, **about}
