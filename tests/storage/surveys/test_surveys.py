"""Surveys and answers, on both databases; an anonymous answer is found again by who gave it, and by nobody else."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.notices.audience import Audience
from bot.domain.surveys.stage import Stage
from bot.domain.surveys.survey import Ballot, Survey
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.models.surveys import BallotRecord
from bot.storage.privacy.sealing import Seal
from bot.storage.surveys.surveys import SurveyTable

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
ZHENG, ZHANG = UserId("zhengqun"), UserId("zhangsan")
BY = Act(ZHENG, "征集", "群管理员", "test:1", NOW)
SURVEY = Survey("ZJ-1", ZHENG, "去哪", Audience(everybody=True), NOW + timedelta(days=1), NOW, ("爬山", "烧烤"))

pytestmark = pytest.mark.usefixtures("database")


async def test_from_a_draft_on() -> None:
    table = SurveyTable()
    await table.add(SURVEY, by=BY)
    assert await table.get("ZJ-1", NOW) == SURVEY
    opened = SURVEY.moved_to(Stage.OPEN)
    assert await table.save(opened, was=1, by=BY)
    assert not await table.save(opened, was=1, by=BY)
    assert await table.open_ones(NOW) == [opened]
    assert await table.of(ZHENG, NOW, most=5) == [opened]


async def test_the_last_answer_counts_and_is_forgotten() -> None:
    table = SurveyTable()
    assert not await table.answer(SURVEY, ZHANG, 0, "", by=BY)
    assert await table.answer(SURVEY, ZHANG, 1, "都行", by=BY)
    assert await table.answers(SURVEY) == [Ballot(ZHANG, 1, "都行")]
    await table.forget_answers("ZJ-1", by=BY)
    assert await table.answers(SURVEY) == []


async def test_with_a_new_key_the_same_person_still_changes_his_mind() -> None:
    secret = replace(SURVEY, anonymous=True)
    old, new = b"a" * 32, b"b" * 32
    await SurveyTable(Seal([old])).answer(secret, ZHANG, 0, "不好", by=BY)
    assert await SurveyTable(Seal([new, old])).answer(secret, ZHANG, 1, "好了", by=BY)
    (row,) = await BallotRecord.all()
    assert ZHANG not in (row.voter, row.words)
    assert "好了" not in row.words
    assert [each.words for each in await SurveyTable(Seal([new, old])).answers(secret)] == ["好了"]
