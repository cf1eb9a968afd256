"""Questions that the library had no answer to, and those that it asks."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date

from bot.domain.safety.library.question import Question, QuestionState
from bot.domain.safety.library.streak import Habit
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.models.safety_calendar import QuizAnswerRecord, QuizHabitRecord, SafetyQuestionRecord


class SafetyQuestionTable:
    async def add(self, question: Question, *, by: Act) -> None:
        await SafetyQuestionRecord.create(**asdict(question))
        await trail.record(by, "question.asked", question.number, state=question.state.name)

    async def get(self, number: str) -> Question | None:
        row = await SafetyQuestionRecord.get_or_none(number=number)
        return _question(row) if row else None

    async def change(self, before: Question, after: Question, *, by: Act) -> bool:
        row = SafetyQuestionRecord.filter(number=before.number, state=before.state)
        changed = await row.update(
            state=after.state,
            answer=after.answer or None,
            answered_by=after.answered_by,
            answered_on=after.answered_on,
        )
        if changed:
            await trail.record(by, "question.changed", after.number, state=after.state.name)
        return bool(changed)

    async def in_state(self, *states: QuestionState) -> Sequence[Question]:
        rows = await SafetyQuestionRecord.filter(state__in=list(states)).order_by("number")
        return [_question(row) for row in rows]


class QuizTable:
    async def answer(self, user: UserId, on: date, topic: str, *, right: bool) -> bool:
        _, new = await QuizAnswerRecord.get_or_create({"topic": topic, "right": right}, user=user, on_day=on)
        return new

    async def habit(self, user: UserId) -> Habit:
        row = await QuizHabitRecord.get_or_none(user=user)
        return Habit(user, row.wanted, row.streak, row.best, row.last_day) if row else Habit(user)

    async def set_habit(self, habit: Habit, *, by: Act) -> None:
        values = {"wanted": habit.wanted, "streak": habit.streak, "best": habit.best, "last_day": habit.last_day}
        await QuizHabitRecord.update_or_create(values, user=habit.user)
        await trail.record(by, "quiz.habit", f"user:{habit.user}", wanted=habit.wanted)

    async def wanted_by(self) -> Sequence[UserId]:
        rows = await QuizHabitRecord.filter(wanted=True).order_by("user").values_list("user", flat=True)
        return [UserId(str(user)) for user in rows]


def _question(row: SafetyQuestionRecord) -> Question:
    return Question(
        number=row.number,
        state=QuestionState(row.state),
        text=row.text,
        asker=UserId(row.asker),
        asked_on=row.asked_on,
        answer=row.answer or "",
        answered_by=UserId(row.answered_by) if row.answered_by else None,
        answered_on=row.answered_on,
    )
