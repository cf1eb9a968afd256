"""The picture of a team's month: who gets it, and what is in it."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date

import pytest

from bot.domain.company import Company
from bot.domain.people import Person
from bot.identifiers import UserId
from bot.pictures.month import Mark
from bot.services.leave.seeing.month_view import MonthView, month_view
from bot.shapes.act import Act
from bot.shapes.context import Chat as Place
from bot.shapes.context import Context
from bot.shapes.incoming import Via
from bot.storage.engine.database import Database
from tests.chat import Chat
from tests.commands.leave.test_who_is_off import OFF


async def seen(chat: Chat, who: str, team: str, month: date) -> MonthView:
    """What would be drawn for somebody."""
    (sender,) = chat.company.named(who)
    act = Act(sender.user_id, "test", "员工", "test", chat.clock.now())
    ctx = Context(sender, Place(Via.BOT), chat.clock.now(), chat.company, chat.core.records, act, lambda *_: None)
    department = next(each for each in chat.company.departments if each.name == team)

    async def work() -> MonthView:
        return await month_view(ctx, department, month)

    return await chat.core.database.transact(work)


async def test_members_see_whether_and_their_head_what_waits(chat: Chat) -> None:
    await chat.play(OFF)
    await chat.play("""
        李四> /请假 病假 11.27下午
        机器人→王强> [卡片] …
        机器人> 已提交 QJ-20261122-002：…
    """)
    november = date(2026, 11, 1)
    for who, waiting in (("何苗", None), ("王强", Mark.ASKED)):
        view = await seen(chat, who, "生产部", november)
        marks = {row.name: row.marks for row in view.rows}
        assert [place + 1 for place, mark in enumerate(marks["张三"]) if mark is Mark.WHOLE] == [24, 25]
        assert marks["李四"][26] is waiting
        assert (view.people, view.away) == (8, 1)


async def test_rest_days_are_each_ones_own_and_the_open_year_is_marked(chat: Chat) -> None:
    view = await seen(chat, "李四", "生产部", date(2027, 1, 1))
    off = {row.name: row.off for row in view.rows}
    assert off["张三"][:4] == [True, True, True, False]
    assert not any(off["阿卜杜拉·买买提"])
    assert all(column.provisional for column in view.columns)
    assert "放假安排未公布" in view.drawn(0)


async def test_in_private_wherever_it_was_asked(chat: Chat) -> None:
    await chat.play("""
        张三@项目A工作群> @小助手 /请假月历
        机器人→张三> [图片] …
        机器人@项目A工作群> 已私聊你。
        机器人→张三> 生产部 2026年11月请假月历：8 人里没有人请假，图已发你。
        李娜> 看看研发部下个月的请假月历
        机器人→李娜> [图片] 研发部 2026年12月请假月历
        机器人> 研发部 2026年12月请假月历：3 人里没有人请假，图已发你。
        张三> /请假月历 研发部
        机器人> 你只能看自己部门和下属的请假情况。别的部门请直接问本人或他的部门负责人。
        张三> /请假月历 品牌大盘
        机器人> 「品牌大盘」没看懂。请写部门和月份，例如：/请假月历 生产部 12月…
    """)


def _crowded(company: Company) -> Company:
    """A department of seventy."""
    crowd = tuple(Person(UserId(f"w{number}"), f"员工{number:02}", 5, (5,)) for number in range(62))
    return replace(company, people=(*company.people, *crowd))


@pytest.fixture
async def crowd(database: Database) -> AsyncIterator[Chat]:
    chat = await Chat.open(database, company=_crowded)
    yield chat
    await chat.close()


async def test_of_a_large_team_only_who_is_away(crowd: Chat) -> None:
    await crowd.play(OFF)
    await crowd.play("""
        员工01> /请假 年假 11.30
        机器人→王强> [卡片] …
        机器人> 已提交 QJ-20261122-002：…
    """)
    view = await seen(crowd, "李四", "生产部", date(2026, 11, 1))
    assert [row.name for row in view.rows] == ["张三"], "nobody learns that somebody else has asked"
    assert "只列 1 个请假的人，共 70 人。" in view.drawn(0)


async def test_sixty_people_are_two_pages(database: Database) -> None:
    def sixty(company: Company) -> Company:
        return replace(company, people=(*company.people, *_crowded(company).people[-50:]))

    chat = await Chat.open(database, company=sixty)
    view = await seen(chat, "李四", "生产部", date(2026, 11, 1))
    assert [len(page) for page in view.pages] == [30, 28]
    assert "第 2 页，共 2 页。" in view.drawn(1)
    await chat.close()
