"""Any command with anything behind it: an answer or a refusal, never a defect of ours."""

import pytest

from bot.discovery import find_commands
from bot.storage.engine.database import Database
from tests.chat import Chat

from .letters import ODD, dice_of

HERE = 25  # lines
LIKELY = (
    *(
        "张三",
        "@李四",
        "项目A工作群",
        "生产部",
        "全员",
        "年假",
        "明天",
        "9:30",
        "25:99",
        "2月30日",
        "2026-13-45",
        "9999年",
    ),
    *(
        "QJ-20261122-001",
        "YH-20261122-999",
        "99999999999999999999",
        "-1",
        "1e9",
        "0天",
        "²",
        "½",
        "Ⅳ",
        "一百亿",
        "全部",
    ),
)


async def said(chat: Chat, database: Database, speakers: tuple[str, ...], *, most: int | None = None) -> None:
    dice = dice_of("lines")
    lines = [(who, each.name) for each in find_commands() for who in speakers]
    for who, name in dice.sample(lines, most or len(lines)):
        words = [
            dice.choice(LIKELY) if dice.random() < 0.6 else dice.choice(ODD)[:200] for _ in range(dice.randrange(5))
        ]
        line = " ".join([f"/{name}", *words]).encode("utf-8", "replace").decode()
        await chat.say(who, line)
        assert not await database.fetch("SELECT why FROM inbox WHERE state = 'parked'"), line


async def test_some_commands_with_anything_behind_them(chat: Chat, database: Database) -> None:
    await said(chat, database, ("张三",), most=HERE)


@pytest.mark.soak
async def test_each_command_with_anything_behind_it(chat: Chat, database: Database) -> None:
    await said(chat, database, ("张三", "周敏", "郑群", "陈安", "王强", "nobody9"))
