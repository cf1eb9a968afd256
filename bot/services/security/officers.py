"""Who has an incident at this moment: the one place that asks who is on duty."""

from bot.domain.security import officers as by_role
from bot.domain.security.incident import Incident
from bot.domain.upkeep.duty import Post
from bot.errors import Code, UserError
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.upkeep.duty import on_duty
from bot.shapes.context import Context


async def officers(desk: Desk, incident: Incident) -> tuple[UserId, ...]:
    return by_role.officers(incident, desk.company, on_duty=await on_duty(desk, Post.SECURITY))


async def is_topmost(desk: Desk, incident: Incident) -> bool:
    return by_role.is_topmost(incident, desk.company, on_duty=await on_duty(desk, Post.SECURITY))


async def find(ctx: Context, number: str) -> Incident:
    """For who has it; to anybody else there is none. Raises UserError."""
    incident = await ctx.store.incidents.get(number, ctx.now)
    if incident is None or ctx.sender.user_id not in await officers(ctx, incident):
        sentence = f"没有要你处理的安全事件 {number}。发 /安全事件 看看有哪些。"
        raise UserError(Code.NOT_FOUND, sentence, denied=incident is not None, private=True)
    return incident
