"""Say more while an appeal waits: whose case it is, or who decided it. Whoever judges reads it; nothing is taken back.

Example:
    郑群@项目A工作群> /警告 @张三 刷广告
    机器人→张三> …
    机器人→郑群> …
    机器人@项目A工作群> …
    张三> /申诉 WG-20261122-001 不是我发的
    机器人→王强> [卡片] 申诉：张三 WG-20261122-001 …
    机器人→周敏> [卡片] 申诉：张三 WG-20261122-001 …
    机器人→郑群> WG-20261122-001：张三 提出了申诉，由没有参与的同事来看，…
    机器人> 收到，…
    郑群> /陈述 WG-20261122-001 上午已经口头提醒过一次
    机器人→王强> 申诉 WG-20261122-001 郑群 补充：上午已经口头提醒过一次。…
    机器人→周敏> 申诉 WG-20261122-001 郑群 补充：上午已经口头提醒过一次。…
    机器人> WG-20261122-001 补充的话已交给 王强、周敏，11月27日(周五)前有结果。
"""

from bot.arguments.appeals import CaseNumber
from bot.arguments.reason import Reason
from bot.services.moderation.appeals.stating import state
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


class SaidMore(Reason):
    wanted = "要补充什么？只给来看申诉的同事看。"


@command(
    "陈述", aliases=("state", "补充申诉", "申诉补充", "补充陈述"), summary="给申诉补充说明", writes=True, private=True
)
async def state_it(ctx: Context, id: CaseNumber, reason: SaidMore) -> Reply:
    return Reply(await state(ctx, id.number, reason.text), private=True)
