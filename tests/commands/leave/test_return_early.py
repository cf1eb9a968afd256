"""Back before a leave is over."""

from collections.abc import Sequence

import pytest

from bot.shapes.job import Job
from bot.storage.leave.leave import LeaveTable
from scheduler.leave_days import move
from tests.chat import Chat
from tests.commands.leave.scenes import approved, left


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (move,)


async def test_a035_the_days_that_are_left_come_back(chat: Chat) -> None:
    """It is said on Tuesday of a leave that runs till Thursday."""
    await approved(chat, "/请假 年假 11.23-11.26")
    await chat.play("""
        ⏰ 2026-11-24 10:00
        张三> /销假 我提前回来了 明天就上班
        机器人→王强> 张三 提前销假：年假 11月23日(周一)至11月26日(周四)（QJ-20261122-001），11月25日(周三)起上班。
        机器人→李娜> …
        机器人> 已销假 QJ-20261122-001：年假 11月23日(周一)至11月26日(周四)，11月25日(周三)起上班。没休的 2 天已经退…
        张三> /销假
        机器人> [卡片] 从哪天起上班？…
        张三> 算了
        机器人> 好的，「销假」先不办了。
        ⏰ 2026-11-24 18:00
        张三> /销假 明天
        机器人> 你现在没有休假中的申请，不用销假。发 /我的请假 看有哪些。
    """)
    assert await left("zhangsan") == "0.00/2.00/3.00"


async def test_a034_nothing_runs(chat: Chat) -> None:
    await approved(chat, "/请假 年假 11.25")
    await chat.play("""
        李四> /销假 明天
        机器人> 你现在没有休假中的申请，不用销假。发 /我的请假 看有哪些。
        张三> /销假 明天
        机器人> [卡片] 要取消吗？ QJ-20261122-001 还没开始，不用销假。不休了请发 /取消 QJ-20261122-001。…
    """)


async def test_when_is_asked_where_nothing_is_said(chat: Chat) -> None:
    await approved(chat, "/请假 年假 11.23-11.25")
    await chat.play("""
        ⏰ 2026-11-24 14:00
        张三> /销假
        机器人> [卡片] 从哪天起上班？ 年假 11月23日(周一)至11月25日(周三)（QJ-20261122-001）还在休。
        按一个，或回复序号、名称，14:10 前有效 [今天下午] [11月25日(周三)] [算了]
        张三> 按 [今天下午]
        机器人→王强> 张三 提前销假：年假 11月23日(周一)至11月25日(周三)（QJ-20261122-001），11月24日(周二)下午起上班。
        机器人> [卡片] 已选：今天下午 已销假 QJ-20261122-001：年假 11月23日(周一)至11月25日(周三)，11月24日(周二)下午…
    """)
    assert await left("zhangsan") == "0.00/1.50/3.50"


async def test_late_news_are_called_that(chat: Chat) -> None:
    await approved(chat, "/请假 年假 11.23-11.26")
    await chat.play("""
        ⏰ 2026-11-25 10:00
        张三> /销假 我昨天就回来了
        机器人→王强> 张三 提前销假（补报）：年假 11月23日(周一)至11月26日(周四)（QJ-20261122-001），11月24日(周二)起…
        机器人→李娜> …
        机器人> 已销假 QJ-20261122-001：…
    """)
    assert await left("zhangsan") == "0.00/1.00/4.00"


async def test_not_early_and_not_twice(chat: Chat) -> None:
    await approved(chat, "/请假 年假 11.23-11.26")
    await chat.play("""
        ⏰ 2026-11-23 10:00
        张三> /销假 周五回来
        机器人> 年假 11月23日(周一)至11月26日(周四)到11月26日(周四)就结束了，11月27日(周五)回来不算提前，不用销假。
        张三> /销假 11.25
        机器人→王强> …
        机器人→李娜> …
        机器人> …
        张三> /销假 11.26
        机器人> QJ-20261122-001 已经销过假，11月25日(周三)起上班，不能再往后改。要再休请发 /请假。
        张三> /销假 11.24
        机器人→王强> 张三 提前销假：年假 11月23日(周一)至11月26日(周四)（QJ-20261122-001），11月24日(周二)起上班。
        机器人→李娜> …
        机器人> 已销假 QJ-20261122-001：年假 11月23日(周一)至11月26日(周四)，11月24日(周二)起上班。没休的 1 天已经退…
    """)
    assert await left("zhangsan") == "0.00/1.00/4.00"


