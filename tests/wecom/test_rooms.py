"""Groups of the app's own, made and changed in the sandbox; every call may be repeated."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest

from bot.identifiers import ChatId, GroupId, UserId
from bot.shapes.outgoing import Parcel, Text, ToGroup, Verdict
from bot.shapes.ports import RoomRefused
from bot.wecom.api.media import AppMedia
from bot.wecom.api.rest import Rest
from bot.wecom.groups.appchat import AppChatChannel
from bot.wecom.groups.rooms import AppRooms

from .platforms import Ticking
from .sandboxed import Sandbox, sandboxed
from .worlds import MemoryFiles

CHAT = ChatId("siteA01")
ZHANG, LI, WANG = UserId("zhangsan"), UserId("lisi"), UserId("wangqiang")


@dataclass
class Site:
    sandbox: Sandbox
    rest: Rest
    rooms: AppRooms

    async def create(self, name: str = "一号工地") -> None:
        await self.rooms.create(CHAT, name=name, owner=WANG, members=[ZHANG])


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    async with sandboxed() as sandbox, sandbox.rest() as rest:
        yield Site(sandbox, rest, AppRooms(rest))


async def test_a_room_is_made_and_spoken_to(site: Site) -> None:
    await site.create()
    room = await site.rooms.room(CHAT)
    assert (room.chat, room.name, room.owner, room.members) == (CHAT, "一号工地", WANG, {WANG, ZHANG})
    parcel = Parcel(1, ToGroup(GroupId("site")), Text("开工"), chat=CHAT)
    assert (
        await AppChatChannel(site.rest, media=AppMedia(site.rest, MemoryFiles(), monotonic=Ticking())).send(parcel)
    ).verdict is Verdict.DONE
    [entry] = await site.sandbox.log()
    assert (entry["via"], entry["text"]) == ("appchat", "开工")


async def test_made_again_it_is_the_same_room_but_not_another_one(site: Site) -> None:
    await site.create()
    await site.create()
    with pytest.raises(RoomRefused, match="86215"):
        await site.create("二号工地")


async def test_people_come_and_go_and_the_name_changes(site: Site) -> None:
    await site.create()
    for _ in range(2):
        await site.rooms.add(CHAT, [LI, ZHANG])
        assert (await site.rooms.room(CHAT)).members == {WANG, ZHANG, LI}
    for _ in range(2):
        await site.rooms.remove(CHAT, [WANG], owner=LI)
    await site.rooms.rename(CHAT, "一号" * 30)
    room = await site.rooms.room(CHAT)
    assert (room.owner, room.members, len(room.name)) == (LI, {ZHANG, LI}, 50)


async def test_a_lost_answer_is_unknown_and_asking_again_finds_it_done(site: Site) -> None:
    await site.sandbox.do("faults", path="/cgi-bin/appchat/create", drop="response", times=1)
    with pytest.raises(RoomRefused) as caught:
        await site.create()
    assert caught.value.outcome.verdict is Verdict.UNKNOWN
    await site.create()


async def test_a_strange_room_is_refused_whatever_the_code(site: Site) -> None:
    with pytest.raises(RoomRefused) as caught:
        await site.rooms.rename(ChatId("nowhere"), "空")
    assert (caught.value.outcome.verdict, caught.value.outcome.errcode // 1000) == (Verdict.REFUSED, 86)
