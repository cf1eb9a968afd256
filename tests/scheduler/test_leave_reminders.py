"""People hear of what they have left."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest

from bot.domain.company import Company
from bot.domain.leave.ledgers.entries import Entry, EntryKind
from bot.domain.leave.ledgers.time_limits import TimeLimits
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.shapes.job import Job
from bot.storage.engine.database import Database
from scheduler.leave_accounts import look_after
from scheduler.leave_reminders import run
from tests.chat import Chat


@pytest.fixture
def jobs() -> Sequence[Job]:
    return [look_after, run]


def early(company: Company) -> Company:
    return replace(company, leave=replace(company.leave, limits=TimeLimits(remind_on=((11, 24),), remind_ahead=3)))


async def give(chat: Chat, user: str, amount: str, until: str) -> None:
    now: datetime = chat.clock.now()
    by = Act("x", "test", "test", f"test:{user}{until}", now)
    lot = f"调休 {until}"
    entry = Entry(
        EntryKind.GRANTED, "调休", 2026, Decimal(amount), date(2026, 11, 1), lot, until=date.fromisoformat(until)
    )
    await chat.core.database.transact(lambda: chat.core.records.leave_ledgers.write(UserId(user), [entry], by=by))


async def test_everybody_who_has_days_left_on_the_day_that_was_chosen(database: Database) -> None:
    chat = await Chat.open(database, jobs=[look_after, run], company=early)
    await chat.advance(datetime.fromisoformat("2026-11-24T09:00+08:00"))
    assert chat.said() == []
    await chat.advance(datetime.fromisoformat("2026-11-24T12:00+08:00"))
    said = {line.to: line.words for line in chat.said()}
    assert said["张三"] == "你还有 5 天年假没有休，最后一天是12月31日(周四)。要休就发 /请假 年假 加上日期。"
    assert "李四" not in said
    assert "何苗" not in said
    await chat.advance(datetime.fromisoformat("2026-11-27T12:00+08:00"))
    assert chat.said() == []
    await chat.close()


async def test_of_overtime_before_it_ends_and_on_days_of_work_alone(database: Database) -> None:
    chat = await Chat.open(database, jobs=[run], company=early)
    await give(chat, "zhangsan", "3", "2026-11-30")  # three days before is a Friday
    await give(chat, "zhangsan", "1.5", "2026-12-01")  # … a Saturday: told on Monday
    await chat.play("""
        ⏰ 2026-11-26 12:00
        ⏰ 2026-11-27 12:00
        机器人→张三> 你还有 3 小时调休没有休，最后一天是11月30日(周一)。要休就发 /请假 调休 加上日期。
        ⏰ 2026-11-29 12:00
        ⏰ 2026-11-30 12:00
        机器人→张三> 你还有 1.5 小时调休没有休，最后一天是12月1日(周二)。要休就发 /请假 调休 加上日期。
        ⏰ 2026-12-01 12:00
    """)
    await chat.close()
