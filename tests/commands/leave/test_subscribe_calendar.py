"""Subscribing to a calendar of leave: whom it shows what, and for how long."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.domain.company import Company
from bot.services.leave.seeing.feeds import feed_file
from bot.storage.engine.database import Database
from tests.chat import Chat
from tests.commands.leave.test_who_is_off import OFF

AT = "https://bot.example.com/ical/"


def _open(company: Company) -> Company:
    return replace(company, feeds_at=AT)


@pytest.fixture
async def feeds(database: Database) -> AsyncIterator[Chat]:
    chat = await Chat.open(database, company=_open)
    yield chat
    await chat.close()


async def address(chat: Chat, who: str, line: str) -> str:
    """The token of the address that somebody is told."""
    await chat.say(who, line)
    (answer,) = chat.said()
    (found,) = (each for each in answer.words.splitlines() if each.startswith(AT))
    return found.removeprefix(AT)


async def read(chat: Chat, token: str, company: Company | None = None) -> str | None:
    async def work() -> bytes | None:
        return await feed_file(chat.core.records, company or chat.company, chat.clock.now(), token)

    file = await chat.core.database.transact(work)
    return file.decode() if file else None


async def test_his_own_without_the_private_kinds(feeds: Chat) -> None:
    await feeds.play(OFF)
    await feeds.play("""
        张三> /请假 病假 11.27
        机器人→王强> [卡片] …
        机器人> 已提交 QJ-20261122-002：…
        王强> 按 [同意]
        机器人→张三> …
        机器人> [卡片] …
    """)
    text = await read(feeds, await address(feeds, "张三", "/日历订阅"))
    assert text
    assert "SUMMARY:年假" in text
    assert "SUMMARY:请假" in text
    assert "病假" not in text


async def test_of_a_department_only_who_is_not_there(feeds: Chat) -> None:
    await feeds.play(OFF)
    token = await address(feeds, "李四", "/日历订阅 生产部")
    text = await read(feeds, token)
    assert text
    assert "SUMMARY:张三 不在" in text
    assert "年假" not in text
    moved = replace(feeds.company, people=tuple(
        replace(each, main_department=6, departments=(6,)) if each.name == "李四" else each
        for each in feeds.company.people
    ))  # fmt: skip
    assert await read(feeds, token, moved) is None, "he works elsewhere now"
    gone = replace(feeds.company, people=tuple(each for each in feeds.company.people if each.name != "李四"))
    assert await read(feeds, token, gone) is None


async def test_a_new_address_ends_the_old_one_and_all_can_be_stopped(feeds: Chat) -> None:
    old, team = await address(feeds, "张三", "/日历订阅"), await address(feeds, "张三", "/日历订阅 我们部门")
    new = await address(feeds, "张三", "/日历订阅 换新")
    assert [await read(feeds, each) is not None for each in (old, team, new)] == [False, True, True]
    await feeds.play("""
        张三> /日历订阅 停用
        机器人> 已停用 2 个订阅地址。
        张三> /日历订阅 停用
        机器人> 你没有在用的订阅地址。
    """)
    assert [await read(feeds, each) for each in (old, team, new)] == [None] * 3


async def test_other_departments_and_all_at_once_are_refused(feeds: Chat) -> None:
    await feeds.play("""
        张三> /日历订阅 研发部
        机器人> 你只能看自己部门和下属的请假情况。别的部门请直接问本人或他的部门负责人。
        李娜> /日历订阅 全公司
        机器人> 全公司的日历太大，不能订阅。请写一个部门，例如：/日历订阅 生产部
        张三@项目A工作群> @小助手 /日历订阅
        机器人@项目A工作群> 已私聊你。
        机器人→张三> 你的请假的订阅地址：
        https://bot.example.com/ical/…
    """)


async def test_in_plain_words_it_is_confirmed(feeds: Chat) -> None:
    await feeds.play("""
        张三> 停用我的日历订阅
        机器人> [卡片] …
        张三> 按 [确认]
        机器人> [卡片] 已确认：日历订阅 停用 你没有在用的订阅地址。
    """)
