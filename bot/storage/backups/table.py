"""Which backups there are. The trail has numbers and outcomes."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

from bot.domain.upkeep.backups import Backup, BackupState
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.models.upkeep import BackupRecord

_ENDED = (BackupState.MADE, BackupState.FAILED)


class BackupTable:
    async def want(self, backup: Backup, *, by: Act) -> None:
        await BackupRecord.create(**asdict(backup))
        await trail.record(by, "backup.wanted", f"backup:{backup.number}", rehearse=backup.rehearse)

    async def wanted(self) -> Sequence[Backup]:
        return [_backup(row) for row in await BackupRecord.filter(state=BackupState.WANTED).order_by("number")]

    async def all(self) -> Sequence[Backup]:
        rows = BackupRecord.exclude(state=BackupState.GONE).order_by("-wanted_at", "-number")
        return [_backup(row) for row in await rows]

    async def newest(self) -> datetime | None:
        """When the last good one was taken; where none was, when one was wanted first. None: none ever was."""
        made = await BackupRecord.filter(state=BackupState.MADE, taken_at__isnull=False).order_by("-taken_at").first()
        if made:
            return made.taken_at
        first = await BackupRecord.all().order_by("wanted_at").first()
        return first.wanted_at if first else None

    async def untold(self) -> Sequence[Backup]:
        rows = BackupRecord.filter(state__in=_ENDED, told=False).order_by("number")
        return [_backup(row) for row in await rows]

    async def save(self, backup: Backup, change: str, *, by: Act) -> None:
        values = asdict(backup)
        await BackupRecord.filter(number=values.pop("number")).update(**values)
        if change != "told":
            await trail.record(by, f"backup.{change}", f"backup:{backup.number}", rows=backup.rows, size=backup.size)


def _backup(row: BackupRecord) -> Backup:
    return Backup(
        row.number,
        row.wanted_at,
        UserId(row.wanted_by) if row.wanted_by else None,
        row.rehearse,
        BackupState(row.state),
        row.file,
        row.taken_at,
        row.rows,
        row.size,
        row.copied,
        row.restored_at,
        row.problem,
        row.told,
    )
