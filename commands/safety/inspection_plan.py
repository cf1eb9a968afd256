"""Rounds that come again: how often, where, with which list, who. Without anything more: what is planned. 改 and 停
with a number change one and end it.

On days of rest a round moves to the next day of work, unless one says otherwise: 遇节假日跳过、提前、照查。

Example:
    陈安> /检查计划 每周一8:30 3号车间 消防检查表 检查人 张三
    机器人→张三> JH-20261122-001 3号车间 消防检查，每周一 08:30，下一次 …
    机器人> 记下了：JH-20261122-001 3号车间 消防检查，每周一 08:30，下一次 …
"""

from bot.arguments.inspections import (
    InspectedPlace,
    Inspector,
    ListNamed,
    OnHolidayWish,
    PlanChanged,
    PlanStopped,
    Rhythm,
)
from bot.domain.notices.on_holiday import OnHoliday
from bot.domain.rights import Role
from bot.errors import Code, UserError
from bot.services.safety.inspections.planning import HOW, Changes, Wanted, change, make, show, stop
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

PLANNERS = frozenset({Role.SAFETY_ADMIN, Role.DEPT_HEAD})


@command(
    "检查计划",
    aliases=("inspection-plan", "jcjh", "安排检查", "巡检计划"),
    audience=PLANNERS,
    writes=True,
    private=True,
    whole=True,
    says=(
        "[请|帮我][安排|排一下|定一下](每天|每周|每月|每个工作日|每季度)…(检查人|由|让)…",
        "[请|帮我][安排|排一下|定一下](每天|每周|每月|每个工作日|每季度)[…](检查|巡查|巡检|查)(一次|一遍|一下)…",
    ),
    summary="安排定期检查，改或停计划",
)
async def inspection_plan(
    ctx: Context,
    stopped: PlanStopped | None = None,
    changed: PlanChanged | None = None,
    rhythm: Rhythm | None = None,
    on_holiday: OnHolidayWish | None = None,
    checklist: ListNamed | None = None,
    inspector: Inspector | None = None,
    place: InspectedPlace | None = None,
) -> Reply:
    if stopped:
        return await stop(ctx, stopped.number)
    if changed:
        changes = Changes(
            checklist.checklist if checklist else None,
            place.place if place else None,
            inspector.person.user_id if inspector else None,
            rhythm.recurrence if rhythm else None,
            on_holiday.rule if on_holiday else None,
        )
        return await change(ctx, changed.number, changes)
    if not (rhythm or checklist or inspector or place):
        return await show(ctx)
    if not (rhythm and checklist and place):
        said = {"多久一次": rhythm, "哪张表": checklist, "哪里": place}
        lacks = "、".join(name for name, value in said.items() if not value)
        raise UserError(Code.MISSING_ARG, f"还缺：{lacks}。{HOW}")
    return await make(
        ctx,
        Wanted(
            checklist.checklist,
            place.place,
            inspector.person.user_id if inspector else ctx.sender.user_id,
            rhythm.recurrence,
            on_holiday.rule if on_holiday else OnHoliday.NEXT_WORKDAY,
        ),
    )
