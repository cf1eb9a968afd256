"""Who is off, as different people are told it."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.domain.company import Company
from bot.domain.people import Person
from bot.identifiers import UserId
from bot.storage.engine.database import Database
from tests.chat import Chat

OFF = """
    张三> /请假 年假 11.24-11.25
    机器人→王强> [卡片] …
    机器人> 已提交 QJ-20261122-001：…
    王强> 按 [同意]
    机器人→张三> …
    机器人> [卡片] …
"""


async def test_a_colleague_hears_whether(chat: Chat) -> None:
    await chat.play(OFF)
    await chat.play("""
        李四> 张三11月24号上班吗
        机器人> 张三 11月24日(周二)请假，不上班，11月26日(周四)回来。
        李四> 张三明天在吗
        机器人> 张三 11月23日(周一)该上班，没有请假。
        李四> /请假查询 张三 11.23-11.27
        机器人> 张三 11月23日(周一)至11月27日(周五)请假：11月24日(周二)至11月25日(周三)。
        李四> 11.24谁不在
        机器人> 生产部 11月24日(周二)有 1 人请假（共 8 人）：
        · 张三 全天，11月26日(周四)回来
        李四> 明天谁请假
        机器人> 生产部 11月23日(周一)没有人请假。
    """)


async def test_his_head_hears_of_which_kind_and_so_does_he(chat: Chat) -> None:
    await chat.play(OFF)
    await chat.play("""
        王强> 张三11月24号上班吗
        机器人> 张三 11月24日(周二)年假，不上班，11月26日(周四)回来。
        王强> 11.24谁不在
        机器人> 生产部 11月24日(周二)有 1 人请假（共 8 人）：
        · 张三 年假，全天，11月26日(周四)回来
        张三> 我11月24号上班吗
        机器人> 你 11月24日(周二)年假，不上班，11月26日(周四)回来。
        李娜> 生产部11月谁请假
        机器人> 生产部 11月1日(周日)至11月30日(周一)有 1 人请假（共 8 人）：
        · 张三 年假 11月24日(周二)至11月25日(周三)
    """)


async def test_a_private_kind_is_the_human_resources_alone(chat: Chat) -> None:
    await chat.play("""
        张三> /请假 病假 明天下午
        机器人→王强> [卡片] …
        机器人> 已提交 QJ-20261122-001：…
        王强> 按 [同意]
        机器人→张三> …
        机器人> [卡片] …
        王强> 张三明天上班吗
        机器人> 张三 11月23日(周一)下午请假，其余时间上班。
        李四> 张三明天上班吗
        机器人> 张三 11月23日(周一)下午请假，其余时间上班。
        李娜> 张三明天上班吗
        机器人> 张三 11月23日(周一)下午病假，其余时间上班。
    """)


async def test_what_is_only_asked_for_is_seen_by_whoever_decides(chat: Chat) -> None:
    await chat.play("""
        张三> /请假 事假 明天15:00-17:00
        机器人→王强> [卡片] …
        机器人> 已提交 QJ-20261122-001：…
        李四> 张三明天上班吗
        机器人> 张三 11月23日(周一)该上班，没有请假。
        王强> 张三明天上班吗
        机器人> 张三 11月23日(周一)该上班，没有请假。
        另有一条事假在等审批：11月23日(周一) 15:00至17:00（QJ-20261122-001）。
        王强> 按 [同意]
        机器人→张三> …
        机器人> [卡片] …
        李四> 张三明天上班吗
        机器人> 张三 11月23日(周一) 15:00至17:00请假，其余时间上班。
    """)


async def test_days_of_rest(chat: Chat) -> None:
    await chat.play("""
        李四> 张三在不在
        机器人> 张三 11月22日(周日)不上班，是周末。
        李四> 张三1月1号上班吗
        机器人> 张三 2027年1月1日(周五)不上班，是元旦。
        2027年放假安排未公布，可能变。
        李四> 今天谁请假
        机器人> 生产部 11月22日(周日)没有人请假，当天是周末。
        李四> 阿卜杜拉·买买提在不在
        机器人> 阿卜杜拉·买买提 11月22日(周日)该上班，没有请假。
    """)


async def test_never_why_and_not_of_other_departments(chat: Chat) -> None:
    await chat.play(OFF)
    await chat.play("""
        李四> 张三为什么请病假
        机器人> 不能查看他人请假原因，只能看在不在。例如：/请假查询 张三 明天
        李四> 张三请的什么假
        机器人> 不能查看他人请的是什么假，只能看在不在。例如：/请假查询 张三 明天
        李娜> 张三为什么请假
        机器人> 查询里不显示请假原因。请用编号看，例如：/请假原因 QJ-20261122-001，每次查看都会记下。
        王五> 张三11月24号上班吗
        机器人> 你只能看自己部门和下属的请假情况。别的部门请直接问本人或他的部门负责人。
        王五> 生产部11月24号谁不在
        机器人> 你只能看自己部门和下属的请假情况。别的部门请直接问本人或他的部门负责人。
    """)


async def test_in_a_group_it_is_told_in_private(chat: Chat) -> None:
    await chat.play(OFF)
    await chat.play("""
        李四@项目A工作群> @小助手 11.24谁不在
        机器人@项目A工作群> 已私聊你。
        机器人→李四> 生产部 11月24日(周二)有 1 人请假（共 8 人）：
        · 张三 全天，11月26日(周四)回来
        李四@项目A工作群> @小助手 张三为什么请病假
        机器人@项目A工作群> 已私聊你。
        机器人→李四> 不能查看他人请假原因，…
    """)


def _crowded(company: Company) -> Company:
    """Twelve more in 生产部."""
    crowd = tuple(Person(UserId(f"w{number}"), f"员工{number:02}", 5, (5,)) for number in range(12))
    return replace(company, people=(*company.people, *crowd))


@pytest.fixture
async def crowd(database: Database) -> AsyncIterator[Chat]:
    chat = await Chat.open(database, company=_crowded)
    yield chat
    await chat.close()


async def test_of_many_the_first_ten_and_a_count(crowd: Chat) -> None:
    for number in range(12):
        await crowd.say(f"员工{number:02}", "/请假 年假 明天")
        crowd.said()
        await crowd.say("王强", f"/同意 QJ-20261122-{number + 1:03}")
        crowd.said()
    await crowd.say("李四", "明天谁不在")
    (answer,) = crowd.said()
    lines = answer.words.splitlines()
    assert lines[0] == "生产部 11月23日(周一)有 12 人请假（共 20 人）："
    assert len(lines) == 12
    assert lines[-1] == "另有 2 人没有列出。"


async def test_who_works_elsewhere_is_said_and_not_where(chat: Chat) -> None:
    await chat.say("张三", "/出差 上海 11.24-11.26 见客户")
    chat.said()
    await chat.play("""
        李四> 张三11月24号在吗
        机器人> 张三 11月24日(周二)该上班，没有请假。
    """)
    await chat.say("王强", "/同意")
    chat.said()
    await chat.say("王强", "是的")
    chat.said()
    await chat.play("""
        李四> 张三11月24号在吗
        机器人> 张三 11月24日(周二)该上班，没有请假。
        张三 11月24日(周二)至11月26日(周四)出差，不在公司。
        李四> 11.25谁不在
        机器人> 生产部 11月25日(周三)没有人请假。
        另有 1 人出差或外出：张三。
    """)
