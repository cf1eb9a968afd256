"""Somebody stays after all: by whoever may, once, and what was done to his account is done backwards."""

from bot.storage.engine.database import Database
from tests.app_accounts import AppAccounts
from tests.chat import Chat
from tests.scheduler.test_leaving_clock import opened


async def test_an_account_that_was_disabled_is_enabled_again(database: Database) -> None:
    app = AppAccounts()
    chat = await opened(database, app)
    await chat.play("""
    李娜> /离职 @何苗 11月23日
    机器人→周敏> …
    机器人→吴管> …
    机器人> [卡片] …
    ⏰ 2026-11-24 00:01
    李娜> 按 [撤回离职]
    机器人→周敏> LZ-20261122-001 何苗：离职已撤回（李娜）。
    机器人→吴管> LZ-20261122-001 何苗：离职已撤回（李娜）。
    机器人> [卡片] LZ-20261122-001 离职办理：何苗 LZ-20261122-001 已撤回，账号马上恢复，…
    ⏰ 2026-11-24 00:02
    机器人→李娜> LZ-20261122-001 启用账号：何苗：办好了。
    李娜> /撤回离职 LZ-20261122-001
    机器人> LZ-20261122-001 已撤回，不用再撤回。
    ⏰ 2026-12-02 10:00
    """)
    assert app.asked == ("disable hemiao", "enable hemiao")
    await chat.close()


async def test_a_number_that_isn_t_there(chat: Chat) -> None:
    await chat.play("""
    李娜> /撤回离职 LZ-20261122-009
    机器人> 没有这个编号的离职办理，什么都没有改动。
    """)
