"""A picture that somebody sends arrives as what it was, by every door; and a message outlives its picture."""

import asyncio
import base64
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.core import Core
from bot.shapes.incoming import Incoming
from bot.storage.engine import codec

from .programs import running
from .sandboxed import Sandbox, sandboxed

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with sandboxed() as sandbox:
        yield sandbox


async def shown(sandbox: Sandbox, core: Core, to: str, kind: str = "image", data: bytes = PNG) -> Incoming:
    """Send a picture or a file; what the bot has stored."""
    wish = {"from": "zhangsan", "to": to, "text": "", kind: base64.b64encode(data).decode()}
    await sandbox.do("say", **wish)
    async with asyncio.timeout(5):
        while True:
            for row in await core.database.fetch("SELECT payload FROM inbox ORDER BY id DESC"):
                stored: Incoming = codec.load(row["payload"])
                if stored.pictures or stored.documents:
                    return stored
            await asyncio.sleep(0.01)


@pytest.mark.parametrize(("to", "by_callback"), [("bot", False), ("bot", True), ("app", False)])
async def test_it_is_kept_as_it_was(sandbox: Sandbox, tmp_path: Path, to: str, *, by_callback: bool) -> None:
    async with running(sandbox, tmp_path, by_callback=by_callback) as core:
        [picture] = (await shown(sandbox, core, to)).pictures
        assert picture.file
        assert await core.records.files.read(picture.file) == PNG


@pytest.mark.parametrize("by_callback", [False, True])
async def test_a_document_too(sandbox: Sandbox, tmp_path: Path, *, by_callback: bool) -> None:
    table = "姓名,入职日期\n张三,2020-01-01".encode()
    async with running(sandbox, tmp_path, by_callback=by_callback) as core:
        [document] = (await shown(sandbox, core, "bot", "file", table)).documents
        assert document.file
        assert await core.records.files.read(document.file) == table


async def test_without_its_picture_the_message_goes_on(sandbox: Sandbox, tmp_path: Path) -> None:
    await sandbox.do("faults", path="/cgi-bin/media/get", errcode=40007)
    async with running(sandbox, tmp_path) as core:
        [picture] = (await shown(sandbox, core, "app")).pictures
        assert (picture.file, bool(picture.media_id)) == (None, True)
        assert "只看得懂文字" in (await sandbox.log())[-1]["text"]
