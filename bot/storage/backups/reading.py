"""What lies in a backup, page by page; and whether all of it is there."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from bot.storage.backups.chest import ChestError, lines_of
from bot.storage.backups.layout import Column, Kind, Table

ROWS: Final = 500  # at once


@dataclass(frozen=True, slots=True)
class Rows:
    """Of one table, in the order of its columns."""

    table: Table
    values: Sequence[list[Any]]


@dataclass(slots=True)
class Content:
    """`keys` are known after the first page was read, the rest after the last one."""

    keys: Mapping[str, str] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)
    counters: Mapping[str, int] = field(default_factory=dict)


def pages_of(path: Path, key: bytes, content: Content) -> Iterator[Rows]:
    """`content` is filled on the way. Raises ChestError where it isn't what was written, or not all of it; OSError."""
    table = Table("", [])
    waiting, end = list[list[Any]](), None
    for line in lines_of(path, key):
        value = json.loads(line)
        if isinstance(value, list):
            waiting.append(value)
            if len(waiting) < ROWS:
                continue
        if waiting:
            content.rows[table.name] = content.rows.get(table.name, 0) + len(waiting)
            yield Rows(table, waiting)
            waiting = []
        if isinstance(value, dict):
            content.keys = value.get("keys", content.keys)
            end = value.get("end", end)
            if "table" in value:
                columns = [
                    Column(name, Kind(kind)) for name, kind in zip(value["columns"], value["kinds"], strict=True)
                ]
                table = Table(value["table"], columns)
                content.rows[table.name] = 0
    if end is None or end["rows"] != content.rows:
        raise ChestError("行数对不上")
    content.counters = end["counters"]
