"""What is too long for a message goes to the asker beside it, in private."""

from collections.abc import AsyncIterator

import pytest

from bot.pictures.bars import Bar, bar_chart
from bot.services.attaching import attach_picture, attach_table
from bot.shapes.command import CommandBook, command
from bot.shapes.context import Context
from bot.shapes.replies import Reply
from bot.storage.engine.database import Database
from tests.chat import Chat


@command("明细", summary="tells more than a message holds")
async def details(ctx: Context) -> Reply:
    await attach_table(ctx, "明细-1", "明细", ("姓名", "次数"), [("张三", "2")], plain="每人一行。")
    await attach_picture(ctx, "明细-1", lambda: bar_chart("次数", [Bar("张三", 2)]), plain="张三 2 次。")
    return Reply("共 2 次。")


@pytest.fixture
async def chat(database: Database) -> AsyncIterator[Chat]:
    chat = await Chat.open(database, commands=CommandBook((details,)))
    yield chat
    await chat.close()


async def test_a_table_and_a_picture_go_to_the_asker_alone(chat: Chat) -> None:
    await chat.play("""
        李娜@项目A工作群> @小助手 /明细
        机器人→李娜> [文件 明细-1.xlsx] 每人一行。
        机器人→李娜> [图片] 张三 2 次。
        机器人@项目A工作群> 共 2 次。
    """)
