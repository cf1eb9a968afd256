"""Old records are deleted, a bounded number at a time: nobody waits on the first of January."""

from collections.abc import Collection
from datetime import datetime
from typing import Any, Final

from tortoise.models import Model
from tortoise.queryset import QuerySet

from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.models.approvals import AskRecord, RequestRecord
from bot.storage.models.attendance import MissedPunchRecord, PunchFixRecord, TripRecord
from bot.storage.models.duties import DutyRecord
from bot.storage.models.leave import LeaveEntryRecord, LeaveRecord
from bot.storage.models.leave_facts import LeaveFactRecord
from bot.storage.models.leave_feeds import LeaveFeedRecord
from bot.storage.models.leave_papers import LeavePaperRecord, OvertimeRecord
from bot.storage.models.moderation import CaseNoteRecord
from bot.storage.models.office import FilingRecord, QuotaRecord
from bot.storage.models.privacy import SickWarningRecord
from bot.storage.models.recounts import RecountedRecord, RecountRecord
from bot.storage.models.retention import LeaverRecord
from bot.storage.privacy import leavers
from bot.storage.privacy.aged import aged
from bot.storage.privacy.held import not_held
from bot.storage.safety import old_safety

_OF_PEOPLE: Final[tuple[type[Model], ...]] = (
    DutyRecord,
    FilingRecord,
    LeaveEntryRecord,
    LeaveFactRecord,
    LeaveFeedRecord,
    LeavePaperRecord,
    LeaveRecord,
    MissedPunchRecord,
    OvertimeRecord,
    PunchFixRecord,
    QuotaRecord,
    RecountedRecord,
    SickWarningRecord,
    TripRecord,
)


class OldRecordTable:
    async def forget(
        self, before: datetime, *, but: Collection[str], at_most: int, by: Act, held: Collection[str] = ()
    ) -> int:
        closed = RequestRecord.filter(closed_at__lt=before).exclude(kind__in=sorted(but))
        gone = await _delete_requests(closed, at_most, held)
        for rows in aged(before, held):
            gone += await _delete(rows, at_most - gone)
        gone += await _forget_recounted(before, at_most - gone, held)
        gone += await _forget_reasons(before, at_most - gone, held)
        if gone:
            await trail.record(by, "records.forgotten", "records", number=gone)
        return gone

    async def forget_requests(
        self, before: datetime, *, kinds: Collection[str], at_most: int, by: Act, held: Collection[str] = ()
    ) -> int:
        closed = RequestRecord.filter(kind__in=sorted(kinds), closed_at__lt=before)
        gone = await _delete_requests(closed, at_most, held)
        if gone:
            await trail.record(by, "requests.forgotten", "records", number=gone)
        return gone

    async def note_leavers(self, gone: Collection[UserId], *, by: Act) -> None:
        known = set(map(str, await LeaverRecord.all().values_list("user", flat=True)))
        back = known.difference(gone)
        await LeaverRecord.filter(user__in=sorted(back)).delete()
        rows = [LeaverRecord(user=user, since=by.at) for user in sorted(set(gone) - known)]
        await LeaverRecord.bulk_create(rows, batch_size=500)

    async def forget_leavers(self, before: datetime, *, at_most: int, by: Act, held: Collection[str] = ()) -> int:
        left = not_held(LeaverRecord.filter(since__lt=before, forgotten=False), held, "user")
        old = left.order_by("since", "user").limit(at_most)
        users = [str(user) for user in await old.values_list("user", flat=True)]
        if not users:
            return 0
        for model in _OF_PEOPLE:
            await model.filter(user__in=users).delete()
        await leavers.forget_account(users)
        await LeaverRecord.filter(user__in=users).update(forgotten=True)
        await trail.record(by, "leavers.forgotten", "records", people=len(users))
        return len(users)

    async def forget_safety(
        self, before: datetime, left_before: datetime, *, at_most: int, by: Act, held: Collection[str] = ()
    ) -> int:
        cases = await old_safety.forget_cases(before, held, at_most)
        people = await old_safety.forget_taught(left_before, held, at_most - cases) if cases < at_most else 0
        if cases or people:
            await trail.record(by, "safety.forgotten", "records", number=cases, people=people)
        return cases + people

    async def forget_names(self, before: datetime, *, by: Act, held: Collection[str] = ()) -> None:
        await leavers.forget_names(before, by=by, held=held)


async def _delete(rows: QuerySet[Any], at_most: int) -> int:
    ids = await rows.limit(at_most).values_list(rows.model._meta.pk_attr, flat=True) if at_most else []
    if ids:
        await rows.model.filter(pk__in=ids).delete()
    return len(ids)


async def _delete_requests(closed: QuerySet[Any], at_most: int, held: Collection[str]) -> int:
    rows = not_held(closed, held, "number", "applicant")
    numbers = [str(number) for number in await rows.limit(at_most).values_list("number", flat=True)]
    if numbers:
        await AskRecord.filter(number__in=numbers).delete()
        await CaseNoteRecord.filter(number__in=numbers).delete()  # why a sanction was asked for
        await RequestRecord.filter(number__in=numbers).delete()
    return len(numbers)


async def _forget_recounted(before: datetime, at_most: int, held: Collection[str]) -> int:
    over = await RecountRecord.filter(finished_at__lt=before).values_list("id", flat=True)
    rows = not_held(RecountedRecord.filter(recount_id__in=over), held, "user", "number")
    return await _delete(rows, at_most) if over else 0


async def _forget_reasons(before: datetime, at_most: int, held: Collection[str]) -> int:
    rows = not_held(LeaveRecord.filter(ends__lt=before).exclude(reason=""), held, "user", "number").limit(at_most)
    numbers = await rows.values_list("number", flat=True) if at_most else []
    if numbers:
        await LeaveRecord.filter(number__in=numbers).update(reason="")
    return len(numbers)
