"""A bot whose maker is no super administrator, the whole program in the sandbox: who is who, what a stranger gets."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.core import Core
from bot.domain.people import Department, Person
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.shapes.outgoing import Text, ToPerson
from bot.shapes.queue import Said
from sandbox.directory import open_userid

from .programs import running
from .sandboxed import Sandbox, sandboxed, until

ZHANG = UserId("zhangsan")


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with sandboxed() as sandbox:
        sandbox.world.settings.encrypted_userids = True
        yield sandbox


async def ask(sandbox: Sandbox, text: str = "/没有", *, answers: int = 2) -> str:
    """The newest of so many answers: the first words bring a welcome as well."""
    await sandbox.do("say", **{"from": "zhangsan", "to": "bot", "text": text})
    return str((await sandbox.log(at_least=answers))[-1]["text"])


async def test_the_app_tells_who_it_is(sandbox: Sandbox, tmp_path: Path) -> None:
    async with running(sandbox, tmp_path) as core:
        assert "没有「没有」这个命令" in await ask(sandbox)
        await core.tick()
        assert core.records.identities.user_of(open_userid("zhangsan")) == ZHANG
        assert len(sandbox.world.calls.under("/cgi-bin/batch")) == 1
    async with running(sandbox, tmp_path):
        assert "没有「还没有」这个命令" in await ask(sandbox, "/还没有", answers=3)
    assert len(sandbox.world.calls.under("/cgi-bin/batch")) == 1  # it is written down


async def test_the_conversion_is_tried_again(sandbox: Sandbox, tmp_path: Path) -> None:
    async with running(sandbox, tmp_path):
        await sandbox.do("faults", path="/cgi-bin/batch", errcode=-1, times=1)
        assert "没有「没有」这个命令" in await ask(sandbox)


async def test_without_the_app_a_stranger_hears_his_id_and_an_administrator_maps_it(
    sandbox: Sandbox, tmp_path: Path
) -> None:
    async with running(sandbox, tmp_path, with_app=False) as core:
        assert f"加密编号 {open_userid('zhangsan')}。" in await ask(sandbox)
        await _register(core)
        assert "没有「没有」这个命令" in await ask(sandbox, answers=3)
        await _push(core, "下午停电")  # by the id that the bot knows him by
        assert (await sandbox.log(at_least=4))[-1]["text"] == "下午停电"


async def _register(core: Core) -> None:
    """As the command line does, beside the bot."""
    by = Act("cli", "identities", "服务器操作", "test", datetime.now(UTC))
    table, staff = core.records.identities, [Person(ZHANG, "张三", 1)]
    await core.database.transact(
        lambda: table.learn({open_userid("zhangsan"): ZHANG}, how="imported", by=by),
    )
    await core.database.transact(lambda: core.records.directory.replace([Department(1, "公司")], staff, by=by))
    await core.tick()


async def _push(core: Core, words: str) -> None:
    said = [Said(ToPerson(ZHANG), Text(words))]
    core.outgoing.add(await core.database.transact(lambda: core.outbox_table.put(said, cause="test", at=0)))
    await asyncio.sleep(0)
    await until(core.outgoing.is_settled)
