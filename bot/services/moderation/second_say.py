"""Who else has to agree before somebody is charged, and why: more than a day, more than is usual, a whole account.

A sanction of somebody who reported a danger takes somebody higher, and nobody is told why (安全生产法 art. 54,
`bot.domain.safety.protection`).
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bot.domain.approvals.request import Step
from bot.domain.approvals.selectors import Selector
from bot.domain.groups.keeping import keepers_here
from bot.domain.moderation.cases.case import Charge
from bot.domain.moderation.cases.gate import said_length
from bot.domain.moderation.pack import StepKind
from bot.domain.rights import Role
from bot.domain.safety.protection import is_high_enough
from bot.domain.standing import Standing, standing
from bot.identifiers import GroupId
from bot.services.moderation import suspending
from bot.services.moderation.braking import too_fast
from bot.services.safety.protecting import protection_of
from bot.shapes.context import Context

_OFFICES: Final = (Role.HR, Role.GROUP_HR, Role.PRESIDENT_OFFICE, Role.MGMT_GROUP)
DAY_AND_MORE: Final = "超过 {length}的禁言要另一位管理员同意。"
HIGHER: Final = "这次要由更高一级批准，已经替你转过去。"


@dataclass(frozen=True, slots=True)
class Second:
    """Who else has to agree, in which order, and what its maker is told of why."""

    steps: tuple[Step, ...]
    why: str


async def second_for(ctx: Context, charge: Charge, *, since: datetime | None = None) -> Second | None:
    """Nobody, where one alone may decide. `since`: from when what lasts has lasted; None: it begins now."""
    own, alone = _height(ctx, charge.group), charge.kind is not StepKind.SUSPEND_ACCOUNT
    protection = await protection_of(ctx, charge.target)
    of_group = (_any_of(Role.MGMT_GROUP),)
    if not is_high_enough(protection, own, Standing.GROUP_ADMIN if alone else Standing.HEAD):
        higher = of_group if own < Standing.HEAD else (_any_of(Role.EXECUTIVE),)
        return Second(higher if alone else (*of_group, *higher), HIGHER)
    if not alone:
        return Second(of_group, suspending.TWO)
    if since is None and (hasty := await too_fast(ctx, charge, ctx.sender.user_id)):
        return _second_keeper(ctx, charge, hasty)
    if charge.kind is not StepKind.MUTE or charge.until is None:
        return None
    limit = ctx.company.moderation.mute.second_from
    if charge.until - (since or ctx.now) <= limit:
        return None
    return _second_keeper(ctx, charge, DAY_AND_MORE.format(length=said_length(limit)))


def _second_keeper(ctx: Context, charge: Charge, why: str) -> Second:
    """Another one of the group's own, whoever that is by then; where there is none, the management group."""
    group = ctx.company.group(charge.group) if charge.group else None
    others = [each for each in (keepers_here(group, ctx.company) if group else ()) if each != ctx.sender.user_id]
    others = [each for each in others if each != charge.target]
    step = Step((Selector.keeper(group.id),)) if group and others else _any_of(Role.MGMT_GROUP)
    return Second((step,), why)


def _any_of(role: Role) -> Step:
    return Step((Selector.role(role),))


def _height(ctx: Context, group: GroupId | None) -> Standing:
    """Of whoever acts: an office stands as high as a head, whoever holds it."""
    room = ctx.company.group(group) if group else None
    own = standing(ctx.sender, grants=ctx.company.grants, group=room)
    in_office = any(ctx.sender.user_id in ctx.company.holders(role) for role in _OFFICES)
    return max(own, Standing.HEAD if in_office else Standing.STAFF)
