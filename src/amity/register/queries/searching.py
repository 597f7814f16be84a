"""Search: the words of reports and the names and actions of things, the best first."""

import re
from typing import Any

from sqlalchemy import Connection, select

from amity.errors import UsageError
from amity.model.text import stem
from amity.register import sqlite
from amity.register.tables import THINGS, documents

MOST_RANKED = 1_000
"""Matches that are ranked at most: of more, those that were added last."""
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*\*?|\"[^\"]+\"")


def search(connection: Connection, words: str, *, limit: int = 20) -> list[dict[str, Any]]:
    """Return the things and documents that hold all the words: id, layer, label, and for documents the words around.

    A word may end in ``*``, words in double quotes stand side by side; everything else is taken as it is, marks left out.
    """
    wanted = asked(words)
    found = []
    for number, layer, score in sqlite.things_matching(connection, wanted, MOST_RANKED, limit):
        table = THINGS[layer]
        row = connection.execute(select(table.c.id, table.c.label, table.c.kind, table.c.day).where(table.c.number == number)).first()
        if row is not None:
            found.append({"id": row.id, "layer": layer, "label": row.label, "kind": row.kind, "day": row.day, "score": score})
    for number, snippet, score in sqlite.documents_matching(connection, wanted, MOST_RANKED, limit):
        one = connection.execute(select(documents).where(documents.c.number == number)).one()
        found.append(
            {
                "id": one.id,
                "layer": "documents",
                "label": one.title or stem(one.path),
                "kind": one.publisher,
                "day": one.told,
                "score": score,
                "words": snippet,
            }
        )
    return found


def asked(words: str) -> str:
    """Return the words as the full-text index takes them; raise UsageError if there are none."""
    terms = [_term(found) for found in WORD.findall(words)]
    if not terms:
        raise UsageError(f"search {words!r}: no words to look for; give letters or digits")
    return " ".join(terms)


def _term(found: str) -> str:
    bare = " ".join(re.findall(r"[^\W_]+", found))
    return f'"{bare}"' + ("*" if found.endswith("*") else "")
