"""What a request is about is gone: nobody decides on it any more, and whoever waits is told why."""

from bot.domain.approvals import moves
from bot.domain.approvals.request import Request
from bot.services.approvals.kinds import Desk
from bot.services.approvals.telling import release
from bot.shapes.outgoing import Text, ToPerson


async def drop(desk: Desk, request: Request, why: str) -> bool:
    """`why`: a sentence for the applicant. False: it was over already."""
    after = moves.dropped(request, desk.now)
    if after is request:
        return False
    if not await desk.store.requests.save(after, was=request.version, change="dropped", by=desk.act):
        return False
    was_asked = frozenset(each.user for each in request.waits_for)
    await release(desk, after, was_asked, by=None, card=None)
    if desk.company.is_here(request.applicant):
        desk.tell(ToPerson(request.applicant), Text(f"{request.number} {request.text}：{why}"))
    return True
