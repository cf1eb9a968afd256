"""催一下 by who stands above whose turn it is, who gets the hazard's card again and reads who asks. Once a day."""

from collections.abc import Sequence
from typing import Final

from bot.domain.safety.hazards.hazard import OPEN, Hazard, HazardState, StepKind
from bot.domain.safety.hazards.rights import officers, principals, verifiers
from bot.errors import Code, UserError
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.safety.hazards.whom import next_above, stand_ins
from bot.shapes.context import Context

NUDGED: Final = "催办"
_HIS: Final = (HazardState.ASSIGNED, HazardState.FIXING)


def whose_turn(desk: Desk, hazard: Hazard) -> Sequence[UserId]:
    """Who has to do the next step."""
    if hazard.state in _HIS:
        owner = hazard.plan.owner
        return (owner,) if owner and desk.company.is_here(owner) else officers(desk.company)
    if hazard.state is HazardState.TO_VERIFY:
        return [user for user in verifiers(hazard, desk.company) if user not in hazard.signed]
    return officers(desk.company) if hazard.state in OPEN else ()


def may_nudge(desk: Desk, hazard: Hazard, user: UserId) -> bool:
    """Not who has to do it himself."""
    company = desk.company
    over = {*officers(company), *stand_ins(hazard, company), *next_above(hazard, company), *principals(company)}
    turn = whose_turn(desk, hazard)
    return user in over and bool(turn) and user not in turn


async def ensure_may_nudge(ctx: Context, hazard: Hazard) -> Sequence[UserId]:
    """Whom. Raises UserError."""
    if not hazard.is_open:
        raise UserError(Code.BAD_STATE, f"{hazard.number} {hazard.state}，不用催了。")
    if not may_nudge(ctx, hazard, ctx.sender.user_id):
        raise UserError(Code.NO_PERMISSION, f"{hazard.number} 由安全管理员和上级来催。")
    today = ctx.now.date()
    steps = await ctx.store.hazards.steps(hazard.number)
    if any(_is_nudge(each.kind, each.text) and each.at.astimezone(ctx.now.tzinfo).date() == today for each in steps):
        raise UserError(Code.DUPLICATE, f"{hazard.number} 今天已经催过了，明天还没有动静再催。")
    return whose_turn(ctx, hazard)


def _is_nudge(kind: StepKind, text: str) -> bool:
    return kind is StepKind.REMINDED and text == NUDGED
