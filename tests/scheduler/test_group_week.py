"""Mondays: who looks after groups is asked to look through them; who says nothing is named a week later."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import replace

import pytest

from bot.domain.company import Company
from bot.identifiers import UserId
from bot.shapes.job import Job
from bot.storage.engine.database import Database
from scheduler.group_week import group_week
from tests.chat import Chat
from tests.commands.moderation.warnings import MUTED

ASKED = "本周群巡检：项目A工作群"


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (group_week,)


def checking(company: Company) -> Company:
    """Only 项目A工作群 is looked after."""
    groups = tuple(each for each in company.groups if each.id == "projecta")
    return replace(company, groups=groups, moderation=replace(company.moderation, weekly_check=True))


@pytest.fixture
async def chat(database: Database, jobs: Sequence[Job]) -> AsyncIterator[Chat]:
    chat = await Chat.open(database, jobs=jobs, company=checking)
    yield chat
    await chat.close()


async def test_who_answers_is_through_and_who_does_not_is_named(chat: Chat) -> None:
    await chat.play(f"""
    ⏰ 2026-11-23 09:20
    机器人→郑群> [卡片] {ASKED} 1. 往上翻一翻这周的消息：…
    郑群> 按 [看过，有问题]
    机器人> [卡片] 本周群巡检 已记下：有问题。成员和昵称发 /群巡检 群名；…
    ⏰ 2026-11-30 09:20
    机器人→郑群> [卡片] {ASKED} …
    ⏰ 2026-12-07 09:20
    机器人→王强> 上周的群巡检还有 1 人没有回：郑群。请提醒一下。
    机器人→周敏> 上周的群巡检还有 1 人没有回：郑群。请提醒一下。
    机器人→郑群> [卡片] {ASKED} …
    """)


async def test_once_a_month_he_confirms_what_he_keeps_to(chat: Chat) -> None:
    await chat.advance(chat.clock.now().replace(month=12, day=7, hour=9, minute=20))
    cards = [line.words for line in chat.said() if line.to == "郑群"]
    told = [("本月确认管理员守则（回复就是确认照做）：以群和大家的利益为先" in each) for each in cards]
    assert told == [False, False, True]
    await chat.play("""
    郑群> 按 [都看过，没问题]
    机器人> [卡片] 本周群巡检 已记下：都看过，没问题。管理员守则本月已确认。
    """)


async def test_what_waits_for_him_is_on_the_card(chat: Chat) -> None:
    await chat.play(f"""{MUTED}
    李四> /举报 张三 在项目A工作群刷广告
    机器人> …
    """)
    chat.clock.time = chat.clock.time.replace(day=30, hour=9, minute=20)
    await chat.core.settle()
    (card,) = [line.words for line in chat.said() if line.to == "郑群"]
    assert "还有举报 1 条等处理，最早的等了 7 天，发 /举报待办 看。" in card
    assert "还有禁言 1 件等人在企业微信里办，最早的等了 7 天，请按之前的卡片。" in card


async def test_findings_and_appeals_that_wait_for_him_are_on_it(database: Database, jobs: Sequence[Job]) -> None:
    """王强 judges appeals, and looks after the group here."""
    chat = await Chat.open(database, jobs=jobs, company=lambda company: with_keeper(checking(company), "wangqiang"))
    await chat.say("周敏", "/警告 @张三 刷广告", room="项目A工作群")
    await chat.say("张三", "/申诉 WG-20261122-001 我没有")
    await chat.say("张三", "李四你个傻逼", room="项目A工作群")
    chat.said()
    chat.clock.time = chat.clock.time.replace(day=23, hour=9, minute=20)
    await chat.core.settle()
    (card,) = [line.words for line in chat.said() if line.to == "王强"]
    assert "还有内容 1 条等你定，最早的等了 不到 1 天，请按之前的卡片。" in card
    assert "还有申诉 1 件等你看，最早的等了 不到 1 天，请按之前的卡片。" in card
    await chat.close()


def with_keeper(company: Company, user: str) -> Company:
    (group,) = company.groups
    return replace(company, groups=(replace(group, admins=frozenset({UserId(user)})),))


async def test_off_nothing_is_said(database: Database, jobs: Sequence[Job]) -> None:
    chat = await Chat.open(database, jobs=jobs)
    await chat.play("""
    ⏰ 2026-11-23 09:20
    """)
    await chat.close()
