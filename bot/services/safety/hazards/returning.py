"""An accident that was none: the hazard that became it is one again, and any other may be entered as one."""

from datetime import timedelta
from typing import Final

from bot.domain.safety.accidents.reports import Accident, AccidentState
from bot.domain.safety.hazards import moves
from bot.domain.safety.hazards.hazard import Hazard, HazardFacts, HazardState, Side, StepKind
from bot.errors import Code, UserError
from bot.services.photos import bared
from bot.services.safety.hazards.reporting import open_hazard
from bot.services.safety.hazards.telling import ask_officers, ask_owner, keep, tell_reporters
from bot.shapes.context import Context
from bot.understanding.hazards.reading import read_hazard

LONGEST: Final = 500  # characters of what is wrong, as in a report
NOWHERE: Final = "地点待定"


async def come_back(ctx: Context, accident: str) -> None:
    """It was closed as none: what had become it goes on where it stood."""
    became = await ctx.store.hazards.turned_into(accident)
    for hazard in [each for each in became if each.state is HazardState.TURNED]:
        after = moves.returned(hazard)
        await keep(ctx, hazard, after, StepKind.REOPENED, f"{accident} 不是事故")
        await tell_reporters(ctx, after, f"{accident} 不是事故，隐患接着整改。")
        if after.state is HazardState.REPORTED:
            await ask_officers(ctx, after)
        else:
            await ask_owner(ctx, after)


async def as_hazard(ctx: Context, accident: Accident) -> str:
    """A false alarm is entered as a hazard, once; what came of it. Raises UserError."""
    if accident.state is not AccidentState.FALSE_ALARM:
        raise UserError(
            Code.BAD_STATE, f"{accident.number} 没有按误报关闭，不能登记为隐患。另有隐患，发「/隐患 地点 情况」。"
        )
    if known := await _of(ctx, accident):
        return f"隐患已经登记过了，是 {known.number}。"
    told = read_hazard(accident.facts.text, ctx.company)
    place, text = told.place or accident.facts.place or NOWHERE, told.text or accident.facts.text
    facts = HazardFacts(place, text[:LONGEST], told.kind)
    hazard = await open_hazard(ctx, facts, source=accident.number, reporter=accident.reporter)
    for photo in await ctx.store.accident_cases.photos(accident.number):
        await ctx.store.hazards.add_photo(hazard.number, await bared(ctx, photo.file), Side.BEFORE, by=ctx.act)
    await tell_reporters(ctx, hazard, f"{accident.number} 不是事故，已登记为隐患，进展告诉你。")
    return f"已登记为隐患 {hazard.number}。"


async def _of(ctx: Context, accident: Accident) -> Hazard | None:
    """The one that it became, or that became it."""
    became = await ctx.store.hazards.turned_into(accident.number)
    lately = await ctx.store.hazards.found_between(accident.reported_at, ctx.now + timedelta(seconds=1))
    return next((each for each in (*became, *lately) if each in became or each.source == accident.number), None)
