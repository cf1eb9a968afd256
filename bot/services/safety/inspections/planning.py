"""Rounds that come again: made in chat or declared in the configuration, each with a timer for its next time."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from bot.domain.dates import clock_time
from bot.domain.notices.on_holiday import OnHoliday
from bot.domain.notices.recurring import next_occurrence
from bot.domain.rights import Role
from bot.domain.safety.inspections.checklist import Checklist
from bot.domain.safety.inspections.rounds import PLAN_PREFIX, InspectionPlan
from bot.domain.safety.training.audience import reach
from bot.errors import Code, UserError
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.notices.wording import again
from bot.services.safety.inspections import wording
from bot.services.safety.inspections.rounds import JOB
from bot.services.timers import call_off, set_timers
from bot.shapes.context import Context
from bot.shapes.outgoing import Text, ToPerson
from bot.shapes.replies import Reply

HOW: Final = "写全四样：多久一次、哪里、哪张表、谁查，例如：/检查计划 每周一8:30 3号车间 消防 检查人 张三。"


@dataclass(frozen=True, slots=True)
class Wanted:
    checklist: Checklist
    place: str
    inspector: UserId
    recurrence: str
    on_holiday: OnHoliday


@dataclass(frozen=True, slots=True)
class Changes:
    """What is None stays as it is."""

    checklist: Checklist | None
    place: str | None
    inspector: UserId | None
    recurrence: str | None
    on_holiday: OnHoliday | None

    def of(self, plan: InspectionPlan) -> InspectionPlan:
        return replace(
            plan,
            checklist=self.checklist.name if self.checklist else plan.checklist,
            place=self.place or plan.place,
            inspector=self.inspector or plan.inspector,
            recurrence=self.recurrence or plan.recurrence,
            on_holiday=self.on_holiday or plan.on_holiday,
        )


async def make(ctx: Context, wanted: Wanted) -> Reply:
    """Raises UserError: not his person, or it is planned already."""
    _ensure_reach(ctx, wanted.inspector)
    for each in await all_plans(ctx):
        if (each.checklist, each.place, each.recurrence) == (wanted.checklist.name, wanted.place, wanted.recurrence):
            raise UserError(
                Code.DUPLICATE, f"已经有了，是 {each.number}。要换检查人，发 /检查计划 改 {each.number} 检查人 张三。"
            )
    plan = InspectionPlan(
        await ctx.store.numbers.next(PLAN_PREFIX, ctx.now.date()),
        wanted.checklist.name,
        wanted.place,
        wanted.inspector,
        wanted.recurrence,
        wanted.on_holiday,
    )
    await ctx.store.inspections.add_plan(plan, by=ctx.act)
    await wind_plan(ctx, plan)
    who, first = ctx.company.name_of(plan.inspector), next_time(ctx, plan)
    words = f"{plan.number} {wording.said_of(plan)}检查，{again(plan.recurrence)}，{first}"
    if plan.inspector != ctx.sender.user_id:
        ctx.tell(ToPerson(plan.inspector), Text(f"{words}，由你来查，到时候我发卡片给你。"))
    return Reply(
        f"记下了：{words}，检查人 {who}。到时候卡片发给检查人，没做会提醒到负责人。停掉发 /检查计划 停 {plan.number}。"
    )


async def change(ctx: Context, number: str, changes: Changes) -> Reply:
    """What has begun goes on as it was. Raises UserError."""
    before = await _made_in_chat(ctx, number)
    after = changes.of(before)
    if after == before:
        raise UserError(
            Code.MISSING_ARG, f"改什么？例如 /检查计划 改 {number} 检查人 张三，或者 改 {number} 每周二9:00。"
        )
    _ensure_reach(ctx, after.inspector)
    if before.stopped or not await ctx.store.inspections.change_plan(after, by=ctx.act):
        raise UserError(Code.BAD_STATE, f"{number} 早就停了，没有改动。")
    await wind_plan(ctx, after)
    who = ctx.company.name_of(after.inspector)
    said = f"{number} {wording.said_of(after)}检查，{again(after.recurrence)}，{next_time(ctx, after)}"
    _tell_of_change(ctx, before, after, said)
    return Reply(f"改好了：{said}，检查人 {who}。已经发出去的那一次照旧。")


async def stop(ctx: Context, number: str) -> Reply:
    """Raises UserError."""
    plan = await _made_in_chat(ctx, number)
    if not await ctx.store.inspections.stop_plan(replace(plan, stopped=True), by=ctx.act):
        raise UserError(Code.BAD_STATE, f"{number} 早就停了，没有改动。")
    await call_off(ctx, JOB, number)
    return Reply(f"已停 {number}（{wording.said_of(plan)}）。已经发出去的那一次照样要做完。")


async def _made_in_chat(ctx: Context, number: str) -> InspectionPlan:
    """One that the sender may change. Raises UserError."""
    plan = await ctx.store.inspections.plan(number)
    if plan is None:
        raise UserError(
            Code.NOT_FOUND, f"没有编号是 {number} 的检查计划。发 /检查计划 看有哪些；写在配置里的请管理员改。"
        )
    _ensure_reach(ctx, plan.inspector)
    return plan


def _tell_of_change(ctx: Context, before: InspectionPlan, after: InspectionPlan, said: str) -> None:
    if before.inspector not in (after.inspector, ctx.sender.user_id):
        words = f"检查计划 {before.number}（{wording.said_of(before)}）换人了，以后不用你查。手上这一次照样做完。"
        ctx.tell(ToPerson(before.inspector), Text(words))
    if after.inspector != ctx.sender.user_id:
        ctx.tell(ToPerson(after.inspector), Text(f"检查计划改了：{said}，由你来查，到时候我发卡片给你。"))


async def show(ctx: Context) -> Reply:
    plans = await all_plans(ctx)
    if not plans:
        return Reply(f"还没有检查计划。{HOW}")
    how = "改一个发 /检查计划 改 编号 检查人 张三，停一个发 停 编号；现在就查发 /检查 地点 表名。"
    return Reply("\n".join(["检查计划：", *(_line(ctx, each) for each in plans), how]), private=True)


def _line(desk: Desk, plan: InspectionPlan) -> str:
    who = desk.company.name_of(plan.inspector)
    return f"{plan.number} {wording.said_of(plan)}，{again(plan.recurrence)}，{who}，{next_time(desk, plan)}"


async def all_plans(desk: Desk) -> Sequence[InspectionPlan]:
    return (*desk.company.safety.inspections.plans, *await desk.store.inspections.plans())


async def plan_of(desk: Desk, number: str) -> InspectionPlan | None:
    declared = (each for each in desk.company.safety.inspections.plans if each.number == number)
    return next(declared, None) or await desk.store.inspections.plan(number)


async def wind_plan(desk: Desk, plan: InspectionPlan) -> None:
    """A timer is called by its time; one that another calendar or configuration has moved finds that it isn't time."""
    if found := _next(desk, plan, desk.now):
        await set_timers(desk, JOB, plan.number, {f"{found:%Y-%m-%d %H:%M}": found})


