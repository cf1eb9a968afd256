"""Activities as they stand, and who has signed up, in that order."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

import msgspec

from bot.domain.surveys.activity import Activity
from bot.domain.surveys.stage import Stage
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.engine import locks
from bot.storage.models.surveys import ActivityRecord, SignUpRecord
from bot.storage.privacy.held import not_held


class ActivityTable:
    async def add(self, activity: Activity, *, by: Act) -> None:
        await ActivityRecord.create(number=activity.number, **_columns(activity))
        await trail.record(by, "activity.written", _subject(activity.number))

    async def get(self, number: str, now: datetime) -> Activity | None:
        row = await ActivityRecord.get_or_none(number=number)
        return _activity(row, now) if row else None

    async def hold(self, number: str, now: datetime) -> Activity | None:
        await locks.hold(ActivityRecord, _subject(number))
        return await self.get(number, now)

    async def save(self, activity: Activity, *, was: int, by: Act) -> bool:
        if not await ActivityRecord.filter(number=activity.number, version=was).update(**_columns(activity)):
            return False
        await trail.record(by, "activity.changed", _subject(activity.number), stage=activity.stage.name)
        return True

    async def of(self, author: UserId, now: datetime, *, most: int) -> Sequence[Activity]:
        rows = ActivityRecord.filter(author=author).order_by("-number").limit(most)
        return [_activity(row, now) for row in await rows]

    async def open_ones(self, now: datetime) -> Sequence[Activity]:
        rows = ActivityRecord.filter(stage=Stage.OPEN).order_by("starts", "number")
        return [_activity(row, now) for row in await rows]

    async def sign_up(self, number: str, user: UserId, *, by: Act) -> bool:
        if await SignUpRecord.filter(number=number, user=user).exists():
            return False
        await SignUpRecord.create(number=number, user=user, at=by.at)
        await trail.record(by, "activity.signed_up", _subject(number))
        return True

    async def withdraw(self, number: str, user: UserId, *, by: Act) -> bool:
        if not await SignUpRecord.filter(number=number, user=user).delete():
            return False
        await trail.record(by, "activity.withdrawn", _subject(number))
        return True

    async def signed_up(self, number: str) -> Sequence[tuple[UserId, datetime]]:
        rows = await SignUpRecord.filter(number=number).order_by("id")
        return [(UserId(row.user), row.at) for row in rows]

    async def forget_people(self, number: str, *, by: Act, held: Collection[str] = ()) -> bool:
        people = SignUpRecord.filter(number=number)
        await not_held(people, held, "user").delete()
        await trail.record(by, "activity.people_forgotten", _subject(number))
        return not await people.exists()


def _columns(activity: Activity) -> dict[str, Any]:
    return {
        "author": activity.author,
        "stage": activity.stage,
        "starts": activity.starts,
        "version": activity.version,
        "activity": msgspec.json.encode(activity).decode(),
    }


def _activity(row: ActivityRecord, now: datetime) -> Activity:
    activity = msgspec.json.decode(row.activity, type=Activity)
    zone = now.tzinfo
    return replace(
        activity,
        starts=activity.starts.astimezone(zone),
        closes_at=activity.closes_at.astimezone(zone),
        made_at=activity.made_at.astimezone(zone),
    )


def _subject(number: str) -> str:
    return f"activity:{number}"
