"""What waits for whoever is in charge of safety, out of each of its rooms: finished lines, the most urgent first."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from bot.domain.dates import clock_time, day_seen
from bot.domain.safety.areas import stale
from bot.domain.safety.drills.drill import DrillState
from bot.domain.safety.equipment.equipment import wanted
from bot.domain.safety.hazards.hazard import HazardState
from bot.domain.safety.inspections.rounds import RoundState
from bot.domain.safety.library.question import QuestionState
from bot.domain.safety.training.training import TrainingState
from bot.domain.wording import shown
from bot.services.safety.accidents.cases import open_ones
from bot.services.safety.accidents.wording import line
from bot.services.safety.dept_reports.showing import missing
from bot.services.safety.dept_reports.telling import usual_period
from bot.services.safety.drills.showing import lacking
from bot.services.safety.hazards.showing import in_area
from bot.shapes.context import Context

AHEAD = timedelta(days=30)
ACCIDENTS = 3  # of which each has a line


async def waiting(ctx: Context) -> Sequence[str]:
    """What somebody has to do, or to see to."""
    parts = [
        await _accidents(ctx),
        await _hazards(ctx),
        await _rounds(ctx),
        await _drills(ctx),
        await _trainings(ctx),
        await _equipment(ctx),
        await _people(ctx),
        await _questions(ctx),
    ]
    return [each for part in parts for each in part]


async def _accidents(ctx: Context) -> Sequence[str]:
    cases = await open_ones(ctx)
    rest = [f"· 还有 {len(cases) - ACCIDENTS} 起事故在处理，发 /事故进度 看。"] if len(cases) > ACCIDENTS else []
    return [*(line(each, ctx.company.safety.accidents, ctx.now) for each in cases[:ACCIDENTS]), *rest]


async def _hazards(ctx: Context) -> Sequence[str]:
    found, today = await in_area(ctx, ""), ctx.now.date()
    counts = {
        "待核实": sum(each.state is HazardState.REPORTED for each in found),
        "待派单": sum(each.state is HazardState.GRADED for each in found),
        "待验收": sum(each.state is HazardState.TO_VERIFY for each in found),
        "超期": sum(each.is_overdue(today) for each in found),
        "重大": sum(each.is_major for each in found),
    }
    said = "、".join(f"{name} {number} 条" for name, number in counts.items() if number)
    if said:
        return [f"· 隐患：{said}，共 {len(found)} 条没销号。"]
    return [f"· 隐患：{len(found)} 条在整改，没有等你的。"] if found else []


async def _rounds(ctx: Context) -> Sequence[str]:
    begin = _day(ctx.now)
    rounds = await ctx.store.inspections.between(begin - timedelta(days=7), begin + timedelta(days=1))
    waits = [each for each in rounds if each.state is RoundState.OPEN and each.plan]
    missed = sum(each.state is RoundState.MISSED for each in rounds)
    said = [f"{len(waits)} 次还没交" if waits else "", f"近 7 天 {missed} 次没有做" if missed else ""]
    return [f"· 检查：{'，'.join(filter(None, said))}。"] if any(said) else []


async def _drills(ctx: Context) -> Sequence[str]:
    begin = _day(ctx.now)
    drills = await ctx.store.drills.between(begin - AHEAD, begin + AHEAD, ctx.now)
    planned = [each for each in drills if each.state is DrillState.PLANNED]
    judged = [each for each in planned if each.starts < ctx.now]
    coming = [each for each in planned if each.starts >= ctx.now]
    said = [f"{len(judged)} 次等评估" if judged else ""]
    said += [f"{clock_time(each.starts, ctx.now)} {shown(each.topic, 12)}" for each in coming[:1]]
    found = [f"· 演练：{'，'.join(filter(None, said))}。"] if any(said) else []
    return [*found, *(f"· {each}" for each in await lacking(ctx))]


async def _trainings(ctx: Context) -> Sequence[str]:
    begin = _day(ctx.now)
    coming = await ctx.store.trainings.between(begin, begin + timedelta(days=7), ctx.now)
    planned = [each for each in coming if each.state is TrainingState.PLANNED]
    said = "、".join(f"{clock_time(each.starts, ctx.now)} {shown(each.topic, 12)}" for each in planned[:3])
    return [f"· 一周内的培训：{said}{f'等 {len(planned)} 次' if len(planned) > 3 else ''}。"] if planned else []


async def _equipment(ctx: Context) -> Sequence[str]:
    today = ctx.now.date()
    due = wanted(await ctx.store.equipment.all(), today)
    over = sum(each.is_over(today) for each in due)
    ending = [each for each in await ctx.store.certificates.ending(today + AHEAD) if ctx.company.is_here(each.user)]
    said = [
        f"设备超期没检验 {over} 件" if over else "",
        f"设备一个月内要检验 {len(due) - over} 件" if len(due) > over else "",
        f"特种作业证一个月内到期或已过期 {len(ending)} 个" if ending else "",
    ]
    return [f"· {'，'.join(filter(None, said))}。"] if any(said) else []


async def _people(ctx: Context) -> Sequence[str]:
    """Areas that have nobody, and departments that have told nothing of the month before."""
    areas = stale(ctx.company)
    names = "、".join(each.area.name for each in areas[:3])
    found = [f"· 区域负责人要更新：{names}{f'等 {len(areas)} 个' if len(areas) > 3 else ''}。"] if areas else []
    period = usual_period(ctx)
    lacks = await missing(ctx, period) if period.last < ctx.now.date() else ()
    return [*found, *([f"· {period.said(ctx.now.date())}的部门安全报告还有 {len(lacks)} 个没报。"] if lacks else [])]


async def _questions(ctx: Context) -> Sequence[str]:
    waits = await ctx.store.safety_questions.in_state(QuestionState.PASSED)
    since = day_seen(waits[0].asked_on, ctx.now.date()) if waits else ""
    return [f"· 安全提问等回答 {len(waits)} 条，最早的是{since}问的，发 /安全提问 看。"] if waits else []


def _day(now: datetime) -> datetime:
    return datetime.combine(now.date(), time(), now.tzinfo)
