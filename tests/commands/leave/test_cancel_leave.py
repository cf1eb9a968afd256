"""Calling a leave off, before it begins."""

from collections.abc import Sequence

import pytest

from bot.shapes.job import Job
from scheduler.leave_days import move
from tests.chat import Chat
from tests.commands.leave.scenes import approved, left


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (move,)


async def test_what_it_held_is_there_again(chat: Chat) -> None:
    await approved(chat, "/请假 年假 11.25-11.27")
    assert await left("zhangsan") == "3.00/0/2.00"
    await chat.play("""
        张三> /取消 QJ-20261122-001 项目要赶工
        机器人→王强> 张三 取消了 年假 11月25日(周三)至11月27日(周五)，3 天（QJ-20261122-001），那段时间照常上班。原因…
        机器人> 已取消 QJ-20261122-001：年假 11月25日(周三)至11月27日(周五)，3 天。占用的 3 天已经退回。已告诉 王强。
        张三> /取消 QJ-20261122-001
        机器人> QJ-20261122-001 现在是已取消，办不了这一步。发 /我的请假 看进度。
    """)
    assert await left("zhangsan") == "0.00/0/5.00"


async def test_in_plain_words_the_only_one_is_named_and_asked_about(chat: Chat) -> None:
    await approved(chat, "/请假 年假 明天下午")
    await chat.play("""
        张三> 明天的假不请了
        机器人> [卡片] 你是想「取消 QJ-20261122-001」吗？ 年假 11月23日(周一)下午，已批准；10:30 前有效 [确认] [算了]
        张三> 按 [确认]
        机器人→王强> …
        机器人> [卡片] 已确认：取消 QJ-20261122-001 已取消 QJ-20261122-001：年假 11月23日(周一)下午，0.5 天。…
        张三> 明天的假不请了
        机器人> 你没有还没开始的假，没有可以取消的。发 /我的请假 看你请过的。
    """)


async def test_of_several_the_kind_or_the_day_tells_which(chat: Chat) -> None:
    await approved(chat, "/请假 年假 明天下午", "/请假 事假 12.1-12.2")
    await chat.play("""
        张三> /取消
        机器人> [卡片] 你有 2 条假，取消哪一条？…
        张三> 2
        机器人→王强> 张三 取消了 事假 12月1日(周二)至12月2日(周三)，2 天（QJ-20261122-002），那段时间照常上班。
        机器人> 已取消 QJ-20261122-002：事假 12月1日(周二)至12月2日(周三)，2 天。已告诉 王强。
        张三> 年假取消吧
        机器人> [卡片] 你是想「取消 QJ-20261122-001」吗？ …
        张三> 算了
        机器人> 好的，什么都没有改动。
        张三> /取消 12.5
        机器人> 没有对得上的假。你有：QJ-20261122-001 年假 11月23日(周一)下午。请写上编号再发一次。
    """)


async def test_one_that_waits_is_taken_back(chat: Chat) -> None:
    await chat.play("""
        张三> /请假 年假 明天下午
        机器人→王强> …
        机器人> …
        张三> /取消 QJ-20261122-001
        机器人→王强> QJ-20261122-001 申请人撤回了，不用再审批。
        机器人> 已撤回 QJ-20261122-001：年假 11月23日(周一)下午，0.5 天。占用的 0.5 天已经退回。
        王强> /同意申请 QJ-20261122-001
        机器人> QJ-20261122-001 已撤回。不用再审批了。
    """)
    assert await left("zhangsan") == "0.00/0/5.00"


async def test_one_that_runs_is_cut_short_instead(chat: Chat) -> None:
    await approved(chat, "/请假 年假 11.23-11.25")
    await chat.play("""
        ⏰ 2026-11-24 09:00
        张三> 我的假不休了
        机器人> [卡片] 要销假吗？ QJ-20261122-001 已经开始，不能取消。提前回来请发 /销假 QJ-20261122-001。…
        张三> 按 [销假]
        机器人> [卡片] 从哪天起上班？ 年假 11月23日(周一)至11月25日(周三)（QJ-20261122-001）还在休。…
        机器人> [卡片] 已选：销假 见下一条消息。
        张三> 11月25日(周三)
        机器人→王强> 张三 提前销假：年假 11月23日(周一)至11月25日(周三)（QJ-20261122-001），11月25日(周三)起上班。
        机器人> 已销假 QJ-20261122-001：年假 11月23日(周一)至11月25日(周三)，11月25日(周三)起上班。没休的 1 天…
    """)
    assert await left("zhangsan") == "0.00/2.00/3.00"


