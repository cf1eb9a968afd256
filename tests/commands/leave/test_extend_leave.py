"""Going on with a leave."""

from collections.abc import Sequence

import pytest

from bot.files.company import load
from bot.shapes.job import Job
from bot.storage.engine.database import Database
from scheduler.leave_days import move
from tests.chat import SAMPLE_COMPANY, Chat
from tests.commands.leave.scenes import approved

ILL = """
        张三> /请假 病假 11.23-11.24 发烧
        机器人→王强> …
        机器人> …
        王强> 按 [同意]
        机器人→张三> …
        机器人> [卡片] …
        ⏰ 2026-11-23 08:45"""


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (move,)


async def test_it_begins_where_the_other_ends_once_confirmed(chat: Chat) -> None:
    await chat.play(f"""{ILL}
        张三> 续假两天，还没退烧
        机器人> [卡片] 你是想「请假 病假 2026-11-25起两天 续QJ-20261122-001 还没退烧」吗？ 接着 QJ-20261122-001 …
        张三> 按 [确认]
        机器人→王强> [卡片] 张三 申请病假 11月25日(周三)至11月26日(周四)，2 天 QJ-20261123-001 …
        机器人> [卡片] 已确认：…
    """)


async def test_up_to_a_day(chat: Chat) -> None:
    await chat.play(f"""{ILL}
        张三> /续假 到周五
        机器人> [卡片] 你是想「请假 病假 2026-11-25到2026-11-27 续QJ-20261122-001」吗？ …
    """)


async def test_nobody_goes_on_with_anothers(chat: Chat) -> None:
    await chat.play(f"""{ILL}
        李四> /续假 QJ-20261122-001 两天
        机器人> 你没有编号是 QJ-20261122-001 的假。发 /我的请假 看有哪些。
        张三> /续假 QJ-20261122-001 两天
        机器人> [卡片] 你是想「请假 病假 2026-11-25起两天 续QJ-20261122-001」吗？ …
    """)


async def test_how_long_is_asked(chat: Chat) -> None:
    await chat.play("""
        张三> /续假
        机器人> 续几天，或续到哪天？…
    """)


async def test_a013_still_ill(database: Database) -> None:
    """On Sunday, of a leave that was asked for on Friday and runs till Tuesday."""
    friday = load(SAMPLE_COMPANY).now.replace(day=20, hour=8)
    chat = await Chat.open(database, jobs=(move,), now=friday)
    await approved(chat, "/请假 病假 11.20-11.24 发烧")
    await chat.play("""
        ⏰ 2026-11-22 10:00
        张三> 续假两天，还没退烧
        机器人> [卡片] 你是想「请假 病假 2026-11-25起两天 续QJ-20261120-001 还没退烧」吗？ 接着 QJ-20261120-001 …
        张三> 按 [确认]
        机器人→王强> [卡片] 张三 申请病假 11月25日(周三)至11月26日(周四)，2 天 QJ-20261122-001 …
        机器人> [卡片] 已确认：…
    """)
    await chat.close()


async def test_after_a_weekend_and_a_day_of_work_it_is_filed_late(chat: Chat) -> None:
    """Ill on Friday; on Monday one goes on from today, on Tuesday from yesterday, on Wednesday it is too late."""
    await approved(chat, "/请假 病假 11.27")
    for now, line in (
        ("2026-11-30 09:00", "请假 病假 2026-11-30起两天 续QJ-20261122-001"),
        ("2026-12-01 09:00", "请假 补假 病假 2026-11-30起两天 续QJ-20261122-001"),
    ):
        await chat.play(f"⏰ {now}")
        await chat.say("张三", "/续假 两天")
        assert line in chat.said()[-1].words
        await chat.say("张三", "算了")
        chat.said()
    await chat.play("""
        ⏰ 2026-12-02 09:00
        张三> /续假 两天
        机器人> 你现在没有在休的假，没有可以续的。要请假，发 /请假 加上种类和日期。
    """)


async def test_what_was_filed_late_is_asked_for_once_confirmed(chat: Chat) -> None:
    await approved(chat, "/请假 病假 11.27")
    await chat.play("""
        ⏰ 2026-12-01 09:00
        张三> /续假 两天 还没好
        机器人> [卡片] …
        张三> 按 [确认]
        机器人→王强> [卡片] 张三 申请病假 11月30日(周一)至12月1日(周二)，2 天 QJ-20261201-001 …
        机器人> [卡片] 已确认：…
    """)


async def test_what_was_refused_or_called_off_is_not_gone_on_with(chat: Chat) -> None:
    await chat.say("张三", "/请假 病假 11.24")
    await chat.say("王强", "/驳回 QJ-20261122-001 先来一下")
    chat.said()
    await chat.play("""
        张三> /续假 QJ-20261122-001 两天
        机器人> QJ-20261122-001 已驳回，不能续。请发 /请假 重新请。
        ⏰ 2026-11-24 09:00
        张三> /续假 两天
        机器人> 你现在没有在休的假，没有可以续的。要请假，发 /请假 加上种类和日期。
    """)


async def test_who_came_back_early_goes_on_from_there(chat: Chat) -> None:
    """Ill again on the day that he had come back for."""
    await approved(chat, "/请假 病假 11.23-11.25")
    await chat.play("⏰ 2026-11-24 09:00")
    await chat.say("张三", "/销假 明天")
    chat.said()
    await chat.play("""
        张三> /续假 一天
        机器人> [卡片] 你是想「请假 病假 2026-11-25起一天 续QJ-20261122-001」吗？ …
        张三> 按 [确认]
        机器人→王强> [卡片] 张三 申请病假 11月25日(周三)，1 天 QJ-20261124-001 …
        机器人> [卡片] 已确认：…
    """)
