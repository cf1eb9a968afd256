"""Who is known not to be there at a time: by leave or work elsewhere. Only that he is away, never why."""

from collections.abc import Iterable
from datetime import datetime

from bot.domain.leave.seeing.presence import taken
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.leave.seeing.elsewhere import trips_between
from bot.services.leave.seeing.who_is_off import leaves_between


async def away_at(desk: Desk, users: Iterable[UserId], moment: datetime) -> frozenset[UserId]:
    asked, day = list(users), moment.date()
    leaves = await leaves_between(desk, asked, day, day)
    off = {user for user, found in leaves.items() if any(each.begins <= moment < each.ends for each in taken(found))}
    trips = await trips_between(desk, asked, day, day)
    return frozenset(off | {each.user for each in trips})
