"""What WeCom changed and what was decided about it; what was last seen of it."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from bot.domain.upkeep.platform import Change, Decision
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.models.platform import PlatformChangeRecord, PlatformFactRecord


class PlatformChangeTable:
    async def add(self, change: Change, *, by: Act) -> None:
        await PlatformChangeRecord.create(
            number=change.number, text=change.text, found_at=change.found_at, by=change.by
        )
        await trail.record(by, "platform.changed", f"platform:{change.number}")

    async def get(self, number: str, now: datetime) -> Change | None:
        row = await PlatformChangeRecord.get_or_none(number=number)
        return _change(row, now) if row else None

    async def undecided(self, now: datetime) -> Sequence[Change]:
        rows = PlatformChangeRecord.filter(decision="").order_by("found_at", "number")
        return [_change(row, now) for row in await rows]

    async def decided(self, since: date, now: datetime) -> Sequence[Change]:
        rows = PlatformChangeRecord.filter(decided_on__gte=since).order_by("decided_on", "number")
        return [_change(row, now) for row in await rows]

    async def decide(self, number: str, decision: Decision, note: str, *, by: Act) -> None:
        row = PlatformChangeRecord.filter(number=number)
        await row.update(decision=decision.name, decided_by=by.actor, decided_on=by.at.date(), note=note)
        await trail.record(by, "platform.decided", f"platform:{number}", decision=decision.name)

    async def facts(self) -> Mapping[str, str]:
        return {row.key: row.value for row in await PlatformFactRecord.all()}

    async def keep(self, facts: Mapping[str, str], *, at: datetime) -> None:
        for key, value in sorted(facts.items()):
            await PlatformFactRecord.update_or_create(defaults={"value": value[:255], "at": at}, key=key[:255])


def _change(row: PlatformChangeRecord, now: datetime) -> Change:
    return Change(
        number=row.number,
        text=row.text,
        found_at=row.found_at.astimezone(now.tzinfo),
        by=UserId(row.by) if row.by else None,
        decision=Decision[row.decision] if row.decision else None,
        decided_by=UserId(row.decided_by) if row.decided_by else None,
        decided_on=row.decided_on,
        note=row.note,
    )
