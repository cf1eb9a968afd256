"""Approved groups are made: by the app where there is one, else a person is asked to.

WeCom is asked outside of any transaction, by a chat id that was chosen and stored with the approval: asked twice, it
makes one room.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from bot.domain.foundings import Founding, FoundingState
from bot.services.approvals.kinds import Desk
from bot.services.founding.by_hand import ask_somebody, names, remind, save
from bot.shapes.outgoing import Text, ToGroup, ToPerson, Verdict
from bot.shapes.ports import RoomRefused, Sources
from bot.shapes.store import Store

AGAIN_AFTER: Final = timedelta(minutes=1)
GREET_AFTER: Final = timedelta(seconds=1)  # by then every process knows the new group


async def ask_wecom(sources: Sources, store: Store) -> Mapping[str, bool] | None:
    """Make what is to be made; number -> whether WeCom did it. None: no app can make groups. May be repeated."""
    if sources.rooms is None:
        return None
    made: dict[str, bool] = {}
    for each in await store.foundings.to_make():
        try:
            await sources.rooms.create(each.chat, name=each.name, owner=each.owner, members=each.members)
            made[each.number] = True
        except RoomRefused as refused:
            if refused.outcome.verdict is Verdict.REFUSED:
                made[each.number] = False
    return made


async def settle(desk: Desk, made: Mapping[str, bool] | None) -> datetime | None:
    """Write down what WeCom did, ask people for the rest, remind those who are late; when to look again."""
    for late in await desk.store.foundings.overdue(desk.now):
        await remind(desk, late)
    for each in await desk.store.foundings.to_make():
        if made is None or made.get(each.number) is False:
            await ask_somebody(desk, each)
        elif each.number in made:
            await _made_by_app(desk, each)
    await _greet(desk)
    return await _again(desk)


async def _again(desk: Desk) -> datetime | None:
    if await desk.store.foundings.to_greet():
        return desk.now + GREET_AFTER
    if await desk.store.foundings.to_make():
        return desk.now + AGAIN_AFTER
    return await desk.store.foundings.next_due()


async def _made_by_app(desk: Desk, founding: Founding) -> None:
    await save(desk, founding, FoundingState.MADE)
    who = f"群主是你，成员有 {names(desk.company, founding.members)}"
    words = f"{founding.name}已经由应用建好，{who}。马上就能在聊天列表里看到。"
    desk.tell(ToPerson(founding.owner), Text(f"{founding.number} {words}"))


async def _greet(desk: Desk) -> None:
    """WeCom shows a room to its members with the first message in it."""
    for each in await desk.store.foundings.to_greet():
        if desk.company.group(each.group.id) is None:
            continue
        owner = desk.company.name_of(each.owner)
        words = f"{each.name}建好了，申请人是 {owner}，批准编号 {each.number}。请把群昵称改成「部门-姓名」。"
        await desk.store.foundings.save(replace(each, greeted=True), was=FoundingState.MADE, by=desk.act)
        desk.tell(ToGroup(each.group.id), Text(words))
