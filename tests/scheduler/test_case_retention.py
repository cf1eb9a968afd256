"""What was decided about somebody is there for two years after it counts no more, and then it isn't."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from bot.domain.moderation.matters.matter import About, Matter
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.shapes.job import Job
from bot.storage.models.fairness import PraiseRecord
from bot.storage.models.moderation import CaseRecord
from bot.storage.moderation.matters import HoldTable
from scheduler.case_retention import forget_cases
from tests.chat import Chat
from tests.commands.moderation.warnings import WARNED

COUNTS, KEPT = timedelta(days=180), timedelta(days=2 * 366)


@pytest.fixture
def jobs() -> Sequence[Job]:
    return [forget_cases]


async def pass_by(chat: Chat, after: timedelta) -> int:
    chat.clock.time += after
    await chat.core.settle()
    return int(await CaseRecord.all().count())


async def test_two_years_after_it_counts_no_more(chat: Chat) -> None:
    await chat.play(WARNED)
    assert await pass_by(chat, COUNTS + KEPT - timedelta(days=1)) == 1
    assert await pass_by(chat, timedelta(days=2)) == 0


async def test_what_the_lawyers_hold_stays_until_they_let_go(chat: Chat) -> None:
    await chat.play(WARNED)
    by = Act("zhoumin", "移交法务", "管理小组", "test:1", chat.clock.now())
    matter = Matter("YJ-1", About.LIABILITY, UserId("zhangsan"), UserId("zhoumin"), by.at, cases=("WG-20261122-001",))
    await HoldTable().keep(matter, by=by)
    assert await pass_by(chat, COUNTS + KEPT + timedelta(days=2)) == 1
    await HoldTable().let_go(matter, by=by)
    assert await pass_by(chat, timedelta(days=1)) == 0


async def test_praise_goes_two_years_after_it_was_said(chat: Chat) -> None:
    await chat.say("王强", "/表彰 @张三 连夜修好了冲床")
    assert await PraiseRecord.all().count() == 1
    await pass_by(chat, KEPT - timedelta(days=1))
    assert await PraiseRecord.all().count() == 1
    await pass_by(chat, timedelta(days=2))
    assert await PraiseRecord.all().count() == 0
