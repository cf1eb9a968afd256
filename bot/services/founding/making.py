"""Approved groups are made: by the app where there is one, else a person is asked to.

WeCom is asked outside of any transaction, by a chat id that was chosen and stored with the approval: asked twice, it
makes one room.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final

from bot.domain.foundings import Founding, FoundingState
from bot.services.approvals.kinds import Desk
from bot.services.founding.by_hand import ask_somebody, names, remind, save
from bot.shapes.outgoing import Text, ToPerson, Verdict
from bot.shapes.ports import RoomRefused, Sources
from bot.shapes.store import Store

AGAIN_AFTER: Final = timedelta(minutes=1)


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
    again: datetime | None = None
    for each in await desk.store.foundings.to_make():
        if made is not None and each.number not in made:
            again = desk.now + AGAIN_AFTER
        elif made and made[each.number]:
            await _made_by_app(desk, each)
        else:
            await ask_somebody(desk, each)
    return again or await desk.store.foundings.next_due()


async def _made_by_app(desk: Desk, founding: Founding) -> None:
    await save(desk, founding, FoundingState.MADE)
    who = f"群主是你，成员有 {names(desk.company, founding.members)}"
    words = f"{founding.name}已经由应用建好，{who}。发第一条消息后群里的人就能看到。"
    desk.tell(ToPerson(founding.owner), Text(f"{founding.number} {words}"))
