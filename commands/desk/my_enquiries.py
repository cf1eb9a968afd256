"""What one asked oneself, and how it stands.

Example:
    张三> /求助 打印机没墨了
    机器人→吴管> [卡片] 求助 QZ-20261122-001：技术 …
    机器人> [卡片] 已转给吴管 …
    张三> /我的求助
    机器人> 你的求助，新的在前：
    · QZ-20261122-001 技术·等人接手：打印机没墨了
"""

from typing import Final

from bot.domain.desk.enquiry import Kind
from bot.services.desk.wording import row
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

MOST: Final = 10


@command(
    "我的求助",
    aliases=("myticket",),
    says=("我的(求助|投诉|求证)[到哪了|怎么样了|进展]",),
    summary="看自己的求助进展",
    private=True,
)
async def my_enquiries(ctx: Context) -> Reply:
    every = await ctx.store.enquiries.of(ctx.sender.user_id, ctx.now, most=2 * MOST)
    found = [each for each in every if each.kind is not Kind.MENTION][:MOST]
    if not found:
        return Reply("你还没有提过求助。有问题发 /求助 内容。", private=True)
    rows = [f"· {row(each, await ctx.store.enquiries.text(each.number), ctx.company, ctx.now)}" for each in found]
    return Reply("\n".join(["你的求助，新的在前：", *rows]), private=True)
