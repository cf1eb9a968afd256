"""Groups that the app made, the whole program in the sandbox: what is said to them, and where it may not be."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.core import Core
from bot.identifiers import FileId, GroupId
from bot.shapes.outgoing import Attachment, Card, Content, Markdown, Media, ToGroup
from bot.shapes.queue import Said

from .programs import running
from .sandboxed import Sandbox, sandboxed, until

PNG = b"\x89PNG\r\n\x1a\n" + bytes(100)


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with sandboxed() as sandbox:
        yield sandbox


async def tell(core: Core, room: str, content: Content) -> str:
    """The state that the parcel ends in."""
    said = [Said(ToGroup(GroupId(room)), content)]
    parcels = await core.database.transact(lambda: core.outbox_table.put(said, cause="test", at=0))
    core.outgoing.add(parcels)
    await until(core.outgoing.is_settled)
    return (await core.outbox_table.get(parcels[0].id)).state


async def test_words_cards_and_pictures_reach_it_as_it_can_show_them(sandbox: Sandbox, tmp_path: Path) -> None:
    room = next(iter(sandbox.world.credentials.appchats))
    async with running(sandbox, tmp_path) as core:
        file = await core.records.files.keep(PNG, at=sandbox.world.clock.now())
        shot = Attachment(Media.IMAGE, file, "现场.png", plain="现场照片")
        for content in (Markdown("**演练**", plain="演练"), Card("已整改", plain="已整改"), shot):
            assert await tell(core, room, content) == "done"
        entries = await sandbox.log(at_least=3)
    assert {(entry["via"], entry["to"]["group"]) for entry in entries} == {("appchat", room)}
    assert [entry["msgtype"] for entry in entries] == ["markdown", "text", "image"]


async def test_where_the_picture_is_gone_its_words_remain(sandbox: Sandbox, tmp_path: Path) -> None:
    room = next(iter(sandbox.world.credentials.appchats))
    async with running(sandbox, tmp_path) as core:
        lost = Attachment(Media.IMAGE, FileId("gone"), "现场.png", plain="现场照片")
        assert await tell(core, room, lost) == "done"
        [entry] = await sandbox.log()
    assert (entry["msgtype"], entry["text"]) == ("text", "现场照片")


async def test_nothing_is_left_to_try_where_wecom_refuses(sandbox: Sandbox, tmp_path: Path) -> None:
    room = next(iter(sandbox.world.credentials.appchats))
    await sandbox.do("faults", path="/cgi-bin/appchat/send", errcode=86008)
    async with running(sandbox, tmp_path) as core:
        assert await tell(core, room, Markdown("**演练**", plain="演练")) == "parked"
