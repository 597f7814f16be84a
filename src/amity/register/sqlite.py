"""What is SQLite's own: how a file is opened, its transactions, its full-text index, its backup.

Another database needs this module's functions and nothing else.
"""

import sqlite3
from collections.abc import Collection
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Engine, Table, bindparam, create_engine, event, func, select, text, tuple_
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.engine import URL
from sqlalchemy.exc import DatabaseError

BUSY = 30_000
"""Milliseconds that a writer waits for another's transaction; a hundred reports take a few seconds."""

WORDS = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS document_words USING fts5("
    "title, text, content='documents', content_rowid='number', tokenize='unicode61 remove_diacritics 2')",
    "CREATE VIRTUAL TABLE IF NOT EXISTS thing_words USING fts5(layer UNINDEXED, words, tokenize='unicode61 remove_diacritics 2')",
    "CREATE TRIGGER IF NOT EXISTS document_added AFTER INSERT ON documents BEGIN "
    "INSERT INTO document_words(rowid, title, text) VALUES (new.number, new.title, new.text); END",
    "CREATE TRIGGER IF NOT EXISTS document_changed AFTER UPDATE OF title, text ON documents BEGIN "
    "INSERT INTO document_words(document_words, rowid, title, text) VALUES ('delete', old.number, old.title, old.text); "
    "INSERT INTO document_words(rowid, title, text) VALUES (new.number, new.title, new.text); END",
    "CREATE TRIGGER IF NOT EXISTS document_gone AFTER DELETE ON documents BEGIN "
    "INSERT INTO document_words(document_words, rowid, title, text) VALUES ('delete', old.number, old.title, old.text); END",
)
"""Full-text indexes: of documents by their number (kept by triggers), and of things by theirs (kept by ``index_thing``)."""


def engine_of(path: Path) -> Engine:
    """Return an engine for a register's file, which need not exist; its transactions write if the connection's option says so."""
    engine = create_engine(
        URL.create("sqlite", database=str(path)), connect_args={"timeout": BUSY / 1000}, json_serializer=_json,
        json_deserializer=msgspec.json.decode,
    )  # fmt: skip
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _json(value: Any) -> str:
    return msgspec.json.encode(value).decode()


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None
    with closing(connection.cursor()) as cursor:
        for pragma in (f"busy_timeout={BUSY}", "foreign_keys=ON", "synchronous=NORMAL", "secure_delete=ON", "cache_size=-65536"):
            cursor.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def write_ahead(connection: Connection) -> None:
    """Let readers go on while one writes; outside of a transaction."""
    raw = connection.connection.driver_connection
    assert raw is not None
    raw.execute("PRAGMA journal_mode=WAL")


def among(column: ColumnElement[Any], name: str) -> ColumnElement[bool]:
    """Return the condition that a column is one of the values of a parameter, which is a JSON array: of any length with the same SQL."""
    told = func.json_each(bindparam(name)).table_valued("value")
    return column.in_(select(told.c.value))


def among_pairs(one: ColumnElement[Any], other: ColumnElement[Any], name: str) -> ColumnElement[bool]:
    """Return the condition that two columns are one of the pairs of a parameter, a JSON array of arrays."""
    told = func.json_each(bindparam(name)).table_valued("value")
    return tuple_(one, other).in_(select(func.json_extract(told.c.value, "$[0]"), func.json_extract(told.c.value, "$[1]")))


