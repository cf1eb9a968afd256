"""After 批评教育 a lesson and a question, which nobody can fail; departments whose affair it is hear what was done."""

from collections.abc import AsyncIterator

import pytest

from bot.domain.company import Company
from bot.storage.engine.database import Database
from tests.chat import Chat
from tests.commands.moderation.warnings import binding

TAUGHT = """
    郑群@项目A工作群> /批评教育 @张三 刷广告
    机器人→张三> 你在项目A工作群受到批评教育，编号 WG-20261122-001。…
    机器人→张三> [卡片] 学一小课，答一道题 WG-20261122-001。…
    机器人→郑群> …
    机器人@项目A工作群> …"""


def by_d15(company: Company) -> Company:
    return binding(company, "D15")


@pytest.fixture
async def chat(database: Database) -> AsyncIterator[Chat]:
    made = await Chat.open(database)
    yield made
    await made.close()


async def test_a_wrong_answer_is_explained_and_the_right_one_is_told(chat: Chat) -> None:
    await chat.play(f"""{TAUGHT}
    张三> 按 [A]
    机器人> [卡片] 学一小课，答一道题 不对。刷屏只会让人关掉提醒，公告有人看、有回执。再答一次就行，不计次数。…
    张三> 按 [B]
    机器人→郑群> WG-20261122-001 张三 学完了小课。
    机器人> [卡片] WG-20261122-001 小课 答对了。刷屏只会让人关掉提醒，公告有人看、有回执。
    张三> 按 [B]
    机器人> [卡片] WG-20261122-001 小课 这一课已经有结果，不用再答。
    张三> /违规记录
    机器人> 你有 1 条违规记录：
    · WG-20261122-001 11月22日(周日) 项目A工作群 批评教育「广告和刷屏」第 1 次，原因：刷广告，处理人：郑群；已确认
    小课：本人学完了（张三）
    不同意，11月25日(周三)前（含当天）发 /申诉 WG-20261122-001 理由。
    """)


async def test_who_does_not_answer_is_reminded_once(chat: Chat) -> None:
    await chat.play(TAUGHT)
    await chat.advance(chat.clock.now().replace(day=27))
    said = [line for line in chat.said() if "小课" in line.words]
    assert [(line.to, "今天答完" in line.words) for line in said] == [("张三", True), ("郑群", False)]


async def test_what_was_taken_back_needs_no_lesson(chat: Chat) -> None:
    await chat.play(TAUGHT)
    await chat.say("张三", "/申诉 WG-20261122-001 不是我发的")
    await chat.say("王强", "/裁定 WG-20261122-001 撤销 看错了人")
    chat.said()
    await chat.play("""
    张三> 按 [B]
    机器人> [卡片] WG-20261122-001 小课 这一课已经有结果，不用再答。
    """)


async def test_departments_hear_what_and_not_who(database: Database) -> None:
    chat = await Chat.open(database, company=by_d15)
    await chat.say("郑群", "/警告 @张三 造谣说要停产", room="项目A工作群")
    (told,) = [line.words for line in chat.said() if line.to == "林宓"]
    assert told == (
        "WG-20261122-001 生产部一名同事因「谣言和虚假信息」警告（项目A工作群）。"
        "按《企业微信使用管理制度》通报相关部门，请看看要不要补救和提醒；不转发，不打听是谁。"
    )
    await chat.say("郑群", "/警告 @李四 发私事", room="项目A工作群")
    assert not [line for line in chat.said() if line.to == "林宓"]
    await chat.close()
