"""A set-up of two processes on one PostgreSQL, asked from the machine of either."""

import asyncio
import json
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from aiohttp import ClientSession
from aiohttp.test_utils import unused_port

from bot.doctor._running import local_address, running
from tests.doctor.clinic import Clinic
from tests.nursery import ForkServerProcess, born
from tests.postgres import fresh

pytestmark = pytest.mark.postgres


@asynccontextmanager
async def bots(clinic: Clinic, *ports: int) -> AsyncIterator[list[ForkServerProcess]]:
    """Of one configuration, each with its own port."""
    for section in ("roles", "groups"):
        clinic.values.pop(section, None)
    wecom = clinic.values["wecom"] = {name: clinic.values["wecom"][name] for name in ("api_base", "bot")}
    text = "".join(f"{key} = {json.dumps(value)}\n" for key, value in wecom["bot"].items())
    clinic.path.write_text(
        f'clock = "sandbox"\n[database]\nurl = "{clinic.values["database"]["url"]}"\n'
        f'[privacy]\nsecret = "{clinic.values["privacy"]["secret"]}"\n'
        f'[audit]\nsecret = "{clinic.values["audit"]["secret"]}"\n'
        f'[backup]\nsecret = "{clinic.values["backup"]["secret"]}"\n'
        f'[wecom]\napi_base = "{wecom["api_base"]}"\n[wecom.bot]\n{text}',
        encoding="utf-8",
    )
    call = ("run", "--config", str(clinic.path))
    started = [born(call, Path(os.devnull), {"QUNWU_SERVER__PORT": str(port)}) for port in ports]
    try:
        yield started
    finally:
        for each in started:
            each.kill()
            each.join()


async def says(clinic: Clinic, port: int) -> str:
    clinic.values["server"]["port"] = port
    return (await clinic.report()).of("long_connection")[0].line


async def until(clinic: Clinic, port: int, *states: str) -> None:
    clinic.values["server"]["port"] = port
    async with asyncio.timeout(20), ClientSession() as session:
        while True:
            bot = await running(session, local_address(clinic.settings.server))
            if bot and bot.state("qunwu_long_connection") in states:
                return
            await asyncio.sleep(0.05)


async def test_one_is_connected_and_the_other_stands_by(clinic: Clinic, postgres_server: str) -> None:
    one, other, neither = unused_port(), unused_port(), unused_port()
    async with fresh(postgres_server) as url:
        clinic.values["database"]["url"] = url
        async with bots(clinic, one) as (first,):
            await until(clinic, one, "up")
            async with bots(clinic, other):
                await until(clinic, other, "standby")
                assert "机器人已连上" in await says(clinic, one)
                assert "由共用数据库的另一个进程连着，这一个待命" in await says(clinic, other)
                assert "由共用数据库的另一个进程连着" in await says(clinic, neither)
                first.terminate()
                await until(clinic, other, "up")
                assert "机器人已连上" in await says(clinic, other)
