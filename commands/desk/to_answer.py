"""What waits for one's answer: a card for each, the oldest first.

Example:
    张三> /求助 打印机没墨了
    机器人→吴管> [卡片] 求助 QZ-20261122-001：技术 …
    机器人> [卡片] 已转给吴管 …
    吴管> /求助待办
    机器人→吴管> [卡片] 求助 QZ-20261122-001：技术 张三（生产部）：打印机没墨了 [我来处理] [答复] [转给别人]
    机器人> 有 1 条等你，见下面的卡片。
"""

from typing import Final

from bot.domain.desk.routing import able
from bot.services.desk.telling import hand
from bot.services.desk.wording import row
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

CARDS: Final = 5
NOTHING: Final = "没有等你答复的求助。"


@command(
    "求助待办",
    aliases=("tickets", "待答复"),
    says=("[看看](有什么|有哪些)求助[等我|要我处理]",),
    summary="看等自己答复的求助",
    private=True,
)
async def to_answer(ctx: Context) -> Reply:
    me = ctx.sender.user_id
    found = [each for each in await ctx.store.enquiries.open_ones(ctx.now) if me in able(each, ctx.company)]
    todo = [each for each in found if each.state.is_somebodys and each.holder in (None, me)]
    if not todo:
        return Reply(NOTHING, private=True)
    for each in todo[:CARDS]:
        await hand(ctx, each, me)
    others = todo[CARDS:]
    rows = [f"· {row(each, await ctx.store.enquiries.text(each.number), ctx.company, ctx.now)}" for each in others]
    more = [f"还有 {len(others)} 条，先办上面的："] if others else []
    return Reply("\n".join([f"有 {len(todo)} 条等你，见下面的卡片。", *more, *rows]), private=True)
