"""A posting is told now, or waits to be told with others; its author hears which (D11§二.6)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.domain.dates import clock_time
from bot.domain.notices.audience import Audience, readers
from bot.domain.notices.merging import burst_ends, is_over, may_be_merged
from bot.domain.notices.notice import Notice, NoticeState
from bot.domain.notices.posting import Posting
from bot.identifiers import GroupId, UserId
from bot.services.approvals.kinds import Desk
from bot.services.notices.faces import called
from bot.shapes.outgoing import Text, ToPerson
from bot.shapes.records.digests import Held

JOB: Final = "notice-digest"
AFTER: Final = timedelta(minutes=1)  # the last of a burst takes the others along; this is for when it never comes


@dataclass(frozen=True, slots=True)
class Room:
    """A group that is told now, together with what was `held` for it; `held` is usually nothing."""

    id: GroupId
    held: Sequence[Held] = ()


async def rooms_now(desk: Desk, notice: Notice, posting: Posting) -> Sequence[Room]:
    """The groups that are told now; for the others it waits."""
    caps, told = desk.company.notices.caps, list[Room]()
    had = await desk.store.digests.had(desk.now.date(), posting.groups, rooms=True)
    planned = await _planned(desk) if may_be_merged(notice) else ()
    for room in posting.groups:
        held = await desk.store.digests.waiting_in(room, desk.now + AFTER)
        if is_over(notice, had.get(room, 0), caps, rooms=True):
            await _hold(desk, posting, [room], _slot(desk), rooms=True)
            continue
        others = [] if held else [each for each, rooms in planned if room in rooms]
        if ends := burst_ends(notice, others, desk.now, caps):
            await _hold(desk, posting, [room], ends + AFTER, rooms=True)
            continue
        told.append(Room(room, held))
    await desk.store.digests.count(desk.now.date(), posting.groups, rooms=True)
    return told


async def people_now(desk: Desk, notice: Notice, posting: Posting, users: Sequence[UserId]) -> Sequence[UserId]:
    """Those who are told now; for the others it waits."""
    today = desk.now.date()
    had = await desk.store.digests.had(today, users, rooms=False)
    over = {each for each in users if is_over(notice, had.get(each, 0), desk.company.notices.caps, rooms=False)}
    if over:
        await _hold(desk, posting, sorted(over), _slot(desk), rooms=False)
    await desk.store.digests.count(today, users, rooms=False)
    return [each for each in users if each not in over]


async def tell_author(desk: Desk, notice: Notice, posting: Posting) -> None:
    """Where it isn't out yet, and when it will be."""
    lines = waits(desk, await desk.store.digests.of(posting.id))
    if lines and desk.company.is_here(notice.author):
        urgent = "有事故、撤离这样的急事，请发 /事故 或让有权的人加「加急」。"
        desk.tell(ToPerson(notice.author), Text("\n".join([f"{called(notice)}先攒一攒：", *lines, urgent])))


def waits(desk: Desk, held: Sequence[Held]) -> Sequence[str]:
    """`项目A工作群今天的公告满 3 条了，明天 11:30 和别的一起发。`, a line for each moment and kind of reader."""
    waiting = Counter((each.due, each.room) for each in held if not each.about)
    return [_line(desk, due, room, count, held) for (due, room), count in sorted(waiting.items())]


def _line(desk: Desk, due: datetime, room: bool, count: int, held: Sequence[Held]) -> str:
    caps, at = desk.company.notices.caps, clock_time(due.astimezone(desk.now.tzinfo), desk.now)
    if not room:
        return f"{count} 人今天的公告满 {caps.person} 条了，{at} 和别的一起发给他们。"
    ids = [GroupId(each.reader) for each in held if each.room and each.due == due and not each.about]
    names = "、".join(group.name for each in ids if (group := desk.company.group(each)))
    if due - desk.now <= caps.burst + AFTER:
        return f"{names}马上还有公告要发，{at} 前并成一条发。"
    return f"{names}今天的公告满 {caps.group} 条了，{at} 和别的一起发。"


async def _planned(desk: Desk) -> Sequence[tuple[Notice, frozenset[GroupId]]]:
    """What waits for its time, with the groups that it goes to."""
    waiting = await desk.store.notices.in_state(NoticeState.SCHEDULED)
    close = desk.now + desk.company.notices.caps.burst
    soon = [each for each in waiting if each.next_at and each.next_at <= close]
    return [(each, await _rooms(desk, each)) for each in soon]


async def _rooms(desk: Desk, notice: Notice) -> frozenset[GroupId]:
    audience = Audience(groups=notice.draft.audience.groups, topic=notice.draft.audience.topic)
    chosen = await desk.store.subscriptions.chosen(audience.topic) if audience.topic else {}
    return frozenset(room.id for room in readers(audience, desk.company, chosen).groups)


def _slot(desk: Desk) -> datetime:
    return desk.company.notices.caps.next_slot(desk.now, desk.company.pace.calendar)


async def _hold(desk: Desk, posting: Posting, users: Sequence[str], due: datetime, *, rooms: bool) -> None:
    await desk.store.digests.hold(posting.id, users, due, rooms=rooms)
    await desk.store.jobs.hasten(JOB, due)
