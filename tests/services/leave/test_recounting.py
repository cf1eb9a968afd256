"""Leaves are counted again in portions: each once, whatever is torn in between, and what nobody can settle is HR's."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

import pytest

from bot.domain.calendar.notice import from_text
from bot.domain.calendar.own_days import Own, OwnDay
from bot.domain.calendar.span import Span
from bot.domain.leave.ledgers.entries import EntryKind
from bot.domain.leave.requests.request import LeaveRequest, LeaveState
from bot.identifiers import UserId
from bot.services.leave.changes import recounting
from bot.services.leave.changes.recounting import AT_ONCE, JOB, begin, look_again, walk
from bot.shapes.act import Act
from bot.shapes.context import JobContext
from bot.shapes.outgoing import Address, Content, ToPerson
from bot.storage.engine.database import Database
from bot.storage.leave.leave import LeaveLedgerTable, LeaveTable
from scheduler.leave_recount import recount
from tests.chat import Chat
from tests.domain.calendar.days import d
from tests.domain.calendar.notices import imported_2027
from tests.services.leave.desk import book

WHY = "2027年放假安排公布了"
HOLIDAYS = Span(d("2027-10-06"), d("2027-10-08"))  # three days, of which one is worked once the year is known


@pytest.fixture
async def chat(database: Database) -> AsyncIterator[Chat]:
    chat = await Chat.open(database, jobs=(recount,), commands=book())
    yield chat
    await chat.close()


def desk(chat: Chat, told: list[tuple[Address, Content]]) -> JobContext:
    now = chat.clock.now()
    act = Act("job:test", "test", "定时任务", "job:test", now)
    return JobContext(now, now, chat.company, chat.core.records, act, lambda to, what: told.append((to, what)))


async def put(chat: Chat, number: int, *, user: str = "zhangsan", type_: str = "事假") -> None:
    begins, ends = (datetime.fromisoformat(each) for each in ("2027-10-06T08:30+08:00", "2027-10-08T18:00+08:00"))
    name, now = f"QJ-20261122-{number:03}", chat.clock.now()
    leave = LeaveRequest(name, UserId(user), type_, HOLIDAYS, Decimal(3), begins, ends, now, LeaveState.APPROVED)
    await chat.core.records.leaves.add(replace(leave, provisional=True), "", by=desk(chat, []).act)


async def publish(chat: Chat) -> None:
    by = desk(chat, [])
    await chat.core.records.calendar.adopt(from_text(imported_2027()), cause="RQ-1", by=by.act)
    await chat.core.book.refresh()


async def kept(chat: Chat, number: int) -> LeaveRequest:
    found = await LeaveTable().get(f"QJ-20261122-{number:03}", chat.clock.now())
    assert found
    return found


async def test_many_are_counted_once_though_a_portion_was_torn(chat: Chat, database: Database) -> None:
    many = 2 * AT_ONCE + 7
    # by the calendar, and many of them: each is told so much a minute only
    people = [each for each in chat.company.people if not chat.company.schedule(each.user_id).shift.rostered]
    for number in range(1, many + 1):
        await put(chat, number, user=people[number % len(people)].user_id)
    await publish(chat)
    await begin(desk(chat, []), d("2027-01-01"), d("2027-12-31"), cause="RQ-1", why=WHY)

    async def torn() -> None:
        await walk(desk(chat, []))
        raise RuntimeError

    with pytest.raises(RuntimeError):
        await database.transact(torn)
    assert (await kept(chat, 1)).version == 1
    chat.said()
    await chat.core.settle()
    said = chat.said()
    assert len([line for line in said if line.words.startswith(f"{WHY}：QJ")]) == many
    assert [(await kept(chat, number)).amount for number in (1, AT_ONCE, AT_ONCE + 1, many)] == [Decimal(1)] * 4
    assert (await kept(chat, many)).version == 2
    tables = [line.to for line in said if line.words.startswith("[文件 请假重新核算-2026-11-22.xlsx]")]
    assert sorted(filter(None, tables)) == ["周敏", "李娜"]
    await chat.core.settle()
    assert chat.said() == []
    assert await chat.core.records.recounts.current() is None


async def test_who_has_left_the_company_reads_no_list(chat: Chat, database: Database) -> None:
    await put(chat, 1)
    await publish(chat)
    told: list[tuple[Address, Content]] = []
    people = tuple(replace(each, active=each.user_id != "zhoumin") for each in chat.company.people)
    at = replace(desk(chat, told), company=replace(chat.company, people=people))
    await begin(at, d("2027-01-01"), d("2027-12-31"), cause="RQ-1", why=WHY)
    await database.transact(lambda: walk(at))
    assert [to for to, _ in told] == [ToPerson(UserId("zhangsan")), ToPerson(UserId("lina"))]


async def test_what_has_no_balance_any_more_is_left_to_hr(chat: Chat) -> None:
    await chat.say("王五", "/试请 年假 2027-01-29/2027-02-01")
    await chat.say("王五", "/试请 年假 2027-03-01/2027-03-03")
    await publish(chat)
    chat.said()
    told: list[tuple[Address, Content]] = []
    await begin(desk(chat, told), d("2027-01-01"), d("2027-12-31"), cause="RQ-1", why=WHY)
    await chat.core.settle()
    said = chat.said()
    (own,) = (line.words for line in said if line.to == "王五")
    assert own.startswith("2027年放假安排公布了：QJ-20261122-001 年假 2027年1月29日(周五)至2027年2月1日(周一)")
    assert own.endswith("现在要多算，年假余额不够，暂时没有改。人力资源会找你商量；也可以发 /改期 换个时间。")
    (list_,) = (line.words for line in said if line.to == "李娜")
    assert list_.startswith("2027年放假安排公布了，请假重新核算完了：余额不够 1 条。余额不够和算不了的没有改动")
    assert list_.endswith("\nQJ-20261122-001 王五 年假：余额不够。")
    assert (await kept(chat, 1)).amount == 2


async def test_what_comes_back_is_on_the_ledger(chat: Chat) -> None:
    await chat.say("张三", "/试请 年假 2027-10-06/2027-10-08")
    await publish(chat)
    await begin(desk(chat, []), d("2027-01-01"), d("2027-12-31"), cause="RQ-1", why=WHY)
    await chat.core.settle()
    entries = (await LeaveLedgerTable().of(chat.user("张三"))).entries
    own = [(each.kind, each.amount) for each in entries if each.cause]
    assert own == [(EntryKind.RESERVED, 3), (EntryKind.RELEASED, 3), (EntryKind.RESERVED, 1)]


async def test_a_kind_that_is_no_more_is_named(chat: Chat) -> None:
    await put(chat, 1, type_="探亲大假")
    told: list[tuple[Address, Content]] = []
    await begin(desk(chat, told), d("2027-01-01"), d("2027-12-31"), cause="RQ-1", why=WHY)
    await chat.core.settle()
    assert "QJ-20261122-001 张三 探亲大假：算不了。" in chat.said()[0].words


async def test_days_that_a_company_gives_come_back_too(chat: Chat) -> None:
    await chat.say("张三", "/试请 事假 2026-12-30/2026-12-31")
    chat.said()
    own = OwnDay(d("2026-12-31"), Own.OFF, "跨年")
    await chat.core.records.calendar.say(own, by=desk(chat, []).act)
    await chat.core.book.refresh()
    await begin(desk(chat, []), own.on, own.on, cause="公司放假", why="12月31日(周四)放假（跨年）")
    await chat.core.settle()
    assert [line.words for line in chat.said() if line.to == "张三"] == [
        "12月31日(周四)放假（跨年）：QJ-20261122-001 事假 12月30日(周三)至12月31日(周四)，原来算 2 天，现在算 1 天。"
    ]


async def test_a_year_that_came_by_an_update_is_found_at_night(chat: Chat) -> None:
    await put(chat, 1)
    await look_again(desk(chat, []))
    assert await chat.core.records.recounts.current() is None
    await publish(chat)
    await chat.play("⏰ 2026-11-23 02:19")
    assert (await kept(chat, 1)).amount == 3
    await chat.play("""
        ⏰ 2026-11-23 02:21
        机器人→张三> 放假安排变了：QJ-20261122-001 事假 2027年10月6日(周三)至2027年10月8日(周五)，原来算 3 天…
        机器人→李娜> 放假安排变了，请假重新核算完了：天数变少 1 条。
        QJ-20261122-001 张三 事假：天数变少，3 天 → 1 天。
        机器人→周敏> 放假安排变了，请假重新核算完了：天数变少 1 条。
        QJ-20261122-001 张三 事假：天数变少，3 天 → 1 天。
        ⏰ 2026-11-24 02:30
    """)


def test_the_job_is_the_one_that_is_hastened() -> None:
    assert recount.name == JOB == recounting.JOB
