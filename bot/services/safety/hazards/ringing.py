"""What is said when something falls due for a hazard: to whom it concerns, in one message, and once.

What is not wanted any more, since the hazard has moved on meanwhile, keeps silent.
"""

from collections.abc import AsyncIterator, Sequence
from datetime import timedelta
from typing import Final

from bot.domain.calendar.quiet import after_quiet, is_quiet
from bot.domain.dates import day
from bot.domain.safety.hazards.deadlines import TO_HEAD, TO_LEADER, Due, days_over, kind_of
from bot.domain.safety.hazards.hazard import Hazard, HazardState, Step, StepKind
from bot.domain.timers import Timer
from bot.domain.wording import shown
from bot.identifiers import UserId
from bot.services.safety.hazards import looking_back, whom
from bot.services.safety.hazards.clock import JOB, due, wind
from bot.services.safety.hazards.stopping import show_card
from bot.services.timers import set_timers
from bot.shapes.context import JobContext
from bot.shapes.outgoing import Text, ToPerson

Said = tuple[Sequence[UserId], str]  # to whom, what

_BUTTONS: Final = "改好了，在派单卡片上点「申请验收」；来不及，点「申请延期」。"
_OVERTAKEN: Final = {Due.ASSIGN: Due.UNASSIGNED, Due.TOMORROW: Due.OVERDUE}  # where nobody was there in time
_AGAIN: Final = "+"  # behind a kind that rang at night
_A_MOMENT: Final = timedelta(microseconds=1)


async def answer(ctx: JobContext, number: str, timers: Sequence[Timer]) -> None:
    hazard = await ctx.store.hazards.get(number)
    if hazard is None:
        return
    if not hazard.is_major and is_quiet(ctx.now, ctx.company.pace.calendar):
        await _in_the_morning(ctx, hazard, timers)
        return
    steps = await ctx.store.hazards.steps(number)
    wanted = {
        kind_of(timer.kind)
        for timer in timers
        if timer.kind.rstrip(_AGAIN) in due(ctx, hazard, steps, timer.due.astimezone(ctx.now.tzinfo) - _A_MOMENT)
    }
    lines: dict[UserId, list[str]] = {}
    for kind in sorted(wanted - {before for before, after in _OVERTAKEN.items() if after in wanted}):
        async for users, sentence in _said(ctx, hazard, steps, kind):
            for user in users:
                lines.setdefault(user, []).append(sentence)
    for user, sentences in lines.items():
        ctx.tell(ToPerson(user), Text("\n".join([titled(hazard), *dict.fromkeys(sentences)])))
    await wind(ctx, hazard)


async def _in_the_morning(ctx: JobContext, hazard: Hazard, timers: Sequence[Timer]) -> None:
    """Nobody was there in time and now it is night. What comes back daily is said then anyway; the rest is set anew."""
    morning = after_quiet(ctx.now, ctx.company.pace.calendar)
    once = [timer.kind for timer in timers if kind_of(timer.kind) is Due.LOOK_BACK]
    await set_timers(ctx, JOB, hazard.number, {f"{kind}{_AGAIN}": morning for kind in once})
    await wind(ctx, hazard)


def titled(hazard: Hazard) -> str:
    grade = "重大隐患" if hazard.is_major else "隐患"
    return f"【{grade}】{hazard.number} {shown(hazard.facts.place)}：{shown(hazard.facts.text, 60)}"


async def _said(ctx: JobContext, hazard: Hazard, steps: Sequence[Step], kind: Due) -> AsyncIterator[Said]:
    company = ctx.company
    match kind:
        case Due.ASSIGN | Due.ASSIGN_LATE | Due.UNASSIGNED:
            async for said in _unassigned(ctx, hazard, steps, kind):
                yield said
        case Due.ACCEPT:
            until = f"期限{day(hazard.plan.due)}。" if hazard.plan.due else ""
            yield _owner(ctx, hazard, f"这条派给了你，还没有点「收到」。请在派单卡片上点一下，{until}")
        case Due.TOMORROW:
            until = day(hazard.plan.due) if hazard.plan.due else ""
            yield _owner(ctx, hazard, f"{until}到期。{_BUTTONS}")
        case Due.OVERDUE:
            async for said in _overdue(ctx, hazard, steps):
                yield said
        case Due.VERIFY:
            how = f"发 /验收 {hazard.number} 通过，或 /验收 {hazard.number} 不通过 加理由。"
            yield whom.verifiers(hazard, company), f"整改已经做完，还在等验收。请到现场看一看，{how}"
        case Due.STOP | Due.STOP_LATE:
            await _nobody_decided(ctx, hazard, kind)
        case Due.DAILY:
            how = f"请在 18:30 前报今天的进展：发 /隐患日报 {hazard.number} 做了什么、还差什么。"
            yield _owner(ctx, hazard, how)
        case Due.DAILY_MISSED:
            if not _reported_today(ctx, steps):
                who = company.name_of(hazard.plan.owner) if hazard.plan.owner else "责任人"
                yield whom.officers(company), f"今天还没有 {who} 的日报，请问一问现场情况。"
        case Due.FILE:
            yield whom.officers(company), _to_file(hazard)
        case Due.LOOK_BACK:
            await looking_back.ask(ctx, hazard)


