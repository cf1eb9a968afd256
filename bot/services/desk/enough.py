"""How much one person may bring to the desk in an hour and in a day. Danger and fraud are never too much."""

from datetime import datetime, time, timedelta
from typing import Final

from bot.errors import Code, UserError
from bot.services.approvals.kinds import Desk
from bot.shapes.context import Context
from bot.understanding.emergency.heed import heed
from bot.understanding.security.hearing import hear_incident

MOST_AN_HOUR: Final = 10
UNNAMED_A_DAY: Final = 50  # of the whole company: whose they are nobody knows, so nobody's are counted
ALWAYS: Final = "出事了、账号或诈骗的事随时发，不限次数。"


async def ensure_not_too_many(ctx: Context, text: str) -> None:
    """Questions and suggestions that bear his name. Raises UserError."""
    if _cant_wait(text):
        return
    store, me = ctx.store.enquiries, ctx.sender.user_id
    if await store.count(me, since=ctx.now - timedelta(hours=1)) >= MOST_AN_HOUR:
        sentence = f"一小时里已经收到你 {MOST_AN_HOUR} 条，这条没有登记。急的话直接打电话给对方。{ALWAYS}"
        raise UserError(Code.LIMIT, sentence, private=True)
    most, begins = ctx.company.desk.most_a_day, _midnight(ctx)
    ideas = [each for each in await ctx.store.ideas.of(me, ctx.now, most=most) if each.at >= begins]
    if len(ideas) + await store.count(me, since=begins) >= most:
        sentence = f"今天已经收到你 {most} 条，都在办，这条没有登记。其余的明天接着说，或者并成一条。{ALWAYS}"
        raise UserError(Code.LIMIT, sentence, private=True)


async def ensure_not_flooded(ctx: Context, text: str) -> None:
    """Suggestions without a name. Raises UserError."""
    today = await ctx.store.ideas.between(_midnight(ctx), ctx.now + timedelta(microseconds=1))
    if not _cant_wait(text) and sum(each.teller is None for each in today) >= UNNAMED_A_DAY:
        sentence = f"今天匿名建议收得很多了，这条没有登记。请明天再发，或者用 /建议 记名提。{ALWAYS}"
        raise UserError(Code.LIMIT, sentence, private=True)


def _cant_wait(text: str) -> bool:
    return heed(text) is not None or hear_incident(text) is not None


def _midnight(desk: Desk) -> datetime:
    return datetime.combine(desk.now.date(), time(), desk.now.tzinfo)
