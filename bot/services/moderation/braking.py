"""One moderator's haste: who warns the same person again and again, or half the group within an hour, needs somebody
else's yes from then on. Nobody's anger becomes a record by typing fast."""

from datetime import timedelta
from typing import Final

from bot.domain.moderation.cases.case import Charge
from bot.domain.moderation.history import PastState
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk

OF_ONE: Final = 3  # cases of the same person within a day
OF_ALL: Final = 10  # of anybody within an hour
_DAY: Final = timedelta(days=1)
_HOUR: Final = timedelta(hours=1)


async def too_fast(desk: Desk, charge: Charge, actor: UserId) -> str:
    """Why, as a sentence; empty: he isn't. What somebody else agreed to isn't his alone."""
    lately = await desk.store.cases.since(desk.now - _DAY, desk.now)
    own = [
        each for each in lately if each.actor == actor and not each.approver and each.state is not PastState.PROPOSED
    ]
    of_him = sum(each.target == charge.target for each in own)
    if of_him >= OF_ONE:
        return f"一天里你已经处理过对方 {of_him} 次，再处理要另一位同意。"
    at_once = sum(desk.now - each.confirmed_at < _HOUR for each in own)
    return f"一小时里你已经处理了 {at_once} 次，再处理要另一位同意。" if at_once >= OF_ALL else ""
