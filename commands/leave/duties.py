"""Show when somebody works by the roster, this month and the next: to himself, and to who plans it.

Example:
    李四> /排班
    机器人> 你没有排班，按日历和平常的上班时间算。
"""

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import Final

from bot.arguments.leave_owner import OwnerNamed
from bot.domain.calendar.shift import Shift
from bot.domain.dates import day
from bot.domain.leave.working_time.duties import roster
from bot.errors import Code, UserError
from bot.services.leave.working_time.duties_import import planned_by
from bot.shapes.arguments import Scene
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

WHEN: Final = "今天|明天|后天|这周|本周|下周|这个月|本月|下个月"


class DutyOwner(OwnerNamed):
    wanted = "看谁的排班？写上姓名。"


def _rules(scene: Scene, target: DutyOwner | None = None) -> None:
    if target is None or scene.sender is None or target.person == scene.sender:
        return
    people = planned_by(scene.sender, scene.company)
    if people is not None and target.person.user_id not in people:
        raise UserError(Code.NO_PERMISSION, "别人的排班只有他的部门负责人和人力资源能看。发 /排班 看你自己的。")


@command(
    "排班",
    aliases=("roster-of", "pb", "我的排班", "班表"),
    says=(
        "(查|看|查看|看看|看下|看一下|查一下)[我的|我][的](排班|班表)",
        f"我[{WHEN}|的][的](排班|班表)[是什么|怎么排的]",
        f"[{WHEN}]我[{WHEN}][要|是](上什么班|什么班|白班还是夜班|上白班还是夜班|夜班还是白班|上夜班还是白班|怎么排班)",
        "[看看|看下|查一下|看一下|查|看]…的(排班|班表)[是什么|怎么排的]",
    ),
    private=True,
    rules=_rules,
    summary="看我的排班",
)
async def duties(ctx: Context, target: DutyOwner | None = None) -> Reply:
    owner = target.person if target else ctx.sender
    whose = "你" if owner == ctx.sender else ctx.company.name_of(owner.user_id)
    months = ctx.company.leave.duties.get(owner.user_id, {})
    first = ctx.now.date().replace(day=1)
    ahead = {on: shift for on, shift in roster(months).items() if on >= first}
    if not ahead:
        return Reply(f"{whose}没有排班，按日历和平常的上班时间算。", private=True)
    return Reply("\n".join([f"{whose}的排班：", *_lines(ahead)]), private=True)


def _lines(ahead: dict[date, Shift | None]) -> Iterator[str]:
    """A week to a line would be wider than a phone; days that are alike share one."""
    for said, group in groupby(sorted(ahead.items()), key=lambda item: _said(item[1])):
        days = [on for on, _ in group]
        yield f"{day(days[0])}{f'至{day(days[-1])}' if len(days) > 1 else ''}：{said}"


def _said(shift: Shift | None) -> str:
    return shift.said if shift else "休"
