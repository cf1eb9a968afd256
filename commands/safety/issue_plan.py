"""Write a plan for an emergency, or a new edition of one: the title with its kind, a colon, what to do. It is a draft
until its button is pressed; files that are sent meanwhile go along. `作废` takes one out.

Example:
    陈安> /发布预案 消防疏散 专项：1. 按警铃；2. 走最近的楼梯；3. 到东门点名
    机器人> [卡片] 专项预案「消防疏散」 还没发布 YA-20261122-001 1. 按警铃；2. 走最近的楼梯；3. 到东门点名…
    陈安> 按 [发布]
    机器人→吴管> 陈安 发布了专项预案「消防疏散」第 1 版。看发 /应急预案 YA-20261122-001。
    机器人> [卡片] 专项预案「消防疏散」 已发布 YA-20261122-001。大家发 /应急预案 消防疏散 就能看；…
"""

from bot.arguments.contingency import PlanWithdrawn, PlanWritten
from bot.domain.rights import Role
from bot.errors import Code, UserError
from bot.services.safety.contingency.issuing import draft, withdraw
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "发布预案",
    aliases=("issue-plan", "fbya", "写预案", "新建预案", "更新预案"),
    audience=frozenset({Role.SAFETY_ADMIN, Role.SECURITY}),
    writes=True,
    private=True,
    summary="写一份应急预案，或换新版、作废",
    instead="看预案发 /应急预案。",
)
async def issue_plan(ctx: Context, withdrawn: PlanWithdrawn | None = None, written: PlanWritten | None = None) -> Reply:
    if withdrawn:
        return await withdraw(ctx, withdrawn.number)
    if written is None:
        raise UserError(Code.MISSING_ARG, f"{PlanWritten.wanted}", missing=("title",))
    return await draft(ctx, written.title, written.kind, written.text)
