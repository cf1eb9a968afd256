"""After a year nobody knows who it was; what came of it stays with its author's table."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from bot.domain.moderation.matters.matter import About, Matter
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.shapes.job import Job
from bot.storage.models.surveys import BallotRecord, SignUpRecord
from bot.storage.moderation.matters import HoldTable
from scheduler.survey_clock import survey_clock
from tests.chat import Chat
from tests.commands.surveys.asked import ACTIVITY, SURVEY


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (survey_clock,)


async def test_who_came_and_who_answered_is_forgotten(chat: Chat) -> None:
    await chat.play(SURVEY)
    await chat.say("张三", "/参与征集 ZJ-20261122-001 A")
    chat.said()
    await chat.play(ACTIVITY)
    await chat.say("张三", "/报名 HD-20261122-001")
    assert await BallotRecord.all().count() == await SignUpRecord.all().count() == 1
    await chat.advance(chat.clock.time + timedelta(days=380))
    assert await BallotRecord.all().count() == await SignUpRecord.all().count() == 0


async def test_whoever_is_held_stays_with_his_answer_alone(chat: Chat) -> None:
    await chat.play(SURVEY)
    await chat.play(ACTIVITY)
    for who in ("张三", "李四"):
        await chat.say(who, "/参与征集 ZJ-20261122-001 A")
        await chat.say(who, "/报名 HD-20261122-001")
    matter = Matter("YJ-20261122-001", About.LIABILITY, UserId("zhangsan"), UserId("zhoumin"), chat.clock.time)
    by = Act("test", "test", "测试", "test", chat.clock.time)
    await HoldTable().keep(matter, by=by)
    await chat.advance(chat.clock.time + timedelta(days=380))
    assert await BallotRecord.all().values_list("voter", flat=True) == ["zhangsan"]
    assert await SignUpRecord.all().values_list("user", flat=True) == ["zhangsan"]
    await HoldTable().let_go(matter, by=by)
    await chat.advance(chat.clock.time + timedelta(days=40))
    assert await BallotRecord.all().count() == await SignUpRecord.all().count() == 0
