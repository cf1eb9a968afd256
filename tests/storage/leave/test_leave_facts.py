"""What HR says of people is added to, never changed, and read as it grows."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from bot.domain.leave.facts.fact import Fact, What, day_fact, days_fact
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.engine.database import Database
from bot.storage.leave.leave_facts import AT_ONCE, FEW, LeaveFactTable
from bot.storage.models.operating import Trail

FACTS = LeaveFactTable()
NOW = datetime(2026, 11, 22, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
BY = Act("hemiao", "假期资料", "人力资源", "test:1", NOW)
A, B = UserId("a"), UserId("b")
BEGAN = day_fact(A, What.BEGAN, date(2010, 7, 1), "社保记录")


async def test_everything_that_was_said_is_there(database: Database) -> None:
    later = replace(BEGAN, value="2011-07-01", proof="")
    await FACTS.add([BEGAN, day_fact(A, What.CHILD, date(2025, 5, 1))], by=BY)
    await FACTS.add([later], by=replace(BY, actor="wangqiang"))
    said = await FACTS.of(A)
    assert [each.fact for each in said] == [BEGAN, Fact(A, What.CHILD, "2025-05-01", "2025-05-01"), later]
    assert [(each.by, each.at) for each in said] == [("hemiao", NOW), ("hemiao", NOW), ("wangqiang", NOW)]
    assert await FACTS.of(B) == []


async def test_only_news_are_read_and_of_those_people_everything(database: Database) -> None:
    assert await FACTS.version() == 0
    await FACTS.add([BEGAN, day_fact(B, What.BEGAN, date(2020, 1, 1))], by=BY)
    version = await FACTS.version()
    assert set(await FACTS.since(0)) == {A, B}
    assert not await FACTS.since(version)
    given = days_fact(A, 2026, "年假", Decimal("7.5"))
    await FACTS.add([given], by=BY)
    assert await FACTS.version() > version
    assert await FACTS.since(version) == {A: [BEGAN, given]}


async def test_of_very_many_news_all_is_read(database: Database) -> None:
    await FACTS.add([BEGAN], by=BY)
    version = await FACTS.version()
    many = [day_fact(UserId(f"u{number}"), What.JOINED, date(2020, 1, 1)) for number in range(FEW + 1)]
    await FACTS.add(many, by=BY)
    assert len(await FACTS.since(version)) == FEW + 2


async def test_of_many_people_at_once(database: Database) -> None:
    joined = day_fact(B, What.JOINED, date(2020, 1, 1))
    await FACTS.add([BEGAN, joined], by=BY)
    nobody = [UserId(f"u{number}") for number in range(AT_ONCE)]
    assert await FACTS.said([A, *nobody, B]) == {A: [BEGAN], B: [joined]}


async def test_the_trail_says_of_whom_and_not_what(database: Database) -> None:
    await FACTS.add([BEGAN], by=BY)
    await FACTS.add([], by=BY)
    (entry,) = await Trail.all()
    assert (entry.subject, entry.details) == ("leave_facts:a", {"people": 1, "kinds": ["BEGAN"]})
