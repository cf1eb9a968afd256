"""Where the company wants it, whoever is muted in a group of the app steps out of it until the mute is over."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.domain.company import Company
from bot.domain.groups.group import Group
from bot.identifiers import ChatId, UserId
from bot.shapes.outgoing import Outcome, Verdict
from bot.shapes.ports import Sources
from bot.storage.engine.database import Database
from scheduler.group_errands import run_errands
from scheduler.moderation_clock import moderation_clock
from tests.app_groups import AppGroups
from tests.chat import Chat

A, ZHANG = "项目A工作群", UserId("zhangsan")
OUT = """
    郑群@项目A工作群> /禁言 @张三 2小时 刷广告
    机器人→张三> 你在项目A工作群被禁言 2 小时，到 12:00 为止，编号 WG-20261122-001。…
    机器人→郑群> WG-20261122-001 张三 禁言到 12:00，…
    机器人@项目A工作群> 已办，编号 WG-20261122-001，详情私聊你了。
    ⏰ 2026-11-22 10:00
    机器人→郑群> WG-20261122-001 张三 已移出项目A工作群，由应用办的。
    机器人→张三> 你已被移出项目A工作群，原因：禁言到 12:00 期间先移出，结束时请回（WG-20261122-001）。…"""
BACK = """
    机器人→郑群> WG-20261122-001 张三 已进项目A工作群，由应用办的。
    机器人→张三> 你已进项目A工作群（WG-20261122-001）。请把群昵称改成「部门-姓名」。"""


def _of_the_app(group: Group) -> Group:
    return replace(group, app_chat=ChatId("qwA")) if group.id == "projecta" else group


def stepping(company: Company) -> Company:
    mute = replace(company.moderation.mute, steps_out=True)
    rules = replace(company.moderation, mute=mute)
    return replace(company, groups=tuple(map(_of_the_app, company.groups)), moderation=rules)


@pytest.fixture
def app() -> AppGroups:
    return AppGroups()


@pytest.fixture
async def chat(database: Database, app: AppGroups) -> AsyncIterator[Chat]:
    jobs = (moderation_clock, run_errands)
    chat = await Chat.open(database, jobs=jobs, sources=Sources(rooms=app), company=stepping)
    app.rooms = AppGroups.of(chat.company.groups).rooms
    yield chat
    await chat.close()


async def test_out_while_it_runs_and_back_at_its_end(chat: Chat, app: AppGroups) -> None:
    await chat.play(OUT)
    assert ZHANG not in app.members(A)
    await chat.play(f"""
    ⏰ 2026-11-22 12:00
    机器人→张三> 你在项目A工作群的禁言到期了（WG-20261122-001），可以正常用了。{BACK}
    张三> /违规记录
    机器人> 你有 1 条违规记录：
    · WG-20261122-001 11月22日(周日) 项目A工作群 禁言「广告和刷屏」第 1 次，原因：刷广告，处理人：郑群；已确认
    机器人限制：机器人已办，12:00 结束
    禁言期间移出群：机器人已办
    请回群：机器人已办
    不同意，…
    """)
    assert ZHANG in app.members(A)


async def test_it_is_lifted_and_made_longer_while_he_is_out(chat: Chat, app: AppGroups) -> None:
    await chat.play(f"""{OUT}
    郑群@项目A工作群> /禁言 @张三 延长1小时 还在闹
    机器人→张三> 你在项目A工作群的禁言延长到 13:00（WG-20261122-001），原因：还在闹。
    机器人@项目A工作群> 已私聊你。
    机器人→郑群> …
    郑群@项目A工作群> /解除禁言 @张三
    机器人→张三> 你在项目A工作群的禁言已提前解除（WG-20261122-001），可以正常用了。
    机器人@项目A工作群> 已解除，编号 WG-20261122-001，已私聊告诉对方。
    ⏰ 2026-11-22 10:00{BACK}
    """)
    assert ZHANG in app.members(A)


async def test_while_he_is_out_it_is_said_that_he_is_muted_already(chat: Chat) -> None:
    """Not that he isn't in the group."""
    await chat.play(f"""{OUT}
    郑群@项目A工作群> /禁言 @张三 2小时 刷广告
    机器人@项目A工作群> [卡片] 要延长 2 小时吗？ 张三已经禁言到 12:00（WG-20261122-001），没有再办。…
    """)


async def test_lifted_before_the_app_was_asked_he_is_in(chat: Chat, app: AppGroups) -> None:
    await chat.play("""
    郑群@项目A工作群> /禁言 @张三 2小时 刷广告
    机器人→张三> …
    机器人→郑群> …
    机器人@项目A工作群> …
    郑群@项目A工作群> /解除禁言 @张三
    机器人→张三> …
    机器人@项目A工作群> …
    """)
    await chat.say("张三", "/帮助")
    chat.clock.time = chat.clock.time.replace(hour=10, minute=1)
    await chat.core.settle()
    assert ZHANG in app.members(A)


async def test_what_wecom_refuses_a_person_does(chat: Chat, app: AppGroups) -> None:
    app.answers = [Outcome(Verdict.REFUSED, errcode=86001)]
    await chat.play("""
    郑群@项目A工作群> /禁言 @张三 2小时 刷广告
    机器人→张三> …
    机器人→郑群> …
    机器人@项目A工作群> …
    ⏰ 2026-11-22 10:00
    机器人→郑群> [卡片] 请把 张三 移出项目A工作群 …
    郑群> 按 [做不到]
    机器人> [卡片] …
    李娜> /违规记录 张三
    机器人> 张三有 1 条违规记录：
    · WG-20261122-001 …
    ⏰ 2026-11-22 12:00
    机器人→张三> 你在项目A工作群的禁言到期了（WG-20261122-001），可以正常用了。
    """)
    assert ZHANG in app.members(A)
