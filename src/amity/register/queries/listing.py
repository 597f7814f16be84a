"""The lists that a register has: of what, which columns they show, which filters they take, how they are sorted.

One definition serves the command line, the pages and the exports.
"""

from collections.abc import Callable
from typing import NamedTuple

from sqlalchemy import ColumnElement, Table

from amity.register.counting import part
from amity.register.tables import THINGS, conflicts, documents, ties

COMMON = ("party", "person", "place", "sector", "kind", "status", "source", "state", "confidence", "start", "end")
"""Filters that every list of things takes."""
PLAIN = tuple(one for one in COMMON if one not in ("kind", "status", "sector"))
"""Filters of things that have no kind, status or sector."""


class Listing(NamedTuple):
    """One list: its name, the table of its rows, the layer of its things ("" for documents, ties and conflicts).

    ``narrow`` is the condition that tells its rows from others of the table, ``columns`` are those shown beside id and label,
    ``linked`` what is shown of roles, ``filters`` those that it takes, ``sorts`` names of orders and their columns (``-``: descending),
    the first of them the usual one; ``facets`` are the columns and links whose values are counted.
    """

    name: str
    about: str
    table: Table
    layer: str
    columns: tuple[str, ...]
    filters: tuple[str, ...] = COMMON
    sorts: tuple[str, ...] = ("-day", "day", "label", "-sources")
    facets: tuple[str, ...] = ("kind", "status", "sector", "state", "confidence")
    linked: tuple[tuple[str, tuple[str, ...]], ...] = ()
    narrow: Callable[[Table], ColumnElement[bool]] | None = None

    @property
    def counted(self) -> str:
        """The name under which its rows are counted; "" for documents, ties and conflicts, of which no counts are kept."""
        return part(self.layer, self.name) if self.narrow else self.layer


CHECKED = ("confirmed", "corrected", "entered")
"""States of facts that a person has seen to be right."""
SIDES = ("parties", ("side", "party"))
STATED = ("force", "specificity", "due", "own_due", "unit", "day", "status")
STATEMENT_LINKS = (("by", ("by",)), ("to", ("to",)), ("speaker", ("speaker",)))
STATEMENT_FACETS = ("status", "force", "specificity", "sector", "state", "confidence")
BY_DUE = ("-day", "day", "due", "label", "-sources")


def _statements(name: str, about: str, kind: str | None) -> Listing:
    narrow = (lambda table: table.c.kind == kind) if kind else None
    facets = STATEMENT_FACETS if kind else ("kind", *STATEMENT_FACETS)
    filters = (*COMMON, "force", "specificity", "unit")
    return Listing(name, about, THINGS["statements"], "statements", STATED, filters, BY_DUE, facets, STATEMENT_LINKS, narrow)


LISTINGS = {
    one.name: one
    for one in (
        Listing(
            "documents", "Reports, with their source and why one was kept unread.", documents, "",
            ("path", "title", "publisher", "told", "language", "url", "unread", "entry"), ("source", "start", "end"),
            ("-told", "told", "title", "path"), ("publisher", "language"),
        ),
        Listing(
            "actors", "Jurisdictions and organisations.", THINGS["actors"], "actors", ("kind", "country", "documents", "first", "last"),
            ("place", "kind", "country", "source", "state", "confidence", "start", "end"), ("-documents", "label", "-day"),
            ("kind", "country", "state", "confidence"), (), lambda table: table.c.kind != "person",
        ),
        Listing(
            "people", "Persons, with the posts that reports give them.", THINGS["actors"], "actors", ("documents", "first", "last"),
            ("party", "person", "source", "state", "confidence", "start", "end"), ("-documents", "label", "-day"),
            ("state", "confidence"), (), lambda table: table.c.kind == "person",
        ),
        Listing(
            "events", "Meetings, visits, signings and other events.", THINGS["events"], "events",
            ("kind", "status", "begins", "ends", "place", "mode"),
            (*COMMON, "mode"), ("-day", "day", "-sources"), ("kind", "status", "mode", "state", "confidence"), (SIDES,),
        ),
        Listing(
            "instruments", "Agreements, memoranda, letters of intent and other texts.", THINGS["instruments"], "instruments",
            ("kind", "status", "signed_on", "begins", "ends"), COMMON, ("-day", "day", "ends", "label", "-sources"), linked=(SIDES,),
        ),
        _statements("statements", "What parties said, hoped, asked, promised and agreed.", None),
        _statements("commitments", "Promises of force 4 or more that name an action, with their follow-through.", "commitment"),
        _statements("requests", "Hopes and requests, with their answers.", "request"),
        Listing(
            "mechanisms", "Standing ways of working together.", THINGS["mechanisms"], "mechanisms",
            ("frequency", "first", "last"),
            PLAIN, facets=("state", "confidence"), linked=(("members", ("member",)),),
        ),
        Listing(
            "projects", "Concrete undertakings, with their status.", THINGS["projects"], "projects", ("status", "amount", "first", "last"),
            tuple(one for one in COMMON if one != "kind"), facets=("status", "state", "confidence"), linked=(("places", ("place",)),),
        ),
        Listing(
            "indicators", "Figures that reports claim.", THINGS["indicators"], "indicators",
            ("value", "unit", "begins", "day"),
            PLAIN, facets=("state", "confidence"), linked=(("subject", ("subject",)),),
        ),
        Listing(
            "ties", "Relations of two actors, with their stage.", ties, "",
            ("one_name", "other_name", "kind", "stage", "since", "documents", "last"),
            ("party", "kind", "stage", "state", "confidence", "start", "end"), ("-last", "last", "-documents"),
            ("kind", "stage", "state", "confidence"),
        ),
        Listing(
            "conflicts", "What reports say that cannot all be true.", conflicts, "", ("kind", "field", "last"),
            ("party", "kind", "start", "end"), ("-last", "last"), ("kind",),
        ),
    )
}  # fmt: skip
"""All lists by name."""
