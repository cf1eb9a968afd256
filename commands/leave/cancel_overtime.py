"""Take back overtime that was agreed to and is not going to be worked; whoever agreed hears of it.

Example:
    张三> /加班 11.28 9:00-12:00
    机器人→王强> [卡片] 张三 申请加班 11月28日(周六) 09:00至12:00，3 小时，批准后计入调休 RQ-20261122-001 [同意] [驳回]
    机器人> …
    王强> 按 [同意]
    机器人→张三> …
    机器人> [卡片] …
    张三> /取消加班 RQ-20261122-001
    机器人> 已取消 RQ-20261122-001：加班 11月28日(周六) 09:00至12:00，3 小时。
"""

from bot.arguments.requests import RequestNumber
from bot.services.leave.ledgers.overtime import cancel
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "取消加班", aliases=("cancel-overtime", "qxjb"), summary="取消已经批准、还没做的加班", writes=True, private=True
)
async def cancel_overtime(ctx: Context, id: RequestNumber) -> Reply:
    return Reply(await cancel(ctx, id.number), private=True)
