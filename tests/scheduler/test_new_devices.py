"""Whoever's account was logged in on another device is asked once; 不是我 is a case at once."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.security.logins import Login
from bot.identifiers import UserId
from bot.shapes.outgoing import Outcome, Verdict
from bot.shapes.ports import OfficeRefused, Sources
from bot.storage.engine.database import Database
from scheduler.new_devices import ask_who, read_logins
from tests.chat import Chat

AT = datetime.fromisoformat("2026-11-22T09:52:00+08:00")


class Log:
    def __init__(self, *logins: Login) -> None:
        self.logins: Sequence[Login] = logins

    async def read(self) -> Sequence[Login]:
        return self.logins


class Closed:
    async def read(self) -> Sequence[Login]:
        raise OfficeRefused(Outcome(Verdict.REFUSED, errcode=301002, why="not listed"))


async def test_asked_once_and_not_me_is_a_case(database: Database) -> None:
    logins = Login(UserId("zhangsan"), AT), Login(UserId("gone"), AT), Login(UserId("lisi"), AT, secondary=True)
    chat = await Chat.open(database, jobs=(ask_who,), sources=Sources(logins=Log(*logins)))
    await chat.play("""
    ⏰ 2026-11-22 11:05
    机器人→张三> [卡片] 刚才登录的是你吗？ 09:52 你的企业微信在一台新设备上登录。不是你就按「不是我」…
    机器人→李四> [卡片] 刚才登录的是你吗？ 09:52 你的企业微信在副设备上登录。…
    ⏰ 2026-11-22 12:05
    李四> 按 [是我]
    机器人> [卡片] 好的，是你 09:52 的登录记下了。…
    张三> 按 [不是我]
    机器人→吴管> [卡片] 紧急！账号异常 WA-20261122-001 张三（生产部）12:05 报告：「新设备登录 不是本人（09:52）」…
    机器人> [卡片] 先这样做 …
    """)
    await chat.close()


async def test_nobody_reads_them_or_may() -> None:
    assert await read_logins(Sources()) == ()
    assert await read_logins(Sources(logins=Closed())) == ()
