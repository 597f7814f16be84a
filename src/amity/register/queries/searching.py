"""Search: the words of reports and the names and actions of things, the best first."""

import re
from typing import Any

from sqlalchemy import Connection, select

from amity.errors import UsageError
from amity.model.text import stem
from amity.register import sqlite
from amity.register.queries.listing import CHECKED
from amity.register.queries.pages import WORDS
from amity.register.tables import THINGS, documents

MOST_RANKED = 1_000
"""Matches that are ranked at most: of more, those that were added last."""
MOST_WORDS = 50
"""Words of a search: of more, each that ends in ``*`` would keep the index busy for long."""
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*\*?|\"[^\"]+\"")


def search(connection: Connection, words: str, *, limit: int = 20, checked_only: bool = False) -> list[dict[str, Any]]:
    """Return the things and documents that hold all the words: id, layer, label, and for documents the words around.

    Things that were rejected are left out; ``checked_only`` leaves only what a person confirmed, corrected or entered.
    A word may end in ``*``, words in double quotes stand side by side; everything else is taken as it is, marks left out.
    """
    wanted = asked(words)
    return [*_things(connection, wanted, limit, checked_only), *([] if checked_only else _documents(connection, wanted, limit))]


def _things(connection: Connection, wanted: str, limit: int, checked_only: bool) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for number, layer, score in sqlite.things_matching(connection, wanted, MOST_RANKED, MOST_RANKED):
        table = THINGS[layer]
        shown = (table.c.id, table.c.label, table.c.kind, table.c.day, table.c.state, table.c.confidence)
        allowed = table.c.state.in_(CHECKED) if checked_only else table.c.state != "rejected"
        row = connection.execute(select(*shown).where(table.c.number == number, allowed)).first()
        if row is not None:
            told = {"id": row.id, "layer": layer, "label": row.label, "kind": row.kind, "day": row.day}
            found.append({**told, "state": row.state, "confidence": WORDS[row.confidence], "score": score})
            if len(found) == limit:
                break
    return found


def _documents(connection: Connection, wanted: str, limit: int) -> list[dict[str, Any]]:
    found = []
    for number, snippet, score in sqlite.documents_matching(connection, wanted, MOST_RANKED, limit):
        one = connection.execute(select(documents).where(documents.c.number == number)).one()
        told = {"id": one.id, "layer": "documents", "label": one.title or stem(one.path), "kind": one.publisher, "day": one.told}
        found.append({**told, "state": None, "confidence": None, "score": score, "words": snippet})
    return found


def asked(words: str) -> str:
    """Return the words as the full-text index takes them; raise UsageError if there are none."""
    terms = [_term(found) for found in WORD.findall(words)]
    if not terms:
        raise UsageError(f"search {words!r}: no words to look for; give letters or digits")
    if len(terms) > MOST_WORDS:
        raise UsageError(f"search {words[:40]!r}…: {len(terms):,} words; give {MOST_WORDS} at most")
    return " ".join(terms)


def _term(found: str) -> str:
    bare = " ".join(re.findall(r"[^\W_]+", found))
    return f'"{bare}"' + ("*" if found.endswith("*") else "")
