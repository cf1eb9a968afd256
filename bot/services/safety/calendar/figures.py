"""What a month or a quarter had beside its hazards: accidents, near misses, rounds, trainings, drills. Numbers alone:
who and where is nobody's to know from a bulletin (D4§5.1(3))."""

from datetime import date, datetime, time, timedelta

from bot.domain.safety.accidents.reports import CompanyLevel
from bot.domain.safety.drills.drill import DrillState
from bot.domain.safety.hazards.board import NOT_COUNTED
from bot.services.approvals.kinds import Desk
from bot.services.safety.training.archive import between as trainings_between

NEAR = (CompanyLevel.NEAR_MISS, CompanyLevel.DANGER)


async def beside_hazards(desk: Desk, first: date, last: date) -> str:
    """`事故 1 起，差点出事 3 起；检查 12 次；培训 2 次 31 人次；演练 1 次。`"""
    since, until = (datetime.combine(each, time(), desk.now.tzinfo) for each in (first, last + timedelta(days=1)))
    accidents = [each for each in await desk.store.accident_cases.reported(since, until) if not each.state.is_closed]
    near = [each for each in accidents if each.facts.level in NEAR]
    hazards = await desk.store.hazards.found_between(since, until)
    told = sum(each.facts.near_miss for each in hazards if each.state not in NOT_COUNTED)
    rounds = sum(each.is_done for each in await desk.store.inspections.between(since, until))
    drills = await desk.store.drills.between(since, until, desk.now)
    held = sum(each.state is DrillState.DONE for each in drills)
    return (
        f"事故 {len(accidents) - len(near)} 起，差点出事 {len(near) + told} 起；检查 {rounds} 次；"
        f"{await _trainings(desk, first, last)}；演练 {held} 次。"
    )


async def _trainings(desk: Desk, first: date, last: date) -> str:
    found = await trainings_between(desk, first, last)
    came = sum(each.presence.was_here for _, people in found for each in people)
    return f"培训 {len(found)} 次 {came} 人次"
