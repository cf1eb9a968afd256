"""A notice that puts another one right: where the other was said, and what becomes of it."""

from dataclasses import dataclass, replace

from bot.domain.notices.notice import Notice, NoticeState
from bot.domain.notices.posting import PostingState
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.notices.receipts.reached import told, told_rooms
from bot.services.notices.receipts.reminding import JOB as REMINDERS
from bot.services.timers import call_off


@dataclass(frozen=True, slots=True)
class Old:
    """Where a notice that is put right was said."""

    rooms: frozenset[str] = frozenset()
    users: frozenset[UserId] = frozenset()


async def corrected(desk: Desk, notice: Notice) -> Old:
    if not notice.corrects:
        return Old()
    before = await desk.store.postings.of(notice.corrects)
    users = [await told(desk, each) for each in before]
    rooms = [await told_rooms(desk, each) for each in before]
    return Old(frozenset[str]().union(*rooms), frozenset[UserId]().union(*users))


async def hold_back(desk: Desk, notice: Notice) -> None:
    """Who hasn't got it yet gets the right one alone: what waits at a limit would come after what corrects it."""
    for posting in await desk.store.postings.of(notice.corrects) if notice.corrects else ():
        await desk.store.deliveries.withdraw(posting.about)
        await desk.store.digests.drop(posting.id)
        if posting.state is PostingState.GOING:
            await desk.store.postings.save(replace(posting, state=PostingState.STOPPED), by=desk.act)


async def supersede(desk: Desk, notice: Notice) -> None:
    """What it puts right needs no confirmation any more."""
    old = await desk.store.notices.get(notice.corrects) if notice.corrects else None
    if old is None:
        return
    for posting in await desk.store.postings.of(old.number):
        await desk.store.digests.drop(posting.id)
        await desk.store.postings.save(replace(posting, state=PostingState.WITHDRAWN), by=desk.act)
        await call_off(desk, REMINDERS, str(posting.id))
    after = replace(old, state=NoticeState.CORRECTED)
    await desk.store.notices.save(after, was=old, change="corrected", by=desk.act)
