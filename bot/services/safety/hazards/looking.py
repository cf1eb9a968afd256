"""How a hazard stands, in words: to everybody what is public, to those whom it concerns every step.

In a group there is nobody's name in it.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from bot.domain.company import Company
from bot.domain.dates import day
from bot.domain.safety.hazards.hazard import Hazard, Step, StepKind
from bot.domain.safety.hazards.hiding import HIDDEN_NAME
from bot.domain.safety.hazards.sight import Sight, sight
from bot.domain.wording import quote_user, shown
from bot.identifiers import UserId
from bot.shapes.context import Context

LABELS: Final = {
    StepKind.REPORTED: "登记",
    StepKind.ADDED: "补充",
    StepKind.GRADED: "核实分级",
    StepKind.RAISED: "升级为重大",
    StepKind.UNFOUNDED: "核实不属实",
    StepKind.MERGED: "合并",
    StepKind.JOINED: "又有人报了同一处",
    StepKind.ASSIGNED: "派单",
    StepKind.COMPLETED: "补全五落实",
    StepKind.ACCEPTED: "接单",
    StepKind.ASKED: "申请验收",
    StepKind.SIGNED: "一方验收通过",
    StepKind.FAILED: "验收不通过",
    StepKind.CLOSED: "验收通过，销号",
    StepKind.EXTENDED: "延期",
    StepKind.TURNED: "转为事故",
    StepKind.WITHDRAWN: "撤回",
    StepKind.REOPENED: "重开",
    StepKind.REMINDED: "提醒",
    StepKind.STOP_DECIDED: "停产决定",
    StepKind.DAILY: "日报",
    StepKind.DRAFTED: "写报告",
    StepKind.FILED: "上报",
    StepKind.LOOKED_BACK: "回头看",
}
MOST_STEPS: Final = 20  # the newest: a message holds no more


async def told(ctx: Context, hazard: Hazard) -> str:
    """As much as the sender may know, where he asks."""
    reporters = {each.user for each in await ctx.store.hazards.reporters(hazard.number)}
    if ctx.chat.is_group or sight(hazard, reporters, ctx.sender, ctx.company) is Sight.PUBLIC:
        return public(hazard, ctx.now)
    steps = await ctx.store.hazards.steps(hazard.number)
    owner = f"责任人 {ctx.company.name_of(hazard.plan.owner)}。" if hazard.plan.owner else ""
    missing = f"五落实还缺{'、'.join(hazard.plan.missing)}。" if hazard.plan.owner and hazard.plan.missing else ""
    lines = [_line(step, hazard, ctx.company, ctx.now) for step in steps]
    more = [f"（前面还有 {len(lines) - MOST_STEPS} 步）"] if len(lines) > MOST_STEPS else []
    return "\n".join([f"{public(hazard, ctx.now)}{owner}{missing}", *more, *lines[-MOST_STEPS:]])


def public(hazard: Hazard, now: datetime) -> str:
    """What every employee may know."""
    return f"{headline(hazard)}\n{standing(hazard, now)}"


def headline(hazard: Hazard) -> str:
    return f"{hazard.number} {shown(hazard.facts.place)}：{shown(hazard.facts.text, 60)}"


def standing(hazard: Hazard, now: datetime) -> str:
    """整改中，一般隐患，期限11月29日(周日)。"""
    grade = f"，{hazard.grade}隐患" if hazard.grade else ""
    until = f"，期限{day(hazard.plan.due)}" if hazard.is_open and hazard.plan.due else ""
    late = "，已经超期" if hazard.is_overdue(now.date()) else ""
    closed = f"，{day(hazard.closed_at.astimezone(now.tzinfo).date())}销号" if hazard.closed_at else ""
    became = f"，见 {hazard.became}" if hazard.became else ""
    return f"{hazard.state}{grade}{until}{late}{closed}{became}。"


def brief(hazard: Hazard, now: datetime) -> str:
    """A line of a list."""
    what = f"{shown(hazard.facts.place, 12)} {shown(hazard.facts.text, 16)}"
    return f"{hazard.number} {what}：{standing(hazard, now)}"


def listed(hazards: Sequence[Hazard], now: datetime, most: int) -> list[str]:
    rest = len(hazards) - most
    return [*(brief(each, now) for each in hazards[:most]), *([f"还有 {rest} 条没有列出。"] if rest > 0 else [])]


def _line(step: Step, hazard: Hazard, company: Company, now: datetime) -> str:
    at = step.at.astimezone(now.tzinfo)
    told_by = step.kind is StepKind.REPORTED
    who = HIDDEN_NAME if not step.by else company.name_of(UserId(step.by)) if company.person(UserId(step.by)) else ""
    words = "" if told_by else quote_user(" ".join(step.text.split())[:80])
    return f"{at:%m-%d %H:%M} {LABELS[step.kind]}{f'：{words}' if words else ''}{f'（{who}）' if who else ''}"
