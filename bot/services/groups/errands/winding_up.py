"""A group is no more: what was still to be done or decided about it ends, and who waits for that is told."""

from dataclasses import replace

from bot.domain.groups.errands import Errand, ErrandState
from bot.domain.groups.group import Group
from bot.services.approvals.dropping import drop
from bot.services.approvals.kinds import Desk
from bot.shapes.outgoing import Text, ToPerson


async def wind_up(desk: Desk, group: Group, last: Errand) -> None:
    """`last`: the errand by which it was dissolved; its asker and who did it know already."""
    why = f"{group.name}已经解散，这件事不用办了。"
    for errand in await desk.store.errands.open_ones(group.id):
        await desk.store.errands.save(replace(errand, state=ErrandState.DROPPED), was=errand.state, by=desk.act)
        if desk.company.is_here(errand.asker):
            desk.tell(ToPerson(errand.asker), Text(f"{errand.cause} {why}"))
    for request in await desk.store.requests.pending():
        if request.draft.payload.get("group") == group.id:
            await drop(desk, request, why)
    for user in sorted({*group.keepers, *filter(None, [group.owner])} - {last.asker, last.by}):
        if desk.company.is_here(user):
            desk.tell(ToPerson(user), Text(f"{group.name}已经解散（{last.cause}），记录留着备查。"))
