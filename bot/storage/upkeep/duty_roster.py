"""Who is on duty for what, day by day. The trail has who was entered for which days."""

from collections.abc import Sequence
from datetime import date

from bot.domain.upkeep.duty import DutyTurn, Post
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.engine import locks
from bot.storage.models.duty_roster import DutyTurnRecord


class DutyRosterTable:
    async def between(self, first: date, last: date) -> Sequence[DutyTurn]:
        rows = await DutyTurnRecord.filter(day__gte=first, day__lte=last).order_by("day", "id")
        posts = list(Post)
        turns = [DutyTurn(Post(row.post), row.day, UserId(row.user)) for row in rows]
        return sorted(turns, key=lambda turn: (turn.day, posts.index(turn.post)))

    async def enter(self, post: Post, days: Sequence[date], users: Sequence[UserId], *, by: Act) -> None:
        await locks.hold(DutyTurnRecord, f"duty {post}")
        await DutyTurnRecord.filter(post=post, day__in=list(days)).delete()
        rows = [DutyTurnRecord(post=post, day=day, user=user) for day in days for user in dict.fromkeys(users)]
        await DutyTurnRecord.bulk_create(rows)
        first, last = min(days).isoformat(), max(days).isoformat()
        await trail.record(by, "duty.entered", f"duty:{post}", first=first, last=last, users=list(users))

    async def give_back(self, turn: DutyTurn, *, by: Act) -> None:
        if await DutyTurnRecord.filter(post=turn.post, day=turn.day, user=turn.user).delete():
            day = turn.day.isoformat()
            await trail.record(by, "duty.given_back", f"duty:{turn.post}", day=day, user=turn.user)

    async def hand_over(self, post: Post, day: date, user: UserId, to: UserId, *, by: Act) -> bool:
        await locks.hold(DutyTurnRecord, f"duty {post}")
        his = DutyTurnRecord.filter(post=post, day=day, user=user)
        if not await his.exists():
            return False
        await DutyTurnRecord.filter(post=post, day=day, user=to).delete()
        await his.update(user=to)
        await trail.record(by, "duty.handed_over", f"duty:{post}", day=day.isoformat(), user=user, to=to)
        return True
