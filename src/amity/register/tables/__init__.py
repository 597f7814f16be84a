"""The tables of a register. What queries read is described here, column by column.

**Sources**, never overwritten: ``documents`` (but for what follows from its current reading: ``reading``, ``text``, title, dates),
``readings``, ``log``, ``mints``, ``files``. Everything else is derived from them.

A *thing* is what the register holds one of: an actor, event, instrument, statement, mechanism, project or indicator. ``things`` gives
each its ``number`` (the key within one database, which a rebuild may change) and its public ``id`` (minted once, never changed). Each
layer has a table with one row for each thing, whose ``number`` is that of ``things``:

- ``label``: what to show: name, title, action or measure; for events their type and place
- ``kind``: kind of actor, type of event or instrument; for statements ``commitment``, ``request`` or ``statement``
- ``day``: what lists are sorted by: the first day of an event, when an instrument was signed or begins, else the day of the first report;
  ISO 8601, as precise as told, ``""`` if unknown
- ``begins``, ``ends``: the period told, else NULL
- ``confidence``: of the surest report, 3 high, 2 medium, 1 low; ``state``, ``checked_by``, ``checked_at``: what people decided
  (``unchecked``, ``confirmed``, ``corrected``, ``rejected``, ``entered``)
- ``documents``: reports that tell of it; ``sources``: the same without copies; ``first``, ``last``: days of the first and last report

Links of things: ``roles`` (the actors of a thing: ``side``, ``host``, ``visitor``, ``chair``, ``speaker``, ``signatory``, ``witness``,
``attendee``, ``party``, ``by``, ``to``, ``debtor``, ``member``, ``place``, ``subject``), ``sectors``, ``places`` (a place and all that
it lies in, as identities such as ``VN-09`` or ``CN/1809867/baise``), ``outlets`` (publishers), ``forms`` (names of actors).

``members`` has a row for each fact of each current reading: which thing it is part of, its first evidence, and the fact as told.
Documents are referred to by ``documents.number``; days of reports (``told``) are the published date, else the dateline's.
"""

from amity.register.tables.base import metadata
from amity.register.tables.links import (
    answers,
    assessments,
    claims,
    conflicts,
    counts,
    doubts,
    forms,
    history,
    lost,
    outlets,
    places,
    posts,
    relations,
    roles,
    sectors,
    tie_history,
    ties,
)
from amity.register.tables.sources import SOURCES, documents, files, log, mints, readings
from amity.register.tables.things import (
    THINGS,
    actors,
    anchors,
    events,
    indicators,
    instruments,
    mechanisms,
    members,
    projects,
    statements,
    things,
)

__all__ = [
    "SOURCES",
    "THINGS",
    "actors",
    "anchors",
    "answers",
    "assessments",
    "claims",
    "conflicts",
    "counts",
    "documents",
    "doubts",
    "events",
    "files",
    "forms",
    "history",
    "indicators",
    "instruments",
    "log",
    "lost",
    "mechanisms",
    "members",
    "metadata",
    "mints",
    "outlets",
    "places",
    "posts",
    "projects",
    "readings",
    "relations",
    "roles",
    "sectors",
    "statements",
    "things",
    "tie_history",
    "ties",
]
