"""Notices that are long over go, with all that was kept of them; so do old postings of one that comes again."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Final

from tortoise.expressions import Q
from tortoise.models import Model

from bot.domain.notices.notice import NoticeState
from bot.storage.models.digests import HeldRecord
from bot.storage.models.inbound import InboundRecord
from bot.storage.models.notices import NoticeFileRecord, NoticeRecord, NoticeVersionRecord
from bot.storage.models.receipts import PostingRecord, RecallRecord, ReceiptRecord
from bot.storage.models.surveys import ActivityRecord, BallotRecord, SignUpRecord, SurveyRecord

_ASKED: Final[tuple[tuple[type[Model], str, type[Model] | None], ...]] = (
    (InboundRecord, "due", None),
    (SurveyRecord, "closes_at", BallotRecord),
    (ActivityRecord, "starts", SignUpRecord),
)  # what was asked of people, when that was over, and what they said to it
_GOING_ON = (
    NoticeState.IN_REVIEW,
    NoticeState.APPROVED,
    NoticeState.SCHEDULED,
    NoticeState.PAUSED,
    NoticeState.POSTING,
)


async def forget(before: datetime, at_most: int, held: Collection[str] = ()) -> int:
    """How many rows; fewer than `at_most`: nothing is left. Who confirmed goes first, then the posting, then the
    notice: what is interrupted in between goes on with the rest. `held`: numbers of which nothing goes."""
    postings = (
        PostingRecord.filter(begun_at__lt=before).exclude(number__in=list(held)).order_by("begun_at").limit(at_most)
    )
    gone = await _forget_postings([int(str(each)) for each in await postings.values_list("id", flat=True)], at_most)
    for forget_some in (_forget_notices, _forget_asked):
        gone += await forget_some(before, at_most - gone, held) if gone < at_most else 0
    return gone


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
    over = NoticeRecord.filter(old).exclude(state__in=list(_GOING_ON)).exclude(number__in=list(held))
    rows = over.order_by("id").limit(at_most)
    numbers = [str(number) for number in await rows.values_list("number", flat=True)]
    for model in (NoticeFileRecord, NoticeVersionRecord, NoticeRecord) if numbers else ():
        await model.filter(number__in=numbers).delete()
    return len(numbers)


async def _forget_asked(before: datetime, at_most: int, held: Collection[str]) -> int:
    gone = 0
    for model, over, said in _ASKED:
        rows = model.filter(**{f"{over}__lt": before}).exclude(number__in=list(held)).order_by(over)
        found = await rows.limit(at_most - gone).values_list("number", flat=True) if gone < at_most else []
        numbers = [str(number) for number in found]
        for each in filter(None, (said, model)) if numbers else ():
            await each.filter(number__in=numbers).delete()
        gone += len(numbers)
    return gone
