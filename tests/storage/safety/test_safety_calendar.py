"""What was said, done, asked and answered is kept alike on both databases."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.safety.library.question import Question, QuestionState
from bot.domain.safety.library.streak import Habit
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.engine.database import Database
from bot.storage.safety.safety_calendar import SafetyCalendarTable
from bot.storage.safety.safety_questions import QuizTable, SafetyQuestionTable

DAY = date(2026, 11, 23)
BY = Act(
    "job:safety-calendar", "safety-calendar", "定时任务", "test:1", datetime(2026, 11, 23, 8, tzinfo=ZoneInfo("UTC"))
)
USER = UserId("zhangsan")


async def test_an_entry_is_said_to_a_reader_once_a_day(database: Database) -> None:
    table = SafetyCalendarTable()
    assert await table.note("projecta", "每周提醒", DAY, "电气/配电箱的门要关好", by=BY)
    assert not await table.note("projecta", "每周提醒", DAY, None, by=BY)
    assert await table.note("projectb", "每周提醒", DAY, None, by=BY)
    assert await table.note("projecta", "周五收工", DAY - timedelta(days=1), None, by=BY)
    assert await table.said(DAY) == {"projecta": {"每周提醒"}, "projectb": {"每周提醒"}}
    assert await table.topics("projecta") == ["电气/配电箱的门要关好"]
    assert await table.topics("projectb") == []
    assert await table.topic_of("projecta", "每周提醒", DAY) == "电气/配电箱的门要关好"
    assert await table.topic_of("projecta", "周五收工", DAY) is None


async def test_who_has_done_it(database: Database) -> None:
    table = SafetyCalendarTable()
    assert await table.confirm("节前值班表", DAY, USER, by=BY)
    assert not await table.confirm("节前值班表", DAY, USER, by=BY)
    assert await table.confirmed("节前值班表", DAY) == {USER}


async def test_a_question_goes_from_state_to_state(database: Database) -> None:
    table = SafetyQuestionTable()
    asked = Question("WD-20261123-001", QuestionState.PASSED, "叉车能带人吗", USER, DAY)
    await table.add(asked, by=BY)
    answered = replace(
        asked, state=QuestionState.ANSWERED, answer="不能。", answered_by=UserId("chenan"), answered_on=DAY
    )
    assert await table.change(asked, answered, by=BY)
    assert not await table.change(asked, answered, by=BY)
    assert await table.get(asked.number) == answered
    assert await table.in_state(QuestionState.ANSWERED) == [answered]
    assert await table.in_state(QuestionState.KEPT) == []


async def test_the_first_answer_of_a_day_counts(database: Database) -> None:
    table = QuizTable()
    assert await table.answer(USER, DAY, "电气/配电箱的门要关好", right=False)
    assert not await table.answer(USER, DAY, "电气/配电箱的门要关好", right=True)
    assert await table.habit(USER) == Habit(USER)
    habit = Habit(USER, wanted=True, streak=2, best=4, last_day=DAY)
    await table.set_habit(habit, by=BY)
    assert await table.habit(USER) == habit
    assert await table.wanted_by() == [USER]
