"""Reviews of who is in a group, the open ones and those that are over: what was decided about whom stays."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import msgspec

from bot.domain.groups.reviews import Review
from bot.identifiers import GroupId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.models.reviews import ReviewRecord


class ReviewTable:
    async def add(self, review: Review, *, by: Act) -> None:
        await ReviewRecord.create(number=review.number, **_columns(review))
        await trail.record(by, "review.opened", _subject(review), group=review.group, entries=len(review.entries))

    async def get(self, number: str) -> Review | None:
        row = await ReviewRecord.get_or_none(number=number)
        return _review(row) if row else None

    async def open_of(self, group: GroupId) -> Review | None:
        row = await ReviewRecord.get_or_none(group_id=group, closed_at__isnull=True)
        return _review(row) if row else None

    async def open_ones(self) -> Sequence[Review]:
        rows = await ReviewRecord.filter(closed_at__isnull=True).order_by("opened_at", "number")
        return [_review(row) for row in rows]

    async def since(self, moment: datetime) -> Sequence[Review]:
        rows = await ReviewRecord.filter(opened_at__gte=moment).order_by("opened_at", "number")
        return [_review(row) for row in rows]

    async def of_month(self, month: str) -> Sequence[Review]:
        return [_review(row) for row in await ReviewRecord.filter(month=month).order_by("number")]

    async def of(self, group: GroupId, *, most: int) -> Sequence[Review]:
        rows = await ReviewRecord.filter(group_id=group).order_by("-opened_at", "-number").limit(most)
        return [_review(row) for row in rows]

    async def save(self, review: Review, *, change: str, by: Act) -> bool:
        before = ReviewRecord.filter(number=review.number, version=review.version)
        after = replace(review, version=review.version + 1)
        if not await before.update(**_columns(after)):
            return False
        counts = Counter(entry.decision for entry in review.entries)
        await trail.record(by, f"review.{change}", _subject(review), state=review.state, counts=counts)
        return True

    async def note_reminded(self, reviews: Sequence[Review], *, by: Act) -> None:
        numbers = [review.number for review in reviews]
        await ReviewRecord.filter(number__in=numbers).update(reminded=True)
        await trail.record(by, "review.reminded", "reviews", numbers=numbers)

    async def note_late(self, reviews: Sequence[Review], day: date, *, by: Act) -> None:
        numbers = [review.number for review in reviews]
        await ReviewRecord.filter(number__in=numbers).update(told_on=day)
        await trail.record(by, "review.late", "reviews", numbers=numbers)


def _columns(review: Review) -> Mapping[str, Any]:
    return {
        "group_id": review.group,
        "cause": review.cause,
        "month": review.month,
        "state": review.state,
        "version": review.version,
        "opened_at": review.opened_at,
        "closed_at": review.closed_at,
        "reminded": review.reminded,
        "told_on": review.told_on,
        "body": msgspec.json.encode(review).decode(),
    }


def _review(row: ReviewRecord) -> Review:
    kept = msgspec.json.decode(row.body, type=Review)
    return replace(kept, reminded=row.reminded, told_on=row.told_on)


def _subject(review: Review) -> str:
    return f"review:{review.number}"
