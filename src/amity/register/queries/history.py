"""What was added and decided, the latest first."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, select

from amity.model.text import stem
from amity.register.tables import documents, log

QUOTED = 120
"""Characters of a quote in a list."""


def entries(connection: Connection, limit: int | None = None) -> Iterator[dict[str, Any]]:
    """Yield the entries of the log: number, time, who, kind, and what about."""
    query = select(log, documents.c.path).outerjoin(documents, documents.c.id == log.c.document)
    for row in connection.execute(query.order_by(log.c.number.desc()).limit(limit)):
        yield {
            "number": row.number,
            "at": row.at,
            "by": row.by,
            "kind": row.kind,
            "about": _about(row),
            "document": row.document,
            "note": row.payload.get("note") or "",
        }


def _about(row: Any) -> str:
    told = row.payload
    if row.kind == "set":
        return f"{told['field']}: {'; '.join(one['name'] for one in told['value'])}"
    if told.get("undoes"):
        return f"judgement {told['undoes']}"
    if row.kind in ("assign", "attach"):
        what = ", ".join(str(told["value"][name]) for name in ("unit", "due", "name", "place") if (told["value"] or {}).get(name))
        return f"{what}: {' | '.join(one['quote'][:QUOTED] for one in told['subjects'])}"
    if row.kind == "enter":
        return str(row.path)
    if row.document and told.get("field"):
        return f"{told['field']} = {told['value']}: {stem(row.path)}"
    if row.kind == "audit":
        answers = Counter(one["answer"] for one in told["value"]["answers"])
        return f"{told['field']}: {', '.join(f'{count} {answer}' for answer, count in sorted(answers.items()))}"
    others = () if row.kind == "assess" else told.get("others", ())
    quotes = " | ".join(one["quote"][:QUOTED] for one in (*told.get("subjects", ()), *others))
    set_to = f"{told['field']} = {told['value']}: " if told.get("field") else f"{told['value']}: " if told.get("value") else ""
    rests = ", ".join(_rest(one) for one in told.get("others", ())) if row.kind == "assess" else ""
    quotes += f" (evidence: {rests})" if rests else ""
    return f"{set_to}{quotes}" if quotes else stem(row.path) if row.path else ""


def _rest(pointer: dict[str, Any]) -> str:
    """Return the document and the characters that an assessment rests on."""
    span = f":{pointer['start']}-{pointer['end']}" if pointer["end"] else ""
    return f"{pointer['document']}{span}"
