"""The bot's own state in chat: what was set aside is seen without its words, and one of it tried again."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.rights import EMPLOYEES
from bot.domain.upkeep.workings import Depth
from bot.services.upkeep.system import waiting
from bot.shapes.command import CommandBook, command
from bot.shapes.context import Context
from bot.shapes.replies import Reply
from bot.storage.engine.database import Database
from bot.storage.queues.parked import ParkedTable
from bot.storage.queues.pauses import PauseTable
from commands.upkeep.system import system
from tests.chat import Chat

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)


class Kettle:
    works = False


@command("烧水", summary="烧一壶水", audience=EMPLOYEES)
async def boil(ctx: Context) -> Reply:
    if not Kettle.works:
        raise RuntimeError("secret words of 张三")
    return Reply("水开了。")


@pytest.fixture
async def kitchen(database: Database) -> AsyncIterator[Chat]:
    """What 张三 asked for failed."""
    Kettle.works = False
    chat = await Chat.open(database, commands=CommandBook((replace(boil, area="日常"), replace(system, area="系统"))))
    await chat.say("张三", "/烧水")
    assert len(chat.said()) == 1
    yield chat
    await chat.close()


async def test_what_was_set_aside_is_seen_without_names_and_words(kitchen: Chat) -> None:
    await kitchen.play("""
        吴管> /系统
        机器人> [卡片] 系统 收到还没处理的 0 条。要发还没发出的 0 条。1 条没办成。审计记录都入了链。…
        吴管> 按 [看待处理的]
        机器人> [卡片] 系统 m1 10:00 收到的文字，没办成，编号 …
    """)
    assert "张三" not in repr(kitchen.said())
    assert "secret" not in repr(kitchen.said())


async def test_it_is_tried_again_once(kitchen: Chat, database: Database) -> None:
    Kettle.works = True
    await kitchen.play("""
        吴管> /系统 重试 M1
        机器人> m1 马上再试一次。
        吴管> /系统 重试 m1
        机器人> 没有待处理的 m1。发 /系统 待处理 看有哪些。
        ⏰ 2026-11-22 10:01
        机器人> 水开了。
        吴管> /系统 待处理
        机器人> [卡片] 系统 没有待处理的消息。
    """)
    assert list(await ParkedTable(database).all()) == []
    trail = await database.fetch("SELECT actor, subject FROM trail WHERE action = '系统:parked.again'")
    assert [(row["actor"], row["subject"]) for row in trail] == [("wuguan", "m1")]


async def test_it_is_let_go_after_a_question_and_the_trail_says_so(kitchen: Chat, database: Database) -> None:
    await kitchen.play("""
        吴管> /系统 待处理
        机器人> [卡片] 系统 m1 10:00 收到的文字，没办成，编号 …
        吴管> 按 [放下 m1]
        机器人> [卡片] 系统 m1 10:00 收到的文字，没办成，编号 …
        吴管> 按 [留着]
        机器人> [卡片] 系统 m1 还留着。
        吴管> /系统 放下 M1
        机器人> [卡片] 系统 m1 10:00 收到的文字，没办成，编号 …
    """)
    assert [each.id for each in await ParkedTable(database).all()] == ["m1"]
    await kitchen.play("""
        吴管> 按 [放下]
        机器人> [卡片] 系统 m1 放下了，不再处理，也不再列出。
        吴管> /系统 确认放下 m1
        机器人> 没有待处理的 m1。发 /系统 待处理 看有哪些。
        ⏰ 2026-11-22 10:01
        吴管> /系统 待处理
        机器人> [卡片] 系统 没有待处理的消息。
    """)
    trail = await database.fetch("SELECT actor, subject FROM trail WHERE action LIKE '%:parked.let_go'")
    assert [(row["actor"], row["subject"]) for row in trail] == [("wuguan", "m1")]


async def test_in_words_alone(kitchen: Chat, database: Database) -> None:
    await kitchen.play("""
        吴管> /系统 确认放下 m1
        机器人> m1 放下了，不再处理，也不再列出。
    """)
    assert list(await ParkedTable(database).all()) == []


async def test_what_wecom_has_shut_is_told_with_its_errcode_and_since_when(chat: Chat, database: Database) -> None:
    pauses = PauseTable(database)
    await pauses.shut("app", 60, 60020)
    await pauses.shut("message/send", 60, 60020)
    await database.execute('UPDATE "pause" SET "since" = "since" - 570000')
    await pauses.shut("webhook:G-A", 30, 45009)
    await chat.say("吴管", "/系统")
    [card] = chat.said()
    assert (
        "企业微信暂时不让通过：应用发消息（错误码 60020，从 09:50 起，60 秒后再试）、群机器人在 1 个会话里发消息（"
        in card.words
    )
    assert "G-A" not in card.words


async def test_by_its_button(kitchen: Chat, database: Database) -> None:
    Kettle.works = True
    await kitchen.play("""
        吴管> /系统 待处理
        机器人> [卡片] 系统 m1 10:00 收到的文字，没办成，…
        吴管> 按 [重试 m1]
        机器人> [卡片] 系统 m1 马上再试一次。
    """)
    assert list(await ParkedTable(database).all()) == []


def test_what_lies_on_the_local_disk_is_told_where_there_is_something() -> None:
    since, queues = NOW - timedelta(seconds=70), 2
    spooled = Depth("spool", "waiting", 3, int(since.timestamp() * 1000))
    assert len(waiting([], NOW)) == queues
    assert waiting([spooled], NOW)[queues:] == ["数据库断开时收下、存在本机的 3 条，最久等了 70 秒。"]
    refused = Depth("spool", "parked", 1, spooled.oldest)
    assert waiting([refused], NOW)[queues:] == [
        "数据库断开时收下、存在本机的 0 条。",
        "另有 1 条数据库不收，请在服务器上运行 qunwu parked 查看。",
    ]