def count_more(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    """Add to the column ``count`` of rows, which are made where there are none; their key are all other columns."""
    made = insert(table)
    key = [column for column in table.c if column.name != "count"]
    connection.execute(made.on_conflict_do_update(index_elements=key, set_={"count": table.c.count + made.excluded["count"]}), rows)


def create_words(connection: Connection) -> None:
    """Create the full-text indexes."""
    for statement in WORDS:
        connection.exec_driver_sql(statement)


def index_things(connection: Connection, rows: list[dict[str, Any]], fresh: Collection[int] = ()) -> None:
    """Put things into the full-text index: ``number``, ``layer`` and ``words`` of each; it has nothing yet of those that are ``fresh``."""
    if rows:
        drop_things(connection, [row["number"] for row in rows if row["number"] not in fresh])
        connection.execute(text("INSERT INTO thing_words(rowid, layer, words) VALUES (:number, :layer, :words)"), rows)


def drop_things(connection: Connection, numbers: list[int]) -> None:
    """Take things out of the full-text index."""
    if numbers:
        connection.execute(text("DELETE FROM thing_words WHERE rowid = :number"), [{"number": number} for number in numbers])


def merge_words(connection: Connection) -> None:
    """Write the full-text indexes anew, so that words of what was deleted are nowhere in them."""
    for name in ("document_words", "thing_words"):
        connection.exec_driver_sql(f"INSERT INTO {name}({name}) VALUES ('optimize')")


def forget(connection: Connection) -> None:
    """Empty the write-ahead log, where deleted text would stay until it is used again; outside of a transaction."""
    raw = connection.connection.driver_connection
    assert raw is not None
    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def drop_all_things(connection: Connection) -> None:
    """Empty the full-text index of things."""
    connection.execute(text("DELETE FROM thing_words"))


def things_matching(connection: Connection, wanted: str, most: int, limit: int) -> list[tuple[int, str, float]]:
    """Return number, layer and rank of the things that the full-text index finds, the best of the last ``most`` added first."""
    query = text(
        "SELECT * FROM (SELECT rowid, layer, bm25(thing_words) AS score FROM thing_words WHERE thing_words MATCH :wanted "
        "ORDER BY rowid DESC LIMIT :most) ORDER BY score LIMIT :limit"
    )
    return [tuple(row) for row in connection.execute(query, {"wanted": wanted, "most": most, "limit": limit})]


def documents_matching(connection: Connection, wanted: str, most: int, limit: int) -> list[tuple[int, str, float]]:
    """Return number, the words around and rank of the documents that the full-text index finds, the best of the last ``most`` first."""
    query = text(
        "SELECT * FROM (SELECT rowid, bm25(document_words) AS score FROM document_words WHERE document_words MATCH :wanted "
        "ORDER BY rowid DESC LIMIT :most) ORDER BY score LIMIT :limit"
    )
    around = text(
        "SELECT snippet(document_words, -1, '[', ']', '…', 16) FROM document_words WHERE document_words MATCH :wanted AND rowid = :number"
    )
    best = connection.execute(query, {"wanted": wanted, "most": most, "limit": limit}).all()
    return [(number, connection.scalar(around, {"wanted": wanted, "number": number}) or "", score) for number, score in best]


def damage(connection: Connection) -> list[str]:
    """Return what SQLite itself finds wrong with the file or its full-text index of documents."""
    found = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check") if row[0] != "ok"]
    found += [f"{row[0]} {row[1]} refers to nothing" for row in connection.exec_driver_sql("PRAGMA foreign_key_check")]
    try:
        connection.exec_driver_sql("INSERT INTO document_words(document_words, rank) VALUES ('integrity-check', 1)")
    except DatabaseError:
        found.append("the full-text index of documents is out of step")
    return found


def indexed_things(connection: Connection) -> set[int]:
    """Return the things that the full-text index has."""
    return {row[0] for row in connection.exec_driver_sql("SELECT rowid FROM thing_words")}


def copy(source: Path, target: Path) -> None:
    """Copy a register's file as it is at one moment, also while it is written to (SQLite's online backup)."""
    address = f"{source.resolve().as_uri()}?mode=ro"
    with closing(sqlite3.connect(address, uri=True, timeout=BUSY / 1000)) as reader, closing(sqlite3.connect(target)) as writer:
        reader.backup(writer)
        writer.execute("PRAGMA journal_mode=DELETE")


def drop_words(connection: Connection) -> None:
    """Take away the full-text indexes with their triggers."""
    for trigger in ("document_added", "document_changed", "document_gone"):
        connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {trigger}")
    for name in ("document_words", "thing_words"):
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS {name}")


def fill_words(connection: Connection) -> None:
    """Fill a new full-text index with the documents that are there."""
    connection.exec_driver_sql("INSERT INTO document_words(document_words) VALUES ('rebuild')")


def swap(fresh: Path, target: Path) -> None:
    """Put a file in the place of a register's, which is kept as ``FILE.before`` with all that its log still held."""
    if target.exists():
        before = target.with_name(f"{target.name}.before")
        before.unlink(missing_ok=True)
        copy(target, before)
        for ending in ("-wal", "-shm"):
            target.with_name(f"{target.name}{ending}").unlink(missing_ok=True)
    fresh.replace(target)
