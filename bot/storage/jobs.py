"""When each job falls due, and what became of each slot."""

from datetime import datetime

from bot.storage.models.operating import JobRecord, JobRun


class JobTable:
    async def due_times(self) -> dict[str, datetime]:
        return {row.name: row.due_at for row in await JobRecord.all()}

    async def plan(self, name: str, due_at: datetime) -> None:
        """Enter a job that is new; one that is there keeps its due time."""
        await JobRecord.get_or_create({"due_at": due_at}, name=name)

    async def hasten(self, name: str, due_at: datetime) -> None:
        """Let a job fall due earlier than planned."""
        await JobRecord.filter(name=name, due_at__gt=due_at).update(due_at=due_at)

    async def claim(self, name: str, due_at: datetime, following: datetime) -> bool:
        """Move a due job on; False: somebody else did, and runs it."""
        return bool(await JobRecord.filter(name=name, due_at=due_at).update(due_at=following))

    async def record(self, name: str, slot: datetime, *, state: str, at: datetime, note: str = "") -> None:
        await JobRun.get_or_create({"state": state, "at": at, "note": note}, job=name, slot=slot)