async def test_anothers_is_none(chat: Chat) -> None:
    await approved(chat, "/请假 年假 明天下午")
    await chat.play("""
        李四> /取消 QJ-20261122-001
        机器人> 你没有编号是 QJ-20261122-001 的假。发 /我的请假 看有哪些。
        李四> /取消 QJ-20261122-009
        机器人> 你没有编号是 QJ-20261122-009 的假。发 /我的请假 看有哪些。
        李四> 张三明天的假不请了
        机器人> 假要由本人来改，不能替别人办。请对方自己发给我。
    """)


async def test_what_prolongs_it_is_a_leave_of_its_own(chat: Chat) -> None:
    await approved(chat, "/请假 病假 11.24-11.25", "/请假 病假 11.26 续QJ-20261122-001")
    await chat.play("""
        张三> /取消 QJ-20261122-001
        机器人→王强> …
        机器人> 已取消 QJ-20261122-001：病假 11月24日(周二)至11月25日(周三)，2 天。已告诉 王强。续的 QJ-20261122-002 …
    """)


async def test_why_somebody_ill_calls_it_off_is_nobody_s_business(chat: Chat) -> None:
    await approved(chat, "/请假 病假 11.25-11.27 发烧")
    await chat.play("""
        张三> /取消 QJ-20261122-001 检查结果没事
        机器人→王强> 张三 取消了 病假 11月25日(周三)至11月27日(周五)，3 天（QJ-20261122-001），那段时间照常上班。
        机器人> 已取消 QJ-20261122-001：病假 11月25日(周三)至11月27日(周五)，3 天。已告诉 王强。
    """)


async def test_nothing_of_it_is_said_in_a_group(chat: Chat) -> None:
    await approved(chat, "/请假 病假 11.25-11.27")
    await chat.play("""
        张三@项目A工作群> @小助手 /取消 QJ-20261122-001
        机器人→王强> …
        机器人@项目A工作群> 已私聊你。
        机器人→张三> 已取消 QJ-20261122-001：病假 11月25日(周三)至11月27日(周五)，3 天。已告诉 王强。
    """)
    await chat.say("张三", "/请假 病假 12.1")
    await chat.say("张三", "/请假 病假 12.3")
    chat.said()
    for line in ("/取消", "/撤回"):
        await chat.say("张三", line, room="项目A工作群")
        assert [each.words for each in chat.said() if each.room] == ["已私聊你。"]


async def test_a_right_that_is_called_off_is_told_to_who_was_told_of_it(chat: Chat) -> None:
    """The manager was not asked, and planned by it."""
    await chat.say("李四", "/请假 陪产假 12.10 15天")
    await chat.say("李四", "/确认 1")
    await chat.say("周敏", "/同意申请 QJ-20261122-001")
    chat.said()
    await chat.say("李四", "/取消 QJ-20261122-001")
    told = {line.to for line in chat.said() if "取消了 陪产假" in line.words}
    assert told == {"周敏", "王强"}


async def test_whoever_was_told_at_once_hears_when_it_is_taken_back(chat: Chat) -> None:
    """A right is only looked at by HR; its manager is told as it is asked for."""
    await chat.say("李四", "/请假 陪产假 12.10 15天")
    await chat.say("李四", "/确认 1")
    chat.said()
    await chat.say("李四", "/撤回 QJ-20261122-001")
    said = [(line.to, line.words) for line in chat.said()]
    assert [to for to, words in said if "撤回了 陪产假" in words] == ["王强"]
    assert {to for to, words in said if "申请人撤回了" in words} == {"周敏", "李娜"}


async def test_whoever_agreed_before_others_hears_too(chat: Chat) -> None:
    """He agreed, HR has not yet."""
    await chat.say("张三", "/请假 年假 11.23-11.27")
    await chat.say("王强", "/同意申请 QJ-20261122-001")
    chat.said()
    await chat.say("张三", "/取消 QJ-20261122-001")
    assert [line.to for line in chat.said() if "撤回了 年假" in line.words] == ["王强"]
