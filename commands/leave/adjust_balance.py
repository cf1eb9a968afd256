"""Correct somebody's balance, up or down, with a reason; HR alone, and never one's own. He is told in private.

What was taken already is not taken back: less than what is left can't be taken away.

Example:
    李娜> /调整假期 张三 年假 +1 去年漏登一天
    机器人> [卡片] 确定要调整假期 张三 年假 +1 去年漏登一天吗？ 10:30 前有效 [确认] [算了]
    李娜> 按 [确认]
    机器人→张三> 人力资源调整了你2026年的年假 +1 天（JQ-20261122-001）…
    机器人> [卡片] 已确认：调整假期 张三 年假 +1 去年漏登一天 已调整 张三 2026年的年假 +1 天…
"""

from decimal import Decimal
from typing import Final

from bot.arguments.leave_changes import ChangedYear, LeaveChange
from bot.arguments.leave_kinds import NamedKind
from bot.arguments.people import PersonNamed
from bot.arguments.reason import Reason
from bot.domain.company import Company
from bot.domain.people import Person
from bot.domain.rights import LEAVE_OFFICE
from bot.errors import Code, UserError
from bot.services.leave.ledgers.correcting import adjust
from bot.shapes.arguments import Scene
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

MINUTES: Final = 60
CHANGES: Final = "加|加上|增加|补|补上|扣|扣掉|扣减|减|减掉|减少"
AMOUNTS: Final = "半天|一天|两天|三天|四天|五天|0.5天|1天|1.5天|2天|3天|4天|5天|一小时|两小时|1小时|2小时|4小时|8小时"


def _rules(
    scene: Scene,
    target: PersonNamed,
    type: NamedKind,
    change: LeaveChange,
    reason: Reason,
    year: ChangedYear | None = None,
) -> None:
    if target.person == scene.sender:
        raise UserError(Code.SELF_TARGET, "自己的假期余额不能自己调整，请人力资源的另一位同事来办。")
    if not type.kind.has_balance:
        raise UserError(Code.NOT_ELIGIBLE, f"{type.kind.name}不设余额，没有可以调整的。有余额的是年假、调休这些。")
    if year and year.year < scene.now.year:
        raise UserError(Code.PAST_DATE, f"{year.year}年的账已经结了。要补给本人，请调整今年的。")
    change.of(type.kind, _hours_a_day(scene.company, target.person))


@command(
    "调整假期",
    aliases=("adjust-leave", "tzjq", "调整余额"),
    says=(f"[帮我|请|帮忙]给…<{CHANGES}><{AMOUNTS}>[的]<年假|年休假|调休|育儿假>[…]",),
    summary="给同事加减假期余额，要写原因",
    audience=LEAVE_OFFICE,
    destructive=True,
    private=True,
    rules=_rules,
    instead="要更正余额，请找人力资源。",
)
async def adjust_balance(
    ctx: Context,
    target: PersonNamed,
    type: NamedKind,
    year: ChangedYear | None = None,
    *,
    change: LeaveChange,
    reason: Reason,
) -> Reply:
    amount = change.of(type.kind, _hours_a_day(ctx.company, target.person))
    of = year.year if year else ctx.now.year
    return Reply(await adjust(ctx, target.person, type.kind, amount, of, reason.text), private=True)


def _hours_a_day(company: Company, person: Person) -> Decimal:
    return Decimal(company.schedule(person.user_id).shift.minutes) / MINUTES
