"""Say to an applicant which papers are missing, before I agree: his request stays, and is no less good for it.

Example:
    张三> /请假 陪产假 12.10 15天
    机器人> [卡片] …
    张三> 按 [确认]
    机器人→李娜> [卡片] 张三 申请陪产假…
    机器人→周敏> [卡片] 张三 申请陪产假…
    机器人→王强> 张三 要休陪产假…
    机器人> …
    李娜> /材料不齐 QJ-20261122-001 还差出生医学证明
    机器人→张三> QJ-20261122-001 陪产假 12月10日(周四)至12月24日(周四)，15 天（自然日）：材料还不齐，李娜 说…
    机器人> 已转告 张三。QJ-20261122-001 等 李娜 或 周敏 核对材料。行了就发 /同意申请 QJ-20261122-001。
"""

from typing import ClassVar

from bot.arguments.reason import Reason
from bot.arguments.requests import RequestNumber
from bot.domain.approvals.request import Power
from bot.services.approvals.approvals import Approvals
from bot.services.approvals.speaking import pass_on
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


class Missing(Reason):
    wanted: ClassVar[str] = "缺什么材料？"
    may_ask: ClassVar[bool] = True


@command("材料不齐", aliases=("papers",), summary="告诉申请人缺什么材料", writes=True)
async def ask_papers(ctx: Context, approvals: Approvals, id: RequestNumber, reason: Missing) -> Reply:
    return await pass_on(ctx, approvals, id.number, Power.PAPERS, reason.text)
