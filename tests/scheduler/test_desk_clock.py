"""A question that nobody answers goes up; one that was answered ends by itself; words go in their time."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.company import Company
from bot.domain.desk.rules import DeskRules
from bot.shapes.job import Job
from bot.storage.engine.database import Database
from bot.storage.models.desk import EnquiryLineRecord, EnquiryRecord
from scheduler.desk_clock import desk_clock
from tests.chat import Chat

ASKED = """
    张三> /求助 打卡定位一直不准
    机器人→吴管> [卡片] 求助 QZ-20261122-001：技术 …
    机器人> [卡片] 已转给吴管 …"""


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (desk_clock,)


async def test_nobody_takes_it(chat: Chat) -> None:
    """Asked on a Sunday: the hours are those of Monday."""
    await chat.play(f"""{ASKED}
    ⏰ 2026-11-23 09:30
    机器人→吴管> [卡片] 求助 QZ-20261122-001：技术 到时间还没有人接手，请尽快。…
    ⏰ 2026-11-23 10:30
    机器人→吴管> [卡片] 求助 QZ-20261122-001：技术 还没有人接手，请尽快。…
    机器人→王强> 求助 QZ-20261122-001（技术）超时还没有答复，现在归吴管。请催一下，或安排别人。
    机器人→周敏> 求助 QZ-20261122-001（技术）超时还没有答复，现在归吴管。请催一下，或安排别人。
    机器人→张三> 求助 QZ-20261122-001：还没有答复，已经再催，没有忘。
    """)


async def test_nobody_says_what_was_missing(chat: Chat) -> None:
    await chat.play(f"""{ASKED}
    吴管> /追问求助 QZ-20261122-001 哪台手机
    机器人→张三> …
    机器人> …
    ⏰ 2026-11-25 00:00
    机器人→张三> [卡片] 求助 QZ-20261122-001：还要问一下 吴管问：哪台手机 …
    ⏰ 2026-11-28 00:00
    机器人→张三> 求助 QZ-20261122-001：没有等到补充，先关了。还要办就发 /求助。
    ⏰ 2026-12-20 00:00
    """)


async def test_who_was_answered_and_says_nothing(database: Database) -> None:
    chat = await Chat.open(database, jobs=(desk_clock,), company=_forgetful)
    await chat.play(f"""{ASKED}
    吴管> /答复求助 QZ-20261122-001 重启一下手机
    机器人→张三> …
    机器人> …
    ⏰ 2026-11-28 00:00
    张三> /我的求助
    机器人> 你的求助，新的在前：
    · QZ-20261122-001 技术·已解决：打卡定位一直不准
    """)
    assert await EnquiryLineRecord.all().count()
    await chat.advance(chat.clock.time + timedelta(days=4))
    assert not await EnquiryLineRecord.all().count()
    assert await EnquiryRecord.all().count() == 1
    await chat.close()


def _forgetful(company: Company) -> Company:
    return replace(company, desk=DeskRules(keep=timedelta(days=3)))
