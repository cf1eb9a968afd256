"""What figures are counted from, where it is too much to be read row by row; and who had which, and what for."""

import asyncio
from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any, Final

from tortoise.functions import Count

from bot.domain.approvals.request import RequestState
from bot.domain.figures.counts import Decided, Read, Some
from bot.domain.figures.rules import Draft, DraftState
from bot.domain.leave.requests.request import LeaveState
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.figures import days
from bot.storage.figures.packing import packed
from bot.storage.models.approvals import RequestRecord
from bot.storage.models.figures import ActiveRecord, LeftRecord, ReportDraftRecord
from bot.storage.models.groups import MembershipRecord
from bot.storage.models.leave import LeaveRecord
from bot.storage.models.receipts import ReceiptRecord

_TAKEN: Final = (LeaveState.APPROVED, LeaveState.RUNNING, LeaveState.ENDED)
_DECIDED: Final = (RequestState.APPROVED, RequestState.REJECTED)


class FigureTable:
    async def leaves(self, begins: datetime, ends: datetime) -> Sequence[Some]:
        rows = LeaveRecord.filter(begins__gte=begins, begins__lt=ends, state__in=_TAKEN)
        counted = rows.annotate(many=Count("number")).group_by("user", "type")
        return await _some(counted.values_list("user", "type", "many"))

    async def requests(self, begins: datetime, ends: datetime) -> Sequence[Some]:
        rows = RequestRecord.filter(opened_at__gte=begins, opened_at__lt=ends)
        counted = rows.annotate(many=Count("number")).group_by("applicant", "kind")
        return await _some(counted.values_list("applicant", "kind", "many"))

    async def decided(self, begins: datetime, ends: datetime) -> Sequence[Decided]:
        rows = RequestRecord.filter(closed_at__gte=begins, closed_at__lt=ends, state__in=_DECIDED)
        found = await packed(rows.values_list("applicant", "opened_at", "closed_at", "due_at"), 4)
        return await asyncio.to_thread(_decided, found)

    async def overdue_requests(self, now: datetime) -> int:
        return await RequestRecord.filter(closed_at__isnull=True, due_at__lt=now).count()

    async def joined(self, begins: datetime, ends: datetime) -> Sequence[Some]:
        rows = MembershipRecord.filter(since__gte=begins, since__lt=ends)
        counted = rows.annotate(many=Count("id")).group_by("user", "group_id")
        return await _some(counted.values_list("user", "group_id", "many"))

    async def left(self, first: date, last: date) -> Sequence[Some]:
        rows = LeftRecord.filter(day__gte=first, day__lte=last)
        counted = rows.annotate(many=Count("id")).group_by("user", "group_id")
        return await _some(counted.values_list("user", "group_id", "many"))

    async def active(self, period: str) -> Sequence[UserId]:
        found = await packed(ActiveRecord.filter(period=period).values_list("user"), 1)
        return [UserId(user) for [user] in found]

    async def note_day(self, begins: datetime, ends: datetime, periods: Sequence[str]) -> None:
        await days.note_active(begins, ends, periods)
        await days.note_left(begins, ends)

    async def forget(self, before: date, *, by: Act, held: Collection[str] = ()) -> None:
        rows = LeftRecord.filter(day__lt=before)
        gone = await (rows.exclude(user__in=sorted(held)) if held else rows).delete()
        gone += await days.forget_active(before, held)
        if gone:
            await trail.record(by, "figures.forgotten", "records", number=gone)

    async def read(self, postings: Sequence[int]) -> Sequence[Read]:
        if not postings:
            return ()
        rows = ReceiptRecord.filter(posting__in=sorted(postings))
        counted = rows.annotate(many=Count("id"), yes=Count("confirmed_at")).group_by("user")
        found = await packed(counted.values_list("user", "many", "yes"), 3)
        return [Read(UserId(user), many, yes) for user, many, yes in found]

    async def draft(self, period: str) -> Draft | None:
        row = await ReportDraftRecord.get_or_none(period=period)
        return Draft(row.period, DraftState(row.state), row.words) if row else None

    async def open_draft(self, period: str, *, by: Act) -> bool:
        _, is_new = await ReportDraftRecord.get_or_create({"state": DraftState.OPEN, "words": ""}, period=period)
        if is_new:
            await trail.record(by, "figures.drafted", f"figures:{period}")
        return is_new

    async def save_draft(self, draft: Draft, *, by: Act) -> bool:
        waits = ReportDraftRecord.filter(period=draft.period, state=DraftState.OPEN)
        if not await waits.update(state=draft.state, words=draft.words):
            return False
        await trail.record(by, f"figures.{draft.state.name.lower()}", f"figures:{draft.period}")
        return True

    async def note_given(self, item: str, period: str, scope: str, why: str, *, by: Act) -> None:
        await trail.record(by, "figures.given", f"figures:{item}", period=period, scope=scope, why=why)


async def _some(query: Any) -> Sequence[Some]:
    found = await packed(query, 3)
    return await asyncio.to_thread(lambda: [Some(UserId(user), kind, many) for user, kind, many in found])


def _decided(rows: Sequence[Sequence[str]]) -> Sequence[Decided]:
    return [
        Decided(UserId(user), _moment(closed) - _moment(opened), _moment(closed) > _moment(due))
        for user, opened, closed, due in rows
    ]


def _moment(said: str) -> datetime:
    return datetime.fromisoformat(said)
