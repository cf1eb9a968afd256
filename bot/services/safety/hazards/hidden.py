"""Who wanted not to be named may be looked at by a safety officer with a reason; it is written down, and he is told."""

from bot.domain.data_views import What
from bot.domain.safety.hazards.hazard import Hazard
from bot.domain.wording import quote_user
from bot.errors import Code, UserError
from bot.services.privacy.viewing import note_view
from bot.shapes.context import Context
from bot.shapes.outgoing import Text, ToPerson

NOTED = "这次查看已记下，报告人已收到通知。请不要说出去，也不要因此为难报告人。"

PROTECTED = "法律保护报告隐患的人（安全生产法第54、55条），有人为难你，请找人力资源或集团高管。"


async def reporters_of(ctx: Context, hazard: Hazard, why: str) -> str:
    """Their names. Raises UserError where nobody told of it."""
    told = await ctx.store.hazards.reporters(hazard.number)
    if not told:
        source = f"来自 {hazard.source}" if hazard.source else "没有报告人"
        raise UserError(Code.NOT_FOUND, f"{hazard.number} {source}，不是谁报上来的。")
    for each in told:
        if each.hidden and each.user != ctx.sender.user_id:
            await note_view(ctx, each.user, What.REPORTER, about=hazard.number, why=why)
            who = ctx.company.name_of(ctx.sender.user_id)
            sentence = f"{who} 查看了 {hazard.number} 的报告人，理由：{quote_user(why)}。{PROTECTED}"
            ctx.tell(ToPerson(each.user), Text(sentence))
    names = "、".join(f"{ctx.company.name_of(each.user)}{'（要求隐去）' if each.hidden else ''}" for each in told)
    looked = any(each.hidden and each.user != ctx.sender.user_id for each in told)
    return f"{hazard.number} 的报告人：{names}。{NOTED if looked else ''}"
