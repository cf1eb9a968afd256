"""A message to many is taken back in the sandbox: once, from everybody who got it, and not after a day."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest

from bot.identifiers import UserId
from bot.shapes.outgoing import Content, Outcome, Parcel, Text, ToPeople, Verdict
from bot.wecom.api.media import AppMedia
from bot.wecom.app.channel import AppChannel
from bot.wecom.app.recalls import AppRecalls

from .platforms import Ticking
from .sandboxed import Sandbox, sandboxed
from .worlds import MemoryFiles

PEOPLE = ToPeople((UserId("zhangsan"), UserId("nobody"), UserId("lisi")))


@dataclass
class Office:
    sandbox: Sandbox
    app: AppChannel
    recalls: AppRecalls

    async def send(self, content: Content, number: int = 1) -> Outcome:
        return await self.app.send(Parcel(number, PEOPLE, content, check_duplicates=True))


@pytest.fixture
async def office() -> AsyncIterator[Office]:
    async with sandboxed() as sandbox, sandbox.rest() as rest:
        media = AppMedia(rest, MemoryFiles(), monotonic=Ticking())
        yield Office(sandbox, AppChannel(rest, agent_id=1000017, media=media), AppRecalls(rest))


async def test_many_are_told_and_nobody_twice_when_it_is_repeated(office: Office) -> None:
    first = await office.send(Text("停电"))
    assert (first.verdict, first.missed) == (Verdict.DONE, {"nobody"})
    assert (await office.send(Text("停电"))).verdict is Verdict.DONE
    told = await office.sandbox.log(at_least=2)
    assert [entry["to"]["user"] for entry in told] == ["zhangsan", "lisi"]


async def test_it_is_taken_back_once_from_all_who_got_it(office: Office) -> None:
    msgid = (await office.send(Text("停电"))).receipt["msgid"]
    assert (await office.recalls.recall(msgid)).verdict is Verdict.DONE
    items, _ = await office.sandbox.world.journal.after(0, 0, lambda item: item["kind"] == "recalled")
    gone = [item["to"]["user"] for item in items]
    assert gone == ["zhangsan", "lisi"]
    assert (await office.recalls.recall(msgid)).verdict is Verdict.REFUSED


async def test_after_a_day_it_stays(office: Office) -> None:
    msgid = (await office.send(Text("停电"))).receipt["msgid"]
    await office.sandbox.do("clock", advance=86_500)
    assert (await office.recalls.recall(msgid)).verdict is Verdict.REFUSED
