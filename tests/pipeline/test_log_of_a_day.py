"""A day with things that go wrong in it: the log has not a word of what anybody said, and nobody's name."""

import io
import json
import logging
from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

import pytest
import structlog

from bot import logs
from bot.discovery import find_commands
from bot.shapes.command import CommandBook, command
from bot.shapes.context import Context
from bot.shapes.incoming import Via
from bot.shapes.outgoing import Outcome, Verdict
from bot.shapes.replies import Reply
from bot.storage.engine.database import Database
from bot.storage.schema.upgrading import upgrade
from tests.chat import Chat

SAID = (
    ("张三", "/请假 病假 明天 急性肠胃炎要输液"),
    ("王强", "/驳回 QJ-20261122-001 旺季走不开"),
    ("李四", "/隐患 3号车间 氨气阀门漏得厉害 匿名"),
    ("陈安", "/核实 YH-20261122-001 重大 要停产才能换阀门"),
    ("王五", "仓库有人被叉车撞了，腿在流血"),
    ("陈安", "/事故资料 SG-20261122-001 死亡0 重伤1；伤者 钱小明 13800001234"),
    ("郑群", "/公告 项目A工作群 明天9:30 密码是 Qunwu-2026! 请大家改掉"),
    ("郑群", "/公告 项目A工作群 明天9:30 请把上周的周报交给我"),
    ("欧阳静", "/坏 工资条上少了三千块"),
    ("欧阳静", "我被主管骚扰了，不知道该找谁"),
    ("陈安", "/培训 新建 氨气泄漏处置 对象 生产部 时间 11月23日14:00 地点 二楼"),
    ("张三", "/警告 @李四 上班睡觉"),
    ("刘洋", "' OR 1=1; DROP TABLE inbox; --"),
)
WORDS = (
    *(
        "肠胃炎",
        "输液",
        "旺季",
        "走不开",
        "氨气",
        "阀门",
        "漏得",
        "叉车",
        "流血",
        "钱小明",
        "13800001234",
        "Qunwu-2026",
    ),
    *("周报", "工资条", "三千", "骚扰", "睡觉", "DROP", "二楼", "3号车间"),
)


@command("坏", summary="never works")
async def broken(ctx: Context) -> Reply:
    raise RuntimeError(f"{ctx.sender.name}：工资条上少了三千块")


@pytest.fixture
async def output() -> AsyncIterator[io.StringIO]:
    before = structlog.get_config()
    output = io.StringIO()
    logs.configure("debug", output)
    yield output
    structlog.configure(**before)
    logging.basicConfig(force=True)


async def test_nobody_reads_it_in_the_log(output: io.StringIO, tmp_path: Path) -> None:
    database = await Database.open(f"sqlite:///{tmp_path}/day.sqlite3")
    await upgrade(database)
    chat = await Chat.open(database, commands=CommandBook((*find_commands().by_name.values(), broken)))
    troubles = (Outcome(Verdict.UNKNOWN, why="timeout"), Outcome(Verdict.REFUSED, errcode=86001))
    for who, words in SAID:
        chat.channels[Via.APP].outcomes.extend(troubles)
        await chat.say(who, words)
    await chat.advance(datetime.fromisoformat("2026-11-22T10:40:00+08:00"))
    names = {person.name for person in chat.company.people}
    await chat.close()
    await database.close()
    lines = [json.loads(line) for line in output.getvalue().splitlines()]
    assert {"message.failed", "message.parked", "parcel.unknown", "refused"} <= {line["event"] for line in lines}
    assert not [(word, line) for word in (*names, *WORDS) for line in lines if word in str(line)]
