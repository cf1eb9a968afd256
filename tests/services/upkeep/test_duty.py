"""Who is on duty is told of an accident first, unless it is his own word or he is away."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.domain.company import Company
from bot.domain.safety.calls.rules import CallRules, Link
from bot.domain.upkeep.duty import Post
from bot.services.upkeep.duty import on_duty
from bot.storage.engine.database import Database
from tests.chat import Chat

LATER = CallRules(chain=(Link.ADMIN, Link.HR, Link.SAFETY), together=1)


def safety_last(company: Company) -> Company:
    return replace(company, safety=replace(company.safety, calls=LATER))


@pytest.fixture
async def chat(database: Database) -> AsyncIterator[Chat]:
    chat = await Chat.open(database, company=safety_last)
    yield chat
    await chat.close()


async def test_first_of_all(chat: Chat) -> None:
    await chat.say("陈安", "/排值班 安全 今天 我")
    chat.said()
    await chat.say("张三", "仓库着火了")
    assert next(line.to for line in chat.said()) == "陈安"


async def test_nobody_is_on_duty(chat: Chat) -> None:
    await chat.say("张三", "仓库着火了")
    assert next(line.to for line in chat.said()) == "吴管"


async def test_who_lost_the_role_is_on_duty_no_more(chat: Chat) -> None:
    await chat.say("陈安", "/排值班 安全 今天 我")

    class Desk:
        now, company, store = chat.clock.now(), chat.core.book.company(), chat.core.records

    assert await on_duty(Desk, Post.SAFETY) == ("chenan",)  # type: ignore[arg-type]
    Desk.company = replace(Desk.company, role_rules={})
    assert await on_duty(Desk, Post.SAFETY) == ()  # type: ignore[arg-type]


async def test_a_stolen_account_goes_to_whoever_is_on_duty_for_it(chat: Chat) -> None:
    await chat.play("""
        吴管> /排值班 信息安全 今天 我
        机器人> 已排好：11月22日(周日)信息安全值班 吴管。
    """)
    await chat.say("张三", "/账号异常 有人在别处登录了我的账号")
    assert {line.to for line in chat.said()} - {None} == {"吴管"}
