"""How many asked, how soon they were answered and whether that helped: of departments, nothing of few people."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.desk.enquiry import Enquiry, Kind, Score, State
from bot.domain.figures.periods import Period
from bot.domain.figures.scope import WHOLE, Parts
from bot.domain.figures.sheet import Counted
from bot.files.company import load
from bot.identifiers import UserId
from bot.services.desk.figures import count
from bot.shapes.act import Act
from bot.shapes.context import JobContext
from bot.storage.store import Records
from tests.chat import SAMPLE_COMPANY

FILE = load(SAMPLE_COMPANY)
MONDAY = datetime(2026, 11, 23, 2, tzinfo=UTC)
PEOPLE = ("zhangsan", "lisi", "wangwu", "ouyangjing", "hemiao", "abdulla")

pytestmark = pytest.mark.usefixtures("database")


def context() -> JobContext:
    act = Act("job:figures", "figures", "", "", FILE.now)
    return JobContext(FILE.now, FILE.now, FILE.company, Records(), act, lambda *_: None)


async def counted(many: int) -> Counted:
    ctx = context()
    for number, user in enumerate(PEOPLE[:many]):
        asked = Enquiry(f"QZ-{number}", Kind.HELP, UserId(user), "生产部", "技术", MONDAY)
        later = timedelta(minutes=30 + number)
        done = asked.taken(UserId("wuguan"), MONDAY + later).answered(MONDAY + 2 * later)
        solved = done.closed(State.SOLVED, MONDAY + 3 * later, Score.FAIR if number == 0 else Score.GOOD)
        await ctx.store.enquiries.add(replace(solved, version=1), "x", by=ctx.act)
    left = Enquiry("QZ-9", Kind.HELP, UserId("lisi"), "生产部", "人事", MONDAY - timedelta(days=14))
    offered = replace(left, number="QZ-8", state=State.OFFERED)
    for each in (left, offered, replace(left, number="TW-1", kind=Kind.MENTION)):
        await ctx.store.enquiries.add(each, "x", by=ctx.act)
    return await count(ctx, Period.of("2026-11"), Parts(WHOLE, ctx.company))


async def test_of_many() -> None:
    found = await counted(6)
    assert [each.value for each in found.total] == [7, 6, 1]
    assert [(topic, tally.value) for topic, tally in found.kinds] == [("技术", 6), ("人事", 1)]
    assert found.facts == (
        "一半的求助在 65 分钟内答复，最久的用了 70 分钟。",
        "有评价的 6 条里，满意 5 条。",
    )


async def test_nothing_of_few_people() -> None:
    assert (await counted(4)).facts == ()
