"""A register of an earlier schema opens, with the same facts and ids."""

from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Column, Connection, MetaData, Table, inspect, text

from amity.errors import RegisterError
from amity.register import Register, migrations, open_register, sqlite
from amity.register.schema import migrate
from amity.register.tables import SOURCES
from tests.register.pool import make

SINCE_2 = {"documents": {"entry", "file", "about"}, "readings": {"corrected"}}
SINCE_1 = {**SINCE_2, "documents": {*SINCE_2["documents"], "unread", "told", "witness"}, "mints": {"nth"}}
ADDED: dict[str, dict[str, set[str]]] = {"0001": SINCE_1, "0002": SINCE_2, "0003": {}}
"""Columns that earlier schemas had not, by version."""
NEW_TABLES = {"files"}


def earlier(register: Register, path: Path, version: str) -> None:
    """Write a register as an earlier schema had it."""
    engine = sqlite.engine_of(path)
    with engine.connect() as connection:
        sqlite.write_ahead(connection)
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        migrate(connection, version)
        with register.reading() as source:
            for table in (one for one in SOURCES if one.name not in NEW_TABLES):
                kept = [column for column in table.c if column.name not in ADDED[version].get(table.name, ())]
                old = Table(table.name, MetaData(), *(Column(column.name, column.type) for column in kept))
                rows = [{column.name: row._mapping[column.name] for column in kept} for row in source.execute(table.select())]
                connection.execute(old.insert(), rows)


@pytest.mark.parametrize("version", ADDED)
def test_an_earlier_schema_opens(version: str, tmp_path: Path, register: Register) -> None:
    register.add([make(number) for number in range(5)], reader="1")
    event = register.dump()["events"][0]["id"]
    register.judge("confirm", [event], by="Ann")
    earlier(register, tmp_path / "old.db", version)
    with open_register(tmp_path / "old.db") as opened:
        assert opened.check() == []
        assert opened.dump() == register.dump()
        opened.add(make(6), reader="1")
    register.add(make(6), reader="1")
    with open_register(tmp_path / "old.db") as again:
        assert again.dump() == register.dump()


@pytest.mark.parametrize("version", ADDED)
def test_a_migrated_file_has_the_columns_and_indexes_of_a_new_one(version: str, tmp_path: Path, register: Register) -> None:
    register.add(make(0), reader="1")
    earlier(register, tmp_path / "old.db", version)
    with open_register(tmp_path / "old.db") as opened, opened.reading() as old, register.reading() as new:
        for name in inspect(new).get_table_names():
            assert {one["name"] for one in inspect(old).get_columns(name)} == {one["name"] for one in inspect(new).get_columns(name)}
            assert indexes(old, name) == indexes(new, name)


def indexes(connection: Connection, table: str) -> set[str]:
    """Return the indexes of a table as the file itself knows them: those of expressions are not reflected."""
    return set(connection.scalars(text("SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = :name"), {"name": table}))


def test_the_last_migration_is_the_schema_that_is_written() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    assert ScriptDirectory.from_config(config).get_heads() == [migrations.HEAD]


def test_a_newer_register_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "amity.db"
    with open_register(path) as register, register.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(RegisterError, match=r"written by a newer Amity \(schema 9999, not"):
        open_register(path)
