"""The long connection is tried where no bot has it, and otherwise asked about, unless somebody says so."""

import asyncio
import sqlite3
import sys
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiohttp import ClientSession, web

from bot.doctor._finding import Finding, Level
from bot.doctor._running import local_address, running
from tests.doctor.clinic import Clinic, in_front

OPEN = """import sqlite3, sys
kept = sqlite3.connect(sys.argv[1])
kept.execute("SELECT 1 FROM t")
print("open", flush=True)
input()"""


async def until(clinic: Clinic, state: str) -> None:
    """The bot that runs says so."""
    async with asyncio.timeout(5), ClientSession() as session:
        while True:
            bot = await running(session, local_address(clinic.settings.server))
            if bot and bot.state("qunwu_long_connection") == state:
                return
            await asyncio.sleep(0.01)


async def found(clinic: Clinic, **how: bool) -> Finding:
    (finding,) = (await clinic.report(**how)).of("long_connection")
    return finding


async def test_tried_where_nobody_runs(clinic: Clinic) -> None:
    assert (await found(clinic)).line == "✓ 智能机器人长连接：试连成功，Bot ID 和 Secret 都对。"
    assert clinic.world.bot.live is None


@pytest.mark.parametrize("wrong", ["id", "secret"])
async def test_wrong_credentials(clinic: Clinic, wrong: str) -> None:
    clinic.values["wecom"]["bot"][wrong] = "nonsense"
    expected = "✗ 智能机器人长连接：Bot ID 或 Secret 不对（853000）。下一步：在管理后台 安全与管理"
    assert (await found(clinic)).line.startswith(expected)
    async with clinic.running():
        assert (await found(clinic)).line.startswith(expected)


async def test_not_tried_where_somebody_says_so(clinic: Clinic) -> None:
    line = (await found(clinic, may_connect=False)).line
    assert line.startswith("! 智能机器人长连接：按 --no-connect 没有试连。")
    assert clinic.world.calls.under("ws:") == []


async def test_not_tried_where_a_bot_is_connected(clinic: Clinic) -> None:
    async with clinic.running():
        await until(clinic, "up")
        live = clinic.world.bot.live
        assert (await found(clinic)).line == "✓ 智能机器人长连接：机器人已连上。"
        assert clinic.world.bot.live is live


async def test_not_tried_where_somebody_has_the_database_open(clinic: Clinic) -> None:
    path = clinic.folder / "qunwu.sqlite3"
    with sqlite3.connect(path) as made:
        made.execute("CREATE TABLE t (id)")
    other = await asyncio.create_subprocess_exec(sys.executable, "-c", OPEN, str(path), stdin=PIPE, stdout=PIPE)
    try:
        assert other.stdout is not None
        await other.stdout.readline()
        finding = await found(clinic)
    finally:
        await other.communicate(b"\n")
    assert (finding.level, f"进程 {other.pid} 打开着数据库" in finding.says) == (Level.WARN, True)
    assert clinic.world.calls.under("ws:") == []


async def test_the_configuration_is_newer_than_the_bot_that_runs(clinic: Clinic) -> None:
    own = clinic.values["wecom"]["bot"]
    clinic.values["wecom"]["bot"] = own | {"secret": "before"}
    async with clinic.running():
        clinic.values["wecom"]["bot"] = own
        await until(clinic, "refused")
        line = (await found(clinic)).line
    assert line.startswith("✗ 智能机器人长连接：配置里的 Bot ID 和 Secret 都对，运行中的机器人用的是旧的。下一步：重启")


async def test_the_bot_that_runs_is_connected_by_an_older_configuration(clinic: Clinic) -> None:
    async with clinic.running():
        await until(clinic, "up")
        live = clinic.world.bot.live
        clinic.values["wecom"]["bot"]["secret"] = "after"
        report = await clinic.report()
        assert clinic.world.bot.live is live
        taken = await found(clinic, take_over=True)
    (finding,) = report.of("long_connection")
    assert finding.line.startswith(
        "! 智能机器人长连接：机器人连着，但用的不是这份配置；这份里的 Bot ID 和 Secret 没有试过"
    )
    assert "! 机器人进程：它启动以后配置改过，新的还没有用上。下一步：重启机器人，再检查一次。" in [
        finding.line for finding in report.of("running")
    ]
    assert taken.level is Level.FAIL


async def test_taken_over(clinic: Clinic) -> None:
    finding = await found(clinic, take_over=True)
    assert finding.line.startswith("✓ 智能机器人长连接：Bot ID 和 Secret 都对；刚才的试连挤掉了原有的连接")


async def test_nobody_at_that_address(clinic: Clinic) -> None:
    clinic.values["wecom"]["bot"]["ws_url"] = "ws://127.0.0.1:9"
    expected = "✗ 智能机器人长连接：连不上 ws://127.0.0.1:9：连接被拒绝。"
    assert (await found(clinic)).line.startswith(expected)
    async with clinic.running():
        assert (await found(clinic)).line.startswith(expected)


async def test_the_slot_is_taken_by_somebody_else(clinic: Clinic) -> None:
    async with clinic.running():
        await until(clinic, "up")
        await clinic.report(take_over=True)
        await until(clinic, "evicted")
        line = (await found(clinic)).line
    assert line.startswith("✗ 智能机器人长连接：被别的程序挤下线了。下一步：一个机器人只能有一条长连接：停掉别处")


@asynccontextmanager
async def a_bot_that_says(clinic: Clinic, *states: str) -> AsyncIterator[None]:
    """One after the other; the last for good."""
    left = list(states)

    async def answer(request: web.Request) -> web.Response:
        if request.path == "/readyz":
            return web.json_response({"ready": True})
        state = left.pop(0) if len(left) > 1 else left[0]
        return web.Response(text=f'qunwu_long_connection{{state="{state}"}} 1\n')

    async with in_front(answer) as url:
        clinic.values["server"]["port"] = int(url.rpartition(":")[2])
        yield


async def test_another_process_of_ours_holds_it(clinic: Clinic) -> None:
    async with a_bot_that_says(clinic, "standby"):
        assert (await found(clinic)).line == "✓ 智能机器人长连接：由共用数据库的另一个进程连着，这一个待命。"


async def test_a_bot_that_is_just_connecting_is_left_alone(clinic: Clinic) -> None:
    async with a_bot_that_says(clinic, "connecting", "up"):
        assert (await found(clinic)).line == "✓ 智能机器人长连接：机器人已连上。"
    assert clinic.world.calls.under("ws:") == []


async def test_one_that_still_is_has_a_reason(clinic: Clinic) -> None:
    async with a_bot_that_says(clinic, "connecting"):
        line = (await found(clinic)).line
    assert line.startswith("! 智能机器人长连接：Bot ID 和 Secret 都对，但运行中的机器人还没有连上。下一步：过一分钟")
