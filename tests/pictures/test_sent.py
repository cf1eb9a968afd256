"""A chart goes the whole way: drawn, stored, uploaded by the real bot, and seen in private and in a group."""

from pathlib import Path

from aiohttp import ClientSession

from bot.core import Core
from bot.identifiers import GroupId, UserId
from bot.pictures.bars import Bar, bar_chart
from bot.pictures.png import render
from bot.shapes.outgoing import Address, Attachment, Media, ToGroup, ToPerson
from bot.shapes.queue import Said, Waiting
from bot.storage.talking.files import FileTable
from tests.doctor.clinic import Clinic, opened


async def test_a_chart_arrives(tmp_path: Path) -> None:
    chart = render(bar_chart("11 月各部门请假天数", [Bar("生产部", 42.5), Bar("财务部", 3)], unit="天"))
    async with opened(tmp_path) as clinic, clinic.running() as core:
        await send(core, chart, ToPerson(UserId("zhangsan")), ToGroup(GroupId("G-A")))
        entries, _ = await clinic.world.journal.after(0, 0, lambda entry: entry["kind"] == "sent")
        assert {(entry["via"], entry["msgtype"]) for entry in entries} == {("app", "image"), ("webhook", "image")}
        assert [await seen(clinic, entry["url"]) for entry in entries] == [chart, chart]


async def send(core: Core, chart: bytes, *addresses: Address) -> None:
    async def work() -> list[Waiting]:
        file = await FileTable().keep(chart, at=core.clock.now())
        picture = Attachment(Media.IMAGE, file, "请假天数.png", plain="生产部 42.5 天，财务部 3 天")
        said = [Said(address, picture) for address in addresses]
        return list(await core.outbox_table.put(said, cause="test", at=0))

    core.outgoing.add(await core.database.transact(work))
    await core.settled()


async def seen(clinic: Clinic, url: str) -> bytes:
    async with ClientSession() as session, session.get(clinic.world.api_base + url) as answer:
        return await answer.read()
