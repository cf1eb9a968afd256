"""A table pasted behind a command: its header on one line, a row on each other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from bot.files.handed_in import pasted_rows
from bot.files.table import Row
from bot.shapes.arguments import Scene, Words


@dataclass(frozen=True, slots=True)
class PastedTable:
    """All that is left. `content` is the same as a .csv, to be kept."""

    wanted: ClassVar[str] = "把表格贴在命令后面，第一行是列名；或者把 .xlsx 文件直接私聊发给我。"

    rows: Sequence[Row]

    @property
    def content(self) -> bytes:
        return "\n".join(
            ",".join(cell.replace(",", "，").replace('"', "") for cell in row) for row in self.rows
        ).encode()

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        rows = pasted_rows(words.rest())
        return cls(rows) if rows else None

    def explained(self) -> Mapping[str, Any]:
        return {"lines": len(self.rows) - 1}
