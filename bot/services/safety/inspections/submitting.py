"""A round is handed in: every 否 is a hazard, unless it is open there already; whose the place is hears."""

from collections.abc import Sequence
from typing import Final

from bot.domain.safety.hazards.hazard import Hazard, HazardFacts, StepKind
from bot.domain.safety.inspections.checklist import Item
from bot.domain.safety.inspections.rounds import Round
from bot.domain.safety.places import place_key
from bot.errors import Code, UserError
from bot.services.safety.hazards.reporting import open_hazard
from bot.services.safety.hazards.telling import act_on
from bot.services.safety.inspections import wording
from bot.services.safety.inspections.rounds import JOB, keep, owners, tell
from bot.services.timers import call_off
from bot.shapes.context import Context

STILL: Final = "检查时还在（{number}）"


async def hand_in(ctx: Context, round_: Round) -> Round:
    """Raises UserError where nobody went through it yet."""
    if round_.looked_at is None:
        raise UserError(Code.BAD_STATE, f"{round_.number} 还没有勾过。先在卡片上勾，再按提交。")
    new, known = await _register(ctx, round_)
    done = await keep(ctx, round_, round_.done(new, known, ctx.now))
    await call_off(ctx, JOB, done.number)
    told = owners(ctx, done)
    words = f"{wording.called(done)}做完了（{done.number}，{ctx.company.name_of(done.inspector)}）："
    tell(ctx, told if done.failed else told[:1], f"{words}{wording.result(done)}{wording.registered(done)}")
    return done


async def _register(ctx: Context, round_: Round) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(what was opened, what was open already), by their numbers."""
    if not round_.failed:
        return (), ()
    await ctx.store.hazards.decide_alone()
    before = await ctx.store.hazards.open_ones()
    new, known = [], []
    for item in round_.faults:
        if still := _same(item, round_, before):
            words = STILL.format(number=round_.number)
            await ctx.store.hazards.note(
                still.number, StepKind.ADDED, words, by=await act_on(ctx, still.number, StepKind.ADDED)
            )
            known.append(still.number)
            continue
        facts = HazardFacts(round_.place, item.fault, item.kind)
        opened = await open_hazard(ctx, facts, source=round_.number, reporter=round_.inspector)
        new.append(opened.number)
    return tuple(new), tuple(dict.fromkeys(known))


def _same(item: Item, round_: Round, hazards: Sequence[Hazard]) -> Hazard | None:
    place = place_key(round_.place)
    return next(
        (each for each in hazards if each.facts.text == item.fault and place_key(each.facts.place) == place), None
    )
