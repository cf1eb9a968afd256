"""Values as a backup has them, in JSON, to and from what each database's driver gives and takes.

Times are text as SQLite keeps them (`2026-11-22 02:00:00+00:00`, UTC), bytes are base64, JSON is its text.
"""

import base64
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, Final

from bot.storage.backups.layout import Column, Kind


def turned(row: Sequence[Any], turns: Sequence[tuple[int, Callable[[Any], Any]]]) -> list[Any]:
    """`turns`: which places of the row change, and how. What is missing stays so."""
    values = list(row)
    for place, turn in turns:
        if values[place] is not None:
            values[place] = turn(values[place])
    return values


def turns(columns: Sequence[Column], by_kind: dict[Kind, Callable[[Any], Any]]) -> list[tuple[int, Any]]:
    return [(place, by_kind[each.kind]) for place, each in enumerate(columns) if each.kind in by_kind]


def _decimal_text(value: Decimal) -> str:
    return str(value.normalize())  # as the ORM writes it on SQLite


FROM_SQLITE: Final[dict[Kind, Callable[[Any], Any]]] = {
    Kind.FLAG: bool,
    Kind.BYTES: lambda value: base64.b64encode(value).decode(),
}
TO_SQLITE: Final[dict[Kind, Callable[[Any], Any]]] = {
    Kind.FLAG: int,
    Kind.BYTES: base64.b64decode,
}
FROM_POSTGRES: Final[dict[Kind, Callable[[Any], Any]]] = {
    Kind.TIME: lambda value: value.astimezone(UTC).isoformat(" "),
    Kind.DAY: date.isoformat,
    Kind.DECIMAL: _decimal_text,
    Kind.BYTES: lambda value: base64.b64encode(value).decode(),
}
TO_POSTGRES: Final[dict[Kind, Callable[[Any], Any]]] = {
    Kind.TIME: datetime.fromisoformat,
    Kind.DAY: date.fromisoformat,
    Kind.DECIMAL: Decimal,
    Kind.BYTES: base64.b64decode,
}
