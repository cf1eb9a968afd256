"""An accident was reported to the government, by a human: when, to whom, who took it. The bot never files by itself."""

import asyncio
from typing import Final

from bot.domain.rights import Role
from bot.domain.safety.accidents.access import in_charge, unit_heads
from bot.domain.safety.accidents.case import Case
from bot.domain.safety.accidents.duty import NEEDED, NOT_NEEDED, hour, is_grave
from bot.domain.safety.accidents.statements import Filing, Topic
from bot.domain.wording import shown
from bot.errors import Code, UserError
from bot.services.attaching import attach_file
from bot.services.safety.accidents.cases import ensure_open, state
from bot.services.safety.accidents.clock import show
from bot.services.safety.accidents.report_text import report_text
from bot.services.safety.accidents.stating import follow
from bot.services.safety.accidents.wording import clock_line
from bot.shapes.context import Context

LONGEST: Final = 40  # characters of an authority or a name


async def file(ctx: Context, case: Case, filing: Filing) -> str:
    """What came of it, as a sentence. Raises UserError."""
    _ensure_possible(ctx, case, filing)
    first, authority, taker = not case.filings, shown(filing.authority, LONGEST), shown(filing.taker, LONGEST)
    after = await state(ctx, case, Topic.FILED, filing.written(), by=ctx.sender.user_id)
    await follow(ctx, case, after, by=ctx.sender.user_id)
    clock = hour(after, ctx.company.safety.accidents)
    how = clock_line(clock, ctx.company.safety.accidents, ctx.now) if clock and first else "补报已记下。"
    words = f"{ctx.company.name_of(ctx.sender.user_id)}记下：已报{authority}（接报人 {taker}）。"
    everybody = (*in_charge(ctx.company), *unit_heads(ctx.company))
    if first:
        await show(ctx, after, everybody, first=words, but=ctx.sender.user_id)
    return f"已记下：{authority}，接报人 {taker}。{how}"


async def decide_duty(ctx: Context, case: Case, *, needed: bool, why: str = "") -> tuple[Case, str]:
    """Whether it must be reported, as whoever is in charge sees it; what came of it. Raises UserError."""
    ensure_open(case)
    if not needed and ctx.act.authority == Role.DEPT_HEAD.label:
        raise UserError(Code.SELF_TARGET, f"{case.number} 是你部门的事故，要不要上报请安全管理员或单位负责人定。")
    rules = ctx.company.safety.accidents
    if not needed and case.filings:
        raise UserError(Code.BAD_STATE, f"{case.number} 已经报过，不能改成不需上报。情况有变化就补报。")
    if not needed and is_grave(case, rules):
        why_not = "有人死亡、重伤、失踪或被困，或者损失大，按规定要上报，不能改成不需上报。"
        raise UserError(Code.BAD_STATE, f"{case.number} {why_not}数字错了，先更正数字。")
    after = await state(ctx, case, Topic.DUTY, NEEDED if needed else NOT_NEEDED, by=ctx.sender.user_id, why=why)
    await follow(ctx, case, after, by=ctx.sender.user_id)
    if not needed:
        words = f"{ctx.company.name_of(ctx.sender.user_id)}改为不需上报：{shown(why, 60)}。"
        await show(ctx, after, unit_heads(ctx.company), first=words, but=ctx.sender.user_id)
        return after, f"已记下不需上报：{shown(why, 60)}，也告诉了单位负责人。"
    return after, "已改为需上报。"


async def hand_draft(ctx: Context, case: Case) -> str:
    """As a file and in words, to the asker in private."""
    text = report_text(case, ctx.now)
    data = await asyncio.to_thread(text.encode, "utf-8-sig")
    await attach_file(ctx, f"事故快报草稿-{case.number}.txt", data, plain=f"{case.number} 的快报草稿。")
    return text


def _ensure_possible(ctx: Context, case: Case, filing: Filing) -> None:
    if case.accident.state.is_closed:
        ensure_open(case)
    if filing.at > ctx.now:
        raise UserError(Code.FUTURE_DATE, f"{filing.at:%H:%M} 还没到。写实际报出去的时间，例如：10:20。")
    if case.shown(Topic.WHEN) and filing.at < case.happened_at.replace(second=0, microsecond=0):
        raise UserError(Code.INVALID_RANGE, f"{filing.at:%H:%M} 事故还没有发生。核对一下时间，再发一次。")