def is_time(desk: Desk, plan: InspectionPlan, due: datetime) -> bool:
    """Whether one is due then, as the calendar stands now."""
    return _next(desk, plan, due - timedelta(microseconds=1)) == due


async def wind_all(desk: Desk) -> None:
    for each in await all_plans(desk):
        await wind_plan(desk, each)


def next_time(desk: Desk, plan: InspectionPlan) -> str:
    """`下一次 11月23日 08:30`"""
    found = _next(desk, plan, desk.now)
    return f"下一次 {clock_time(found, desk.now)}" if found else "没有下一次"


def _next(desk: Desk, plan: InspectionPlan, after: datetime) -> datetime | None:
    calendar = desk.company.pace.calendar
    found = next_occurrence(plan.recurrence, plan.on_holiday, after.astimezone(desk.now.tzinfo), calendar)
    return found.at if found else None


def _ensure_reach(ctx: Context, inspector: UserId) -> None:
    """Who leads a department plans for its people."""
    if ctx.sender.user_id in ctx.company.serving(Role.SAFETY_ADMIN):
        return
    own = reach(ctx.sender, ctx.company)
    if own is not None and inspector not in own:
        raise UserError(Code.NO_PERMISSION, "部门负责人只能排自己部门的人。跨部门的请安全管理员来排。")
