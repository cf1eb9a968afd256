"""A drill from the wish to everybody being told. They sign in on the spot, as at a training."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Final

from bot.domain.rights import Role
from bot.domain.safety.drills.drill import PREFIX, Drill, DrillKind, DrillState, kind_of
from bot.domain.safety.sign_in.sheet import Sheet
from bot.domain.safety.training.audience import members, reach
from bot.errors import Code, Overtaken, UserError
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.safety.contingency.showing import practised
from bot.services.safety.drills import wording
from bot.services.safety.sign_in.sheets import call_off_sheet, new_seed, open_sheet
from bot.services.timers import call_off, set_timers
from bot.shapes.context import Context
from bot.shapes.outgoing import Card
from bot.shapes.replies import Reply, outcome

JOB: Final = "drill-clock"
TOPIC: Final = "drill"
ASK, ASK_AGAIN, NOBODY = "judge", "judge-again", "judge-nobody"
_LASTS: Final = timedelta(hours=1)  # after the start its leader is asked how it went


async def draft(
    ctx: Context, topic: str, kind: DrillKind | None, starts: datetime, place: str, specs: Sequence[str]
) -> Reply:
    """Kept, and shown to whoever wants it. Raises UserError."""
    _ensure_reach(ctx, specs)
    drill = Drill(
        number=await ctx.store.numbers.next(PREFIX, ctx.now.date()),
        kind=kind or kind_of(topic),
        topic=topic,
        place=place,
        starts=starts,
        leader=ctx.sender.user_id,
        specs=tuple(specs),
    )
    plan = await practised(ctx, topic, drill.kind)
    drill = replace(drill, plan=plan.number if plan else "")
    await ctx.store.drills.add(drill, by=ctx.act)
    card = wording.draft_card(drill, plan, len(members(specs, ctx.company)), ctx.company, ctx.now)
    return Reply(await issued(ctx, drill, card), private=True)


async def go(ctx: Context, drill: Drill) -> Reply:
    """Everybody who is to come is told. Raises UserError."""
    _ensure_reach(ctx, drill.specs)
    people = members(drill.specs, ctx.company)
    if drill.starts <= ctx.now or not people:
        why = "开始时间已经过了" if people else "没有人要参加"
        raise UserError(Code.BAD_STATE, f"{why}，没有通知。请重新发一次 /演练计划。")
    told = await keep(ctx, drill, drill.moved_to(DrillState.PLANNED))
    note = wording.note(drill, ctx.company)
    sheet = Sheet(drill.number, drill.topic, drill.leader, drill.starts, drill.place, new_seed(), note)
    await open_sheet(ctx, sheet, people)
    morning = datetime.combine(
        ctx.company.pace.calendar.next_workday(drill.starts.date()), time(9), drill.starts.tzinfo
    )
    due = {ASK: drill.starts + _LASTS, ASK_AGAIN: morning, NOBODY: morning + timedelta(days=7)}
    await set_timers(ctx, JOB, drill.number, due)
    words = f"已通知 {len(people)} 人（{drill.number}）。开始前 15 分钟我把签到码发给你，结束后请你评估。"
    return outcome(wording.called(told), f"{words}不办了发 /演练计划 取消 {drill.number}。")


async def drop(ctx: Context, number: str) -> str:
    """Those who were told are told. Raises UserError."""
    drill = await find(ctx, number)
    ensure_leads(ctx, drill)
    if drill.state not in (DrillState.DRAFT, DrillState.PLANNED):
        raise UserError(Code.BAD_STATE, f"{number} {drill.state}，没有改动。")
    await keep(ctx, drill, drill.moved_to(DrillState.CALLED_OFF))
    sheet = await ctx.store.sign_in.hold(number, ctx.now)
    if sheet is None:
        return f"{number} 不办了，没有通知任何人。"
    await call_off_sheet(ctx, sheet, "")
    await call_off(ctx, JOB, number)
    return f"{number} 已取消，参加的人都告诉了。"


async def find(desk: Desk, number: str) -> Drill:
    """Raises UserError."""
    drill = await desk.store.drills.get(number, desk.now)
    if drill is None:
        raise UserError(Code.NOT_FOUND, f"没有编号是 {number} 的演练。发 /演练记录 看有哪些。")
    return drill


def ensure_leads(ctx: Context, drill: Drill) -> None:
    """Raises UserError."""
    user = ctx.sender.user_id
    if user != drill.leader and user not in ctx.company.serving(Role.SAFETY_ADMIN):
        raise UserError(Code.NO_PERMISSION, "这次演练由负责人和安全管理员管理。要补充请告诉他们。")


async def keep(desk: Desk, before: Drill, after: Drill) -> Drill:
    """Raises Overtaken where somebody was quicker."""
    if not await desk.store.drills.save(after, was=before.version, by=desk.act):
        raise Overtaken(before.number)
    return after


async def issued(desk: Desk, drill: Drill, card: Card, holder: UserId | None = None) -> Card:
    task_id = await desk.store.cards.issue(topic=TOPIC, subject=drill.number, holder=holder or drill.leader)
    return replace(card, task_id=task_id)


def _ensure_reach(ctx: Context, specs: Sequence[str]) -> None:
    """Who leads a department plans for its people."""
    own = reach(ctx.sender, ctx.company)
    if own is not None and not own.issuperset(members(specs, ctx.company)):
        raise UserError(Code.NO_PERMISSION, "部门负责人只能安排自己部门的人。跨部门的演练请安全管理员来安排。")
