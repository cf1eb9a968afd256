"""Either side says more while an appeal waits: it is added, and whoever judges hears of it. What was said stays."""

from bot.domain.moderation.appeals.appeal import MOST_STATEMENTS, Appeal
from bot.domain.moderation.cases.case import Case
from bot.errors import Code, UserError
from bot.services.moderation.appeals import wording
from bot.services.privacy.briefly import keep_briefly
from bot.shapes.context import Context
from bot.shapes.outgoing import Text

NOT_YOURS = "没有和你有关、还没定的这条申诉，什么都没有改动。"


async def state(ctx: Context, number: str, text: str) -> str:
    """Raises UserError; nobody learns of another's that it is there."""
    case = await ctx.store.cases.get(number, ctx.now)
    appeal = await ctx.store.appeals.get(number, ctx.now) if case else None
    sides = (case.target, case.actor, case.approver) if case else ()
    if case is None or appeal is None or not appeal.is_open or ctx.sender.user_id not in sides:
        raise UserError(Code.NOT_FOUND, NOT_YOURS, private=True)
    return await state_more(ctx, case, appeal, text)


async def state_more(ctx: Context, case: Case, appeal: Appeal, text: str) -> str:
    """Raises UserError for what he has said already, and for too much."""
    me, number = ctx.sender.user_id, case.number
    own = [each.text for each in await ctx.store.appeals.statements(number, ctx.now) if each.by == me]
    if text in own or (me == appeal.appellant and text == await ctx.store.appeals.reason(number)):
        sentence = f"{number} 已经在申诉了，{wording.by_day(appeal.answer_by, ctx.now)}答复你，不用再发。"
        raise UserError(Code.DUPLICATE, sentence)
    if len(own) >= MOST_STATEMENTS:
        sentence = f"{number} 你已经补充了 {len(own)} 次，没有再记。还有材料，请当面交给来看的同事。"
        raise UserError(Code.LIMIT, sentence)
    await ctx.store.appeals.state(number, text, by=ctx.act)
    await keep_briefly(ctx, me, *appeal.judges)
    for user in appeal.judges:
        if ctx.company.is_here(user):
            ctx.tell(wording.to(user), Text(wording.stated_to_judge(case, me, text, ctx.company)))
    return wording.stated(case, appeal, ctx.company, ctx.now)
