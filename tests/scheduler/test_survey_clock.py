"""After a year nobody knows who it was; what came of it stays with its author's table."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from bot.shapes.job import Job
from bot.storage.models.surveys import BallotRecord, SignUpRecord
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
