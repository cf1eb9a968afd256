"""Passwords every ninety days, a lesson a month; at work, once, and with a press."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.domain.company import Company
from bot.domain.security.lessons import lessons
from bot.shapes.job import Job
from bot.storage.engine.database import Database
from bot.storage.models.security import SecurityReceiptRecord
from scheduler.security_reminders import security_reminders
from tests.chat import Chat


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (security_reminders,)


def without_lessons(company: Company) -> Company:
    return replace(company, security=replace(company.security, lesson_on=0))


async def test_passwords(database: Database) -> None:
    chat = await Chat.open(database, jobs=(security_reminders,), company=without_lessons)
    await chat.play("""
    ⏰ 2027-02-20 10:00
    ⏰ 2027-02-22 10:00
    机器人→赵国强、钱卫东等24人> [卡片] 该换密码了 企业微信、邮箱、OA 的密码 90 天换一次。…
    张三> 按 [知道了]
    机器人> [卡片] 记下了 …
    ⏰ 2027-05-23 10:00
    ⏰ 2027-05-24 10:00
    机器人→赵国强、钱卫东等24人> [卡片] 该换密码了 …
    """)
    assert await SecurityReceiptRecord.all().values_list("about", "user") == [("passwords:2027-02-22", "zhangsan")]
    await chat.close()


async def test_a_lesson_a_month_each_another_one(chat: Chat) -> None:
    await chat.advance(chat.clock.now().replace(month=12, day=31))
    titles = [each.words.split()[1] for each in chat.said() if "防骗一分钟" in each.words]
    assert len(titles) == 1
    assert titles[0].removeprefix("防骗一分钟：") in {each.title for each in lessons()}


async def test_nobody_wants_it(database: Database) -> None:
    def silent(company: Company) -> Company:
        return replace(company, security=replace(company.security, passwords=None, lesson_on=0))

    chat = await Chat.open(database, jobs=(security_reminders,), company=silent)
    await chat.play("⏰ 2027-06-01 10:00")
    await chat.close()