async def _unassigned(ctx: JobContext, hazard: Hazard, steps: Sequence[Step], kind: Due) -> AsyncIterator[Said]:
    officers = whom.officers(ctx.company)
    first = hazard.state is HazardState.REPORTED
    how = "请先在卡片上核实分级。" if first else f"请派单：/整改 {hazard.number} 责任人 措施 时限。"
    if kind is Due.ASSIGN:
        yield officers, f"登记半小时了，还没有派单。{how}"
    elif kind is Due.ASSIGN_LATE:
        names = "、".join(map(ctx.company.name_of, officers)) or "安全管理员"
        yield whom.stand_ins(hazard, ctx.company), f"登记一小时了，还没有派单。请联系{names}，或到现场先看一看。"
    else:
        since = hazard.reported_at.astimezone(ctx.now.tzinfo).date()
        days = len(ctx.company.pace.calendar.workdays(since + timedelta(days=1), ctx.now.date()))
        yield officers, f"{day(since)}登记的，到今天还没有派单。{how}"
        if days >= TO_HEAD and await _first(ctx, hazard, steps, f"没有派单，提醒到领导（{since}登记）"):
            yield whom.unit_heads(ctx.company), f"{day(since)}登记的，到今天还没有派单。请督促安全管理员。"


async def _overdue(ctx: JobContext, hazard: Hazard, steps: Sequence[Step]) -> AsyncIterator[Said]:
    over, until = days_over(hazard, ctx.company.pace.calendar, ctx.now.date()), hazard.plan.due
    if not over or until is None:
        return
    unit = "天" if hazard.is_major else "个工作日"
    late = f"期限{day(until)}，已经超期 {over} {unit}"
    yield _owner(ctx, hazard, f"{late}。{_BUTTONS}")
    who = ctx.company.name_of(hazard.plan.owner) if hazard.plan.owner else "没有人"
    if over >= TO_HEAD and await _first(ctx, hazard, steps, f"超期，提醒到部门负责人（期限 {until}）"):
        yield whom.next_above(hazard, ctx.company), f"{late}，责任人是 {who}。请督促，有困难帮忙协调。"
    if over >= TO_LEADER and await _first(ctx, hazard, steps, f"超期，提醒到领导（期限 {until}）"):
        yield whom.unit_heads(ctx.company), f"{late}，责任人是 {who}。请过问。"


async def _nobody_decided(ctx: JobContext, hazard: Hazard, kind: Due) -> None:
    if kind is Due.STOP:
        await show_card(ctx, hazard, whom.unit_heads(ctx.company), why="半小时了还没有人决定，请你来定。")
    else:
        late = tuple(dict.fromkeys((*whom.officers(ctx.company), *whom.next_above(hazard, ctx.company))))
        await show_card(ctx, hazard, late, why="一小时了还没有人决定，先撤人，再打电话问领导。")


def _owner(ctx: JobContext, hazard: Hazard, sentence: str) -> Said:
    """To the owner; where he has left, to who must give it to somebody else."""
    owner = hazard.plan.owner
    if owner and ctx.company.is_here(owner):
        return (owner,), sentence
    return whom.officers(ctx.company), f"责任人已经不在公司，请改派：/整改 {hazard.number} 责任人。"


async def _first(ctx: JobContext, hazard: Hazard, steps: Sequence[Step], said: str) -> bool:
    """Whether this was not said before; it is in the log now."""
    if any(each.kind is StepKind.REMINDED and each.text == said for each in steps):
        return False
    await ctx.store.hazards.note(hazard.number, StepKind.REMINDED, said, by=ctx.act)
    return True


def _reported_today(ctx: JobContext, steps: Sequence[Step]) -> bool:
    today = ctx.now.date()
    return any(each.kind is StepKind.DAILY and each.at.astimezone(ctx.now.tzinfo).date() == today for each in steps)


def _to_file(hazard: Hazard) -> str:
    how = f"看草稿发 /重大隐患报告 {hazard.number}，报过了发 /重大隐患报告 {hazard.number} 已报 单位 时间。"
    return f"重大隐患要报监管部门，并向职代会报告（安全生产法第41条），还没有登记。{how}"
