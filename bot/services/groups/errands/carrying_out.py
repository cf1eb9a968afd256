"""What is to be done to groups in WeCom: the app is asked first, else a person; the registry follows what was done.

WeCom is asked outside of any transaction. Every question asks for a state and may be repeated, so whoever died between
WeCom's answer and our note of it asks again, and nothing is done twice. Who is concerned is told once, with the note.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from bot.domain.groups.errands import BY_API, Deed, Errand, ErrandState
from bot.domain.groups.group import Group, GroupState
from bot.errors import Defect
from bot.identifiers import GroupId
from bot.services.approvals.kinds import Desk
from bot.services.groups.errands.by_hand import ask_somebody, remind
from bot.services.groups.errands.doing import finish
from bot.services.groups.errands.joining import greet
from bot.shapes.outgoing import Verdict
from bot.shapes.ports import RoomRefused, Rooms, Sources
from bot.shapes.store import Store

JOB: Final = "group-errands"
AGAIN_AFTER: Final = timedelta(minutes=1)
GREET_AFTER: Final = timedelta(seconds=1)  # by then every process knows the new group
MOST_AT_ONCE: Final = 50  # of one run: what it writes down is one transaction
ENOUGH_STUCK: Final = 3  # groups that WeCom doesn't answer for: then it answers for none
_NOT_NOW: Final = (Verdict.RETRY, Verdict.UNKNOWN)


async def assign(desk: Desk, errand: Errand) -> Errand:
    """In the transaction of the decision that it comes from."""
    added = await desk.store.errands.add(errand, by=desk.act)
    await desk.store.jobs.hasten(JOB, desk.now)
    return added


@dataclass(frozen=True, slots=True)
class Tried:
    """Errand's number -> whether WeCom did it; False: a person has to. `more`: some are left for the next run."""

    done: Mapping[int, bool]
    more: bool = False


async def ask_wecom(sources: Sources, store: Store) -> Tried:
    """May be repeated. What WeCom doesn't answer now is asked again later, and holds up only the rest of its group."""
    done: dict[int, bool] = {}
    stuck: set[GroupId] = set()
    for errand in await store.errands.open_ones():
        if errand.state is not ErrandState.TO_DO or errand.deed is Deed.GREET or errand.group in stuck:
            continue
        if len(done) >= MOST_AT_ONCE or len(stuck) >= ENOUGH_STUCK:
            return Tried(done, more=True)
        group = await store.groups.get(errand.group)
        if group and group.state is GroupState.TO_MAKE and errand.deed is not Deed.MAKE:
            continue
        try:
            done[errand.number] = await _did(sources.rooms, errand, group)
        except RoomRefused:
            stuck.add(errand.group)
    return Tried(done)


async def _did(rooms: Rooms | None, errand: Errand, group: Group | None) -> bool:
    """Raises RoomRefused where it is to be asked again."""
    by_app = rooms and group and group.app_chat and group.state is not GroupState.CLOSED
    if not by_app or rooms is None or group is None or errand.guest or errand.deed not in BY_API:
        return False
    try:
        await _ask(rooms, errand, group)
    except RoomRefused as refused:
        if refused.outcome.verdict in _NOT_NOW:
            raise
        return False
    return True


async def _ask(rooms: Rooms, errand: Errand, group: Group) -> None:
    if group.app_chat is None:
        raise Defect("a group that the app didn't make")
    match errand.deed:
        case Deed.MAKE:
            owner = group.owner or errand.asker
            await rooms.create(group.app_chat, name=group.name, owner=owner, members=group.insiders)
        case Deed.ADD:
            await rooms.add(group.app_chat, errand.people)
        case Deed.REMOVE:
            await rooms.remove(group.app_chat, errand.people)
        case Deed.RENAME:
            await rooms.rename(group.app_chat, errand.wish)
        case Deed.HAND_OVER:
            await rooms.hand_over(group.app_chat, errand.people[0])


async def settle(desk: Desk, tried: Tried) -> datetime | None:
    """Write down what WeCom did, ask people for the rest, remind those who are late; when to look again."""
    for errand in await desk.store.errands.open_ones():
        late = errand.due_at is not None and errand.due_at <= desk.now
        if errand.number in tried.done or late:
            await _settle(desk, errand, tried.done.get(errand.number))
    return desk.now if tried.more and tried.done else await _again(desk)


async def _settle(desk: Desk, errand: Errand, done: bool | None) -> None:
    group = await desk.store.groups.hold(errand.group)
    if group is None or group.state is GroupState.CLOSED:
        await desk.store.errands.save(replace(errand, state=ErrandState.DROPPED), was=errand.state, by=desk.act)
    elif errand.deed is Deed.GREET:
        await _greet(desk, errand)
    elif errand.state is ErrandState.ASKED:
        await remind(desk, errand, group)
    elif done is not None:
        await _follow(desk, errand, group, done=done)


async def _follow(desk: Desk, errand: Errand, group: Group, *, done: bool) -> None:
    if not done:
        await ask_somebody(desk, errand, group)
        return
    await finish(desk, errand, group, by=None)
    if errand.deed is Deed.MAKE:
        later = Errand(group.id, Deed.GREET, errand.cause, errand.asker, due_at=desk.now + GREET_AFTER)
        await desk.store.errands.add(later, by=desk.act)


async def _greet(desk: Desk, errand: Errand) -> None:
    """WeCom shows a room to its members with the first message in it."""
    if known := desk.company.group(errand.group):
        await desk.store.errands.save(replace(errand, state=ErrandState.DONE), was=errand.state, by=desk.act)
        await greet(desk, known)


async def _again(desk: Desk) -> datetime | None:
    waits = await desk.store.errands.open_ones()
    return min((due for errand in waits if (due := _next(errand, desk.now))), default=None)


def _next(errand: Errand, now: datetime) -> datetime | None:
    if errand.state is ErrandState.TO_DO and errand.deed is not Deed.GREET:
        return now + AGAIN_AFTER
    return max(errand.due_at, now + GREET_AFTER) if errand.due_at else None
