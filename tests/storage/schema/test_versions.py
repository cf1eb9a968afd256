"""The versions make the tables of the models, on both databases; what is missing is said in the words of SQL."""

import re
import sqlite3
from collections.abc import Collection, Sequence
from contextlib import closing

import pytest
from tortoise.utils import get_schema_sql

from bot.storage.engine.database import Database
from bot.storage.schema import versions as module
from bot.storage.schema.versions import newest, versions

COLUMNS = {
    False: "SELECT m.name AS place, c.name || ' ' || c.type || CASE c.\"notnull\" WHEN 1 THEN ' NOT NULL' ELSE '' END"
    " || CASE c.pk WHEN 0 THEN '' ELSE ' PRIMARY KEY' END AS what FROM sqlite_master m, pragma_table_info(m.name) c"
    " WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.name <> 'schema_version'",
    True: "SELECT table_name AS place, concat(column_name, ' ', udt_name, character_maximum_length, ' ', is_nullable,"
    " is_identity) AS what FROM information_schema.columns WHERE table_schema = {schema}"
    " AND table_name <> 'schema_version'",
}
INDEXES = {
    False: "SELECT tbl_name AS place, sql AS what FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL",
    True: "SELECT tablename AS place, indexdef AS what FROM pg_indexes WHERE schemaname = {schema}"
    " AND tablename <> 'schema_version'",
}


async def seen(database: Database, schema: str = "public") -> set[tuple[str, str]]:
    found = set[tuple[str, str]]()
    for sql in (COLUMNS[database.postgres], INDEXES[database.postgres]):
        rows = await database.fetch(sql.format(schema=f"'{schema}'"))
        found |= {(row["place"], re.sub(rf"\bIF NOT EXISTS |\b{schema}\.", "", row["what"])) for row in rows}
    return found


def told(alone: set[tuple[str, str]]) -> str:
    return "\n".join(sorted(f"  {place}: {what}" for place, what in alone)) or "  nothing"


def as_sql(models: str, tables: Collection[str]) -> Sequence[str]:
    """What makes these tables as their models have them."""
    return [each for each in models.split(";\n") if each.startswith(tuple(f'CREATE TABLE "{name}"' for name in tables))]


async def test_the_versions_make_what_the_models_name(database: Database) -> None:
    """If this fails: write the next file under bot/storage/schema/, for both kinds of database."""
    made = await seen(database)
    sql = get_schema_sql(database._connection(), safe=False)
    if database.postgres:
        await database.run_script(f"CREATE SCHEMA wanted; SET search_path TO wanted; {sql}; SET search_path TO public;")
        wanted = await seen(database, "wanted")
        await database.run_script("DROP SCHEMA wanted CASCADE")
    else:
        other = await Database.open("sqlite://:memory:")
        await other.run_script(sql)
        wanted = await seen(other)
        await other.close()
    if wanted != made:
        alone = [f"In the models alone:\n{told(wanted - made)}", f"In the versions alone:\n{told(made - wanted)}"]
        pytest.fail("\n\n".join([*alone, *as_sql(sql, {place for place, _ in wanted - made})]), pytrace=False)


def test_both_kinds_have_the_same_versions() -> None:
    ours, theirs = (
        [(each.number, each.name, each.beside) for each in versions(postgres=kind)] for kind in (False, True)
    )
    assert ours == theirs
    assert newest(postgres=True) == len(ours) >= 2


def test_a_version_says_what_may_run_beside_it() -> None:
    assert module._read("0004-one-more.sql", "-- beside: 3\nSELECT 1;\n").beside == 3
    assert module._read("0004-one-more.sql", "SELECT 1;\n").beside == 4
    with pytest.raises(ValueError, match="not named"):
        module._read("4-one-more.sql", "")


def test_no_version_ends_in_the_midst_of_a_transaction() -> None:
    for kind in (False, True):
        for version in versions(postgres=kind):
            assert not re.search(r"^\s*(BEGIN|COMMIT|ROLLBACK|PRAGMA)\b", version.sql, re.MULTILINE | re.IGNORECASE)
    with closing(sqlite3.connect(":memory:")) as database:
        for version in versions(postgres=False):
            database.executescript(version.sql)
