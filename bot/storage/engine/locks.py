"""Locks for what has no row of its own to hold. They last until the transaction ends."""

from tortoise.models import Model


async def hold(table: type[Model], name: str) -> None:
    """Nobody else holds `name` before this transaction ends. `table`: any of the database that is meant.

    Who holds several takes them in the order of their names, or two may wait for each other.
    """
    connection = table._meta.db
    if connection.capabilities.dialect == "postgres":  # on SQLite there is one writer anyway
        await connection.execute_query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [name])
