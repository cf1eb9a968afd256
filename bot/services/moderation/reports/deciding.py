"""Whoever looks into a report begins, decides, or passes it on; a sanction goes through the gate in his own name.

Of what its teller wrote nothing goes into the case: the words could tell who he is.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from bot.domain.moderation.cases.case import MADE, Charge
from bot.domain.moderation.cases.gate import ensure_may_charge, ensure_within
from bot.domain.moderation.cases.naming import OTHER, category_in
from bot.domain.moderation.categories import HR_RESTRICTED
from bot.domain.moderation.pack import StepKind
from bot.domain.moderation.reports.report import Follows, Report, ReportState, Told
from bot.domain.moderation.reports.routing import MGMT, label
from bot.domain.people import Person
from bot.errors import Code, UserError
from bot.identifiers import UserId
from bot.services.approvals.approvals import Approvals
from bot.services.moderation.deciding import decide
from bot.services.moderation.reports import wording
from bot.services.moderation.reports.proofs import show
from bot.services.moderation.reports.telling import keep
from bot.shapes.context import Context

_WHO: Final = "反映的是谁？写上对方，例如：/举报成立 {number} @张三 警告。"
_ELSEWHERE: Final = "属实要不要处分，由管理小组或人力资源来定：点「转管理小组」，或者选「属实，只记录」。"


async def take(ctx: Context, report: Report) -> Report:
    """Whoever presses has it; another one may take it over. Raises UserError."""
    report.ensure_open()
    if report.taken_by == ctx.sender.user_id:
        return report
    after = report.taken(ctx.sender.user_id)
    await keep(ctx, report, after, Told.TAKEN if report.state is ReportState.WAITING else Told.OVER)
    return after


async def look(ctx: Context, report: Report) -> tuple[str, int]:
    """All that was told, and how many pictures and files follow; the look is written down.

    Whom it is about can't see that somebody looked: he would learn of the report.
    """
    lines = await ctx.store.reports.lines(report.number)
    await ctx.store.reports.note(report.number, Told.LOOKED, by=ctx.act)
    return wording.details(report, ctx.company, lines, ctx.now), await show(ctx, report)


async def pass_on(ctx: Context, report: Report) -> str:
    """To the management group. Raises UserError."""
    report.ensure_open()
    if report.route in (MGMT, HR_RESTRICTED):
        raise UserError(Code.BAD_STATE, f"{report.number} 已经在{label(report.route)}，没有转。")
    after = report.passed(MGMT)
    await keep(ctx, report, after, Told.PASSED, label(MGMT))
    return f"{report.number} 已转给{label(MGMT)}。"


async def uphold(
    ctx: Context, approvals: Approvals, report: Report, follows: Follows, reason: str = "", whom: Person | None = None
) -> str:
    """It was so. What follows stands whole or not at all. Raises UserError."""
    report.ensure_open()
    said = await _impose(ctx, approvals, report, follows, reason, whom) if follows.kind else ""
    case = await _case_of(ctx, report, whom) if follows.kind else ""
    after = report.closed(ReportState.UPHELD, ctx.now, by=ctx.sender.user_id, case=case)
    await keep(ctx, report, after, Told.UPHELD, said)
    return f"{report.number} 属实，已办结，结果会告诉举报人。{said}"


async def dismiss(ctx: Context, report: Report, why: str) -> str:
    """It wasn't proven; its teller reads why. Raises UserError."""
    report.ensure_open()
    after = report.closed(ReportState.UNFOUNDED, ctx.now, by=ctx.sender.user_id)
    await keep(ctx, report, after, Told.UNFOUNDED, why)
    days = ctx.company.moderation.reports.unproven.days
    return f"{report.number} 记为未查实，说明会转给举报人；材料 {days} 天后删除。"


async def _impose(
    ctx: Context, approvals: Approvals, report: Report, follows: Follows, reason: str, whom: Person | None
) -> str:
    target = ctx.company.person(report.target) if report.target else whom
    if target is None or follows.kind is None:
        raise UserError(Code.MISSING_ARG, _WHO.format(number=report.number), missing=("target",))
    group = ctx.company.group(report.group) if report.group else None
    if group is None and follows.kind in (StepKind.MUTE, StepKind.REMOVE):
        what = MADE[follows.kind]
        sentence = f"{report.number} 没有写明在哪个群，不能{what}。选「警告」或「只记录」，{what}到群里发命令。"
        raise UserError(Code.UNSUPPORTED, sentence)
    code = report.category if report.category != OTHER else category_in(reason)
    try:
        ensure_may_charge(ctx.sender, target, code, company=ctx.company, group=group)
    except UserError as error:
        if error.code is Code.NO_PERMISSION:
            raise UserError(Code.NO_PERMISSION, _ELSEWHERE, private=True) from None
        raise
    if follows.kind is StepKind.MUTE:
        ensure_within(follows.minutes, ctx.company.moderation.mute)
    until = ctx.now + timedelta(minutes=follows.minutes) if follows.minutes else None
    why = reason or "经核实"
    room = group.id if group else None
    charge = Charge(target.user_id, room, follows.kind, code, why, until, acted_at=report.filed_at)
    reply = await decide(ctx, approvals, charge)
    return str(reply.content)


async def _case_of(ctx: Context, report: Report, whom: Person | None) -> str:
    """The number of what was just imposed; nothing, where somebody else has to agree first."""
    target: UserId | None = report.target or (whom.user_id if whom else None)
    cases: Sequence[str] = [
        each.number
        for each in (await ctx.store.cases.of(target, ctx.now) if target else ())
        if each.actor == ctx.sender.user_id and each.confirmed_at == ctx.now
    ]
    return cases[-1] if cases else ""
