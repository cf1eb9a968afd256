"""The group as it stands in the database at this moment, held until the transaction ends."""

from bot.domain.groups.errands import Deed, Errand
from bot.domain.groups.group import Group, GroupState
from bot.errors import Code, UserError
from bot.services.approvals.kinds import Desk


async def held(desk: Desk, group: Group) -> Group:
    """Raises UserError where it is no more."""
    now = await desk.store.groups.hold(group.id)
    if now is None or now.state is GroupState.CLOSED:
        raise UserError(Code.BAD_STATE, f"{group.name}已经停用，什么都没有改动。发 /我的群 看你现在的群。")
    return now


async def waiting(desk: Desk, group: Group, deed: Deed) -> Errand | None:
    """An errand of that kind that isn't over."""
    return next((each for each in await desk.store.errands.open_ones(group.id) if each.deed is deed), None)
