"""What falls due: a drill is over and nobody has judged it; a half year or a year ends without the drill it wants."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Final

from bot.domain.dates import full_day
from bot.domain.rights import Role
from bot.domain.safety.drills.drill import PREFIX, Drill, DrillState
from bot.domain.safety.drills.rhythm import Wanted, held, planned, wanted
from bot.domain.timers import Timer
from bot.services.approvals.kinds import Desk
from bot.services.safety.drills import wording
from bot.services.safety.drills.planning import ASK, ASK_AGAIN, JOB, issued
from bot.services.timers import set_timers
from bot.shapes.context import JobContext
from bot.shapes.outgoing import Text, ToPerson

RHYTHM: Final = "rhythm"  # the subject of what the law wants
AHEAD, OVER = "ahead", "over"
_AT: Final = time(9)


async def wind_rhythm(desk: Desk) -> None:
    """Once a day: of the year and half year that it is. What is over by now was set before, or is said by the list."""
    rules, calendar, zone = desk.company.safety.drills, desk.company.pace.calendar, desk.now.tzinfo
    for each in wanted(rules, desk.now.date()) if rules.watched else ():
        ahead = calendar.next_workday(each.last - rules.ahead - timedelta(days=1))
        over = calendar.next_workday(each.last)
        due = {AHEAD: datetime.combine(ahead, _AT, zone), OVER: datetime.combine(over, _AT, zone)}
        names = {f"{kind}|{each.key}|{each.last}": at for kind, at in due.items() if at > desk.now}
        await set_timers(desk, JOB, RHYTHM, names)


async def answer(ctx: JobContext, subject: str, timers: Sequence[Timer]) -> None:
    if subject.startswith(f"{PREFIX}-"):
        await _of_drill(ctx, subject, {each.kind for each in timers})
    else:
        await _of_rhythm(ctx, [each.kind for each in timers])


async def of_year(desk: Desk, year: int) -> Sequence[Drill]:
    first, last = (datetime(each, 1, 1, tzinfo=desk.now.tzinfo) for each in (year, year + 1))
    return await desk.store.drills.between(first, last, desk.now)


async def _of_drill(ctx: JobContext, number: str, kinds: set[str]) -> None:
    drill = await ctx.store.drills.get(number, ctx.now)
    if drill is None or drill.state is not DrillState.PLANNED:
        return
    officers = ctx.company.serving(Role.SAFETY_ADMIN)
    if not kinds & {ASK, ASK_AGAIN} or not ctx.company.is_here(drill.leader):
        which = f"{wording.called(drill)}（{number}，{wording.when(drill, ctx.now)}）"
        words = f"{which}还没有评估，不算做过。发 /演练评估 {number}。"
        for user in dict.fromkeys((drill.leader, *officers)):
            if ctx.company.is_here(user):
                ctx.tell(ToPerson(user), Text(words))
        return
    first = "昨天的演练还没有评估。" if ASK_AGAIN in kinds else "演练完了吗？"
    ctx.tell(ToPerson(drill.leader), await issued(ctx, drill, wording.judge_card(drill, first)))


async def _of_rhythm(ctx: JobContext, kinds: Sequence[str]) -> None:
    """In one message, to who answers for safety; what is missing after its time, to who leads the unit too."""
    sentences, late = [], False
    for kind in kinds:
        stage, key, last = kind.split("|")
        what = _wanted(ctx, key, date.fromisoformat(last))
        sentence = await missing(ctx, what, over=stage == OVER) if what else ""
        sentences.append(sentence)
        late = late or (stage == OVER and bool(sentence))
    words = "".join(sentences)
    roles = (Role.SAFETY_ADMIN, ctx.company.safety.accidents.unit_head) if late else (Role.SAFETY_ADMIN,)
    for user in ctx.company.serving(*roles) if words else ():
        ctx.tell(ToPerson(user), Text(f"{words}安排发 /演练计划 消防疏散 12月10日14:00 地点 3号车间 对象 生产部。"))


async def missing(ctx: Desk, what: Wanted, *, over: bool) -> str:
    """What to say of it; empty where nothing is missing."""
    drills = await of_year(ctx, what.last.year)
    if held(what, drills) or (not over and planned(what, drills)):
        return ""
    if over:
        return f"{what.said}没有做过，{full_day(what.last)}已经过了（{what.basis}）。"
    return f"{what.said}还没有安排，{full_day(what.last)}前要做（{what.basis}）。"


def _wanted(ctx: JobContext, key: str, last: date) -> Wanted | None:
    """As the company's rules want it now."""
    rules = ctx.company.safety.drills
    return next((each for each in wanted(rules, last) if each.key == key and each.last == last), None)
