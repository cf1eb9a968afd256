"""/群巡检: what is wrong in a group, to whoever looks after it, from WeCom's list where that can be read."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.domain.company import Company
from bot.domain.groups.group import Group
from bot.identifiers import ChatId, UserId
from bot.shapes.ports import Sources
from bot.storage.engine.database import Database
from scheduler.group_rosters import read_rosters
from tests.app_groups import AppGroups
from tests.chat import Chat

ROOM = ChatId("qwroom")


def own(company: Company) -> Company:
    """项目A工作群 is the app's, and only people of the department are in it."""

    def of(group: Group) -> Group:
        if group.id != "projecta":
            return group
        members = frozenset(map(UserId, ("zhengqun", "zhangsan", "zhaoguoqiang")))
        return replace(group, app_chat=ROOM, owner=UserId("zhengqun"), members=members)

    return replace(company, groups=tuple(map(of, company.groups)))


@pytest.fixture
def app() -> AppGroups:
    return AppGroups()


@pytest.fixture
async def office(database: Database, app: AppGroups) -> AsyncIterator[Chat]:
    chat = await Chat.open(database, jobs=(read_rosters,), sources=Sources(rooms=app), company=own)
    app.rooms = AppGroups.of(chat.company.groups).rooms
    yield chat
    await chat.close()


async def test_wecom_is_asked_and_the_result_follows(office: Chat, app: AppGroups) -> None:
    app.by_hand(ROOM, add=["mali"])
    await office.play("""
        郑群> 帮我检查一下项目A工作群
        机器人> 项目A工作群巡检：登记 3 人，企业微信的名单还没有读过。
        · 应在群里，还没进 7 人：…
        ⏰ 2026-11-22 10:01
        机器人→郑群> 项目A工作群巡检：登记 3 人，企业微信的名单 4 人（10:00）。
        · 没有入群审批 1 人：马丽（现在在财务部）。
        · 应在群里，还没进 7 人：…
    """)
    app.by_hand(ROOM, remove=["zhaoguoqiang"])
    await office.play("""
        ⏰ 2026-11-23 09:10
        机器人→郑群> [卡片] 梳理项目A工作群：谁留下？…
        郑群> /群巡检
        机器人> 项目A工作群巡检：登记 3 人，企业微信的名单 3 人（09:05）。
        · 没有入群审批 1 人：马丽（现在在财务部）。
        · 已经不在群里 1 人：赵国强。
        · 应在群里，还没进 7 人：…
    """)


async def test_wecom_refuses(office: Chat, app: AppGroups) -> None:
    app.rooms = {}
    await office.play("""
        李娜> /群巡检 项目A工作群
        机器人> 项目A工作群巡检：登记 3 人，企业微信的名单还没有读过。…
        ⏰ 2026-11-22 10:01
        机器人→李娜> 项目A工作群巡检：登记 3 人，企业微信的名单没读到（企业微信返回错误 86003）。…
    """)


async def test_who_may(chat: Chat) -> None:
    await chat.play("""
        张三> /群巡检 项目A工作群
        机器人> 「群巡检」由…
        郭涛> /群巡检 项目A工作群
        机器人> 「群巡检」要由那个群的群管理员使用。发 /帮助 看看你能用什么。
        李娜> /群巡检
        机器人> 集团工作群巡检：…
        林宓> /群巡检
        机器人> [卡片] 是哪个群？ …
    """)


async def test_in_a_group_the_answer_is_private(chat: Chat) -> None:
    await chat.play("""
        郑群@项目A工作群> 这个群有没有离职的人
        机器人@项目A工作群> 已私聊你。
        机器人→郑群> 项目A工作群巡检：…
    """)
