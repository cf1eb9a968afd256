"""The one way from a moderator's command to a case: nothing stands yet, somebody else agrees where that is needed, then
it is kept, told and carried out.
"""

from bot.domain.moderation.cases.case import Charge, Noted
from bot.services.approvals.approvals import Approvals
from bot.services.moderation import wording
from bot.services.moderation.agreeing import ask
from bot.services.moderation.carrying_out import carry_out
from bot.services.moderation.charging import ensure_new, ensure_no_report, impose, standing_of
from bot.services.moderation.hinting import lacking, point_out
from bot.services.moderation.second_say import second_for
from bot.shapes.context import Context
from bot.shapes.outgoing import Text, ToPerson
from bot.shapes.replies import Reply


async def decide(ctx: Context, approvals: Approvals, charge: Charge) -> Reply:
    """Raises UserError. In a group nothing is said but the number; the rest goes to its maker in private."""
    ensure_no_report(charge.quote, charge.reason)
    await ensure_new(ctx, charge)
    if lack := lacking(await standing_of(ctx, charge), charge.kind):
        return Reply(await point_out(ctx, charge, lack), private=True)
    if second := await second_for(ctx, charge):
        return Reply(await ask(ctx, approvals, charge, second), private=True)
    imposed = await impose(ctx, charge, ctx.sender.user_id)
    await carry_out(ctx, imposed.case)
    words = wording.for_maker(imposed.case, imposed.standing, ctx.company, ctx.now)
    if not ctx.chat.is_group:
        return Reply(words)
    if ctx.chat.group:  # where a correction belongs, should there be one
        await ctx.store.cases.note(imposed.case.number, Noted.SAID, ctx.chat.group.id, by=ctx.act)
    if not ctx.chat.private_way:
        return Reply(f"已办，编号 {imposed.case.number}。")
    ctx.tell(ToPerson(ctx.sender.user_id), Text(words))
    return Reply(f"已办，编号 {imposed.case.number}，详情私聊你了。")
