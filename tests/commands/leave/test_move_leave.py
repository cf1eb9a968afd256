"""A leave goes to other days."""

from collections.abc import Sequence

import pytest

from bot.identifiers import UserId
from bot.shapes.job import Job
from bot.storage.leave.leave import LeaveTable
from scheduler.leave_days import move
from tests.chat import Chat
from tests.commands.leave.scenes import approved, left

AS_BEFORE = "0.50/0/4.50"


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (move,)


async def test_the_old_one_ends_and_the_new_one_is_asked_for(chat: Chat) -> None:
    await approved(chat, "/请假 年假 明天下午 看牙")
    await chat.play("""
        张三> /改期 QJ-20261122-001 11.25
        机器人> [卡片] 确定要改期 QJ-20261122-001 11.25吗？ 改到11月25日(周三)；10:30 前有效 [确认] [算了]
        张三> 按 [确认]
        机器人→王强> [卡片] 张三 申请年假 11月25日(周三)下午，0.5 天 QJ-20261122-002 余额：扣除本次后还剩 4.5 天 改期…
        机器人→王强> 张三 改期：年假 11月23日(周一)下午（QJ-20261122-001）不休了，想改到11月25日(周三)下午，另行申请。
        机器人> [卡片] 已确认：改期 QJ-20261122-001 11.25 QJ-20261122-001 年假 11月23日(周一)下午不休了，改到…
        王强> /同意申请 QJ-20261122-002
        机器人→张三> …
        机器人> …
    """)
    assert await left("zhangsan") == AS_BEFORE
    now = chat.clock.now()
    kept = {each.number: each for each in await LeaveTable().of(UserId("zhangsan"), now, since=now)}
    assert {number: str(each.state) for number, each in kept.items()} == {
        "QJ-20261122-001": "已取消",
        "QJ-20261122-002": "已批准",
    }
    assert kept["QJ-20261122-002"].replaces == "QJ-20261122-001"


async def test_in_plain_words_both_are_named_before(chat: Chat) -> None:
    await approved(chat, "/请假 事假 12.1-12.3")
    await chat.play("""
        张三> 我的事假想推迟两天
        机器人> [卡片] 确定要改期 QJ-20261122-001 改到2026-12-03到2026-12-07吗？ 事假 12月1日(周二)至12月3日(周四)（…
        张三> 按 [确认]
        机器人→王强> [卡片] 张三 申请事假 12月3日(周四)至12月7日(周一)，3 天 QJ-20261122-002 …
        机器人→王强> 张三 改期：…
        机器人> …
    """)


async def test_what_the_rules_refuse_changes_nothing(chat: Chat) -> None:
    """A rest day, days that are taken, more than there is."""
    await approved(chat, "/请假 年假 明天下午", "/请假 事假 12.1")
    for to, why in (
        ("11.28", "11月28日"),
        ("12.1", "QJ-20261122-002"),
        ("12.7-12.14", "年假不够"),
        ("11.23下午", "和原来一样"),
    ):
        await chat.say("张三", f"/改期 QJ-20261122-001 {to}")
        card = chat.said()[-1]
        assert "确定要改期" in card.words
        await chat.press("张三", chat.newest_card, "yes")
        said = chat.said()
        assert {each.to for each in said} == {"张三"}, to
        assert why in said[0].words
    assert await left("zhangsan") == AS_BEFORE
    assert str((await LeaveTable().get("QJ-20261122-001", chat.clock.now())).state) == "已批准"  # type: ignore[union-attr]


async def test_one_that_waits_is_withdrawn_for_the_new_one(chat: Chat) -> None:
    await chat.say("张三", "/请假 年假 明天下午")
    chat.said()
    await chat.play("""
        张三> 明天的年假改到后天
        机器人> [卡片] 确定要改期 QJ-20261122-001 改到2026-11-24下午吗？ …
        张三> 按 [确认]
        机器人→王强> QJ-20261122-001 申请人撤回了，不用再审批。
        机器人→王强> [卡片] 张三 申请年假 11月24日(周二)下午，0.5 天 QJ-20261122-002 …
        机器人> …
    """)
    assert await left("zhangsan") == AS_BEFORE


async def test_what_has_begun_is_not_moved(chat: Chat) -> None:
    await approved(chat, "/请假 年假 11.23-11.25")
    await chat.play("""
        ⏰ 2026-11-24 09:00
        张三> 年假改到12月1号
        机器人> [卡片] 要销假吗？ QJ-20261122-001 已经开始，不能改期。…
    """)


async def test_anothers_is_none_and_where_to_is_asked(chat: Chat) -> None:
    await approved(chat, "/请假 年假 明天下午")
    await chat.play("""
        李四> /改期 QJ-20261122-001 11.25
        机器人> [卡片] 确定要改期 …
        李四> 按 [确认]
        机器人> [卡片] 没有办成 你没有编号是 QJ-20261122-001 的假。发 /我的请假 看有哪些。
        张三> /改期
        机器人> 改到哪天？例如 12月3日，或 12.1-12.3。…
        张三> 12.3
        机器人> [卡片] 确定要改期 QJ-20261122-001 改到2026-12-03下午吗？ …
    """)
