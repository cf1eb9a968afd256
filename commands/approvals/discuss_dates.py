"""Say to an applicant which other dates would suit, before I agree: his request stays, whether to move it is his say.

It is what whoever plans the work may do about a right that is refused by nobody.

Example:
    张三> /请假 年假 明天
    机器人→王强> [卡片] 张三 申请年假 11月23日(周一)，1 天 QJ-20261122-001 余额：…
    机器人> …
    王强> /商量日期 QJ-20261122-001 周一要交货，周三行吗
    机器人→张三> QJ-20261122-001 年假 11月23日(周一)，1 天：王强 想和你商量日期，说「周一要交货，周三行吗」。…
    机器人> 已转告 张三。QJ-20261122-001 等 王强 审批。行了就发 /同意申请 QJ-20261122-001。
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


class OtherDates(Reason):
    wanted: ClassVar[str] = "想改到哪天，为什么？"
    may_ask: ClassVar[bool] = True


@command("商量日期", aliases=("discuss",), summary="请申请人换个日期，不驳回", writes=True)
async def discuss_dates(ctx: Context, approvals: Approvals, id: RequestNumber, reason: OtherDates) -> Reply:
    return await pass_on(ctx, approvals, id.number, Power.DATES, reason.text)
