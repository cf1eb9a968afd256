"""The long connection is asked about, not tried, unless somebody says so."""

import asyncio

from bot.doctor._finding import Level
from bot.doctor._running import Running
from bot.doctor.long_connection import _as_it_says
from tests.doctor.clinic import Clinic


async def until_state(clinic: Clinic, words: str) -> str:
    async with asyncio.timeout(5):
        while True:
            (finding,) = (await clinic.report()).of("long_connection")
            if words in finding.says:
                return finding.line


async def test_not_tried_by_default(clinic: Clinic) -> None:
    (finding,) = (await clinic.report()).of("long_connection")
    assert finding.level is Level.WARN
    assert "没有试连（试连会挤掉正在用的连接）" in finding.says
    assert "--take-over" in finding.advice
    assert clinic.world.bot.live is None


async def test_taken_over(clinic: Clinic) -> None:
    (finding,) = (await clinic.report(take_over=True)).of("long_connection")
    assert finding.line.startswith("✓ 智能机器人长连接：Bot ID 和 Secret 都对；刚才的试连挤掉了原有的连接")


async def test_wrong_credentials(clinic: Clinic) -> None:
    clinic.values["wecom"]["bot"]["secret"] = "nonsense"
    (finding,) = (await clinic.report(take_over=True)).of("long_connection")
    assert finding.line.startswith("✗ 智能机器人长连接：Bot ID 或 Secret 不对（853000）。下一步：在管理后台 安全与管理")
    async with clinic.running():
        assert "企业微信不接受" in await until_state(clinic, "853000")


async def test_nobody_at_that_address(clinic: Clinic) -> None:
    clinic.values["wecom"]["bot"]["ws_url"] = "ws://127.0.0.1:9"
    (finding,) = (await clinic.report(take_over=True)).of("long_connection")
    assert finding.line.startswith("✗ 智能机器人长连接：连不上 ws://127.0.0.1:9：连接被拒绝。")
    async with clinic.running():
        assert "正在重试" in await until_state(clinic, "连不上")


async def test_the_slot_is_taken_by_somebody_else(clinic: Clinic) -> None:
    async with clinic.running():
        assert await until_state(clinic, "机器人说连着")
        await clinic.report(take_over=True)
        assert "停掉别处用同一个 Bot ID 的程序" in await until_state(clinic, "被别的程序挤下线了")


def test_another_process_of_ours_holds_it() -> None:
    standby = Running({"ready": True}, {"qunwu_long_connection": {frozenset({("state", "standby")}): 1.0}})
    assert _as_it_says(standby).line == "✓ 智能机器人长连接：由共用数据库的另一个进程连着，这一个待命。"
