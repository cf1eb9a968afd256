"""The card of the plan: what waits, one of it chosen, and held back or let go on."""

from typing import Final

from bot.errors import Code, UserError
from bot.services.notices.listing import MOST, in_plan, managed, planned
from bot.services.notices.publishing.pausing import pause, resume
from bot.services.notices.wording import headline
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Button, Card, Select
from bot.shapes.replies import Reply, outcome

TOPIC: Final = "push-plan"
PAUSE, RESUME, WHICH = "pause", "resume", "which"
ON_A_LIST: Final = 10  # options that a card shows (D-101032)
EMPTY: Final = "没有排着的公告。定时发：/公告 项目A工作群 每周五16:30 关好电源门窗。"


async def plan_card(ctx: Context) -> str | Card:
    notices = (await planned(ctx, ctx.sender.user_id))[:MOST]
    if not notices:
        return EMPTY
    task_id = await ctx.store.cards.issue(topic=TOPIC, subject="plan", holder=ctx.sender.user_id)
    lines = "\n".join(in_plan(each, ctx.company, ctx.now) for each in notices)
    title = f"推送计划：{len(notices)} 条"
    options = {each.number: f"{each.number[-3:]} {headline(each)}"[:16] for each in notices[:ON_A_LIST]}
    return Card(
        title=title,
        desc=lines,
        plain=f"{title}\n{lines}\n暂停请回「/推送计划 暂停 编号」，恢复请回「/推送计划 恢复 编号」。",
        select=Select(WHICH, "哪一条", options, selected=next(iter(options))),
        buttons=(Button("暂停", PAUSE, style=4), Button("恢复", RESUME, style=4)),
        task_id=task_id,
    )


async def pressed(ctx: Context, _: str, press: Press) -> Reply:
    """Raises UserError."""
    chosen = press.selected.get(WHICH, ())
    if len(chosen) != 1 or press.key not in (PAUSE, RESUME):
        raise UserError(Code.UNSUPPORTED, "没看懂选的是哪一条，什么都没有改动。发 /推送计划 再看一遍。")
    notice = await managed(ctx, ctx.sender.user_id, chosen[0])
    return outcome("推送计划", await (pause if press.key == PAUSE else resume)(ctx, notice))
