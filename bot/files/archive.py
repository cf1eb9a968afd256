"""A folder that a consumer of 会话内容存档 fills with decrypted messages, a line of JSON each (`*.jsonl`).

Names are read in their order, and a file only grows: the consumer begins a new one with a later name. Only whole lines
are read. What was read and dealt with is deleted, since it is what people said, in plain.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bot.domain.moderation.content.archived import LONGEST, Archived, Batch

AT_ONCE: Final = 500  # lines
_BETWEEN: Final = ":"


@dataclass(frozen=True, slots=True)
class ArchiveFolder:
    """`bot.shapes.ports.Archive`"""

    folder: Path

    async def read(self, after: str) -> Batch:
        """Raises OSError."""
        return await asyncio.to_thread(self._read, after)

    def _read(self, after: str) -> Batch:
        name, offset = _place(after)
        files = sorted(each for each in self.folder.glob("*.jsonl") if each.is_file())
        for old in files:
            if old.name < name:
                old.unlink(missing_ok=True)
        waiting = [each for each in files if each.name >= name]
        for number, file in enumerate(waiting):
            begun = offset if file.name == name else 0
            lines, end = _lines(file, begun)
            if lines:
                messages = tuple(filter(None, map(Archived.read, lines)))
                return Batch(messages, f"{end}{_BETWEEN}{file.name}", more=len(lines) == AT_ONCE)
            if number + 1 < len(waiting) and begun == file.stat().st_size:  # whole, and a later one has begun
                after = f"0{_BETWEEN}{waiting[number + 1].name}"
        return Batch((), after)


def _lines(file: Path, offset: int) -> tuple[Sequence[bytes], int]:
    """Whole ones, and the place behind the last."""
    found: list[bytes] = []
    with file.open("rb") as opened:
        opened.seek(offset)
        while len(found) < AT_ONCE and (line := opened.readline(LONGEST + 1)):
            if not line.endswith(b"\n") and len(line) <= LONGEST:
                break  # somebody is writing it
            found.append(line)
            offset += len(line)
    return found, offset


def _place(after: str) -> tuple[str, int]:
    offset, _, name = after.partition(_BETWEEN)
    return name, int(offset) if offset.isdigit() else 0
