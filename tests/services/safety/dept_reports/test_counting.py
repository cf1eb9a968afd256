"""What is counted of a department: its places and its people, and nobody else's."""

from collections.abc import Sequence
from datetime import date

import pytest

from bot.domain.safety.dept_reports.period import Period
from bot.domain.safety.dept_reports.report import Counts
from bot.services.department_heads import led_by, reporting
from bot.services.safety.dept_reports.counting import Places, counts_of
from bot.shapes.act import Act
from bot.shapes.context import JobContext
from bot.shapes.job import Job
from scheduler.sign_in import remind
from tests.chat import Chat
from tests.services.safety.training.playing import took_place

NOVEMBER = Period(date(2026, 11, 1), date(2026, 11, 30))


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (remind,)


async def counted(chat: Chat, name: str) -> Counts:
    now, company = chat.clock.now(), chat.company
    ctx = JobContext(now, now, company, chat.core.records, Act("job:x", "x", "", "x", now), lambda *_: None)
    department = next(each for each in company.departments if each.name == name)
    return await counts_of(ctx, department, NOVEMBER)


async def test_hazards_rounds_and_trainings_of_its_places_and_people(chat: Chat) -> None:
    await took_place(chat, "张三")  # of 生产部, as is 李四, who didn't come
    for who, line in (
        ("李四", "/隐患 3号车间 配电箱门坏了"),
        ("李四", "/隐患 研发部 通道被堵"),
    ):
        await chat.say(who, line)
    await chat.say("王强", "/检查 生产部 消防")
    await chat.press("王强", chat.newest_card, "looked") if chat.said() else None
    await chat.press("王强", chat.newest_card, "hand-in")
    mine, others = await counted(chat, "生产部"), await counted(chat, "研发部")
    assert (mine.trained, mine.rounds, others.trained, others.rounds) == (1, 1, 0, 0)
    assert others.found == 1
    assert mine.found >= 1


def test_places_of_a_department(chat: Chat) -> None:
    department = next(each for each in chat.company.departments if each.name == "生产部")
    places = Places(department, chat.company)
    assert "生产部" in places
    assert "研发部" not in places
    assert "" not in places


def test_who_speaks_for_which(chat: Chat) -> None:
    assert [each.name for each in led_by(chat.user("王强"), chat.company)] == ["生产部"]
    assert led_by(chat.user("张三"), chat.company) == ()
    assert reporting(chat.company)["生产部"] == [chat.user("王强")]
