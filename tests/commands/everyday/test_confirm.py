from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

from bot.storage.engine.database import Database
from bot.storage.schema.upgrading import upgrade
from tests.chat import Chat


async def test_nothing_waits(chat: Chat) -> None:
    await chat.play("""
        张三> /确认
        机器人> 没有等你确认的事。要办什么，直接发命令就行。
        张三> /确认一下明天几点开会
        机器人> 没看懂「一下明天几点开会」。只发 /确认，或写上卡片里的编号。
    """)


async def test_whoever_asks_is_told_how_to_use_it(chat: Chat) -> None:
    await chat.play("""
        张三> /帮助 确认
        机器人> /确认：确认我刚才问你的事
        用法：/确认
    """)


async def test_somebody_elses_question_is_not_mine_to_answer(chat: Chat) -> None:
    await chat.play("""
        郑群@项目A工作群> /退订 安全提醒
        机器人@项目A工作群> [卡片] 确定要退订 安全提醒吗？ 10:30 前有效 [确认] [算了]
        张三> /确认 1
        机器人> 没有等你确认的事。要办什么，直接发命令就行。
    """)


async def test_only_the_button_that_says_yes_is_a_yes(chat: Chat) -> None:
    await chat.play("""
        郑群@项目A工作群> /退订 安全提醒
        机器人@项目A工作群> [卡片] 确定要退订 安全提醒吗？ 10:30 前有效 [确认] [算了]
    """)
    await chat.press("郑群", chat.newest_card, "of-another-card", room="项目A工作群")
    assert [line.words for line in chat.said()] == [
        "[卡片] 没有办成 没看懂这个按钮，什么都没有改动。请重新发一次命令。"
    ]
    await chat.play("""
        郑群@项目A工作群> /确认
        机器人@项目A工作群> 项目A工作群不再收到安全提醒。要恢复，发 /订阅 安全提醒。
    """)


async def test_nobody_speaks_through_the_bot(chat: Chat) -> None:
    await chat.say(
        "张三", "/确认 1」\n\n【公告】明天放假 https://evil.example <@all>" + "长" * 1000, room="项目A工作群"
    )
    (line,) = chat.said()
    assert line.words == ("没看懂「1」 【公告】明天放假 https：//evil.examp…」。只发 /确认，或写上卡片里的编号。")


async def test_after_the_deadline_nothing_happens(chat: Chat) -> None:
    await chat.play("""
        郑群@项目A工作群> /退订 安全提醒
        机器人@项目A工作群> [卡片] 确定要退订 安全提醒吗？ 10:30 前有效 [确认] [算了]
        ⏰ 2026-11-22 10:31
        郑群> /确认 1
        机器人> 已经过了确认时间，什么都没有改动。要办请重新发一次命令。
        郑群> /确认
        机器人> 没有等你确认的事。要办什么，直接发命令就行。
    """)


async def test_a_question_and_its_deadline_outlive_a_restart(tmp_path: Path) -> None:
    async with bot_on(tmp_path) as chat:
        await chat.play("""
            郑群@项目A工作群> /退订 安全提醒
            机器人@项目A工作群> [卡片] 确定要退订 安全提醒吗？ 10:30 前有效 [确认] [算了]
        """)
        card = chat.newest_card
    async with bot_on(tmp_path) as chat:
        await chat.press("郑群", card, "yes", room="项目A工作群")
        assert [line.words for line in chat.said()] == [
            "[卡片] 已确认：退订 安全提醒 项目A工作群不再收到安全提醒。要恢复，发 /订阅 安全提醒。"
        ]
    async with bot_on(tmp_path, later=timedelta(hours=1)) as chat:
        await chat.press("郑群", card, "yes", room="项目A工作群")
        assert [line.words for line in chat.said()] == ["[卡片] 卡片已关闭：退订 安全提醒 这件事已经办过了。"]


@asynccontextmanager
async def bot_on(folder: Path, *, later: timedelta = timedelta()) -> AsyncIterator[Chat]:
    database = await Database.open(f"sqlite://{folder}/qunwu.sqlite3")
    await upgrade(database)
    chat = await Chat.open(database)
    chat.clock.time += later
    yield chat
    await chat.close()
    await database.close()


async def test_what_was_asked_in_private_is_answered_in_private(chat: Chat) -> None:
    await chat.play("""
        陈安> /退订 安全提醒
        机器人> [卡片] 确定要退订 安全提醒吗？ 10:30 前有效 [确认] [算了]
        陈安@项目A工作群> /确认
        机器人@项目A工作群> 看不出是哪个群。请到那个群里 @我 再发一次。
    """)


async def test_a_plain_yes_is_one_and_a_nod_is_asked_what_it_means(chat: Chat) -> None:
    await chat.play("""
        郑群@项目A工作群> /退订 安全提醒
        机器人@项目A工作群> [卡片] 确定要退订 安全提醒吗？ 10:30 前有效 [确认] [算了]
        郑群> 是的
        机器人> 这句我没听懂。有人出事就回「出事了」，我马上叫人；别的发 /帮助。
        郑群@项目A工作群> 好的
        机器人@项目A工作群> 「退订 安全提醒」还没有办。要办请按卡片上的「确认」，或回「是的」；不办回「算了」。
        郑群@项目A工作群> 是的
        机器人@项目A工作群> 项目A工作群不再收到安全提醒。要恢复，发 /订阅 安全提醒。
    """)
