from collections.abc import AsyncIterator

import pytest

from bot.discovery import find_commands
from bot.shapes.command import CommandBook
from bot.storage.engine.database import Database
from commands.everyday.help import FIRST, PLAIN
from tests.chat import Chat

FEW = CommandBook(tuple(each for each in find_commands() if each.name in {"确认", "帮助", "昵称检查", "退订"}))


@pytest.fixture
async def chat(database: Database) -> AsyncIterator[Chat]:
    """With few commands, so that a new one changes nothing here; /确认 is hidden."""
    chat = await Chat.open(database, commands=FEW)
    yield chat
    await chat.close()


async def test_help_shows_what_the_asker_may_do_where_he_asks(chat: Chat) -> None:
    await chat.play("""
        郑群@项目A工作群> @小助手 /帮助
        机器人@项目A工作群> 在这里你可以用：
        【日常】
        /帮助 看有哪些命令、怎么用
        【群昵称】
        /昵称检查 看群昵称是否规范
        【群通知】
        /退订 停发本群的安全提醒
        发 /帮助 加命令名，看用法。
        张三@项目A工作群> @小助手 /帮助
        机器人@项目A工作群> 在这里你可以用：
        【日常】
        /帮助 看有哪些命令、怎么用
        【群昵称】
        /昵称检查 看群昵称是否规范
        发 /帮助 加命令名，看用法。
    """)


async def test_help_about_one_command(chat: Chat) -> None:
    await chat.play("""
        张三> 帮助 昵称检查
        机器人> /昵称检查：看群昵称是否规范
        用法：/昵称检查 生产部-张三
        张三> /帮助 退订
        机器人> 「退订」要在群里 @我 使用，由群管理员发起。
    """)


async def test_a_bare_mention_gets_a_short_answer(chat: Chat) -> None:
    await chat.play("""
        张三@项目A工作群> @小助手
        机器人@项目A工作群> 我在。发 /帮助 看看我能做什么。
    """)


async def test_small_talk_is_kind_in_private_and_silent_in_a_group(chat: Chat) -> None:
    await chat.play("""
        张三> 谢谢啦
        机器人> 不客气，有事随时找我。
        张三> 你好！
        机器人> 你好，有事随时找我。发 /帮助 看看我能做什么。
        张三> 收到，谢谢
        机器人> 不客气，有事随时找我。
        张三@项目A工作群> 谢谢 @小助手
    """)


async def test_what_nobody_understands_gets_a_next_step(chat: Chat) -> None:
    await chat.play("""
        张三> /备份
        机器人> 没有「备份」这个命令。发 /帮助 看看我能做什么。
        张三> 今天天气不错
        机器人> 这句我没听懂。有人出事就回「出事了」，我马上叫人；别的发 /帮助。
    """)


async def test_who_cries_for_help_is_not_told_to_read_the_manual(chat: Chat) -> None:
    await chat.play("""
        张三@项目A工作群> 三号车间着火了！
        机器人→陈安> [卡片] 紧急！火灾 SG-20261122-001 三号车间着火了！…
        机器人→王强> [卡片] 紧急！火灾 SG-20261122-001 三号车间着火了！…
        机器人→张三> 已登记 SG-20261122-001，正在通知陈安、王强，有人确认收到，我就告诉你。…
        机器人@项目A工作群> 马上撤到室外空地，走楼梯，不坐电梯，不回去拿东西。打 119，有人受伤打 120。…
    """)


async def test_a_stranger_is_told_whom_to_ask(chat: Chat) -> None:
    await chat.play("""
        stranger> /昵称检查 张三
        机器人> 通讯录里还没有你，所以我不能替你办事。请联系企业微信管理员。
        stranger> /帮助
        机器人> 在这里你可以用：
        【日常】
        /帮助 看有哪些命令、怎么用
        发 /帮助 加命令名，看用法。
    """)


async def test_where_there_are_many_it_shows_what_there_is_of_each_kind(database: Database) -> None:
    """And no answer is longer than what any channel takes in one message."""
    chat = await Chat.open(database)
    book = find_commands()
    for name in ("张三", "吴管", "陈安"):
        for line in ("/帮助", *(f"/帮助 {area}" for area in sorted({each.area for each in book}))):
            await chat.say(name, line)
            [said] = chat.said()
            assert len(said.words.encode()) <= 2048, line
    await chat.play("""
        张三> /帮助
        机器人> 不用记命令，直接说就行，比如「明天下午请年假」、「三楼的消防通道被堵了」…
        张三> /帮助 群成员
        机器人> 【群成员】
        /入群 申请加入一个群
        /退群 退出一个群
        发 /帮助 加命令名，看用法。
        张三> /帮助 请假
        机器人> /请假：…
    """)
    await chat.close()


async def test_the_sentences_that_help_tells_are_understood(database: Database) -> None:
    chat = await Chat.open(database)
    for sentence in PLAIN.values():
        await chat.say("张三", sentence)
        assert not any("没听懂" in each.words for each in chat.said()), sentence
    await chat.close()


def test_what_comes_first_is_there() -> None:
    assert {*FIRST, *PLAIN} <= {each.name for each in find_commands()}
