"""A database with a row in every table, of values that are awkward to carry over."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

from bot.storage.backups.filling import COUNTED
from bot.storage.backups.keys import encoded
from bot.storage.backups.layout import Column, Kind, Table, layout
from bot.storage.engine.database import Database

MADE_UP: Final = "2026-11-22 02:00:00.000001+00:00"
WORDS: Final = '甲\n乙\t"引号" \\ 😀 \' ;--'


def _value(column: Column, number: int, *, postgres: bool) -> Any:
    match column.kind:
        case Kind.NUMBER:
            return number
        case Kind.FLAG:
            return bool(number % 2) if postgres else number % 2
        case Kind.TIME:
            return datetime.fromisoformat(MADE_UP) if postgres else MADE_UP
        case Kind.DAY:
            return date(2026, 2, number) if postgres else f"2026-02-{number:02}"
        case Kind.JSON:
            return '{"甲": [1, null, "\\"x"]}'
        case Kind.DECIMAL:
            return Decimal("1.5") if postgres else "1.5"
        case Kind.BYTES:
            return b"\x00\xff" + bytes([number % 256])
        case Kind.TEXT:
            return f"{number}"


async def fill(database: Database, rows: int = 2) -> None:
    async def work() -> None:
        for table in layout():
            for number in range(1, rows + 1):
                await _put(database, table, number)
        await database.execute("UPDATE outbox SET content = ?1, state = 'done'", WORDS)
        await database.execute("UPDATE seal_key SET value = ?1", encoded(b"s" * 32))
        await database.execute("UPDATE inbox SET state = 'done', why = NULL, payload = ?1", WORDS)

    await database.transact(work)
    if database.postgres:
        for each in await database.fetch(COUNTED):
            named = f'"{each["table"]}"', each["key"]
            await database.fetch("SELECT setval(pg_get_serial_sequence(?1, ?2), ?3)", *named, rows)


async def _put(database: Database, table: Table, number: int) -> None:
    names = ", ".join(f'"{each.name}"' for each in table.columns)
    places = ", ".join(f"?{place}" for place in range(1, len(table.columns) + 1))
    values = [_value(each, number, postgres=database.postgres) for each in table.columns]
    await database.execute(f'INSERT INTO "{table.name}" ({names}) VALUES ({places})', *values)  # noqa: S608
