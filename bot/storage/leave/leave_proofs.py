"""What proves why somebody was off. The trail has the number, never what it is or which file."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Final

from tortoise.expressions import Q
from tortoise.queryset import QuerySet

from bot.domain.leave.requests.proofs import Proof
from bot.domain.leave.requests.request import LeaveState
from bot.identifiers import FileId, UserId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.models.operating import Trail
from bot.storage.models.pipeline import FileRecord
from bot.storage.models.privacy import LeaveProofRecord, ProofReminderRecord

_OFF: Final = ", ".join(f"'{state}'" for state in LeaveState if state.is_off)
_OF_NOTHING: Final = f"""
SELECT DISTINCT "leave".number AS number FROM leave_proof JOIN "leave" ON "leave".number = leave_proof.number
WHERE "leave".state IN ({_OFF}) AND NOT EXISTS (SELECT 1 FROM "leave" n WHERE n.replaces = "leave".number)
"""  # noqa: S608 - our own words


class LeaveProofTable:
    async def add(self, number: str, user: UserId, file: FileId, ending: str, *, by: Act) -> None:
        await LeaveProofRecord.create(number=number, user=user, file=file, ending=ending, handed_at=by.at)
        await trail.record(by, "leave_proof.handed_in", _subject(number))

    async def of(self, number: str, now: datetime) -> Sequence[Proof]:
        return [_proof(row, now) for row in await LeaveProofRecord.filter(number=number).order_by("id")]

    async def of_person(self, user: UserId, now: datetime) -> Sequence[Proof]:
        return [_proof(row, now) for row in await LeaveProofRecord.filter(user=user).order_by("id")]

    async def move(self, proofs: Sequence[Proof], number: str, *, by: Act) -> None:
        await LeaveProofRecord.filter(id__in=[each.id for each in proofs]).update(number=number)
        await trail.record(by, "leave_proof.moved", _subject(number), number=len(proofs))

    async def check(self, number: str, by_whom: UserId, *, by: Act) -> bool:
        unchecked = LeaveProofRecord.filter(number=number, checked_at__isnull=True)
        if not await unchecked.update(checked_at=by.at, checked_by=by_whom):
            return False
        await trail.record(by, "leave_proof.checked", _subject(number))
        return True

    async def drop(self, proofs: Sequence[Proof], *, by: Act) -> None:
        await LeaveProofRecord.filter(id__in=[each.id for each in proofs]).delete()
        files = {str(each.file) for each in proofs}
        named = set(map(str, await LeaveProofRecord.filter(file__in=list(files)).values_list("file", flat=True)))
        await FileRecord.filter(id__in=list(files - named)).delete()
        for number in dict.fromkeys(each.number for each in proofs):
            await trail.record(by, "leave_proof.deleted", _subject(number))

    async def expired(
        self,
        now: datetime,
        *,
        checked_before: datetime,
        handed_before: datetime,
        drafts_before: datetime,
        at_most: int,
        held: Collection[str] = (),
    ) -> Sequence[Proof]:
        old = Q(checked_at__lt=checked_before) | Q(handed_at__lt=handed_before)
        drafts = Q(number="", handed_at__lt=drafts_before)
        rows = _not_of(LeaveProofRecord.filter(old | drafts), held).order_by("id").limit(at_most)
        return [_proof(row, now) for row in await rows]

    async def of_nothing(
        self, now: datetime, *, before: datetime, at_most: int, held: Collection[str] = ()
    ) -> Sequence[Proof]:
        found = await LeaveProofRecord._meta.db.execute_query_dict(_OF_NOTHING)
        off = {_subject(row["number"]): row["number"] for row in found}
        lately = Trail.filter(subject__in=list(off), at__gte=before).distinct().values_list("subject", flat=True)
        numbers = [off[subject] for subject in off.keys() - set(map(str, await lately if off else ()))]
        rows = _not_of(LeaveProofRecord.filter(number__in=numbers), held).order_by("id").limit(at_most)
        return [_proof(row, now) for row in await rows] if numbers else []

    async def unproved(self, numbers: Iterable[str]) -> frozenset[str]:
        asked = list(numbers)
        proved = await LeaveProofRecord.filter(number__in=asked).distinct().values_list("number", flat=True)
        reminded = await ProofReminderRecord.filter(number__in=asked).values_list("number", flat=True)
        return frozenset(asked) - {*map(str, proved), *map(str, reminded)}

    async def note_reminder(self, number: str, *, by: Act) -> None:
        await ProofReminderRecord.create(number=number, at=by.at)
        await trail.record(by, "leave_proof.missed", _subject(number))


def _not_of(rows: QuerySet[LeaveProofRecord], held: Collection[str]) -> QuerySet[LeaveProofRecord]:
    """Nothing goes of whom or of what the company holds."""
    return rows.exclude(user__in=sorted(held)).exclude(number__in=sorted(held)) if held else rows


def _proof(row: LeaveProofRecord, now: datetime) -> Proof:
    return Proof(
        id=row.id,
        number=row.number,
        user=UserId(row.user),
        file=FileId(row.file),
        ending=row.ending,
        handed_at=row.handed_at.astimezone(now.tzinfo),
        checked_at=row.checked_at.astimezone(now.tzinfo) if row.checked_at else None,
        checked_by=UserId(row.checked_by) if row.checked_by else None,
    )


def _subject(number: str) -> str:
    return f"leave:{number}"
