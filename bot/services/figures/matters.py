"""What there are figures about: a line for each area that brings its own."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Final

from bot.domain.figures.items import Item
from bot.domain.figures.periods import Period
from bot.domain.figures.scope import Parts
from bot.domain.figures.sheet import Counted
from bot.services.approvals.kinds import Desk
from bot.services.desk import figures as desk
from bot.services.figures import groups, helping, leave, notices, requests, safety, violations

Counting = Callable[[Desk, Period, Parts], Awaitable[Counted]]
COUNTED: Final[Mapping[Item, Counting]] = {
    Item.USAGE: groups.usage,
    Item.GROUPS: groups.groups,
    Item.MEMBERS: groups.members,
    Item.REQUESTS: requests.count,
    Item.LEAVE: leave.count,
    Item.HAZARDS: safety.hazards,
    Item.ACCIDENTS: safety.accidents,
    Item.VIOLATIONS: violations.count,
    Item.NOTICES: notices.count,
    Item.DESK: desk.count,
    Item.SECURITY: helping.incidents,
}
