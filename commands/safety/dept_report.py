"""A department tells who answers for safety how things are, each week or month: the bot has counted, its head adds what
numbers don't say (D4§5.2(2)). Whoever oversees safety sees who has told, as a table too, and who hasn't.

Example:
    王强> /部门安全报告
    机器人> [卡片] 生产部 11月安全情况 发现隐患 0 条，销号 0 条；检查 0 次；培训 0 人次；演练 0 次；事故 0 起。没…
    王强> 按 [上报]
    机器人→陈安> 【部门安全报告】生产部 11月安全情况
    发现隐患 0 条，销号 0 条；检查 0 次；培训 0 人次；演练 0 次；事故 0 起。
    王强 上报，BG-20261122-001。
    机器人> [卡片] 生产部 11月安全情况 已报给安全管理员（BG-20261122-001）。要改，再发 /部门安全报告 加补充的话。
"""

from bot.arguments.dept_reports import DeptReportSaid
from bot.domain.rights import Role
from bot.services.safety.dept_reports.asking import answer
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

TELLERS = frozenset({Role.DEPT_HEAD, Role.SAFETY_ADMIN, Role.EXECUTIVE})


@command(
    "部门安全报告",
    aliases=("dept-report", "bmaqbg", "部门安全周报", "部门安全月报", "上报部门安全情况", "报送安全信息"),
    audience=TELLERS,
    private=True,
    says=(
        "(上报|汇报|报一下|报)<本周|上周|这周|本月|这个月|上个月>[的|我们]部门[的]安全(情况|报告|周报|月报)",
        "<哪些部门没报|哪些部门还没报|哪些部门没交>[部门]安全(报告|情况|周报|月报)",
    ),
    summary="上报部门安全情况，看谁报了",
)
async def dept_report(ctx: Context, said: DeptReportSaid) -> Reply:
    return await answer(ctx, said.department, said.period, said.words, silent=said.silent, overview=said.overview)
