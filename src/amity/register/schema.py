"""Brings a register's file to the schema of this program: a new one at once, an older one by Alembic's migrations and a rebuild."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from amity.errors import RegisterError
from amity.register import sqlite
from amity.register.migrations import HEAD
from amity.register.rebuilding import rebuild
from amity.register.tables import SOURCES
from amity.register.working import metadata

VERSIONS = "alembic_version"


def is_current(connection: Connection) -> bool:
    """Tell whether the file has the schema of this program."""
    return _version(connection, set(inspect(connection).get_table_names())) == HEAD


def _version(connection: Connection, names: set[str]) -> str | None:
    version: str | None = connection.scalar(text(f"SELECT version_num FROM {VERSIONS}")) if VERSIONS in names else None
    return version


def settle(connection: Connection, path: Path) -> None:
    """Create or migrate what is needed, within the connection's transaction; raise RegisterError for what this program cannot use."""
    names = set(inspect(connection).get_table_names())
    if VERSIONS not in names and names:
        raise RegisterError(f"register {path}: this database is no register; name another file")
    version = _version(connection, names)
    if version == HEAD:
        return
    if version is not None and version > HEAD:
        raise RegisterError(f"register {path}: it was written by a newer Amity (schema {version}, not {HEAD}); upgrade Amity to open it")
    if version is None:
        metadata.create_all(connection)
        sqlite.create_words(connection)
        connection.execute(text(f"CREATE TABLE {VERSIONS} (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"))
        connection.execute(text(f"INSERT INTO {VERSIONS} VALUES (:head)"), {"head": HEAD})
        return
    migrate(connection, HEAD)
    _refill(connection)


def migrate(connection: Connection, version: str) -> None:
    """Run the migrations up to a version."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    command.upgrade(config, version)


def _refill(connection: Connection) -> None:
    """Make the derived tables anew, as they are now, and fill them."""
    sqlite.drop_words(connection)
    metadata.drop_all(connection, tables=[table for table in metadata.sorted_tables if table not in SOURCES])
    metadata.create_all(connection)
    sqlite.create_words(connection)
    sqlite.fill_words(connection)
    rebuild(connection)
