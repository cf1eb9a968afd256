"""Calendars that people subscribe to. Tokens are never kept, only their digests."""

import hmac
from collections.abc import Sequence
from datetime import datetime

from bot.domain.leave.seeing.feeds import Feed, digest
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.models.leave_feeds import LeaveFeedRecord

OPEN, REPLACED, STOPPED = "open", "replaced", "stopped"


class LeaveFeedTable:
    async def issue(self, token: str, user: UserId, team: int | None, *, by: Act) -> None:
        same = {"team__isnull": True} if team is None else {"team": team}
        await LeaveFeedRecord.filter(user=user, state=OPEN, **same).update(state=REPLACED)
        await LeaveFeedRecord.create(digest=digest(token), user=user, team=team, made_at=by.at)
        await trail.record(by, "leave_feed.issued", f"person:{user}", team=team)

    async def find(self, token: str, now: datetime) -> Feed | None:
        wanted = digest(token)
        row = await LeaveFeedRecord.get_or_none(digest=wanted, state=OPEN)
        if row is None or not hmac.compare_digest(row.digest, wanted):
            return None
        return _feed(row, now)

    async def of(self, user: UserId, now: datetime) -> Sequence[Feed]:
        return [_feed(row, now) for row in await LeaveFeedRecord.filter(user=user, state=OPEN).order_by("id")]

    async def stop(self, user: UserId, *, by: Act) -> int:
        stopped = await LeaveFeedRecord.filter(user=user, state=OPEN).update(state=STOPPED)
        if stopped:
            await trail.record(by, "leave_feed.stopped", f"person:{user}")
        return stopped


def _feed(row: LeaveFeedRecord, now: datetime) -> Feed:
    return Feed(row.id, UserId(row.user), row.team, row.made_at.astimezone(now.tzinfo))
