"""Postings of notices, and who has confirmed them."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from tortoise.expressions import F

from bot.domain.notices.posting import Posting, PostingState, Receipt
from bot.identifiers import GroupId, UserId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.engine import locks, texts
from bot.storage.models.receipts import PostingRecord, ReceiptRecord

_KNOWN: Final = 'SELECT "user" FROM notice_receipt WHERE posting = ?2 AND "user" IN {texts}'
_EXPECT: Final = (
    'INSERT INTO notice_receipt (posting, "user", wrong, late) SELECT ?2, value, 0, ?3 FROM {texts} AS users'
)


class PostingTable:
    async def open(
        self, number: str, version: int, occurrence: datetime, *, wants: bool, groups: Sequence[GroupId], by: Act
    ) -> Posting | None:
        await locks.hold(PostingRecord, f"posting:{number}")
        same = PostingRecord.filter(number=number, version=version, occurrence=occurrence)
        if await same.exists():
            return None
        row = await PostingRecord.create(
            number=number,
            version=version,
            occurrence=occurrence,
            begun_at=by.at,
            wants_confirmation=wants,
            groups=list(groups),
            state=PostingState.GOING,
        )
        await trail.record(by, "notice.posted", f"notice:{number}", version=version, groups=len(groups))
        return _posting(row)

    async def get(self, number: int) -> Posting | None:
        row = await PostingRecord.get_or_none(id=number)
        return _posting(row) if row else None

    async def of(self, notice: str) -> Sequence[Posting]:
        return [_posting(row) for row in await PostingRecord.filter(number=notice).order_by("-id")]

    async def going(self) -> Sequence[Posting]:
        return [_posting(row) for row in await PostingRecord.filter(state=PostingState.GOING).order_by("id")]

    async def between(self, start: datetime, end: datetime) -> Sequence[Posting]:
        rows = PostingRecord.filter(begun_at__gte=start, begun_at__lt=end).order_by("begun_at", "id")
        return [_posting(row) for row in await rows]

    async def save(self, posting: Posting, *, by: Act) -> None:
        was = await PostingRecord.get(id=posting.id)
        await PostingRecord.filter(id=posting.id).update(
            state=posting.state, reached=posting.reached, people=posting.people, complete_at=posting.complete_at
        )
        if was.state != posting.state:
            subject = f"notice:{posting.number}"
            await trail.record(by, "notice.posting", subject, state=posting.state.name, people=posting.people)

    async def hold(self, number: int) -> Posting | None:
        await locks.hold(PostingRecord, f"posted:{number}")
        return await self.get(number)


class ReceiptTable:
    async def expect(self, posting: int, users: Collection[UserId], *, late: bool = False) -> Sequence[UserId]:
        wanted = set(users)
        known = {row["user"] for row in await texts.fetch(ReceiptRecord, _KNOWN, list(wanted), posting)}
        new = sorted(wanted - known)
        await texts.execute(ReceiptRecord, _EXPECT, new, posting, late)
        await PostingRecord.filter(id=posting).update(expected=F("expected") + len(new))
        return new

    async def get(self, posting: int, user: UserId) -> Receipt | None:
        row = await ReceiptRecord.get_or_none(posting=posting, user=user)
        return _receipt(row) if row else None

    async def confirm(self, posting: Posting, user: UserId, *, answer: int | None, by: Act) -> Posting | None:
        waits = ReceiptRecord.filter(posting=posting.id, user=user, confirmed_at__isnull=True)
        if not await waits.update(confirmed_at=by.at, answer=answer):
            return None
        await PostingRecord.filter(id=posting.id).update(confirmed=F("confirmed") + 1)
        await trail.record(by, "notice.confirmed", f"notice:{posting.number}", version=posting.version)
        after = _posting(await PostingRecord.get(id=posting.id))
        if after.is_complete and after.complete_at is None:
            after = replace(after, complete_at=by.at)
            await PostingRecord.filter(id=posting.id).update(complete_at=by.at)
        return after

    async def missed(self, posting: int, user: UserId) -> int:
        await ReceiptRecord.filter(posting=posting, user=user).update(wrong=F("wrong") + 1)
        return int((await ReceiptRecord.get(posting=posting, user=user)).wrong)

    async def all(self, posting: int) -> Sequence[Receipt]:
        return [_receipt(row) for row in await ReceiptRecord.filter(posting=posting).order_by("user")]

    async def open_of(self, user: UserId, *, most: int) -> Sequence[int]:
        rows = ReceiptRecord.filter(user=user, confirmed_at__isnull=True).order_by("-id").limit(most)
        return [int(str(number)) for number in await rows.values_list("posting", flat=True)]


def _posting(row: PostingRecord) -> Posting:
    return Posting(
        row.id,
        row.number,
        row.version,
        row.occurrence,
        row.begun_at,
        row.wants_confirmation,
        tuple(map(GroupId, row.groups)),
        PostingState(row.state),
        row.reached,
        row.people,
        row.expected,
        row.confirmed,
        row.complete_at,
    )


def _receipt(row: ReceiptRecord) -> Receipt:
    return Receipt(UserId(row.user), row.confirmed_at, row.answer, row.wrong, row.late)
