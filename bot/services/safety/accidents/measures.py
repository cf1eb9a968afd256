"""What is to be put right after an accident becomes hazards, each with owner and day: their loop sees to the rest."""

from typing import Final

from bot.domain.dates import day_seen
from bot.domain.safety.accidents.case import Case
from bot.domain.safety.accidents.reports import AccidentKind
from bot.domain.safety.accidents.statements import Topic
from bot.domain.safety.hazards.hazard import Hazard, HazardFacts, HazardKind, Plan
from bot.errors import Code, UserError
from bot.services.approvals.kinds import Desk
from bot.services.safety.accidents.cases import ensure_open
from bot.services.safety.hazards.reporting import open_hazard
from bot.shapes.context import Context

_KINDS: Final = {
    AccidentKind.FIRE: HazardKind.FIRE,
    AccidentKind.EXPLOSION: HazardKind.CHEMICAL,
    AccidentKind.POISON: HazardKind.CHEMICAL,
    AccidentKind.ELECTRIC: HazardKind.ELECTRIC,
    AccidentKind.MACHINE: HazardKind.EQUIPMENT,
    AccidentKind.FALL: HazardKind.HEIGHT,
    AccidentKind.VEHICLE: HazardKind.VEHICLE,
    AccidentKind.OTHER: HazardKind.MANAGEMENT,
}


async def add_measure(ctx: Context, case: Case, plan: Plan) -> str:
    """Raises UserError."""
    ensure_open(case)
    if plan.owner is None or plan.due is None or not plan.measure:
        words = "整改要写清谁、到哪天、做什么。例如：王强 12月1日前 加装联锁。"
        raise UserError(Code.MISSING_ARG, words, missing=("owner",))
    place = case.shown(Topic.PLACE) or case.accident.facts.text[:20]
    facts = HazardFacts(place, plan.measure, _KINDS[case.accident.facts.kind])
    hazard = await open_hazard(ctx, facts, source=case.number, plan=plan)
    until = day_seen(plan.due, ctx.now.date())
    who = ctx.company.name_of(plan.owner)
    return f"{case.number} 的整改已登记为隐患 {hazard.number}，{who} {until}前完成，办完要别人验收。"


async def open_measures(desk: Desk, case: Case) -> list[Hazard]:
    """Those that nobody has seen done."""
    return [each for each in await desk.store.hazards.open_ones() if each.source == case.number]
