"""Notices that are long over go, with all that was kept of them; so do old postings of one that comes again, and what
was collected for them."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Final

from tortoise.expressions import Q
from tortoise.models import Model
from tortoise.queryset import QuerySet

from bot.domain.notices.notice import NoticeState
from bot.storage.models.board import BoardItemRecord
from bot.storage.models.digests import HeldRecord
from bot.storage.models.inbound import InboundRecord
from bot.storage.models.notices import NoticeFileRecord, NoticeRecord, NoticeVersionRecord
from bot.storage.models.publishing import DeptNewsRecord
from bot.storage.models.receipts import PostingRecord, RecallRecord, ReceiptRecord
from bot.storage.models.surveys import ActivityRecord, BallotRecord, SignUpRecord, SurveyRecord
from bot.storage.privacy.held import not_held

_ASKED: Final[tuple[tuple[type[Model], str, str, tuple[type[Model], str] | None], ...]] = (
    (InboundRecord, "due", "asker", None),
    (SurveyRecord, "closes_at", "author", (BallotRecord, "voter")),
    (ActivityRecord, "starts", "author", (SignUpRecord, "user")),
)  # what was asked of people, when that was over, by whom, and what they said to it
_GOING_ON = (
    NoticeState.IN_REVIEW,
    NoticeState.APPROVED,
    NoticeState.SCHEDULED,
    NoticeState.PAUSED,
    NoticeState.POSTING,
)


async def forget(before: datetime, at_most: int, held: Collection[str] = ()) -> int:
    """How many rows; fewer than `at_most`: nothing is left. Who confirmed goes first, then the posting, then the
    notice: what is interrupted in between goes on with the rest. `held`: numbers and accounts of which nothing goes; a
    notice that one of them confirmed stays, and not who else did."""
    old = not_held(PostingRecord.filter(begun_at__lt=before), held, "number").order_by("begun_at")
    kept = await _confirmed_by(held)
    ids = await old.exclude(id__in=[*kept, 0]).limit(at_most).values_list("id", flat=True)
    gone = await _forget_postings([int(str(each)) for each in ids], at_most)
    if kept and gone < at_most:
        gone += await _forget_others(old, kept, at_most - gone, held)
    for forget_some in (_forget_notices, _forget_asked):
        gone += await forget_some(before, at_most - gone, held) if gone < at_most else 0
    await not_held(BoardItemRecord.filter(published_at__lt=before), held, "number").delete()
    await DeptNewsRecord.filter(week__lt=before.date()).delete()
    return gone


async def _confirmed_by(held: Collection[str]) -> Sequence[int]:
    rows = ReceiptRecord.filter(user__in=sorted(held)) if held else None
    return [int(str(each)) for each in await rows.values_list("posting", flat=True)] if rows else []


async def _forget_others(old: QuerySet[PostingRecord], kept: Sequence[int], at_most: int, held: Collection[str]) -> int:
    ids = await old.filter(id__in=kept).values_list("id", flat=True)
    rows = not_held(ReceiptRecord.filter(posting__in=[*ids, 0]), held, "user").limit(at_most)
    receipts = list(await rows.values_list("id", flat=True))
    return await ReceiptRecord.filter(id__in=receipts).delete() if receipts else 0


async def _forget_postings(ids: Sequence[int], at_most: int) -> int:
    gone = 0
    for model in (ReceiptRecord, RecallRecord, HeldRecord):
        rows = model.filter(posting__in=ids).limit(at_most - gone)
        old = await rows.values_list("id", flat=True) if ids and gone < at_most else []
        if old:
            await model.filter(id__in=old).delete()
        gone += len(old)
    if ids and gone < at_most:
        bare = ids[: at_most - gone]
        await PostingRecord.filter(id__in=bare).delete()
        gone += len(bare)
    return gone


async def _forget_notices(before: datetime, at_most: int, held: Collection[str]) -> int:
    """Those that were posted last, or written and never posted, before then."""
    old = Q(posted_at__lt=before) | Q(posted_at__isnull=True, created_at__lt=before)
    over = NoticeRecord.filter(old).exclude(state__in=list(_GOING_ON))
    posted = PostingRecord.filter(id__in=[*await _confirmed_by(held), 0]).values_list("number", flat=True)
    rows = not_held(over, {*held, *map(str, await posted)}, "number", "author").order_by("id").limit(at_most)
    numbers = [str(number) for number in await rows.values_list("number", flat=True)]
    for model in (NoticeFileRecord, NoticeVersionRecord, NoticeRecord) if numbers else ():
        await model.filter(number__in=numbers).delete()
    return len(numbers)


async def _forget_asked(before: datetime, at_most: int, held: Collection[str]) -> int:
    gone = 0
    for model, over, by, said in _ASKED:
        rows = not_held(model.filter(**{f"{over}__lt": before}), held, "number", by).order_by(over)
        if said and held:
            theirs = said[0].filter(**{f"{said[1]}__in": sorted(held)}).values_list("number", flat=True)
            rows = not_held(rows, set(map(str, await theirs)), "number")
        found = await rows.limit(at_most - gone).values_list("number", flat=True) if gone < at_most else []
        numbers = [str(number) for number in found]
        for each in (*((said[0],) if said else ()), model) if numbers else ():
            await each.filter(number__in=numbers).delete()
        gone += len(numbers)
    return gone
