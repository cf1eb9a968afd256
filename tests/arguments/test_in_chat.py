"""People and groups named in a chat, from the typed line to what is done: asked about, chosen, confirmed."""

import re
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Self

import pytest

from bot.arguments.groups import GroupNamed
from bot.arguments.people import PersonNamed
from bot.discovery import find_commands
from bot.shapes.arguments import Scene, Words
from bot.shapes.command import CommandBook, command
from bot.shapes.context import Context
from bot.shapes.replies import Reply
from bot.storage.engine.database import Database
from tests.chat import Chat


@dataclass(frozen=True, slots=True)
class Remark:
    wanted: ClassVar[str] = "说什么？"

    text: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        return cls(re.sub(r"\s+", " ", words.rest())) if words.left else None

    def explained(self) -> Mapping[str, Any]:
        return {"text": self.text}


@command("点名", summary="点一个人的名", writes=True)
async def call(ctx: Context, person: PersonNamed, remark: Remark) -> Reply:
    return Reply(f"点了{person.name}：{remark.text}。")


@command("看群", summary="看一个群", writes=True)
async def look(ctx: Context, group: GroupNamed) -> Reply:
    return Reply(f"看了{group.group.name}。")


@pytest.fixture
async def chat(database: Database) -> AsyncIterator[Chat]:
    helping = next(each for each in find_commands() if each.name == "帮助")
    chat = await Chat.open(database, commands=CommandBook((helping, call, look)))
    yield chat
    await chat.close()


async def test_two_of_one_name_are_chosen_from(chat: Chat) -> None:
    await chat.play("""
        郑群@项目A工作群> @小助手 /点名 @刘洋\u2005刷屏
        机器人@项目A工作群> [卡片] 「刘洋」是哪一位？ 生产部的刘洋(0086)、生产部的刘洋(0213)。
        按一个，或@我 回复序号、名称，10:10 前有效 [刘洋(0086)] [刘洋(0213)] [算了]
        郑群@项目A工作群> 按 [刘洋(0213)]
        机器人@项目A工作群> [卡片] 已选：刘洋(0213) 点了刘洋(0213)：刷屏。
    """)


@pytest.mark.parametrize("answer", ["2", "刘洋(0213)", "0213", "刘洋0213"])
async def test_the_choice_may_be_typed(chat: Chat, answer: str) -> None:
    await chat.say("郑群", "/点名 @刘洋 刷屏")
    chat.said()
    await chat.play(f"""
        郑群> {answer}
        机器人> 点了刘洋(0213)：刷屏。
    """)


async def test_who_tells_them_apart_is_not_asked(chat: Chat) -> None:
    await chat.play("""
        郑群> /点名 刷屏 @生产部-刘洋(0086)
        机器人> 点了刘洋(0086)：刷屏。
        郑群> /点名 @David Chen 迟到 两次
        机器人> 点了David Chen：迟到 两次。
    """)


async def test_a_guess_is_confirmed(chat: Chat) -> None:
    await chat.say("郑群", "/点名 王经理 迟到")
    (asked,) = chat.said()
    assert asked.words.startswith("[卡片]")
    assert "对方是生产部的王强" in asked.words
    await chat.play("""
        郑群> 按 [确认]
        机器人> [卡片] 已确认：点名 王经理 迟到 点了王强：迟到。
    """)


async def test_groups_are_chosen_from_too(chat: Chat) -> None:
    await chat.say("李四", "/看群 项目工作群")
    chat.said()
    await chat.play("""
        李四> 项目B工作群
        机器人> 看了项目B工作群。
    """)
