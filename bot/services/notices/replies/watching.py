"""What waits: as a list; reminded of on its last day, and told to those above when it is over."""

from collections.abc import Sequence
from typing import Final

from bot.domain.dates import clock_time
from bot.domain.notices.inbound import Inbound
from bot.domain.notices.reach import has_role
from bot.domain.rights import PLANNERS
from bot.domain.timers import Timer
from bot.domain.wording import shown
from bot.services.notices.replies.taking import card, title_of
from bot.shapes.context import Context, JobContext
from bot.shapes.outgoing import Text, ToPerson

LISTED: Final = 20
IN_A_LIST: Final = 24  # characters


async def listed(ctx: Context) -> str:
    """One's own; all for who plans what is posted."""
    user = ctx.sender.user_id
    whole = has_role(user, PLANNERS, ctx.company)
    waits = [each for each in await ctx.store.inbound.open_ones(ctx.now) if whole or user in each.owners]
    if not waits:
        return "现在没有等你答复的。"
    lines = [await _line(ctx, each) for each in waits[:LISTED]]
    more = [f"还有 {len(waits) - LISTED} 条没有列出。"] if len(waits) > LISTED else []
    over = sum(each.due < ctx.now for each in waits)
    late = f"，超过期限 {over} 条" if over else ""
    return "\n".join([f"待答复 {len(waits)} 条{late}：", *lines, *more, "答复发 /答复 编号 内容。"])


async def ring(ctx: JobContext, number: str, due: Sequence[Timer]) -> None:
    """`bot.services.timers.Answer`"""
    item = await ctx.store.inbound.get(number, ctx.now)
    if item is None or not item.is_open:
        return
    kinds = {each.kind for each in due}
    owners = [each for each in item.owners if ctx.company.is_here(each)]
    for owner in owners:
        before = "已经过了答复的期限。" if kinds & {"over", "climb"} else "今天要答复。"
        ctx.tell(ToPerson(owner), await card(ctx, item, owner, before))
    if "climb" in kinds or not owners:
        above = [each for each in ctx.company.serving(*sorted(PLANNERS)) if each not in owners]
        for user in above:
            names = "、".join(ctx.company.name_of(each) for each in item.owners)
            words = f"{number} {await title_of(ctx, item)}过了期限还没有答复，归 {names}。看全部发 /公告待办。"
            ctx.tell(ToPerson(user), Text(words))


async def _line(ctx: Context, item: Inbound) -> str:
    what = f"{ctx.company.name_of(item.asker)}：{shown(item.words, IN_A_LIST)}"
    over = "已超期" if item.due < ctx.now else f"{clock_time(item.due, ctx.now)} 前"
    return f"· {item.number} {await title_of(ctx, item)}，{what}（{over}）"
