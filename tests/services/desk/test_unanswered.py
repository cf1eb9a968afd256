"""A question in a group that nobody understood comes to who looks after it, in working time, once."""

from collections.abc import Sequence

import pytest

from bot.shapes.job import Job
from bot.storage.models.desk import EnquiryRecord
from scheduler.desk_clock import desk_clock
from tests.chat import Chat

ASKED = """
    张三@项目A工作群> 下周的样板间验收安排在哪天呀？
    机器人@项目A工作群> …"""


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (desk_clock,)


async def test_who_looks_after_the_group_answers(chat: Chat) -> None:
    await chat.play(f"""{ASKED}
    ⏰ 2026-11-23 09:30
    机器人→郑群> [卡片] 群里提问 TW-20261122-001：其他 在「项目A工作群」问了有一会儿，我没看懂，不知道有没有人回。张三（生产部）：下周的样板间验收安排在哪天呀？ …
    郑群> 按 [答复]
    机器人> [卡片] 群里提问 TW-20261122-001 怎么答复？…
    郑群> 周四下午
    机器人→张三> [卡片] 有答复了（TW-20261122-001） 郑群：周四下午 …
    机器人> TW-20261122-001 已答复，张三会说有没有解决。
    """)  # noqa: E501 - a chat log


async def test_it_was_answered_in_the_group(chat: Chat) -> None:
    await chat.play(f"""{ASKED}
    ⏰ 2026-11-23 09:30
    机器人→郑群> [卡片] 群里提问 TW-20261122-001：…
    郑群> 按 [已经回过了]
    机器人> [卡片] 群里提问 TW-20261122-001 好，不再提醒。
    ⏰ 2026-12-01 09:30
    张三> /我的求助
    机器人> 你还没有提过求助。有问题发 /求助 内容。
    """)


async def test_nobody_presses(chat: Chat) -> None:
    await chat.play(f"""{ASKED}
    ⏰ 2026-11-23 09:30
    机器人→郑群> [卡片] 群里提问 TW-20261122-001：…
    ⏰ 2026-12-01 09:30
    """)
    (row,) = await EnquiryRecord.all()
    assert row.state == "已关闭"


@pytest.mark.parametrize(
    ("who", "words"),
    [
        ("张三", "好的收到"),
        ("张三", "/没有这个命令 是吗"),
        ("郑群", "下周的样板间验收安排在哪天呀？"),
        ("张三", "在吗？"),
    ],
)
async def test_what_asks_nobody(chat: Chat, who: str, words: str) -> None:
    await chat.say(who, words, room="项目A工作群")
    assert not await EnquiryRecord.all().count()


async def test_so_many_of_one_asker_and_no_more(chat: Chat) -> None:
    for number in range(6):
        await chat.say("张三", f"第{number}个样板间的验收安排在哪天呀？", room="项目A工作群")
    assert await EnquiryRecord.all().count() == 3
