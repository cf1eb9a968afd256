"""What falls due: a round of a plan begins; one is reminded of, is late, climbs to those above, once each."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from bot.domain.calendar.quiet import after_quiet, is_quiet
from bot.domain.rights import Role
from bot.domain.safety.areas import area_of, contacts
from bot.domain.safety.inspections.checklist import Checklist
from bot.domain.safety.inspections.rounds import PREFIX, InspectionPlan, Round, RoundState
from bot.domain.timers import Timer
from bot.identifiers import UserId
from bot.services.safety.inspections import wording
from bot.services.safety.inspections.planning import is_time, plan_of, wind_plan
from bot.services.safety.inspections.rounds import CLIMB, JOB, LATE, begin, keep, owners, tell
from bot.services.safety.sign_in.away import away_at
from bot.services.timers import set_timers
from bot.shapes.context import JobContext

_AGAIN: Final = "+"  # behind a kind that rang at night


async def answer(ctx: JobContext, subject: str, timers: Sequence[Timer]) -> None:
    if subject.startswith(f"{PREFIX}-"):
        await _of_round(ctx, subject, timers)
    else:
        await _of_plan(ctx, subject, timers)


async def _of_plan(ctx: JobContext, number: str, timers: Sequence[Timer]) -> None:
    """However many of them were missed while nobody was there, one begins."""
    plan = await plan_of(ctx, number)
    if plan is None or plan.stopped:
        return
    await wind_plan(ctx, plan)
    if any(is_time(ctx, plan, each.due) for each in timers):
        await _next_round(ctx, plan)


async def _next_round(ctx: JobContext, plan: InspectionPlan) -> None:
    number = plan.number
    checklist = ctx.company.safety.inspections.lists.get(plan.checklist)
    before = await ctx.store.inspections.latest_of_plan(number)
    if before and before.state is RoundState.OPEN:
        await keep(ctx, before, before.missed())
    officers = ctx.company.serving(Role.SAFETY_ADMIN)
    if checklist is None:
        words = f"检查计划 {number} 用的「{plan.checklist}」检查表已经没有了，今天没有发。发 /检查计划 停掉或换一张。"
        tell(ctx, officers, words)
    elif not ctx.company.is_here(plan.inspector):
        who = ctx.company.name_of(plan.inspector)
        words = (
            f"检查计划 {number}（{wording.said_of(plan)}）的检查人 {who} 已经不在公司，今天没有发。请停掉，另定一个人。"
        )
        tell(ctx, officers, words)
    else:
        await _begin(ctx, plan, checklist)


async def _begin(ctx: JobContext, plan: InspectionPlan, checklist: Checklist) -> None:
    """By whoever it is planned for; where he is away, by who is nearest to the place and there. Nobody hears why."""
    asked = await _there(ctx, plan)
    if asked != plan.inspector:
        who = ctx.company.name_of(plan.inspector)
        tell(ctx, (asked,), f"{who} 今天不在，{wording.said_of(plan)}检查请你代做，卡片在下面。")
    await begin(ctx, plan, checklist, asked)


async def _there(ctx: JobContext, plan: InspectionPlan) -> UserId:
    """The inspector himself where nobody else is there either."""
    near = contacts(area_of(plan.place, ctx.company, plan.inspector), ctx.company)
    able = tuple(dict.fromkeys((plan.inspector, *near, *ctx.company.serving(Role.SAFETY_ADMIN))))
    away = await away_at(ctx, able, ctx.now)
    return next((each for each in able if each not in away), plan.inspector)


async def _of_round(ctx: JobContext, number: str, timers: Sequence[Timer]) -> None:
    round_ = await ctx.store.inspections.get(number)
    if round_ is None or round_.is_done:
        return
    if is_quiet(ctx.now, ctx.company.pace.calendar):
        morning = after_quiet(ctx.now, ctx.company.pace.calendar)
        await set_timers(ctx, JOB, number, {f"{each.kind}{_AGAIN}": morning for each in timers})
        return
    kinds = {each.kind.rstrip(_AGAIN) for each in timers}
    if CLIMB in kinds:
        await _climb(ctx, round_)
    elif LATE in kinds:
        _late(ctx, round_)
    else:
        words = (
            f"{wording.called(round_)}（{number}）{_until(ctx, round_.due)}前要做完，还没提交。在前面的卡片上勾完提交。"
        )
        tell(ctx, (round_.inspector,), words)


def _late(ctx: JobContext, round_: Round) -> None:
    words = f"{wording.called(round_)}（{round_.number}）到时间了还没提交"
    tell(ctx, (round_.inspector,), f"{words}。今天补上，明天上班会提醒到负责人。")
    who = ctx.company.name_of(round_.inspector)
    tell(ctx, owners(ctx, round_)[:1], f"{words}，检查人是 {who}。请问一问。")


async def _climb(ctx: JobContext, round_: Round) -> None:
    """Those over the place and those who answer for safety hear that nobody looked."""
    if round_.state is RoundState.OPEN:
        await keep(ctx, round_, round_.missed())
    who = ctx.company.name_of(round_.inspector)
    words = f"{wording.called(round_)}没有做（{round_.number}，{_until(ctx, round_.due)}前，检查人 {who}）。"
    above = dict.fromkeys((*ctx.company.serving(Role.SAFETY_ADMIN), *owners(ctx, round_)))
    tell(ctx, tuple(each for each in above if each != round_.inspector), f"{words}请督促补做，或另定一个人。")
    tell(ctx, (round_.inspector,), f"{words}前面的卡片还能用，现在补做算迟交。")


def _until(ctx: JobContext, due: datetime) -> str:
    due = due.astimezone(ctx.now.tzinfo)
    return f"{due:%H:%M}" if due.date() == ctx.now.date() else f"{due.month}月{due.day}日 {due:%H:%M}"