async def test_an_hour_less_a_day_ends_where_it_is_named(chat: Chat) -> None:
    await chat.say("欧阳静", "/请假 哺乳假 每天下午提前1小时下班 从11月23日到12月31号")
    await chat.say("欧阳静", "/确认 1")
    await chat.say("周敏", "/同意申请 QJ-20261122-001")
    chat.said()
    await chat.play("⏰ 2026-11-24 10:00")
    await chat.say("欧阳静", "/销假 哺乳假 12月1号")
    answer = chat.said()[-1].words
    assert "12月1日(周二)起上班。少休了 23 小时。" in answer


async def test_what_prolongs_it_is_a_leave_of_its_own(chat: Chat) -> None:
    await approved(chat, "/请假 病假 11.23-11.25", "/请假 病假 11.26 续QJ-20261122-001")
    await chat.play("⏰ 2026-11-24 10:00")
    await chat.say("张三", "/销假 明天")
    answer = chat.said()[-1].words
    assert "续的 QJ-20261122-002 病假 11月26日(周四) 还在，不休了请再发 /取消 QJ-20261122-002。" in answer


async def test_in_plain_words_it_is_asked_about_first(chat: Chat) -> None:
    await approved(chat, "/请假 年假 11.23-11.26")
    await chat.play("""
        ⏰ 2026-11-24 10:00
        张三> 我提前回来了 明天就上班
        机器人> [卡片] 你是想「销假 我提前回来了 明天就上班」吗？ 11月25日(周三)起上班；10:30 前有效 [确认] [算了]
        张三> 按 [确认]
        机器人→王强> …
        机器人→李娜> …
        机器人> [卡片] 已确认：…
    """)


async def test_so_many_days_early_are_counted_from_its_end(chat: Chat) -> None:
    """Over a weekend: of a leave from Thursday to Tuesday the last two days of work."""
    await approved(chat, "/请假 年假 11.26-12.1")
    await chat.play("⏰ 2026-11-26 10:00")
    await chat.say("张三", "/销假 提前两天回来")
    assert "11月30日(周一)起上班" in chat.said()[-1].words
    assert await left("zhangsan") == "0.00/2.00/3.00"


async def test_by_the_clock_it_is_now(chat: Chat) -> None:
    await approved(chat, "/请假 年假 11.23 14:00到18:00")
    await chat.play("⏰ 2026-11-23 15:30")
    await chat.play("""
        张三> /销假
        机器人> [卡片] 从哪天起上班？…
        张三> 按 [现在]
        机器人→王强> …
        机器人> [卡片] 已选：现在 已销假 QJ-20261122-001：年假 11月23日(周一) 14:00至18:00，11月23日(周一)起上班。…
    """)
    leave = await LeaveTable().get("QJ-20261122-001", chat.clock.now())
    assert leave is not None
    assert (str(leave.state), leave.ends.hour) == ("已结束", 15)


async def test_who_works_at_night_is_back_tonight(chat: Chat) -> None:
    """At three in the morning, of the second night."""
    await approved(chat, "/请假 年假 11.25-11.27", who="阿卜杜拉·买买提")
    await chat.play("""
        ⏰ 2026-11-26 03:00
        阿卜杜拉·买买提> /销假
        机器人> [卡片] 从哪天起上班？ 年假 11月25日(周三)至11月27日(周五)（QJ-20261122-001）还在休。
        按一个，或回复序号、名称，03:10 前有效 [今晚] [11月27日(周五)] [算了]
        阿卜杜拉·买买提> 按 [今晚]
        机器人→王强> …
        机器人> [卡片] 已选：今晚 已销假 QJ-20261122-001：年假 11月25日(周三)至11月27日(周五)，11月26日(周四)起上班。…
    """)
    assert await left("abdulla") == "0.00/1.00/4.00"
