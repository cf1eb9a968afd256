from collections.abc import AsyncIterator

import pytest

from bot.discovery import find_commands
from bot.shapes.command import CommandBook
from bot.storage.engine.database import Database
from tests.chat import Chat

FEW = CommandBook(tuple(each for each in find_commands() if each.name in {"帮助", "我的权限", "退订"}))


@pytest.fixture
async def chat(database: Database) -> AsyncIterator[Chat]:
    """With few commands, so that a new one changes nothing here."""
    chat = await Chat.open(database, commands=FEW)
    yield chat
    await chat.close()


async def test_who_looks_after_a_group_is_told_which(chat: Chat) -> None:
    await chat.play("""
        郑群> /我的权限
        机器人> 你的身份：
        · 员工：在通讯录里
        · 群管理员：项目A工作群
        私聊我可以用：/帮助 /我的权限
        在项目A工作群还可以用：/退订
        被拒绝过、想知道为什么，发 /为什么；需要更多权限，请找企业微信管理员。
    """)


async def test_every_role_says_where_it_comes_from(chat: Chat) -> None:
    await chat.play("""
        陈安> /我的权限
        机器人> 你的身份：
        · 员工：在通讯录里
        · 部门负责人：通讯录里你负责安全环保部
        · 安全管理员：配置里写着你的账号
        私聊我可以用：/帮助 /我的权限 /退订
        被拒绝过、想知道为什么，发 /为什么；需要更多权限，请找企业微信管理员。
    """)


async def test_a_group_is_told_only_what_everybody_knows(chat: Chat) -> None:
    await chat.play("""
        郑群@项目A工作群> @小助手 /我的权限
        机器人@项目A工作群> 你在本群是群管理员，可以用 3 个命令。清单请私聊我发 /我的权限。
        王强@项目A工作群> @小助手 我有哪些权限
        机器人@项目A工作群> 你在本群是群成员，可以用 2 个命令。清单请私聊我发 /我的权限。
        张三@街坊群> @小助手 /我的权限
        机器人@街坊群> 这个群还没有登记（@我 发 /登记群），群管理的命令都用不了。你的权限请私聊我发 /我的权限。
    """)


async def test_a_stranger_has_none(chat: Chat) -> None:
    await chat.play("""
        路人> /我的权限
        机器人> 通讯录里还没有你，所以我不能替你办事。请联系企业微信管理员。
    """)
