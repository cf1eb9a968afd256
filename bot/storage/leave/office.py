"""What WeCom's own office apps were told. What is wanted may change while it is being written: then it waits again."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from tortoise.queryset import QuerySet

from bot.domain.office.quotas import Left, Quota, QuotaState
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.models.leave import LeaveEntryRecord
from bot.storage.models.office import QuotaCursorRecord, QuotaRecord

_THE_ONE: Final = 1
_COMPARED: Final = [QuotaState.WRITTEN, QuotaState.WATCHED]


class QuotaTable:
    async def changed(self, most: int) -> tuple[Sequence[UserId], int]:
        cursor = await QuotaCursorRecord.get_or_none(id=_THE_ONE)
        since = cursor.entry if cursor else 0
        rows = await LeaveEntryRecord.filter(id__gt=since).order_by("id").limit(most).values_list("id", "user")
        return list(dict.fromkeys(UserId(str(user)) for _, user in rows)), int(rows[-1][0]) if rows else since

    async def caught_up(self, entry: int) -> None:
        await QuotaCursorRecord.update_or_create(defaults={"entry": entry}, id=_THE_ONE)

    async def want(self, user: UserId, type_: str, vacation: str, left: Left, *, watched: bool = False) -> None:
        row = await QuotaRecord.get_or_none(user=user, type=type_)
        state = QuotaState.WATCHED if watched else QuotaState.TO_WRITE
        if row is None:
            await QuotaRecord.create(
                user=user, type=type_, vacation=vacation, days=left.days, hours=left.hours, state=state
            )
        elif (row.vacation, _left(row), row.state == QuotaState.WATCHED) != (vacation, left, watched):
            await QuotaRecord.filter(id=row.id).update(
                vacation=vacation, days=left.days, hours=left.hours, state=state, told=False, why=""
            )

    async def to_write(self, most: int) -> Sequence[Quota]:
        rows = await QuotaRecord.filter(state=QuotaState.TO_WRITE).order_by("id").limit(most)
        return [_quota(row) for row in rows]

    async def written(self, quota: Quota, seconds: int, *, by: Act) -> None:
        await self._own(quota).update(written=seconds, seen=None)
        await self._same(quota).update(state=QuotaState.WRITTEN)
        await trail.record(by, "quota.written", _subject(quota), type=quota.type, seconds=seconds)

    async def refused(self, quota: Quota, why: str, *, by: Act) -> None:
        await self._same(quota).update(state=QuotaState.REFUSED, why=why[:200], told=False)
        await trail.record(by, "quota.refused", _subject(quota), type=quota.type)

    async def to_check(self, most: int) -> Sequence[Quota]:
        rows = await QuotaRecord.filter(state__in=_COMPARED).order_by("round", "id").limit(most)
        return [_quota(row) for row in rows]

    async def checked(self, quota: Quota, *, seen: int | None) -> None:
        row = await self._own(quota).first()
        if row:
            await QuotaRecord.filter(id=row.id).update(seen=seen, round=row.round + 1)

    async def newly_refused(self) -> Sequence[Quota]:
        rows = await QuotaRecord.filter(state=QuotaState.REFUSED, told=False).order_by("id")
        await QuotaRecord.filter(id__in=[row.id for row in rows]).update(told=True)
        return [_quota(row) for row in rows]

    async def rewrite(self, users: Sequence[UserId] | None, *, by: Act) -> int:
        written = QuotaRecord.exclude(state=QuotaState.WATCHED)
        kept = written if users is None else written.filter(user__in=list(users))
        number = await kept.update(state=QuotaState.TO_WRITE, seen=None, told=False, why="")
        await trail.record(by, "quota.rewritten", "office:quotas", number=number)
        return int(number)

    def _own(self, quota: Quota) -> QuerySet[QuotaRecord]:
        return QuotaRecord.filter(user=quota.user, type=quota.type)

    def _same(self, quota: Quota) -> QuerySet[QuotaRecord]:
        """The row, if it still wants what was asked for."""
        return self._own(quota).filter(days=quota.left.days, hours=quota.left.hours, vacation=quota.vacation)


def _left(row: QuotaRecord) -> Left:
    return Left(Decimal(row.days), Decimal(row.hours))


def _quota(row: QuotaRecord) -> Quota:
    return Quota(
        UserId(row.user), row.type, row.vacation, _left(row), QuotaState(row.state), row.written, row.seen, row.why
    )


def _subject(quota: Quota) -> str:
    return f"quota:{quota.user}"
