"""Leaves on their way to forms of WeCom's own 审批. A row changes its state by a condition on the one it had."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

import msgspec
from tortoise.queryset import QuerySet

from bot.domain.office.forms import UNDER_WAY, Filing, FilingState, Stretch
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.models.office import FilingRecord


class FilingTable:
    async def add(self, filing: Filing, *, by: Act) -> None:
        row: dict[str, Any] = {
            "user": filing.user,
            "vacation": filing.vacation,
            "stretch": msgspec.json.encode(filing.stretch).decode(),
            "note": filing.note,
            "decider": filing.decider,
            "wanted_at": filing.wanted_at,
            "state": filing.state,
        }
        await FilingRecord.create(number=filing.number, **row)
        await trail.record(by, "filing.wanted", _subject(filing.number))

    async def get(self, number: str) -> Filing | None:
        row = await FilingRecord.get_or_none(number=number)
        return _filing(row) if row else None

    async def waiting(self, most: int) -> Sequence[Filing]:
        doubtful = await _oldest(FilingState.TO_SEARCH, (most + 1) // 2)  # those that can't be found hold up no others
        found = [*doubtful, *await _oldest(FilingState.TO_FILE, most)]
        return [_filing(row) for row in found[:most]]

    async def begin(self, number: str) -> bool:
        return await _move(number, FilingState.TO_FILE, state=FilingState.CALLING, since=None)

    async def filed(self, number: str, sp_no: str, *, by: Act) -> bool:
        await FilingRecord.filter(number=number).update(state=FilingState.FILED, sp_no=sp_no, since=None)
        await trail.record(by, "filing.filed", _subject(number), sp_no=sp_no)
        return await FilingRecord.filter(number=number, changed=True).exists()

    async def refused(self, number: str, *, errcode: int | None, by: Act) -> None:
        await FilingRecord.filter(number=number).update(state=FilingState.REFUSED, since=None)
        await trail.record(by, "filing.refused", _subject(number), errcode=errcode)

    async def again(self, number: str, *, by: Act) -> bool:
        rows = FilingRecord.filter(number=number)
        dropped = await rows.filter(off=True).update(state=FilingState.DROPPED, since=None)
        if not dropped:
            await rows.update(state=FilingState.TO_FILE, since=None)
        await trail.record(by, "filing.dropped" if dropped else "filing.again", _subject(number))
        return not dropped

    async def ripen(self, now: datetime, old: datetime) -> tuple[int, datetime | None]:
        calling = FilingRecord.filter(state=FilingState.CALLING)
        await calling.filter(since__isnull=True).update(since=now)
        ripe = await calling.filter(since__lte=old).update(state=FilingState.TO_SEARCH)
        first = await FilingRecord.filter(state=FilingState.CALLING).order_by("since").first()
        return int(ripe), first.since if first else None

    async def change(self, number: str, *, off: bool, by: Act) -> Filing | None:
        if off and await _move(number, FilingState.TO_FILE, state=FilingState.DROPPED, changed=True, off=True):
            await trail.record(by, "filing.dropped", _subject(number))
        elif await FilingRecord.filter(number=number).update(changed=True, **({"off": True} if off else {})):
            await trail.record(by, "filing.outdated", _subject(number))
        return await self.get(number)

    async def in_doubt(self, old: datetime) -> Sequence[Filing]:
        rows = FilingRecord.filter(state__in=[FilingState.CALLING, FilingState.TO_SEARCH], since__lte=old)
        return [_filing(row) for row in await rows.order_by("wanted_at", "number")]

    async def to_look_at(self, most: int) -> Sequence[Filing]:
        rows = FilingRecord.filter(state=FilingState.FILED).order_by("round", "number").limit(most)
        return [_filing(row) for row in await rows]

    async def looked_at(self, number: str, state: FilingState, *, by: Act) -> None:
        row = await FilingRecord.get_or_none(number=number)
        if row is None:
            return
        if state is not FilingState.FILED and await _move(number, FilingState.FILED, state=state):
            await trail.record(by, f"filing.{state}", _subject(number))
        await FilingRecord.filter(number=number).update(round=row.round + 1)

    async def under_way(self, users: Collection[UserId]) -> frozenset[UserId]:
        rows = FilingRecord.filter(state__in=list(UNDER_WAY), user__in=list(users))
        return frozenset(map(UserId, map(str, await rows.values_list("user", flat=True))))

    async def retry(self, users: Sequence[UserId] | None, *, by: Act) -> int:
        kept = FilingRecord.filter(state=FilingState.REFUSED, off=False)
        chosen = kept if users is None else kept.filter(user__in=list(users))
        number = await chosen.update(state=FilingState.TO_FILE)
        await trail.record(by, "filing.retried", "office:filings", number=number)
        return int(number)


async def _move(number: str, was: FilingState, **columns: Any) -> bool:
    return bool(await FilingRecord.filter(number=number, state=was).update(**columns))


def _oldest(state: FilingState, most: int) -> QuerySet[FilingRecord]:
    return FilingRecord.filter(state=state).order_by("wanted_at", "number").limit(most)


def _filing(row: FilingRecord) -> Filing:
    return Filing(
        number=row.number,
        user=UserId(row.user),
        vacation=row.vacation,
        stretch=msgspec.json.decode(row.stretch, type=Stretch),
        note=row.note,
        wanted_at=row.wanted_at,
        decider=UserId(row.decider) if row.decider else None,
        state=FilingState(row.state),
        since=row.since,
        changed=row.changed,
        sp_no=row.sp_no,
    )


def _subject(number: str) -> str:
    return f"filing:{number}"
